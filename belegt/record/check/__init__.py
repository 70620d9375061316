"""The independent check of a record: it trusts nothing that the writer wrote and shares no code with it.

It needs the standard library and the table of errors alone. What it proves: the file is whole, the schema is the one
Belegt makes, no log row was changed, moved, added between others or taken out, every piece of evidence has its hash,
every claim quotes its report, and the views say what the log says. Rows cut off at the end leave no trace in the file;
a head remembered elsewhere shows them.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from belegt.record.check.chain import Story, walk
from belegt.record.check.content import compare_evidence, compare_views
from belegt.record.check.file import condition, connect, damage, rolled_back, strange_objects, unfinished, version
from belegt.record.check.finding import Finding

__all__ = ["Finding", "check"]


def check(path: str | Path, head: tuple[int, str] | None = None) -> list[Finding]:
    """Everything that is wrong with the record at ``path``; an empty list when it is sound.

    The file is opened for reading only. ``head`` is the number and hash of a log row as remembered from an earlier
    ``Record.head()``. Raises B301 for a file that is no record, B302 where there is none, B307 for one closed to us.
    Beside the journal of a writer that was killed, a copy is checked on which SQLite takes the half-written back.
    """
    path = Path(path)
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
    yield from version(connection)
    story = Story(head=head)
    yield from walk(connection, story)
    yield from compare_evidence(connection, story)
    yield from compare_views(connection, story)
