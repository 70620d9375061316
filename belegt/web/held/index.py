"""The signs of every claim, by which a queue can be ordered before the record is read: kept beside a large record in a file.

Invariant: the file is believed only as far as the event that it names stands in the log with the hash that it names; what the
log says since is added to it. It holds no words of a report, and a queue without it is the same, only later.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from belegt import __version__
from belegt.model import digest
from belegt.record import Event, Head, Record
from belegt.record.log import CLAIMS_READ, REPORT_ADDED
from belegt.record.snapshot import Snapshot
from belegt.web.held.signs import Signs, signs, weights


@dataclass(frozen=True)
class Index:
    """At ``head`` of a log: the day of each report (its ordinal, 0 for none) and the signs of each claim by its ref, in their order."""

    head: Head
    reports: Mapping[str, int]
    claims: Mapping[str, Signs]

    def after(self, events: Iterable[Event]) -> Index:
        """The index with what these events, the next of the log, say."""
        reports, head = dict(self.reports), self.head
        read: dict[str, dict[str, Signs]] = {}
        for event in events:
            head = Head(event.seq, event.hash)
            if event.kind == REPORT_ADDED:
                reports[event.body["report"]["id"]] = _ordinal(event.body["report"].get("published"))
            elif event.kind == CLAIMS_READ:
                of = event.body["report"]
                read[of] = {f"{of}#{state['id']}": signs(state, reports[of]) for state in event.body["claims"]}
        return Index(head, reports, _with(self, read) if read else self.claims)


def _with(index: Index, read: Mapping[str, Mapping[str, Signs]]) -> Mapping[str, Signs]:
    """The claims with those of some reports in the place of what stood for them; those of new reports come last."""
    if not any(report in index.reports for report in read):
        return {**index.claims, **{ref: one for own in read.values() for ref, one in own.items()}}
    told: dict[str, dict[str, Signs]] = {report: {} for report in index.reports}
    for ref, one in index.claims.items():
        told[ref.rpartition("#")[0]][ref] = one
    return {ref: one for own in {**told, **read}.values() for ref, one in own.items()}


def built(snapshot: Snapshot) -> Index:
    """The index of everything that a record holds."""
    reports = {r.id: r.published.toordinal() if r.published else 0 for r in snapshot.reports()}
    claims = {f"{of}#{state['id']}": signs(state, reports[of]) for of, state in snapshot.states()}
    return Index(snapshot.head(), reports, claims)


def found(record: Record, snapshot: Snapshot) -> Index | None:
    """The index kept beside a record, brought up to a moment of it; None where there is none that can be believed."""
    if record.address.is_server:
        return None
    kept = _read(beside(record))
    if kept is None:
        return None
    events = snapshot.log(kept.head.seq - 1)
    first = next(events, None)
    return kept.after(events) if first and (first.seq, first.hash) == kept.head else None


def keep(record: Record, index: Index) -> None:
    """Write the index beside a record that is a file; where that cannot be done, the next start takes longer."""
    if record.address.is_server:
        return
    place = beside(record)
    fresh = place.with_name(f"{place.name}.new")
    with suppress(OSError):
        fresh.unlink(missing_ok=True)
        with os.fdopen(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8") as file:
            text = json.dumps(_written(index), separators=(",", ":"))
            file.write(f"{_sum(text)}\n{text}")
        fresh.replace(place)


def drop(record: Record) -> None:
    """Take the index away that does not agree with its record."""
    with suppress(OSError):
        beside(record).unlink()


def beside(record: Record) -> Path:
    """Where the index of a record lies."""
    return Path(f"{record.address.path}.queue")


def _written(index: Index) -> dict[str, Any]:
    codes = {one: n for n, one in enumerate(dict.fromkeys(s.doubts for s in index.claims.values()))}
    told: dict[str, list[tuple[str, float, int]]] = {report: [] for report in index.reports}
    for ref, one in index.claims.items():
        report, _, id = ref.rpartition("#")
        told[report].append((id, one.harm, codes[one.doubts]))
    rows = [[report, index.reports[report], *zip(*own, strict=True)] for report, own in told.items()]
    return {"head": list(index.head), "doubts": list(codes), "reports": rows}


def _read(place: Path) -> Index | None:
    try:
        sum, _, text = place.read_text(encoding="utf-8").partition("\n")
        if sum != _sum(text):
            return None
        told = json.loads(text)
        doubts = [tuple(keys) for keys in told["doubts"]]
        reports = {report: day for report, day, *_ in told["reports"]}
        claims = {
            f"{report}#{id}": Signs(harm, day, doubts[code])
            for report, day, *columns in told["reports"]
            for id, harm, code in zip(*columns, strict=True)
        }
        return Index(Head(*told["head"]), reports, claims)
    except (OSError, ValueError, KeyError, TypeError, IndexError):
        return None


def _sum(text: str) -> str:
    """The hash of an index with what it rests on besides the log: this version and its weights."""
    return digest(f"{_maker()}\n{text}".encode())


@cache
def _maker() -> str:
    """What an index rests on besides the log: this version and its weights."""
    return digest(json.dumps([__version__, weights()]).encode())


def _ordinal(day: str | None) -> int:
    return date.fromisoformat(day).toordinal() if day else 0
