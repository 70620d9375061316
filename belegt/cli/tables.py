"""Tables for people: the claims of a report, and figures with the claims they rest on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from belegt.cli import words
from belegt.cli.screen import shown
from belegt.model import Account, Claim, Figure, HarmClaim, IncidentCount, Report, TotalCount
from belegt.terms import load

SHOWN_KINDS = ("killed", "injured")
QUIET = "dim"


def report_head(report: Report, place: str, claims: int) -> Text:
    """The line over the claims of a report."""
    head = Text(words.origin(report), style="bold")
    counted = f"{claims} claim{'' if claims == 1 else 's'}" if claims else "no claims"
    head.append(f"   {shown(place)} · {shown(report.id)} · {counted}", style=QUIET)
    return head


def _grid(*columns: tuple[str, int, int], ids: str) -> Table:
    """A table with air between its rows; columns are (head, share of the width, least width), the last one holds ids."""
    table = Table(
        box=SIMPLE_HEAD, expand=True, show_edge=False, pad_edge=False, leading=1, header_style=QUIET, border_style=QUIET
    )
    for head, ratio, least in columns:
        table.add_column(head, ratio=ratio, min_width=least, overflow="fold")
    table.add_column(ids, style=QUIET, overflow="fold")
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
        table = _grid(
            ("When", 4, 12),
            ("Where", 4, 10),
            *((k.capitalize(), 3, 8) for k in SHOWN_KINDS),
            ("Other", 3, 7),
            ("Grade", 2, 9),
            ids="Incident",
        )
        for counted in account.incidents:
            table.add_row(*_incident(counted))
        yield table
    if account.totals:
        table = _grid(
            ("Running total", 5, 16), ("Since, until", 5, 14), ("Where", 4, 10), ("Sources", 2, 9), ids="Total"
        )
        for total in account.totals:
            table.add_row(*_total(total))
        yield table


def _incident(counted: IncidentCount) -> tuple[Text | str, ...]:
    incident = counted.incident
    cells = [_of_kind(counted.figures, kind) for kind in SHOWN_KINDS]
    others = [f for f in counted.figures if f.kind not in SHOWN_KINDS and not f.group]
    rest = Text("\n").join(Text(f"{words.estimate(f)} {load('harm')[f.kind].label(words.LANG)}") for f in others)
    how = ", ".join(load("means")[m].label(words.LANG) for m in incident.means)
    where = Text(words.place(incident.where)).append(f"\n{how}" if how else "", style=QUIET)
    return words.time(incident.when), where, *cells, rest, _graded(counted), incident.id


def _of_kind(figures: Sequence[Figure], kind: str) -> Text:
    """The figure for all, and under it those of its groups."""
    said = Text()
    for figure in (f for f in figures if f.kind == kind):
        if figure.group:
            said.append(_group(figure))
        else:
            said = Text(words.estimate(figure), style="bold").append(said)
    return said or Text("–", style=QUIET)


def _group(figure: Figure) -> Text:
    label = load("victims")[figure.group].label(words.LANG)
    return Text(f"\nof them {words.estimate(figure)} {label}", style="not bold dim")


def _total(counted: TotalCount) -> tuple[Text | str, ...]:
    total, whole = counted.total, counted.figures[0]
    said = Text(f"{words.estimate(whole)} {load('harm')[total.kind].label(words.LANG)}", style="bold")
    for figure in counted.figures[1:]:
        said.append(_group(figure))
    when, where = words.time(total.when), words.place(total.where)
    return said, when, where, _sources(counted.independent_sources), total.id


def _graded(counted: IncidentCount) -> Text:
    return Text(counted.grade).append(f"\n{_sources(counted.independent_sources)}", style=QUIET)


def _sources(count: int) -> str:
    return f"{count} source{'' if count == 1 else 's'}"
