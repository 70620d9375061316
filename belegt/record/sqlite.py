"""The SQLite adapter: the one place that knows pragmas, triggers and error codes of SQLite.

Invariant: whatever is committed through it is on the disk (WAL, synchronous=FULL) before the commit returns.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry

from belegt.address import Address
from belegt.errors import BelegtError
from belegt.record.database import Turns, legible

MAGIC = b"SQLite format 3\x00"
APPLICATION_ID = 0x42656C67
"""Marks the file as a record: "Belg"."""

_CODES = {
    sqlite3.SQLITE_ERROR: "B308",
    sqlite3.SQLITE_FULL: "B305",
    sqlite3.SQLITE_IOERR: "B305",
    sqlite3.SQLITE_IOERR_READ: "B308",
    sqlite3.SQLITE_IOERR_SHORT_READ: "B308",
    sqlite3.SQLITE_BUSY: "B306",
    sqlite3.SQLITE_LOCKED: "B306",
    sqlite3.SQLITE_CANTOPEN: "B307",
    sqlite3.SQLITE_READONLY: "B307",
    sqlite3.SQLITE_PERM: "B307",
    sqlite3.SQLITE_CORRUPT: "B308",
    sqlite3.SQLITE_NOTADB: "B308",
}


class SqliteDatabase:
    """One SQLite file."""

    def __init__(self, address: Address, wait: float) -> None:
        self.address = address
        self.wait = wait
        self._turns = Turns(address, wait)
        url = URL.create("sqlite", database=os.fspath(address.path.absolute()))
        self._engine = create_engine(url, connect_args={"timeout": wait, "isolation_level": None})
        event.listen(self._engine, "connect", _prepare)
        event.listen(self._engine, "begin", _begin)
        self._writer = self._engine.execution_options(writes=True)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection within one read transaction."""
        with _coded(self.address, self.wait), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A connection within the one write transaction; it is on the disk when the block ends, or nothing is."""
        with self._turns.taken(), _coded(self.address, self.wait), self._writer.begin() as connection:
            yield connection

    def mark(self, connection: Connection) -> None:
        """Write into the file that it is a record."""
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")

    def close(self) -> None:
        """Give the file back."""
        self._engine.dispose()


def attach(address: Address, *, create: bool, wait: float) -> SqliteDatabase:
    """The file at ``address``; raises B301 for a file that is no record, B302 for none, B307 for one that is closed to us.

    With ``create`` a missing file is made, readable for its owner alone; an empty one, and one that a crash left
    before its first table, become a record too.
    """
    path = address.path
    start = _start(path)
    if start is None and create:
        _make(path)
    elif start is None:
        raise BelegtError("B302", path=path)
    elif start != MAGIC and not (create and start == b""):
        raise BelegtError("B301", path=path)
    _require_record(address, create, wait)
    return SqliteDatabase(address, wait)


def append_only() -> tuple[str, ...]:
    """DDL that lets rows be added to log and evidence, but never changed, deleted or replaced.

    A log row may only follow on the last: REPLACE would else delete one without firing the trigger on deletion.
    The first migration executes this and existing files hold it: never change it, write another.
    """
    out_of_order = (
        "NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM log)"
        " OR NEW.prev IS NOT coalesce((SELECT hash FROM log ORDER BY seq DESC LIMIT 1), printf('%064d', 0))"
    )
    taken = "EXISTS (SELECT 1 FROM evidence WHERE sha256 = NEW.sha256 OR rowid = NEW.rowid)"
    return (*_guards("log", out_of_order), *_guards("evidence", taken))


def _guards(table: str, replaces: str) -> Iterator[str]:
    refuse = f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    yield f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} {refuse}"
    yield f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} {refuse}"
    yield f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN {replaces} {refuse}"


def _start(path: Path) -> bytes | None:
    try:
        with path.open("rb") as file:
            return file.read(len(MAGIC))
    except FileNotFoundError:
        return None
    except IsADirectoryError as error:
        raise BelegtError("B301", path=path) from error
    except OSError as error:
        raise BelegtError("B307", path=path, detail=error.strerror) from error


def _make(path: Path) -> None:
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        folder = os.open(path.absolute().parent, os.O_RDONLY)
    except FileExistsError:
        return  # another process was quicker
    except OSError as error:
        raise BelegtError("B307", path=path, detail=error.strerror) from error
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _require_record(address: Address, create: bool, wait: float) -> None:
    """Look without changing anything: a file that is no record stays as it is.

    What a killed writer left half done can only be rolled back by a connection that may write; SQLite says so then.
    """
    path = address.path
    with _coded(address, wait):
        try:
            mark, blank = _look(path, "ro", wait)
        except sqlite3.OperationalError as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF != sqlite3.SQLITE_READONLY:
                raise
            mark, blank = _look(path, "rw", wait)
    if mark != APPLICATION_ID and not (create and blank):
        raise BelegtError("B301", path=path)


def _look(path: Path, mode: str, wait: float) -> tuple[int, bool]:
    """The application id of a file, and whether it is a database without one and without tables."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=wait)) as connection:
        mark = int(connection.execute("PRAGMA application_id").fetchone()[0])
        return mark, mark == 0 and connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0


@contextmanager
def _coded(address: Address, wait: float) -> Iterator[None]:
    """Turn what SQLite says into errors of the table; what has no row there is a defect and stays as it is."""
    try:
        with legible(address):
            yield
    except (DBAPIError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        undecodable = sqlite3.SQLITE_CORRUPT if isinstance(cause, sqlite3.OperationalError) else 0
        number = getattr(cause, "sqlite_errorcode", undecodable)
        code = _CODES.get(number) or _CODES.get(number & 0xFF)
        if code is None:
            raise
        raise BelegtError(code, path=address, wait=f"{wait:g}", detail=cause) from error


def _prepare(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "trusted_schema = OFF"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
