"""Merging, splitting and taking back: decisions with author and reason, every one reversible (R27, R28)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from belegt.record import open_record
from tests.cli.conftest import Belegt

REPORTS = [
    ("a", "2016-11-22", "At least 16 civilians were killed in air strikes on Aleppo on Sunday, the Demo Monitor said."),
    ("b", "2016-11-22", "Air strikes on Aleppo killed 18 people on Sunday, a doctor said."),
    ("c", "2016-11-23", "A car bomb killed five soldiers in Homs on Monday, state media said."),
]
SIGNED = ("--author", "Demo Desk", "--reason", "seen on the spot")


@pytest.fixture
def rivals(tmp_path: Path, belegt: Belegt) -> Path:
    """A record of two rival reports on one incident and a report on another."""
    feed, path = tmp_path / "rivals.jsonl", tmp_path / "rivals.belegt"
    rows = ({"id": i, "published": day, "source": f"Demo {i}", "text": text} for i, day, text in REPORTS)
    feed.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert belegt("add", feed, "--record", path).code == 0
    return path


def incidents(belegt: Belegt, record: Path) -> list[dict[str, Any]]:
    return [line for line in belegt("figures", "--record", record, "--format", "jsonl").lines() if "total" not in line]


def test_merged_incidents_are_one_and_the_log_says_who_and_why_r28(belegt: Belegt, rivals: Path) -> None:
    ids = [i["id"] for i in incidents(belegt, rivals)]
    assert len(ids) == 2
    ended = belegt("merge", *ids, "--record", rivals, *SIGNED, "--json")
    assert ended.code == 0
    (one,) = incidents(belegt, rivals)
    assert ended.document()["incidents"] == [one["id"]]
    assert one["reports"] == ["a", "b", "c"]
    logged = " ".join(belegt("log", "--record", rivals).out.split())
    assert ended.document()["decision"] in logged
    assert "Demo Desk decided same on" in logged
    assert "seen on the spot" in logged
    assert "decided by Demo Desk: seen on the spot" in belegt("why", one["id"], "--record", rivals).out


def test_a_split_claim_stands_apart_and_why_says_so_r28(belegt: Belegt, rivals: Path) -> None:
    rival = incidents(belegt, rivals)[0]["claims"][1]
    assert belegt("split", rival, "--record", rivals, *SIGNED).code == 0
    assert [i["reports"] for i in incidents(belegt, rivals)] == [["b"], ["a"], ["c"]]
    assert "decided by Demo Desk: seen on the spot" in belegt("why", rival, "--record", rivals).out


@pytest.mark.parametrize("act", ["merge", "split"])
def test_undo_restores_the_identical_state_to_the_byte_r28(belegt: Belegt, rivals: Path, act: str) -> None:
    def state() -> tuple[str, ...]:
        asked = (("figures", "--format", "jsonl"), ("brief", "--format", "json"), ("why", first["id"], "--json"))
        return tuple(belegt(*command, "--record", rivals).out for command in asked)

    first, second = incidents(belegt, rivals)
    before = state()
    targets = (first["id"], second["id"]) if act == "merge" else (first["claims"][0],)
    made = belegt(act, *targets, "--record", rivals, *SIGNED, "--json").document()["decision"]
    assert state() != before
    taken_back = belegt("undo", made, "--record", rivals, *SIGNED, "--json").document()["decision"]
    assert state() == before
    assert belegt("undo", taken_back, "--record", rivals, *SIGNED).code == 0
    assert state() != before


def test_nothing_of_the_log_is_lost_by_undo_r27(belegt: Belegt, rivals: Path) -> None:
    ids = [i["id"] for i in incidents(belegt, rivals)]
    made = belegt("merge", *ids, "--record", rivals, *SIGNED, "--json").document()["decision"]
    belegt("undo", made[:6], "--record", rivals, *SIGNED)
    with open_record(rivals) as opened:
        assert [d.act for d in opened.decisions()] == ["same", "undo"]
    assert belegt("check", "--record", rivals).code == 0


def test_decisions_hold_when_reports_come_in_and_when_they_are_read_again_r28(belegt: Belegt, rivals: Path, tmp_path: Path) -> None:
    ids = [i["id"] for i in incidents(belegt, rivals)]
    belegt("merge", *ids, "--record", rivals, *SIGNED)
    more = tmp_path / "more.jsonl"
    text = "Air strikes on Aleppo killed 20 people on Sunday, Demo TV said."
    more.write_text(json.dumps({"id": "d", "published": "2016-11-22", "source": "Demo d", "text": text}) + "\n", encoding="utf-8")
    assert belegt("add", more, tmp_path / "rivals.jsonl", "--record", rivals).code == 0
    assert any({"a", "b", "c"} <= set(i["reports"]) for i in incidents(belegt, rivals))


def test_what_is_one_already_is_not_merged(belegt: Belegt, rivals: Path) -> None:
    first, _ = incidents(belegt, rivals)
    ended = belegt("merge", *first["claims"], "--record", rivals, *SIGNED)
    assert ended.code == 4
    assert ended.err.startswith("B707 there is nothing to decide: they are one already")


def test_a_whole_incident_is_not_split_off_from_itself(belegt: Belegt, rivals: Path) -> None:
    first, second = incidents(belegt, rivals)
    assert belegt("split", first["id"], "--record", rivals, *SIGNED).err.startswith("B707")
    several = belegt("split", first["claims"][0], second["claims"][0], "--record", rivals, *SIGNED)
    assert "they stand in several incidents" in several.err


def test_a_decision_that_was_taken_back_is_not_taken_back_again(belegt: Belegt, rivals: Path) -> None:
    rival = incidents(belegt, rivals)[0]["claims"][1]
    made = belegt("split", rival, "--record", rivals, *SIGNED, "--json").document()["decision"]
    belegt("undo", made, "--record", rivals, *SIGNED)
    assert belegt("undo", made, "--record", rivals, *SIGNED).err.startswith("B707")
    assert belegt("undo", "d000", "--record", rivals, *SIGNED).err.startswith("B702")


def test_a_decision_needs_an_author_and_a_reason(belegt: Belegt, rivals: Path) -> None:
    first, second = incidents(belegt, rivals)
    assert belegt("merge", first["id"], second["id"], "--record", rivals, "--author", "Desk").code == 2
    assert belegt("merge", first["id"], second["id"], "--record", rivals, "--reason", "one").code == 2


def test_a_report_stands_in_no_incident(belegt: Belegt, rivals: Path) -> None:
    assert belegt("why", "a", "--record", rivals, "--json").err.startswith("B70")


def test_hidden_claims_and_reports_leave_every_count_until_undone(belegt: Belegt, rivals: Path) -> None:
    before = incidents(belegt, rivals)
    claim = before[0]["claims"][0]
    ended = belegt("hide", claim, "c", "--record", rivals, *SIGNED, "--json")
    assert ended.code == 0
    left = [ref for one in incidents(belegt, rivals) for ref in one["claims"]]
    assert left
    assert claim not in left
    assert not any(ref.startswith("c#") for ref in left)
    assert belegt("undo", ended.document()["decision"], "--record", rivals, *SIGNED).code == 0
    assert incidents(belegt, rivals) == before
    refused = belegt("hide", before[0]["id"], "--record", rivals, *SIGNED)
    assert refused.code == 2
    assert "B708" in refused.err
