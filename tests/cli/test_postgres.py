"""The program at a record in PostgreSQL: every command takes its address, and none prints a password."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import GERMAN, STRIKE, Belegt

ACTIONS = (("log",), ("figures",), ("check",))


def _reports(folder: Path) -> Path:
    path = folder / "feed.jsonl"
    rows = [
        {"id": "strike", "text": STRIKE, "published": "2016-11-22", "source": "Demo Wire"},
        {"id": "angriff", "text": GERMAN, "published": "2016-11-22", "source": "Demo-Agentur"},
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def test_what_is_added_to_a_server_reads_as_from_a_file(belegt: Belegt, schema: str, tmp_path: Path) -> None:
    file, feed = str(tmp_path / "demo.belegt"), _reports(tmp_path)
    place = schema.replace("belegt@", "belegt:s3cret@")
    added = belegt("add", feed, "--record", place, "--json")
    assert added.document()["record"] == schema
    assert (added.code, added.document()["added"]) == (0, 2)
    assert belegt("add", feed, "--record", place).out.startswith(f"{schema}: 0 added, 2 known already, 0 refused.")
    head = added.document()["head"]
    copied = belegt("copy", place, "--record", file, "--json")
    assert copied.document() == {"source": schema, "record": file, "copied": 4, "head": head}
    for command, *rest in ACTIONS:
        at_server, in_file = (belegt(command, *rest, "--record", record) for record in (place, file))
        assert at_server.code == in_file.code == 0
        assert at_server.out.replace(schema, file) == in_file.out
        assert "s3cret" not in at_server.out + at_server.err
    assert belegt("check", "--record", place, "--head", head).code == 0
    assert belegt("copy", file, "--record", place).out == f"{schema}: 0 events copied from {file}.\nHead {head}\n"


def test_an_error_names_the_record_without_its_password(belegt: Belegt, schema: str, tmp_path: Path) -> None:
    place = schema.replace("belegt@", "belegt:s3cret@")
    belegt("add", _reports(tmp_path), "--record", place)
    refused = belegt("show", "nothing", "--record", place)
    assert refused.code == 1
    assert f"B702 the record {schema} holds nothing" in refused.err
    assert "s3cret" not in refused.err


@pytest.mark.parametrize(
    ("address", "code", "exit_code"),
    [
        ("postgresql://mara:s3cret@127.0.0.1:1/aleppo", "B321", 1),
        ("postgresql://mara:s3/cret@127.0.0.1:1/aleppo", "B326", 2),
        ("postgresql://mara:s3cret@127.0.0.1:1/aleppo?colour=red", "B326", 2),
    ],
)
def test_a_server_that_cannot_be_used_ends_every_command_with_one_coded_line(
    belegt: Belegt, address: str, code: str, exit_code: int
) -> None:
    pytest.importorskip("psycopg", reason="psycopg is not installed (pip install '.[postgres]')")
    for command in (("check",), ("log",), ("serve", "--no-browser")):
        ended = belegt(*command, "--record", address)
        assert (ended.code, ended.err.split(" ")[0]) == (exit_code, code)
        assert "cret" not in ended.out + ended.err
        assert ended.err.count("\n") == 1
