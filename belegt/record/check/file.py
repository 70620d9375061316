"""The file itself: is it a record, is it whole, and are its tables and triggers those that Belegt makes?

Invariant: the file is opened for reading only, and nothing in it is executed.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from importlib import resources
from pathlib import Path

from belegt.errors import BelegtError
from belegt.record.check.finding import Finding

MAGIC = b"SQLite format 3\x00"
APPLICATION_ID = int.from_bytes(b"Belg", "big")
REVISION = "0001"


def connect(path: Path) -> sqlite3.Connection:
    """The record, open for reading; raises B301, B302 or B307."""
    try:
        with path.open("rb") as file:
            start = file.read(len(MAGIC))
    except FileNotFoundError as error:
        raise BelegtError("B302", path=path) from error
    except IsADirectoryError as error:
        raise BelegtError("B301", path=path) from error
    except OSError as error:
        raise BelegtError("B307", path=path, detail=error.strerror) from error
    if start != MAGIC:
        raise BelegtError("B301", path=path)
    connection = sqlite3.connect(_address(path), uri=True, isolation_level=None)
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        mark = connection.execute("PRAGMA application_id").fetchone()[0]
    except sqlite3.DatabaseError as error:
        connection.close()
        raise BelegtError("B301", path=path) from error
    if mark != APPLICATION_ID:
        connection.close()
        raise BelegtError("B301", path=path)
    return connection


def damage(connection: sqlite3.Connection) -> Iterator[Finding]:
    """What SQLite's own check finds in pages and indexes."""
    for (line,) in connection.execute("PRAGMA integrity_check(20)"):
        if line != "ok":
            yield Finding.of("B501", detail=line)


def strange_objects(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Tables, indexes, triggers and views that are missing, changed or not Belegt's, and a schema of another version."""
    with closing(sqlite3.connect(":memory:")) as model:
        model.executescript(resources.files("belegt.record.check").joinpath("schema.sql").read_text(encoding="utf-8"))
        expected = _objects(model)
    found = _objects(connection)
    for key in sorted(expected.keys() | found.keys()):
        if key not in found:
            yield Finding.of("B502", detail=f"{key} is missing")
        elif key not in expected:
            yield Finding.of("B502", detail=f"{key} does not belong here")
        elif expected[key] != found[key]:
            yield Finding.of("B502", detail=f"{key} was changed")
    if "table alembic_version" in found:
        rows = connection.execute("SELECT version_num FROM alembic_version").fetchall()
        if rows != [(REVISION,)]:
            yield Finding.of("B502", detail=f"its version is {rows}, this check is for {REVISION}")


def _objects(connection: sqlite3.Connection) -> dict[str, tuple[str, str | None]]:
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master")
    return {f"{kind} {name}": (table, sql and _plain(sql)) for kind, name, table, sql in rows}


def _plain(sql: str) -> str:
    return re.sub(r"\s*([(),])\s*", r"\1", " ".join(sql.split()))


def _address(path: Path) -> str:
    """A write-ahead log needs a folder that can be written; without one to read, the file alone is the record."""
    uri = path.absolute().as_uri()
    settled = not path.with_name(path.name + "-wal").exists()
    try:
        with closing(sqlite3.connect(f"{uri}?mode=ro", uri=True)) as connection:
            connection.execute("PRAGMA application_id")
            connection.execute("SELECT 1 FROM sqlite_master")
    except sqlite3.OperationalError:
        if settled:
            return f"{uri}?immutable=1"
    return f"{uri}?mode=ro"
