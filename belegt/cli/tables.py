"""Tables for people: the claims of a report, and figures with the claims they rest on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from belegt.cli import words
from belegt.cli.screen import shown
from belegt.model import Account, Claim, Figure, HarmClaim, Incident, Report, RunningTotal
from belegt.terms import load

QUIET = "dim"


def report_head(report: Report, place: str, claims: int) -> Text:
    """The line over the claims of a report."""
    head = Text(words.origin(report), style="bold")
    counted = f"{claims} claim{'' if claims == 1 else 's'}" if claims else "no claims"
    head.append(f"   {shown(place)} · {shown(report.id)} · {counted}", style=QUIET)
    return head


def _grid(*columns: tuple[str, int, int], ids: str) -> Table:
    """A table with air between its rows; columns are (head, share of the width, least width), the last one holds ids.

    A column without a share is as wide as what stands in it.
    """
    table = Table(
        box=SIMPLE_HEAD, expand=True, show_edge=False, pad_edge=False, leading=1, header_style=QUIET, border_style=QUIET
    )
    for head, ratio, least in columns:
        table.add_column(head, ratio=ratio or None, min_width=least, overflow="fold")
    table.add_column(ids, style=QUIET, no_wrap=True)
    return table


def claims_table(claims: Sequence[Claim]) -> Table:
    """Claims in the order of the text; a part stands under its whole, as far as the text has it there."""
    table = _grid(("Figure", 5, 16), ("Words", 6, 18), ("Who says", 5, 16), ("When, where", 4, 12), ids="Claim")
    before: Claim | None = None
    for claim in claims:
        table.add_row(
            _figure(claim),
            f"“{shown(claim.quote)}”",
            _speaker(claim, before),
            _scene(claim),
            shown(claim.id),
        )
        before = claim
    return table


def _figure(claim: Claim) -> Text:
    part = isinstance(claim, HarmClaim) and claim.part_of is not None
    said = Text(f"of them {words.figure(claim)}" if part else words.figure(claim), style="" if part else "bold")
    if isinstance(claim, HarmClaim) and claim.scope == "total":
        said.append("\nrunning total", style=QUIET)
    if claim.stance != "asserted":
        said.append(f"\n{load('stance')[claim.stance].label(words.LANG)}", style="red")
    if claim.by:
        said.append(f"\nby {shown(', '.join(claim.by))}", style=QUIET)
    return said


def _speaker(claim: Claim, before: Claim | None) -> Text:
    if before and claim.source and (claim.source, claim.authority) == (before.source, before.authority):
        return Text("the same", style=QUIET)
    return Text(words.said_by(claim), style="" if claim.source else QUIET)


def _scene(claim: Claim) -> Text:
    """When and where; what is not known is said of figures alone."""
    told = [words.time(claim.when), words.place(claim.where)]
    if not isinstance(claim, HarmClaim):
        told = [said for said in told if said not in (words.NO_DATE, words.NO_PLACE)]
    return Text("\n".join(told) or "–")


def figures_tables(account: Account) -> Iterator[Table]:
    """The incidents, most prominent first, then the running totals beside them."""
    if account.incidents:
        table = _grid(("Incident", 5, 16), ("When", 4, 12), ("Where", 4, 12), ("Grade", 0, 9), ids="Id")
        for counted in account.incidents:
            incident, told = counted.incident, _sources(counted.independent_sources)
            grade = Text(counted.grade).append(f"\n{told}", style=QUIET)
            table.add_row(_harm(counted.figures), words.time(incident.when), _scene_of(incident), grade, incident.id)
        yield table
    if account.totals:
        table = _grid(("Running total", 5, 16), ("Since, until", 4, 12), ("Where", 4, 12), ("", 0, 9), ids="Id")
        for beside in account.totals:
            total, told = beside.total, _sources(beside.independent_sources)
            sources = Text(told, style=QUIET)
            table.add_row(_harm(beside.figures), words.time(total.when), _scene_of(total), sources, total.id)
        yield table


def documented_table(account: Account, by: str) -> Table:
    """Documented minimums by key, each with its incidents and the running totals that stand beside it."""
    from belegt.count import documented

    table = _grid(("Documented minimum", 4, 18), (f"By {by}", 4, 14), ("Running totals beside", 0, 13), ids="Incidents")
    for row in documented(account.incidents, account.totals, by):
        harm = load("harm")[row.kind].label(words.LANG)
        span = words.bounds(row.low, row.high) + ("" if row.high is not None else " or more")
        key = load("victims")[row.key].label(words.LANG) if by == "group" else shown(row.key)
        table.add_row(Text(f"{span} {harm}", style="bold"), key, "\n".join(row.beside), "\n".join(row.incidents))
    return table


def _harm(figures: Sequence[Figure]) -> Text:
    """Each kind of harm, gravest first as counted, with its groups under it."""
    lines = []
    for whole in (figure for figure in figures if not figure.group):
        lines.append(Text(f"{words.estimate(whole)} {load('harm')[whole.kind].label(words.LANG)}", style="bold"))
        for part in (figure for figure in figures if figure.group and figure.kind == whole.kind):
            lines.append(Text(f"{words.estimate(part)} {load('victims')[part.group].label(words.LANG)}", style=QUIET))
    return Text("\n").join(lines)


def _scene_of(counted: Incident | RunningTotal) -> Text:
    how = ", ".join(load("means")[means].label(words.LANG) for means in counted.means)
    return Text(words.place(counted.where)).append(f"\n{how}" if how else "", style=QUIET)


def _sources(count: int) -> str:
    return f"{count} source{'' if count == 1 else 's'}"
