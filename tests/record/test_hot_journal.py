"""A writer killed with a rollback journal leaves a file that only a connection that may write can mend."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

from belegt.record import open_record
from belegt.record.check import check


def torn_record(folder: Path) -> Path:
    """A record whose writer was killed in the middle of a transaction that had already reached the file."""
    whole, torn = folder / "whole.belegt", folder / "torn.belegt"
    with open_record(whole, create=True):
        pass
    connection = sqlite3.connect(whole, isolation_level=None)
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("PRAGMA cache_size = 1")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("CREATE TABLE half (words TEXT)")
    connection.executemany("INSERT INTO half VALUES (?)", [("x" * 3000,)] * 300)
    shutil.copy(whole, torn)
    shutil.copy(f"{whole}-journal", f"{torn}-journal")
    connection.execute("ROLLBACK")
    connection.close()
    return torn


def test_a_journal_left_by_a_killed_writer_is_rolled_back(tmp_path: Path) -> None:
    torn = torn_record(tmp_path)
    with open_record(torn):
        pass
    with sqlite3.connect(torn) as mended:
        assert mended.execute("SELECT count(*) FROM sqlite_master WHERE name = 'half'").fetchone() == (0,)


def test_the_check_sees_the_record_as_it_was_before_the_killed_writer_and_leaves_the_file_alone(tmp_path: Path) -> None:
    torn = torn_record(tmp_path)
    before = torn.read_bytes(), Path(f"{torn}-journal").read_bytes()
    assert check(torn) == []
    assert (torn.read_bytes(), Path(f"{torn}-journal").read_bytes()) == before


def test_the_check_finds_a_changed_byte_also_beside_a_journal(tmp_path: Path) -> None:
    torn = torn_record(tmp_path)
    with open_record(torn):
        pass
    with sqlite3.connect(torn) as forged:
        forged.execute("CREATE TABLE extra (words TEXT)")
    Path(f"{torn}-journal").write_bytes(b"no journal")
    assert any("extra" in str(finding) for finding in check(torn))
