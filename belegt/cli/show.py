"""``belegt show``: one report, claim, incident or running total of a record, with words and grounds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from belegt.address import Address
from belegt.cli import options
from belegt.cli.material import alone, of_record
from belegt.cli.screen import Screen
from belegt.errors import BelegtError

if TYPE_CHECKING:
    from belegt.model import Account, Claim, IncidentCount, Report, TotalCount

    Thing = Report | Claim | IncidentCount | TotalCount
LISTED = 5


def show(
    id: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="A report, claim (REPORT#CLAIM), incident or total; a clear beginning will do."
        ),
    ],
    record: options.Record,
    profile: options.Rules = "airwars",
    json: options.Json = False,
    quiet: options.Quiet = False,
) -> int:
    """Show a claim, incident or report.

    With the sentence around each quote, who says it, and why Belegt reads it so.
    """
    from belegt.cli.views import view
    from belegt.link import in_force
    from belegt.model import corrected
    from belegt.pipeline import account

    screen = Screen(quiet)
    held = of_record(record)
    known = account(held.reports, held.claims, profile=profile, decisions=held.decisions)
    # a claim that was rejected counts nowhere, but can be looked at
    known = replace(known, claims=tuple(corrected(held.claims, in_force(held.decisions))))
    thing = find(known, id, record)
    if json:
        screen.document(_fields(thing, known))
    else:
        screen.print(*view(thing, known))
    return 0


def find(known: Account, id: str, record: Address) -> Thing:
    """The thing with this id, or the only one whose id begins so; raises B702 or B703."""
    named = list(_named(known, whole="#" in id))
    exact = [thing for name, thing in named if name == id]
    begun = [(name, thing) for name, thing in named if name.startswith(id)]
    if len(exact) == 1 or (not exact and len(begun) == 1):
        return exact[0] if exact else begun[0][1]
    if not begun:
        raise BelegtError("B702", path=record, id=id)
    names = [_full_name(thing) for thing in exact] or [name for name, _ in begun]
    more = f" and {len(names) - LISTED} more" if len(names) > LISTED else ""
    raise BelegtError("B703", id=id, found=", ".join(names[:LISTED]) + more)


def _named(known: Account, whole: bool) -> Iterator[tuple[str, Thing]]:
    """Every thing with its id; ``whole`` gives that of a claim with its report."""
    for report in known.reports:
        yield report.id, report
    for incident in known.incidents:
        yield incident.incident.id, incident
    for total in known.totals:
        yield total.total.id, total
    for claim in known.claims:
        yield (claim.ref if whole else claim.id), claim


def _full_name(thing: Thing) -> str:
    return str(getattr(thing, "ref", "") or getattr(thing, "id", ""))


def _fields(thing: Thing, known: Account) -> dict[str, Any]:
    from belegt.model import Claim, IncidentCount, Report
    from belegt.pipeline import figures_lines

    if isinstance(thing, Report):
        return {**thing.as_dict(), "claims": [c.as_dict() for c in known.claims if c.report.id == thing.id]}
    if isinstance(thing, Claim):
        return {"report": thing.report.id, **thing.as_dict(), "reader": thing.reader}
    told = thing.incident.claims if isinstance(thing, IncidentCount) else thing.total.claims
    return {
        **next(figures_lines(alone(known, thing))),
        "claims": [{"report": c.report.id, **c.as_dict()} for c in told],
    }
