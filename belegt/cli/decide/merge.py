"""``belegt merge``: say that incidents, or claims in them, are one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from belegt.cli import options
from belegt.cli.decide.act import Author, Reason, counted, decide, held, tell
from belegt.cli.screen import Screen
from belegt.cli.show import find
from belegt.errors import BelegtError

if TYPE_CHECKING:
    from belegt.cli.show import Thing


def merge(
    ids: Annotated[
        list[str],
        typer.Argument(metavar="ID...", show_default=False, help="Two incidents, totals or claims, or more; clear beginnings will do."),
    ],
    record: options.Record,
    author: Author,
    reason: Reason,
    json: options.Json = False,
    quiet: options.Quiet = False,
) -> int:
    """Decide that incidents are one.

    The decision stands in the log with its author and reason, and holds however often the reports are read again.
    """
    from belegt.record import open_record

    screen = Screen(quiet)
    with open_record(record) as store:
        known = counted(held(store))
        refs = list(dict.fromkeys(ref for id in ids for ref in claims_of(find(known, id, record), id, record)))
        homes = [*(i.incident.claims for i in known.incidents), *(t.total.claims for t in known.totals)]
        if any(set(refs) <= {c.ref for c in claims} for claims in homes):
            raise BelegtError("B707", detail="they are one already")
        made = decide(store, "same", refs, (author, reason))
        tell(screen, made, store, refs, json)
    return screen.exit_code


def claims_of(thing: Thing, id: str, record: object) -> list[str]:
    """The refs of the claims that an incident, a total or a claim is decided by; raises B706 for anything else."""
    from belegt.model import HarmClaim, IncidentCount, TotalCount

    if isinstance(thing, IncidentCount):
        return [c.ref for c in thing.incident.claims]
    if isinstance(thing, TotalCount):
        return [c.ref for c in thing.total.claims]
    if isinstance(thing, HarmClaim):
        return [thing.ref]
    raise BelegtError("B706", id=id, path=record)
