"""The log: events in a chain of hashes. Nothing that stands in it changes; every state is derived from it.

The hash of an event is the SHA-256, in hex, of the canonical JSON array ``[seq, at, kind, body, prev]``, where ``body``
is the canonical JSON text of the event and ``prev`` the hash of the event before (64 zeros for the first).
Canonical JSON: UTF-8, keys sorted, no spaces, characters not escaped.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, insert, select

from belegt.record.schema import log

REPORT_ADDED, CLAIMS_READ, DECISION_MADE = "report_added", "claims_read", "decision_made"
PAGE = 256
_JSON = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)

# Statements are built once: building one costs SQLAlchemy more than SQLite needs to execute it.
_LAST = select(log.c.seq, log.c.hash).order_by(log.c.seq.desc()).limit(1)
_APPEND = insert(log)


class Head(NamedTuple):
    """The last event: its number (0 in an empty record) and its hash. Keep it elsewhere to prove that none was cut off."""

    seq: int
    hash: str


EMPTY = Head(0, "0" * 64)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One row of the log; ``at`` is UTC in ISO 8601, ``body`` what happened."""

    seq: int
    at: str
    kind: str
    body: Mapping[str, Any]
    prev: str
    hash: str


def canonical(value: object) -> str:
    """The one JSON text of a value."""
    return _JSON.encode(value)


def head(connection: Connection) -> Head:
    """The last event of the log."""
    row = connection.execute(_LAST).first()
    return Head(*row) if row else EMPTY


def append(connection: Connection, at: str, kind: str, body: Mapping[str, Any]) -> Event:
    """Write one event behind the last; the caller holds the write transaction."""
    last = head(connection)
    text = canonical(body)
    seq = last.seq + 1
    hashed = hashlib.sha256(canonical([seq, at, kind, text, last.hash]).encode()).hexdigest()
    row = {"seq": seq, "at": at, "kind": kind, "body": text, "prev": last.hash, "hash": hashed}
    connection.execute(_APPEND, row)
    return Event(seq=seq, at=at, kind=kind, body=body, prev=last.hash, hash=hashed)


def read(connection: Connection, kind: str | None = None, since: int = 0) -> Iterator[Event]:
    """The events after number ``since``, oldest first, of one kind or of all; few are held in memory at a time."""
    query = select(log).order_by(log.c.seq).limit(PAGE)
    if kind is not None:
        query = query.where(log.c.kind == kind)
    while rows := connection.execute(query.where(log.c.seq > since)).all():
        yield from map(_event, rows)
        since = rows[-1].seq


def _event(row: Row[Any]) -> Event:
    return Event(seq=row.seq, at=row.at, kind=row.kind, body=json.loads(row.body), prev=row.prev, hash=row.hash)
