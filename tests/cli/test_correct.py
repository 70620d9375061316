"""Correcting fields of a claim: it flows into figures and brief, is told by the log, and is taken back (R35)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import STRIKE, Belegt

SIGNED = ("--author", "Demo Desk", "--reason", "read again")


@pytest.fixture
def record(tmp_path: Path, belegt: Belegt) -> Path:
    article, path = tmp_path / "strike.txt", tmp_path / "r.belegt"
    article.write_text(STRIKE, encoding="utf-8")
    assert belegt("add", article, "--record", path, "--published", "2016-11-22").code == 0
    return path


def _ref(belegt: Belegt, record: Path) -> str:
    lines = belegt("figures", "--record", record, "--format", "jsonl").lines()
    return str(next(ref for line in lines for ref in line["claims"]))


def test_corrected_fields_flow_into_figures_and_brief_and_undo_restores_them(belegt: Belegt, record: Path) -> None:
    ref = _ref(belegt, record)
    before = belegt("figures", "--record", record, "--format", "jsonl").out
    ended = belegt(
        "correct", ref, "--set", "low=150", "--set", "high=150", "--set", "qualifier=exact", "--record", record, *SIGNED
    )
    assert ended.code == 0
    assert "141 – at_least → 150 150 exact" in ended.out
    (line, *_) = belegt("figures", "--record", record, "--format", "jsonl").lines()
    assert line["figures"]["killed"]["best"] == 150
    told = " ".join(belegt("brief", "--record", record, "--lang", "en").out.split())
    assert "150 civilians" in told
    assert "read so by the reviewer, not in these words: number" in told
    assert "corrected:count by Demo Desk" in belegt("show", ref, "--record", record, "--json").out
    decision = ended.out.split("Decision ")[1].split(".")[0]
    assert "Demo Desk decided correct on" in belegt("log", "--record", record).out
    assert belegt("undo", decision, "--record", record, *SIGNED).code == 0
    assert belegt("figures", "--record", record, "--format", "jsonl").out == before


def test_words_of_the_report_are_read_and_what_is_no_correction_is_refused(belegt: Belegt, record: Path) -> None:
    ref = _ref(belegt, record)
    ended = belegt("correct", ref, "--set", "count=18", "--set", "who=child", "--record", record, *SIGNED, "--json")
    assert ended.code == 0
    shown = belegt("show", ref, "--record", record, "--json").document()
    assert shown["count"] == {"text": "18", "low": 18, "high": 18, "qualifier": "exact"}
    assert shown["who"] == ["child"]
    for bad, code in (("who=dragon", 3), ("low=x", 2), ("nonsense", 2), ("count=18", 4)):
        assert belegt("correct", ref, "--set", bad, "--record", record, *SIGNED).code == code
    assert belegt("check", "--record", record).code == 0
