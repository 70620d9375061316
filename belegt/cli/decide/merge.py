"""``belegt merge``: say that incidents, or claims in them, are one."""

from __future__ import annotations

from typing import Annotated

import typer

from belegt.cli import options
from belegt.cli.decide.act import Author, Reason, counted, decide, held, home, named, tell
from belegt.cli.screen import Screen
from belegt.errors import BelegtError


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
        refs = named(known, ids, record)
        if home(known, refs):
            raise BelegtError("B707", detail="they are one already")
        made = decide(store, "same", refs, (author, reason))
        tell(screen, made, store, refs, json)
    return screen.exit_code
