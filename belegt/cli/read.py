"""``belegt read``: the claims of reports, each with its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from belegt.cli import options
from belegt.cli.screen import Screen

if TYPE_CHECKING:
    from belegt.pipeline import Reading


def read(
    paths: options.Paths,
    published: options.Published = None,
    lang: options.ReportLanguage = None,
    format: Annotated[
        Literal["table", "jsonl", "json"], typer.Option("--format", help="How to print claims.")
    ] = "table",
    json: options.Json = False,
    jobs: options.Jobs = 1,
    why: Annotated[bool, typer.Option("--why", help="Print what each claim rests on, and why other sentences made none.")] = False,
    quiet: options.Quiet = False,
) -> int:
    """Print the claims of reports, with their words.

    A claim is one figure of harm, bound to the exact words it was read from and to whoever vouches for it.
    """
    from belegt.intake import receive
    from belegt.pipeline import readings

    screen = Screen(quiet)
    gathered: list[dict[str, Any]] = []
    read_any = False
    with screen.progress("Reading reports", beside_output=True) as step:
        for reading in screen.accepted(readings(receive(paths, published=published, lang=lang), jobs)):
            step()
            read_any = True
            if json or format == "json":
                gathered.append(_line(reading, why))
            elif format == "jsonl":
                screen.line(_line(reading, why))
            else:
                _table(screen, reading, why)
    if json or format == "json":
        screen.document(gathered)
    if not read_any and not screen.refused:
        screen.remark("No reports there.")
    return screen.exit_code


def _line(reading: Reading, why: bool) -> dict[str, Any]:
    report = reading.received.report
    line: dict[str, Any] = {"id": report.id, "claims": [claim.as_dict() for claim in reading.claims]}
    if why:
        line["silent"] = [silence.as_dict(report.text) for silence in reading.silences()]
    return line


def _table(screen: Screen, reading: Reading, why: bool) -> None:
    from belegt.cli.tables import claims_table, report_head
    from belegt.cli.views import in_full, unsaid

    screen.print(report_head(reading.received.report, reading.received.origin, len(reading.claims)))
    if why:
        for claim in reading.claims:
            screen.print("", *in_full(claim))
        screen.print(*unsaid(reading.received.report, reading.silences()))
    elif reading.claims:
        screen.print(claims_table(reading.claims))
    screen.print("")
