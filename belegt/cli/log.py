"""``belegt log``: everything that ever happened to a record, oldest first, and the head to remember."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from belegt.cli import options
from belegt.cli.screen import Screen, shown

if TYPE_CHECKING:
    from belegt.record import Event


def log(
    record: options.Record,
    format: Annotated[Literal["table", "jsonl"], typer.Option("--format", help="How to print events.")] = "table",
    since: Annotated[int, typer.Option("--since", min=0, metavar="SEQ", help="Only what came after this event.")] = 0,
    quiet: options.Quiet = False,
) -> int:
    """Print what happened to a record.

    The last line is its head, SEQ:HASH. Keep it elsewhere and give it to `belegt check --head`: it proves that nothing
    was cut off.
    """
    from belegt.record import open_record

    screen = Screen(quiet)
    with open_record(record) as store:
        if format == "jsonl":
            for event in store.log(since=since):
                screen.line(_fields(event))
            return 0
        for event in store.log(since=since):
            screen.out.print(_told(event), soft_wrap=True)
        head = store.head()
    screen.print(f"Head {head.seq}:{head.hash}")
    return 0


def _fields(event: Event) -> dict[str, Any]:
    return {name: getattr(event, name) for name in ("seq", "at", "kind", "body", "prev", "hash")}


def _told(event: Event) -> Any:
    from rich.text import Text

    line = Text(f"{event.seq:>6}  ", style="dim")
    line.append(event.at[:19].replace("T", " ") + "Z", style="dim")
    return line.append(f"  {shown(_what(event.kind, event.body))}", style="not dim")


def _what(kind: str, body: Mapping[str, Any]) -> str:
    if kind == "report_added":
        report = body["report"]
        told = filter(None, [report.get("source"), report.get("published"), report.get("title")])
        return " · ".join([f"report {report['id']} added", *told])
    if kind == "claims_read":
        return f"{len(body['claims'])} claims read from {body['report']} by {body['reader']}"
    if kind == "decision_made":
        reason = f": {body['reason']}" if body.get("reason") else ""
        return f"{body['id']} {body['author']} decided {body['act']} on {', '.join(body['targets'])}{reason}"
    return kind
