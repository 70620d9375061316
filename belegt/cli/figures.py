"""``belegt figures``: what is counted, incident by incident, with running totals beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal

import typer

from belegt.cli import options
from belegt.cli.material import as_known as known_then
from belegt.cli.material import material
from belegt.cli.screen import Screen


def figures(
    paths: options.MaybePaths = None,
    record: options.MaybeRecord = None,
    published: options.Published = None,
    format: Annotated[Literal["table", "jsonl", "json"], typer.Option("--format", help="How to print.")] = "table",
    json: options.Json = False,
    by: Annotated[
        Literal["day", "place", "side", "group", "means"] | None,
        typer.Option("--by", show_default=False, help="Documented minimums, added up over incidents."),
    ] = None,
    as_known: options.AsKnown = None,
    against: Annotated[
        options.Profile | None,
        typer.Option("--against", show_default=False, help="Only what these house rules code otherwise than --profile."),
    ] = None,
    per_report: Annotated[bool, typer.Option("--per-report", help="Count each report for itself.")] = False,
    profile: options.Rules = "airwars",
    jobs: options.Jobs = 1,
    quiet: options.Quiet = False,
) -> int:
    """Count harm, incident by incident.

    Claims on the same incident are linked and counted once, as low, best and high; running totals stand beside them.
    """
    from belegt.pipeline import account, difference_lines, documented_lines, figures_lines

    screen = Screen(quiet)
    if as_known and record is None:
        raise typer.BadParameter("give the record with --record RECORD", param_hint="--as-known")
    found = known_then(record, as_known) if record and as_known else material(screen, paths, record, published, jobs)
    counted = account(found.reports, found.claims, profile=profile, per_report=per_report, decisions=found.decisions)
    lines = documented_lines(counted, by) if by else figures_lines(counted)
    if against:
        rival = account(found.reports, found.claims, profile=against, per_report=per_report, decisions=found.decisions)
        lines = difference_lines(counted, rival)
    if json or format == "json":
        screen.document(list(lines))
    elif format == "jsonl":
        for line in lines:
            screen.line(line)
    elif against:
        _tell(screen, list(lines))
    elif by:
        from belegt.cli.tables import documented_table

        screen.print(documented_table(counted, by))
    else:
        from belegt.cli.tables import figures_tables

        for table in figures_tables(counted):
            screen.print(table, "")
        if not counted.incidents and not counted.totals and found.reports:
            screen.remark("No figures in these reports.")
    return screen.exit_code


def _tell(screen: Screen, differences: Sequence[Mapping[str, Any]]) -> None:
    """Each difference in a line: incident, harm, and the coding of each house."""
    from belegt.cli import words
    from belegt.terms import load

    for line in differences:
        group = f" {load('victims')[line['group']].label(words.LANG)}" if line["group"] else ""
        codings = [
            f"{house} {words.bounds(c['low'], c['high'])}{'' if c['high'] is not None else ' or more'}" if c else f"{house} none"
            for house, c in line["profiles"].items()
        ]
        screen.print(f"{line['incident']}  {load('harm')[line['kind']].label(words.LANG)}{group}: {', '.join(codings)}")
    if not differences:
        screen.remark("Both code all figures alike.")
