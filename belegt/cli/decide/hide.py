"""``belegt hide``: leave reports or single claims out of every count and brief."""

from __future__ import annotations

from typing import Annotated

import typer

from belegt.cli import options
from belegt.cli.decide.act import Author, Reason, counted, decide, held, tell
from belegt.cli.screen import Screen
from belegt.cli.show import find
from belegt.errors import BelegtError


def hide(
    ids: Annotated[
        list[str],
        typer.Argument(metavar="ID...", show_default=False, help="Reports or claims (REPORT#CLAIM); clear beginnings will do."),
    ],
    record: options.Record,
    author: Author,
    reason: Reason,
    json: options.Json = False,
    quiet: options.Quiet = False,
) -> int:
    """Leave reports or claims out of every count.

    They stay in the record with their author's reason, and `belegt undo` brings them back.
    """
    from belegt.model import Claim, Report
    from belegt.record import open_record

    screen = Screen(quiet)
    with open_record(record) as store:
        known = counted(held(store))
        targets: dict[str, None] = {}
        for id in ids:
            thing = find(known, id, record)
            if not isinstance(thing, (Report, Claim)):
                raise BelegtError("B708", id=id)
            targets[thing.id if isinstance(thing, Report) else thing.ref] = None
        made = decide(store, "hide", list(targets), (author, reason))
        tell(screen, made, store, list(targets), json)
    return screen.exit_code
