from __future__ import annotations

from pathlib import Path

from belegt.record import open_record
from tests.cli.conftest import Belegt, toll_of


def test_the_log_tells_each_event_and_ends_with_the_head(belegt: Belegt, record: Path) -> None:
    ended = belegt("log", "--record", record)
    with open_record(record) as opened:
        head = opened.head()
        (report,) = opened.reports()
        claims = len(opened.claims())
    lines = ended.out.splitlines()
    assert ended.code == 0
    assert f"report {report.id} added" in lines[0]
    assert f"{claims} claims read from {report.id} by rules" in lines[1]
    assert lines[-1] == f"Head {head.seq}:{head.hash}"


def test_json_lines_give_whole_events_in_a_chain(belegt: Belegt, record: Path) -> None:
    events = belegt("log", "--record", record, "--format", "jsonl").lines()
    assert [event["seq"] for event in events] == [1, 2]
    assert events[1]["prev"] == events[0]["hash"]
    assert events[0]["body"]["report"]["text"].startswith("At least 141")


def test_since_leaves_earlier_events_out(belegt: Belegt, record: Path) -> None:
    assert [e["seq"] for e in belegt("log", "--record", record, "--since", "1", "--format", "jsonl").lines()] == [2]


def test_decisions_are_told_with_their_author_and_reason(belegt: Belegt, record: Path) -> None:
    from datetime import UTC, datetime

    from belegt.model import Decision

    with open_record(record) as opened:
        ref = toll_of(opened).ref
        at = datetime(2016, 11, 23, tzinfo=UTC)
        opened.decide(Decision(act="reject", targets=(ref,), author="Demo Desk", at=at, reason="told twice"))
    assert f"Demo Desk decided reject on {ref}: told twice" in belegt("log", "--record", record).out
    assert "141" not in belegt("figures", "--record", record).out
    assert "at least 141 civilians killed" in belegt("show", ref, "--record", record).out
