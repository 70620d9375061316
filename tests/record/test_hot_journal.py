"""A writer killed with a rollback journal leaves a file that only a connection that may write can mend."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

from belegt.record import open_record


def test_a_journal_left_by_a_killed_writer_is_rolled_back(tmp_path: Path) -> None:
    whole, torn = tmp_path / "whole.belegt", tmp_path / "torn.belegt"
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
    with open_record(torn):
        pass
    with sqlite3.connect(torn) as mended:
        assert mended.execute("SELECT count(*) FROM sqlite_master WHERE name = 'half'").fetchone() == (0,)
