"""Totals, and the record as it was known on an earlier day (R27, R33, R34, R35)."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from belegt.intake import Received, receive
from belegt.pipeline import enter
from belegt.record import open_record
from tests.cli.conftest import Belegt

FIRST = "At least 12 people were killed in an air strike on Aleppo on Sunday, the Demo Monitor said.\n"
LATER = "The toll of Sunday's air strike on Aleppo rose to 15 dead, the Demo Monitor said.\n"


@pytest.fixture
def grown(tmp_path: Path) -> Path:
    """A record that got a report on the 22nd and another on the 24th of November 2016."""
    path = tmp_path / "grown.belegt"
    for day, text in ((22, FIRST), (24, LATER)):
        feed = tmp_path / f"{day}.jsonl"
        row = {"id": f"r{day}", "text": text, "published": f"2016-11-{day - 1}", "source": "Demo TV"}
        feed.write_text(json.dumps(row) + "\n", encoding="utf-8")
        with open_record(path, create=True, clock=lambda day=day: datetime(2016, 11, day, 12, tzinfo=UTC)) as record:
            assert list(enter(record, [item for item in receive([feed]) if isinstance(item, Received)]))
    return path


def killed(belegt: Belegt, record: Path, *options: str) -> list[tuple[int, int, int | None]]:
    lines = belegt("figures", "--record", record, "--format", "jsonl", *options).lines()
    found = [line["figures"]["killed"] for line in lines if "killed" in line.get("figures", {})]
    return [(f["low"], f["best"], f["high"]) for f in found]


def test_figures_as_known_on_a_day_do_not_know_what_came_later_r27(belegt: Belegt, grown: Path) -> None:
    assert killed(belegt, grown, "--as-known", "2016-11-21") == []
    assert killed(belegt, grown, "--as-known", "2016-11-22") == [(12, 12, 12)]
    assert killed(belegt, grown, "--as-known", "2016-11-24") == killed(belegt, grown)


def test_changes_name_what_was_raised_with_both_figures_r35(belegt: Belegt, grown: Path) -> None:
    (change,) = belegt("changes", "--record", grown, "--since", "2016-11-23", "--format", "jsonl").lines()
    assert (change["change"], change["was"]["best"], change["now"]["best"]) == ("raised", 12, 15)
    assert "raised" in belegt("changes", "--record", grown, "--since", "2016-11-23").out
    assert belegt("changes", "--record", grown, "--since", "2016-11-21", "--until", "2016-11-22").out.startswith("new")
    assert belegt("changes", "--record", grown, "--since", "2016-11-24").out == ""


def test_totals_are_worded_as_documented_minimum_with_their_list_r33_r34(belegt: Belegt, grown: Path) -> None:
    (line,) = belegt("figures", "--record", grown, "--by", "day", "--format", "jsonl").lines()
    assert (line["documented"], line["key"], line["low"]) == ("day", "2016-11-20", 15)
    assert line["incidents"][0] in belegt("figures", "--record", grown, "--by", "day").out
    assert "Documented minimum" in belegt("figures", "--record", grown, "--by", "place").out


def test_only_a_record_has_a_past(belegt: Belegt, article: Path) -> None:
    ended = belegt("figures", article, "--as-known", "2016-11-22")
    assert ended.code == 2
    assert "--record RECORD" in ended.err


def test_two_house_profiles_are_compared_over_the_same_claims_r6(belegt: Belegt, tmp_path: Path) -> None:
    report = tmp_path / "dozens.txt"
    report.write_text("Dozens of civilians were killed in an air strike on Homs on Monday.\n", encoding="utf-8")
    asked = ("figures", report, "--published", "2016-11-22", "--profile", "airwars", "--against")
    first, *_ = belegt(*asked, "acled", "--format", "jsonl").lines()
    assert {house: (c["low"], c["high"]) for house, c in first["profiles"].items()} == {"airwars": (12, 24), "acled": (12, 12)}
    assert "killed: airwars 12–24, acled 12" in belegt(*asked, "acled").out
    assert "Both code all figures alike" in belegt(*asked, "airwars").err
