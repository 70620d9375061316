"""Trust notes: what people wrote down about an outlet or somebody quoted, or about a text that several carry.

Invariant: a note is a decision in the log, with author and time; it changes no figure.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote, unquote

from belegt.errors import BelegtError
from belegt.model import Decision, Report
from belegt.web.acts import require
from belegt.web.desk import Desk, State

KINDS = ("source", "family")


def source(name: str) -> str:
    """What notes on a source are made on; written so that it can never be taken for a claim."""
    return f"source:{quote(name, safe='')}"


def family(report: str) -> str:
    """What notes are made on about the text of a report, whoever carries it."""
    return f"family:{quote(report, safe='')}"


def named(target: str) -> str:
    """A target in plain words: the name of a source, the id of a report, or as it is."""
    kind, _, name = target.partition(":")
    return unquote(name) if kind in KINDS else target


def note(desk: Desk, on: str, words: str, seen: int) -> None:
    """Write a note down; raises B808 for one without words, or on what is no source."""
    kind, _, name = on.partition(":")
    if kind not in KINDS or not name or quote(unquote(name), safe="") != name:
        raise BelegtError("B808", value=on[:100], field="on", known=", ".join(f"{kind}:NAME" for kind in KINDS))
    require(words)
    desk.decide("note", (on,), reason=words, seen=seen)


def of_report(state: State, report: Report, copies: Iterable[Report]) -> Sequence[Decision]:
    """The notes on who published a report, and on its text."""
    return of(state, [source(report.source.name), *(family(one.id) for one in (report, *copies))])


def of(state: State, targets: Iterable[str]) -> Sequence[Decision]:
    """The notes on any of these, each once, the earliest first."""
    found = {d.id: d for target in targets for d in state.notes.get(target, ())}
    return sorted(found.values(), key=lambda d: (d.at, d.id))


def told(notes: Iterable[Decision]) -> list[dict[str, Any]]:
    """Notes as data."""
    return [
        {"id": d.id, "on": d.targets[0], "author": d.author, "at": d.at.isoformat(), "note": d.reason} for d in notes
    ]
