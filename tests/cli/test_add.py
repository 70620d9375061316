from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

from belegt.record import open_record
from tests.cli.conftest import GERMAN, STRIKE, SURROUNDINGS, Belegt, program


def test_adding_makes_the_record_and_prints_what_went_in_and_the_head(
    belegt: Belegt, article: Path, tmp_path: Path
) -> None:
    path = tmp_path / "new.belegt"
    ended = belegt("add", article, "--record", path)
    with open_record(path) as record:
        head = record.head()
        (report,) = record.reports()
        claims = record.claims()
    assert ended.code == 0
    assert ended.err == ""
    assert report.text == STRIKE
    assert ended.out.splitlines() == [
        f"{path}: 1 added, 0 known already, 0 refused. {len(claims)} claims.",
        f"Head {head.seq}:{head.hash}",
    ]


def test_adding_twice_is_adding_once(belegt: Belegt, record: Path, article: Path) -> None:
    before = belegt("log", "--record", record).out
    ended = belegt("add", article, "--record", record, "--published", "2016-11-22", "--json")
    assert ended.code == 0
    assert {k: ended.document()[k] for k in ("added", "reread", "known", "refused", "claims")} == {
        "added": 0, "reread": 0, "known": 1, "refused": 0, "claims": 0
    }  # fmt: skip
    assert belegt("log", "--record", record).out == before


def test_a_newer_reader_reads_known_reports_anew(
    belegt: Belegt, record: Path, article: Path, monkeypatch: object
) -> None:
    from belegt.read.reader import RuleReader

    old = RuleReader.name
    try:
        RuleReader.name = "rules 999"
        ended = belegt("add", article, "--record", record, "--published", "2016-11-22")
    finally:
        RuleReader.name = old
    assert "0 added, 1 read anew, 0 known already, 0 refused" in ended.out


def test_a_changed_text_under_a_known_id_is_a_conflict_and_the_rest_goes_in(belegt: Belegt, tmp_path: Path) -> None:
    path = tmp_path / "r.belegt"
    for name, rows in (("one", [("a", STRIKE)]), ("two", [("a", GERMAN), ("b", GERMAN)])):
        (tmp_path / f"{name}.jsonl").write_text("\n".join(json.dumps({"id": i, "text": t}) for i, t in rows))
    assert belegt("add", tmp_path / "one.jsonl", "--record", path).code == 0
    ended = belegt("add", tmp_path / "two.jsonl", "--record", path)
    assert ended.code == 4
    assert ended.err.startswith(
        f"B304 {tmp_path / 'two.jsonl'}:1: report a is already in the record with another text."
    )
    assert "1 added, 0 known already, 1 refused" in ended.out
    with open_record(path) as record:
        assert [report.id for report in record.reports()] == ["a", "b"]


def test_two_processes_make_the_same_record_as_one(belegt: Belegt, feed: Path, tmp_path: Path) -> None:
    claims = []
    for jobs in ("1", "2"):
        path = tmp_path / f"{jobs}.belegt"
        ended = program("add", feed, "--record", path, "--jobs", jobs, "--json")
        assert (ended.code, ended.document()["added"]) == (0, 40)
        with open_record(path) as record:
            claims.append([(r.id, [c.as_dict() for c in record.claims(r.id)]) for r in record.reports()])
    assert claims[0] == claims[1]
    assert [id for id, _ in claims[0]] == [f"n{n:02}" for n in range(40)]


def test_standard_input_goes_into_a_record(tmp_path: Path) -> None:
    ended = program("add", "-", "--record", tmp_path / "r.belegt", given=STRIKE.encode())
    assert "1 added" in ended.out


def test_quiet_prints_nothing_but_refusals(belegt: Belegt, article: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    ended = belegt("add", article, tmp_path / "empty.txt", "--record", tmp_path / "r.belegt", "--quiet")
    assert ended.code == 3
    assert ended.out == ""
    assert [line[:4] for line in ended.err.splitlines()] == ["B201"]


def test_there_is_no_progress_where_stderr_is_no_terminal(belegt: Belegt, feed: Path, tmp_path: Path) -> None:
    assert belegt("add", feed, "--record", tmp_path / "r.belegt").err == ""


def test_a_record_is_wanted(belegt: Belegt, article: Path) -> None:
    ended = belegt("add", article)
    assert ended.code == 2
    assert ended.err == "B701 Missing option '--record'. Next: see `belegt add --help`.\n"


def test_an_interrupt_ends_cleanly_and_tells_what_is_in_the_record(tmp_path: Path) -> None:
    """The input is a pipe that stays open, so that the program surely waits when it is interrupted."""
    path = tmp_path / "r.belegt"
    with subprocess.Popen(
        [sys.executable, "-c", "from belegt.cli import main; main()", "add", "-", "--record", str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=SURROUNDINGS,
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdin.write(json.dumps({"id": "a", "text": STRIKE}).encode() + b"\n")
        running.stdin.flush()
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and not _holds_one(path):
            time.sleep(0.1)
        running.send_signal(signal.SIGINT)
        out, err = running.stdout.read().decode(), running.stderr.read().decode()
    assert running.returncode == 130
    assert "1 added, 0 known already, 0 refused" in out
    assert "Traceback" not in err


def _holds_one(path: Path) -> bool:
    if not path.exists() or path.stat().st_size < 4096:
        return False
    from belegt.errors import BelegtError

    try:
        with open_record(path) as record:
            return len(record.reports()) == 1
    except BelegtError:
        return False


def test_an_address_is_fetched_only_where_that_is_asked_for(belegt: Belegt, tmp_path: Path) -> None:
    path = tmp_path / "new.belegt"
    ended = belegt("add", "https://a.example/story", "--record", path)
    assert ended.code == 2
    assert "B224" in ended.err
    assert "https://a.example/story" in ended.err
    ended = belegt("add", "--fetch", "http://127.0.0.1/", "--fetch", "http://169.254.169.254/x", "--record", path)
    assert ended.code == 3
    assert ended.err.count("B221") == 2
    ended = belegt("add", "--record", path)
    assert ended.code == 2
    assert "B701" in ended.err
