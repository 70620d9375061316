from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from belegt.record import Record, check
from belegt.record.schema import evidence, log


@pytest.fixture
def place(path: Path) -> str:
    return str(path)


@pytest.fixture
def shell(filled: Record, path: Path) -> Iterator[sqlite3.Connection]:
    """The record in the hands of somebody with an SQLite shell."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        yield connection


COLUMNS = [(table.name, column.name) for table in (log, evidence) for column in table.columns]


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_no_column_of_log_or_evidence_can_be_updated(shell: sqlite3.Connection, table: str, column: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=f"{table} is append-only"):
        shell.execute(f"UPDATE {table} SET {column} = 7")


@pytest.mark.parametrize("table", ["log", "evidence"])
def test_no_row_of_log_or_evidence_can_be_deleted(shell: sqlite3.Connection, table: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=f"{table} is append-only"):
        shell.execute(f"DELETE FROM {table}")


@pytest.mark.parametrize(
    "statement",
    [
        "REPLACE INTO log SELECT seq, at, kind, 'x', prev, hash FROM log WHERE seq = 3",
        "REPLACE INTO log SELECT 99, at, kind, body, prev, hash FROM log WHERE seq = 3",
        "REPLACE INTO log (at, kind, body, prev, hash) SELECT at, kind, body, prev, hash FROM log WHERE seq = 3",
        "INSERT INTO log VALUES ((SELECT max(seq) + 1 FROM log), 'x', 'x', 'x', 'not the last hash', 'x')",
        "INSERT INTO log VALUES (0, 'x', 'x', 'x', 'x', 'x')",
        "REPLACE INTO evidence SELECT sha256, size, x'00' FROM evidence LIMIT 1",
        "REPLACE INTO evidence (rowid, sha256, size, deflated) SELECT rowid, 'x', size, x'00' FROM evidence LIMIT 1",
    ],
)
def test_no_row_can_be_put_in_the_place_of_another(shell: sqlite3.Connection, path: Path, statement: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="is append-only"):
        shell.execute(statement)
    assert check(path) == []


def test_commits_reach_the_disk_before_they_return(record: Record) -> None:
    with record._database.write() as connection:
        settings = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 10_000}
