"""``belegt add``: reports into a record, each in a transaction of its own."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Annotated

import typer

from belegt.cli import options
from belegt.cli.screen import Screen
from belegt.errors import BelegtError

if TYPE_CHECKING:
    from belegt.record import Added, Record


MOST_NAMED = 5
"""Decisions told of by their ids."""


def add(
    record: options.Record,
    paths: options.MaybePaths = None,
    fetched: Annotated[
        list[str] | None,
        typer.Option(
            "--fetch", metavar="URL", show_default=False, help="Fetch a page from the web; as often as you like."
        ),
    ] = None,
    published: options.Published = None,
    lang: options.ReportLanguage = None,
    jobs: options.Jobs = 1,
    json: options.Json = False,
    quiet: options.Quiet = False,
) -> int:
    """Add reports to a record.

    The record is made where there is none. A report that it knows is not added again; a report that is refused keeps
    no other from being added. Nothing is fetched but the addresses given with --fetch.
    """
    from belegt.intake import fetch, receive
    from belegt.pipeline import enter
    from belegt.record import open_record

    if not paths and not fetched:
        raise BelegtError("B701", detail="neither PATHS nor --fetch is given", command="belegt add")
    screen = Screen(quiet)
    given = chain(
        receive(paths or (), published=published, lang=lang), fetch(fetched or (), published=published, lang=lang)
    )
    done: list[Added] = []
    with open_record(record, create=True) as store:
        try:
            with screen.progress("Adding reports") as step:
                for added in screen.accepted(enter(store, given, jobs)):
                    done.append(added)
                    step()
        finally:  # whatever ends it, what was acknowledged is there and is told
            _summary(screen, store, done, json)
    return screen.exit_code


def _summary(screen: Screen, store: Record, done: list[Added], json: bool) -> None:
    added = sum(one.status == "added" for one in done)
    reread = sum(one.reread for one in done)
    claims = sum(one.claims for one in done if one.status == "added" or one.reread)
    known = len(done) - added - reread
    head = store.head()
    if json:
        counts = {"added": added, "reread": reread, "known": known, "refused": screen.refused, "claims": claims}
        screen.document({"record": str(store.address), **counts, "head": f"{head.seq}:{head.hash}"})
    elif not screen.quiet:
        parts = [f"{added} added", f"{reread} read anew" if reread else "", f"{known} known already"]
        told = ", ".join(filter(None, [*parts, f"{screen.refused} refused"]))
        screen.print(f"{store.address}: {told}. {claims} claims.")
        screen.print(f"Head {head.seq}:{head.hash}")
    if reread and (lost := store.unplaced()):
        named = ", ".join(decision.id for decision in lost[:MOST_NAMED]) + (
            " and more" if len(lost) > MOST_NAMED else ""
        )
        screen.remark(
            f"{len(lost)} decisions are on words that no claim quotes any more; see them in `belegt log`: {named}"
        )
