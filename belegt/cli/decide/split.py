"""``belegt split``: say that claims do not belong to the incident that they stand in."""

from __future__ import annotations

from typing import Annotated

import typer

from belegt.cli import options
from belegt.cli.decide.act import Author, Reason, counted, decide, held, tell
from belegt.cli.decide.merge import claims_of
from belegt.cli.screen import Screen
from belegt.cli.show import find
from belegt.errors import BelegtError


def split(
    ids: Annotated[
        list[str],
        typer.Argument(metavar="CLAIM...", show_default=False, help="Claims of one incident or total that are of another."),
    ],
    record: options.Record,
    author: Author,
    reason: Reason,
    json: options.Json = False,
    quiet: options.Quiet = False,
) -> int:
    """Decide that claims are of another incident.

    They are kept apart from all others that stand with them now; where they belong instead is linked anew.
    """
    from belegt.record import open_record

    screen = Screen(quiet)
    with open_record(record) as store:
        known = counted(held(store))
        named = list(dict.fromkeys(ref for id in ids for ref in claims_of(find(known, id, record), id, record)))
        homes = [*(i.incident.claims for i in known.incidents), *(t.total.claims for t in known.totals)]
        told = next(([c.ref for c in claims] for claims in homes if set(named) <= {c.ref for c in claims}), [])
        rest = [ref for ref in told if ref not in named]
        if not rest:
            raise BelegtError("B707", detail="they are the whole of their incident" if told else "they stand in several incidents")
        made = decide(store, "different", [*named, *rest], (author, reason), str(len(named)))
        tell(screen, made, store, [*named, *rest], json)
    return screen.exit_code
