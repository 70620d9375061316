"""``belegt changes``: what a record says otherwise than it did on an earlier day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from belegt.cli import options
from belegt.cli.material import as_known, of_record
from belegt.cli.screen import Screen

if TYPE_CHECKING:
    from belegt.count import Change


def changes(
    record: options.Record,
    since: Annotated[
        date, typer.Option("--since", metavar="DATE", parser=options.day, show_default=False, help="Against the end of this day.")
    ],
    until: Annotated[
        date | None,
        typer.Option("--until", metavar="DATE", parser=options.day, show_default=False, help="As known then; else as of now."),
    ] = None,
    format: Annotated[Literal["table", "jsonl"], typer.Option("--format", help="How to print.")] = "table",
    profile: options.Rules = "airwars",
    quiet: options.Quiet = False,
) -> int:
    """Say what changed since a day.

    Incidents that are new, figures that were raised, lowered or retracted, incidents that were merged or split.
    """
    from belegt.count import changes as compared
    from belegt.pipeline import account
    from belegt.record.carry import moved

    screen = Screen(quiet)
    states = (as_known(record, since), as_known(record, until) if until else of_record(record))
    before, after = (account(s.reports, s.claims, profile=profile, decisions=s.decisions) for s in states)
    found = compared(before.incidents, after.incidents, moved(*(s.claims for s in states)))
    for change in found:
        if format == "jsonl":
            screen.line(_fields(change))
        else:
            screen.print(_line(change))
    if not found:
        screen.remark("Nothing changed.")
    return 0


def _fields(change: Change) -> dict[str, Any]:
    was, now = change.figures
    kind = next((f.kind for f in change.figures if f), None)
    figures = {"was": was.as_dict() if was else None, "now": now.as_dict() if now else None}
    return {"change": change.what, "kind": kind, **figures, "before": list(change.before), "after": list(change.after)}


def _line(change: Change) -> str:
    return "  ".join([f"{change.what:<9}", " → ".join(_figures(change)), f"({' '.join(change.before) or 'none'} → {' '.join(change.after) or 'none'})"])


def _figures(change: Change) -> Iterator[str]:
    from belegt.cli import words
    from belegt.terms import load

    for figure in change.figures:
        if figure is not None:
            yield f"{words.estimate(figure)} {load('harm')[figure.kind].label(words.LANG)}"
