from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import Belegt


def tamper(record: Path) -> None:
    with closing(sqlite3.connect(record)) as connection:
        connection.execute("DROP TRIGGER log_no_update")
        connection.execute("UPDATE log SET body = replace(body, '141', '14')")
        connection.commit()


def test_a_sound_record_is_said_to_be_sound(belegt: Belegt, record: Path) -> None:
    assert belegt("check", "--record", record).out == f"{record} is sound\n"
    assert belegt("check", "--record", record).code == 0
    assert belegt("check", "--record", record, "--json").document() == {
        "record": str(record), "sound": True, "findings": []
    }  # fmt: skip


def test_a_changed_figure_is_found_with_exit_code_5(belegt: Belegt, record: Path) -> None:
    tamper(record)
    ended = belegt("check", "--record", record)
    assert ended.code == 5
    assert {line[:2] for line in ended.err.splitlines()} == {"B5"}
    assert "finding" in ended.out
    told = belegt("check", "--record", record, "--json")
    assert told.code == 5
    assert told.document()["sound"] is False
    assert told.document()["findings"][0]["code"].startswith("B5")


def test_the_head_that_the_log_printed_proves_that_nothing_was_cut_off(belegt: Belegt, record: Path) -> None:
    head = belegt("log", "--record", record).out.splitlines()[-1].removeprefix("Head ")
    assert "nothing was cut off" in belegt("check", "--record", record, "--head", head).out
    later = f"9:{head.split(':')[1]}"
    ended = belegt("check", "--record", record, "--head", later)
    assert ended.code == 5
    assert ended.err.startswith("B510")


@pytest.mark.parametrize("head", ["7", "x:y", "1:abc", ""])
def test_a_head_that_is_none_is_a_usage_error(belegt: Belegt, record: Path, head: str) -> None:
    ended = belegt("check", "--record", record, "--head", head)
    assert ended.code == 2
    assert "write SEQ:HASH" in ended.err
