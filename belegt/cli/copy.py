"""``belegt copy``: a record carried over into another, with its chain."""

from __future__ import annotations

from typing import Annotated

import typer

from belegt.address import Address
from belegt.cli import options
from belegt.cli.screen import Screen


def copy(
    source: Annotated[
        Address, typer.Argument(metavar="SOURCE", parser=Address.of, show_default=False, help="The record to copy.")
    ],
    record: options.Record,
    json: options.Json = False,
    quiet: options.Quiet = False,
) -> int:
    """Copy a record into another.

    From a file to a PostgreSQL server, or the other way round. The copy has the same chain of events and the same head.
    Run again, it brings the copy up to date.
    """
    from belegt.record import open_record

    screen = Screen(quiet)
    with open_record(source) as old, open_record(record, create=True) as new:
        copied = 0
        with screen.progress("Copying events") as step:
            for _ in old.copy_to(new):
                copied += 1
                step()
        head = new.head()
    told = f"{head.seq}:{head.hash}"
    if json:
        screen.document({"source": str(source), "record": str(record), "copied": copied, "head": told})
    else:
        screen.print(f"{record}: {copied} events copied from {source}.")
        screen.print(f"Head {told}")
    return screen.exit_code
