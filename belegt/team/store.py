"""The file of the accounts: an SQLite file of its own beside the record, for its owner alone.

Invariant: whatever changes is on the disk when the block that changed it ends, or nothing of it is.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from belegt.errors import BelegtError

APPLICATION_ID = int.from_bytes(b"BelT", "big")
SCHEMA = """
CREATE TABLE account (
    name TEXT PRIMARY KEY,
    folded TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL,
    passphrase TEXT NOT NULL DEFAULT '',
    secret TEXT NOT NULL DEFAULT '',
    step INTEGER NOT NULL DEFAULT 0,
    enabled INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE TABLE session (
    hash TEXT PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account (name),
    began REAL NOT NULL,
    seen REAL NOT NULL
) STRICT;
CREATE TABLE invitation (
    hash TEXT PRIMARY KEY,
    account TEXT NOT NULL UNIQUE REFERENCES account (name),
    until REAL NOT NULL
) STRICT;
CREATE TABLE act (
    at REAL NOT NULL,
    author TEXT NOT NULL,
    what TEXT NOT NULL,
    account TEXT NOT NULL
) STRICT;
"""


def beside(record: str) -> Path:
    """Where the accounts of a record lie unless told otherwise."""
    return Path(f"{record}.team")


class Store:
    """One file of accounts; made where there is none. Raises B830 for a file that is none, or cannot be used."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.Lock()
        with self._coded():
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
            self._connection = sqlite3.connect(path, timeout=10, isolation_level=None, check_same_thread=False)
            try:
                self._prepare()
            except BaseException:
                self._connection.close()
                raise

    def close(self) -> None:
        """Give the file back."""
        self._connection.close()

    @contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """A connection to look with; rows have names."""
        with self._coded(), self._lock:
            yield self._connection

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """The same within the one write transaction."""
        with self._coded(), self._lock:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    def _prepare(self) -> None:
        run = self._connection.execute
        self._connection.row_factory = sqlite3.Row
        mark, tables = (
            run("PRAGMA application_id").fetchone()[0],
            run("SELECT count(*) FROM sqlite_master").fetchone()[0],
        )
        if mark != APPLICATION_ID and (mark or tables):
            raise BelegtError("B830", path=self.path, detail="it is no file of accounts")
        run("PRAGMA journal_mode = WAL")
        run("PRAGMA synchronous = FULL")
        run("PRAGMA foreign_keys = ON")
        run("PRAGMA secure_delete = ON")
        if not tables:
            self._connection.executescript(
                f"BEGIN IMMEDIATE; {SCHEMA} PRAGMA application_id = {APPLICATION_ID}; COMMIT;"
            )

    @contextmanager
    def _coded(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise BelegtError("B830", path=self.path, detail=error) from error
