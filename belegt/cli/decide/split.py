"""``belegt split``: say that claims do not belong to the incident that they stand in."""

from __future__ import annotations

from typing import Annotated

import typer

from belegt.cli import options
from belegt.cli.decide.act import Author, Reason, counted, decide, held, home, named, tell
from belegt.cli.screen import Screen
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
        refs = named(known, ids, record)
        told = home(known, refs)
        rest = [ref for ref in told if ref not in refs]
        if not rest:
            raise BelegtError("B707", detail="they are the whole of their incident" if told else "they stand in several incidents")
        made = decide(store, "different", [*refs, *rest], (author, reason), str(len(refs)))
        tell(screen, made, store, [*refs, *rest], json)
    return screen.exit_code
