"""One record carried over into another, event by event, from a file to a server or the other way round.

Invariant: rows of the log and pieces of evidence arrive as they were, so that both records have the same chain and head.
"""

from __future__ import annotations

from itertools import islice

from sqlalchemy import Connection, bindparam, insert, select

from belegt.errors import BelegtError
from belegt.record import schema, view
from belegt.record.database import Database
from belegt.record.log import EMPTY, REPORT_ADDED, Event, append, head, read

PART = 200
"""Events that are carried over in one transaction."""

_HASH = select(schema.log.c.hash).where(schema.log.c.seq == bindparam("seq"))
_EVIDENCE = select(schema.evidence).where(schema.evidence.c.sha256 == bindparam("sha256"))
_KEEP = insert(schema.evidence)


def carry(source: Database, target: Database) -> list[Event]:
    """Carry over the next events that ``target`` lacks, in one transaction, and return them: none when it lacks none.

    Raises B327 where ``target`` holds another history, B308 where an event of ``source`` does not have its hash.
    """
    with source.read() as old, target.write() as new:
        last = head(new)
        if last != EMPTY and old.execute(_HASH, {"seq": last.seq}).scalar() != last.hash:
            raise BelegtError("B327", path=target.address, source=source.address)
        done = []
        for event in islice(read(old, since=last.seq), PART):
            if event.kind == REPORT_ADDED:
                _keep(old, new, event)
            written = append(new, event.at, event.kind, event.body)
            if written != event:
                raise BelegtError(
                    "B308", path=source.address, detail=f"row {event.seq} of the log does not have its hash"
                )
            view.apply(new, written)
            done.append(written)
        return done


def _keep(old: Connection, new: Connection, event: Event) -> None:
    sha256 = {"sha256": event.body["report"]["sha256"]}
    if new.execute(_EVIDENCE, sha256).first() is None:
        new.execute(_KEEP, [dict(row) for row in old.execute(_EVIDENCE, sha256).mappings()])
