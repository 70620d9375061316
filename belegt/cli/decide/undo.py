"""``belegt undo``: take a decision back; what it changed is again as if it had never been made."""

from __future__ import annotations

from typing import Annotated

import typer

from belegt.cli import options
from belegt.cli.decide.act import Author, Reason, decide, held, tell
from belegt.cli.screen import Screen
from belegt.errors import BelegtError


def undo(
    id: Annotated[
        str, typer.Argument(metavar="DECISION", show_default=False, help="As `belegt log` prints it; a clear beginning will do.")
    ],
    record: options.Record,
    author: Author,
    reason: Reason,
    json: options.Json = False,
    quiet: options.Quiet = False,
) -> int:
    """Take a decision back.

    Both stay in the log. Taking back an undo brings the decision back.
    """
    from belegt.link import standing
    from belegt.record import open_record

    screen = Screen(quiet)
    with open_record(record) as store:
        decisions = held(store).decisions
        begun = [d for d in decisions if d.id == id] or [d for d in decisions if d.id.startswith(id)]
        if not begun:
            raise BelegtError("B702", path=record, id=id)
        if len(begun) > 1:
            raise BelegtError("B703", id=id, found=", ".join(d.id for d in begun[:5]))
        if begun[0] not in standing(decisions):
            raise BelegtError("B707", detail="it was taken back already")
        made = decide(store, "undo", [begun[0].id], (author, reason))
        tell(screen, made, store, begun[0].targets, json)
    return screen.exit_code
