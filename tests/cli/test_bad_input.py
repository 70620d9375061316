"""Every bad input is refused with its code, and the good reports of the same call go into the record."""

from __future__ import annotations

import json
import os
import resource
from pathlib import Path

import pytest

from tests.cli.conftest import GERMAN, STRIKE, Belegt, harm, program

BIG = 50_000_000


def write(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def refused(folder: Path) -> dict[str, Path]:
    """Bad inputs by the code that each must be refused with."""
    dangling = folder / "dangling.txt"
    dangling.symlink_to(folder / "nowhere")
    return {
        "B201": write(folder, "empty.txt", b""),
        "B202": write(folder, "binary.txt", bytes(range(256)) * 40),
        "B203": write(folder, "broken.txt", GERMAN.encode() * 3 + b"\xc3\xa4\xc3\xb6\xc3\xbc\xff\xc3" * 40),
        "B205": write(folder, "line.jsonl", b'{"id": "a", "text": "one\n'),
        "B206": write(folder, "noid.jsonl", json.dumps({"text": STRIKE}).encode()),
        "B207": write(
            folder, "date.jsonl", json.dumps({"id": "d", "text": STRIKE, "published": "22.11.2016"}).encode()
        ),
        "B208": dangling,
        "B210": write(folder, "sheet.xlsx", b"whatever"),
        "B211": write(folder, "big.txt", b"Nobody was hurt. " * (BIG // 17)),
    }


def test_each_bad_input_has_its_code_cause_and_next_step_and_exit_code_3(belegt: Belegt, tmp_path: Path) -> None:
    for code, path in refused(tmp_path).items():
        ended = belegt("read", path)
        assert ended.code == 3, code
        assert ended.out == ""
        assert ended.err.startswith(f"{code} {path}"), ended.err
        assert ". Next: " in ended.err
        assert ended.err.count("\n") == 1


def test_the_good_reports_of_the_same_call_go_in(belegt: Belegt, tmp_path: Path, article: Path) -> None:
    bad = refused(tmp_path)
    record = tmp_path / "good.belegt"
    ended = belegt("add", *bad.values(), article, "--record", record)
    assert ended.code == 3
    assert sorted(line[:4] for line in ended.err.splitlines()) == sorted(bad)
    assert f"1 added, 0 known already, {len(bad)} refused" in ended.out
    assert belegt("check", "--record", record).code == 0
    assert "141 or more" in belegt("figures", "--record", record).out


def test_a_folder_with_bad_files_gives_its_good_ones(belegt: Belegt, tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    write(folder, "a.txt", STRIKE.encode())
    write(folder, "b.txt", b"\x00\x01")
    ended = belegt("add", folder, "--record", tmp_path / "r.belegt", "--json")
    assert ended.code == 3
    assert (ended.document()["added"], ended.document()["refused"]) == (1, 1)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "windows-1252"])
def test_the_encodings_of_office_programs_are_read(belegt: Belegt, tmp_path: Path, encoding: str) -> None:
    ended = belegt("read", write(tmp_path, "de.txt", GERMAN.encode(encoding)), "--format", "jsonl")
    assert ended.code == 0
    claim = harm(ended)
    assert claim["count"]["low"] == 12
    assert "getötet" in claim["quote"]


def test_an_id_given_to_two_texts_is_a_conflict_which_outranks_a_refusal(belegt: Belegt, tmp_path: Path) -> None:
    rows = [{"id": "a", "text": STRIKE}, {"id": "a", "text": GERMAN}, {"id": "b"}]
    feed = write(tmp_path, "feed.jsonl", "\n".join(map(json.dumps, rows)).encode())
    ended = belegt("add", feed, "--record", tmp_path / "r.belegt")
    assert ended.code == 4
    assert [line[:4] for line in ended.err.splitlines()] == ["B215", "B206"]
    assert "1 added, 0 known already, 2 refused" in ended.out


@pytest.mark.parametrize("command", ["add", "brief", "figures", "show", "log", "check"])
def test_a_file_that_is_no_record_is_told_and_left_as_it_is(
    belegt: Belegt, tmp_path: Path, article: Path, command: str
) -> None:
    path = write(tmp_path, "notes.belegt", b"no record at all")
    given: dict[str, list[str | Path]] = {"add": [article], "show": ["x"]}
    ended = belegt(command, *given.get(command, []), "--record", path)
    assert (ended.code, ended.err[:4]) == (3, "B301")
    assert path.read_bytes() == b"no record at all"


@pytest.mark.parametrize("command", ["brief", "figures", "show", "log", "check"])
def test_where_there_is_no_record_none_is_made(belegt: Belegt, tmp_path: Path, command: str) -> None:
    path = tmp_path / "none.belegt"
    ended = belegt(command, *(["x"] if command == "show" else []), "--record", path)
    assert (ended.code, ended.err[:4]) == (3, "B302")
    assert not path.exists()


def test_a_record_in_a_folder_that_is_not_there_is_told(belegt: Belegt, tmp_path: Path, article: Path) -> None:
    ended = belegt("add", article, "--record", tmp_path / "no" / "such.belegt")
    assert (ended.code, ended.err[:4]) == (1, "B307")


def test_a_full_disk_keeps_what_was_acknowledged_and_says_so(belegt: Belegt, tmp_path: Path) -> None:
    rows = ({"id": f"r{n}", "lang": "en", "text": STRIKE + os.urandom(40_000).hex()} for n in range(20))
    feed = write(tmp_path, "feed.jsonl", "\n".join(map(json.dumps, rows)).encode())
    record = tmp_path / "full.belegt"

    def narrow() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, 500_000))

    ended = program("add", feed, "--record", record, "--json", preexec_fn=narrow)
    assert ended.code == 1
    assert ended.err.startswith("B305")
    added = ended.document()["added"]
    assert 0 < added < 20
    assert belegt("check", "--record", record).code == 0
    assert belegt("add", feed, "--record", record, "--json").document()["added"] == 20 - added


def test_output_that_cannot_be_written_is_told(article: Path) -> None:
    import subprocess
    import sys

    with open("/dev/full", "wb") as full:  # noqa: PTH123
        done = subprocess.run(
            [sys.executable, "-c", "from belegt.cli import main; main()", "read", str(article), "--json"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.startswith(b"B704 the output cannot be written: No space left on device.")
