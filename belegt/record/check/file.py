"""The file itself: is it a record, is it whole, and are its tables and triggers those that Belegt makes?

Invariant: the record is opened for reading only (a copy is rolled back in its stead), and nothing in it is executed.
"""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Container, Iterator
from contextlib import closing
from importlib import resources
from pathlib import Path

from belegt.errors import BelegtError
from belegt.record.check.finding import Finding, differences
from belegt.record.check.rows import Rows

MAGIC = b"SQLite format 3\x00"
APPLICATION_ID = int.from_bytes(b"Belg", "big")
REVISION = "0001"


def condition(path: Path) -> tuple[bool, int, int]:
    """Whether a write-ahead log lies beside the file, its size and when it was changed; alike means at rest."""
    beside = path.with_name(path.name + "-wal").exists()
    if not path.exists():
        return beside, 0, 0
    stat = path.stat()
    return beside, stat.st_size, stat.st_mtime_ns


def unfinished(path: Path) -> bool:
    """Whether the rollback journal of a writer lies beside the file: it holds what was there before."""
    journal = path.with_name(path.name + "-journal")
    return path.is_file() and journal.is_file() and journal.stat().st_size > 0


def rolled_back(path: Path, folder: Path) -> Path:
    """A copy of the record in ``folder``, without the write that was never finished; raises B301 or B307."""
    copy = folder / path.name
    try:
        for side in ("-journal", "-wal", ""):
            if (source := path.with_name(path.name + side)).exists():
                shutil.copyfile(source, copy.with_name(copy.name + side))
    except OSError as error:
        raise BelegtError("B307", path=path, detail=error.strerror) from error
    with closing(sqlite3.connect(copy)) as connection:
        try:
            connection.execute("SELECT count(*) FROM sqlite_master")
        except sqlite3.DatabaseError as error:
            raise BelegtError("B301", path=path) from error
    return copy


def connect(path: Path, at_rest: bool) -> sqlite3.Connection:
    """The record, open for reading; raises B301, B302 or B307.

    A file at rest is read as it lies, also where its folder cannot be written; else SQLite needs its side files.
    """
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
    mode = "immutable=1" if at_rest else "mode=ro"
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?{mode}", uri=True, isolation_level=None)
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise BelegtError("B301", path=path)
    except (sqlite3.DatabaseError, BelegtError) as error:
        connection.close()
        opened = getattr(error, "sqlite_errorcode", 0) & 0xFF != sqlite3.SQLITE_CANTOPEN
        raise BelegtError("B301" if opened else "B307", path=path, detail=error) from error
    return connection


def damage(connection: sqlite3.Connection) -> Iterator[Finding]:
    """What SQLite's own check finds in pages and indexes."""
    for (line,) in connection.execute("PRAGMA integrity_check(20)"):
        if line != "ok":
            yield Finding.of("B501", detail=line)


def strange_objects(connection: sqlite3.Connection, kinds: Container[str]) -> Iterator[Finding]:
    """Tables, indexes, triggers or views that are missing, changed or not Belegt's."""
    with closing(sqlite3.connect(":memory:")) as model:
        model.executescript(resources.files("belegt.record.check").joinpath("schema.sql").read_text(encoding="utf-8"))
        expected = _objects(model, kinds)
    found = _objects(connection, kinds)
    yield from differences(expected, found)


def version(rows: Rows) -> Iterator[Finding]:
    """A schema of another version than this check is written for."""
    found = rows.execute("SELECT version_num FROM alembic_version").fetchall()
    if found != [(REVISION,)]:
        yield Finding.of("B502", detail=f"its version is {found}, this check is for {REVISION}")


def _objects(connection: sqlite3.Connection, kinds: Container[str]) -> dict[str, tuple[str, str | None]]:
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master")
    return {f"{kind} {name}": (table, sql and _plain(sql)) for kind, name, table, sql in rows if kind in kinds}


def _plain(sql: str) -> str:
    return re.sub(r"\s*([(),])\s*", r"\1", " ".join(sql.split()))
