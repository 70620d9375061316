"""The independent check of a record: it trusts nothing that the writer wrote and shares no code with it.

It needs the standard library and the table of errors alone. What it proves: the file is whole, the schema is the one
Belegt makes, no log row was changed, moved, added between others or taken out, every piece of evidence has its hash,
every claim quotes its report, and the views say what the log says. Rows cut off at the end leave no trace in the file;
a head remembered elsewhere shows them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from belegt.record.check.chain import Story, walk
from belegt.record.check.content import compare_evidence, compare_views
from belegt.record.check.file import connect, damage, strange_objects
from belegt.record.check.finding import Finding

__all__ = ["Finding", "check"]


def check(path: str | Path, head: tuple[int, str] | None = None) -> list[Finding]:
    """Everything that is wrong with the record at ``path``; an empty list when it is sound.

    The file is opened for reading only. ``head`` is the number and hash of a log row as remembered from an earlier
    ``Record.head()``. Raises B301 for a file that is no record, B302 where there is none, B307 for one closed to us.
    """
    findings: list[Finding] = []
    with closing(connect(Path(path))) as connection:
        try:
            findings.extend(_findings(connection, head))
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            findings.append(Finding.of("B501", detail=error))
    return findings


def _findings(connection: sqlite3.Connection, head: tuple[int, str] | None) -> Iterator[Finding]:
    connection.execute("BEGIN")
    yield from damage(connection)
    strange = list(strange_objects(connection))
    yield from strange
    if any("table" in finding.cause or "view" in finding.cause for finding in strange):
        return
    story = Story(head=head)
    yield from walk(connection, story)
    yield from compare_evidence(connection, story)
    yield from compare_views(connection, story)
