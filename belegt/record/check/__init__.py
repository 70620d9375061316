"""The independent check of a record: it trusts nothing that the writer wrote and shares no code with it.

It needs the standard library, the table of errors and, for a record at a server, psycopg alone. What it proves: the store
is whole, the schema is the one
Belegt makes, no log row was changed, moved, added between others or taken out, every piece of evidence has its hash,
every claim quotes its report, and the views say what the log says. Rows cut off at the end leave no trace; a head remembered elsewhere shows them.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from belegt.address import Address
from belegt.record.check.catalog import Session, UnreadableError, session
from belegt.record.check.catalog import strange_objects as strange_at_server
from belegt.record.check.chain import Story, walk
from belegt.record.check.content import compare_evidence, compare_views
from belegt.record.check.file import condition, connect, damage, rolled_back, strange_objects, unfinished, version
from belegt.record.check.finding import Finding
from belegt.record.check.rows import Rows

__all__ = ["Finding", "check"]


def check(place: str | Path | Address, head: tuple[int, str] | None = None) -> list[Finding]:
    """Everything that is wrong with the record at ``place``; an empty list when it is sound.

    It is opened for reading only. ``head`` is the number and hash of a log row as remembered from an earlier
    ``Record.head()``. Raises B301 for what is no record, B302 where there is none, B307 for a file closed to us, B320 to
    B326 for a server that cannot be used.
    Beside the journal of a writer that was killed, a copy is checked on which SQLite takes the half-written back.
    """
    address = Address.of(place)
    return _check_server(address, head) if address.is_server else _check_file(address.path, head)


def _check_server(address: Address, head: tuple[int, str] | None) -> list[Finding]:
    findings: list[Finding] = []
    try:
        with session(address) as rows:
            findings.extend(_at_server(rows, head))
    except UnreadableError as error:
        findings.append(Finding.of("B501", detail=" ".join(str(error).split())))
    return findings


def _at_server(rows: Session, head: tuple[int, str] | None) -> Iterator[Finding]:
    strange = list(strange_at_server(rows))
    yield from strange
    if not strange:  # else what its tables say cannot be trusted to be what they hold
        yield from _told(rows, head)


def _check_file(path: Path, head: tuple[int, str] | None) -> list[Finding]:
    if unfinished(path):
        with tempfile.TemporaryDirectory() as folder:
            return _check(rolled_back(path, Path(folder)), head, at_rest=False)
    before = condition(path)
    findings = _check(path, head, at_rest=not before[0])
    if findings and condition(path) != before:  # it was written to meanwhile
        findings = _check(path, head, at_rest=False)
    return findings


def _check(path: Path, head: tuple[int, str] | None, at_rest: bool) -> list[Finding]:
    findings: list[Finding] = []
    with closing(connect(path, at_rest)) as connection:
        try:
            findings.extend(_findings(connection, head))
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            findings.append(Finding.of("B501", detail=error))
    return findings


def _findings(connection: sqlite3.Connection, head: tuple[int, str] | None) -> Iterator[Finding]:
    connection.execute("BEGIN")
    yield from damage(connection)
    strange = list(strange_objects(connection, {"table", "view"}))
    yield from strange
    yield from strange_objects(connection, {"index", "trigger"})
    if strange:  # what its tables say cannot be trusted to be what they hold
        return
    yield from _told(connection, head)


def _told(rows: Rows, head: tuple[int, str] | None) -> Iterator[Finding]:
    yield from version(rows)
    story = Story(head=head)
    yield from walk(rows, story)
    yield from compare_evidence(rows, story)
    yield from compare_views(rows, story)
