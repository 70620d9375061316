"""The account: linked, counted, corrected by people, and written in the interchange form."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from belegt.model import Decision, Report, claim_from_dict
from belegt.pipeline import account, figures_lines
from tests.count.telling import Told, tell

SHARED = Path(os.environ.get("BELEGT_SHARED", Path(__file__).resolve().parents[1].parent / "shared"))
NOON = datetime(2016, 11, 23, 12, tzinfo=UTC)
LINES = [
    "a: 16+ killed civilian, source SOHR, means bomb, by Regime",
    "+ 3 killed child, part 1, source SOHR",
    "a: 141+ killed civilian, total, day 2016-11-15..2016-11-22, place Aleppo (East), source SOHR",
    "b: 40 injured, source SANA",
]


def told() -> Told:
    return tell(LINES)


def decide(act: str, *targets: str, value: str = "") -> Decision:
    return Decision(act=act, targets=targets, author="Ada", at=NOON, value=value)


def test_the_lines_have_exactly_the_fields_of_the_interchange() -> None:
    incident, total = figures_lines(account(told().reports, told().claims))
    assert list(incident) == ["id", "reports", "claims", "when", "where", "means", "by", "figures", "independent_sources", "grade"]
    assert incident["reports"] == ["a", "b"]
    assert incident["claims"] == ["a#c1", "a#c2", "b#c1"]
    assert incident["when"] == {"from": "2016-11-20", "to": "2016-11-20", "precision": "day"}
    assert incident["where"] == {"place": "Hanano, Aleppo", "lat": None, "lon": None, "precision": "unknown"}
    assert incident["figures"]["killed"]["groups"]["child"] == {"low": 3, "best": 3, "high": 3}
    assert incident["figures"]["injured"] == {"low": 40, "best": 40, "high": 40, "groups": {}}
    assert total == {
        "total": True, "kind": "killed", "low": 141, "best": 141, "high": None, "since": "2016-11-15", "until": "2016-11-22",
        "where": {"place": "Aleppo (East)", "lat": None, "lon": None, "precision": "unknown"}, "claims": ["a#c3"],
    }  # fmt: skip


def test_the_figure_keeps_the_open_bound_that_the_house_closes_in_its_coding_r5_r6() -> None:
    found = account(told().reports, told().claims)
    killed = found.incidents[0].figure("killed")
    assert killed is not None
    assert (killed.low, killed.best, killed.high) == (16, 16, None)
    coded = next(figures_lines(found))["figures"]["killed"]
    assert (coded["low"], coded["best"], coded["high"]) == (16, 16, 16)


def test_the_house_closes_an_open_range_at_the_highest_number_reported() -> None:
    rivals = tell(["a: 12+ killed, source SOHR", "b: 20+ killed, source Anadolu"])
    coded = next(figures_lines(account(rivals.reports, rivals.claims)))["figures"]["killed"]
    assert (coded["low"], coded["best"], coded["high"]) == (12, 12, 20)


def test_per_report_counts_each_report_for_itself_in_the_order_given() -> None:
    twice = tell(["b: 12 killed, source SANA", "a: 12 killed, source SOHR", "a: 90 killed, place Manbij"])
    lines = list(figures_lines(account(twice.reports, twice.claims, per_report=True)))
    assert [(line["reports"], line["figures"]["killed"]["best"]) for line in lines] == [(["b"], 12), (["a"], 90), (["a"], 12)]


def test_the_same_input_gives_the_same_lines_to_the_byte_r30() -> None:
    first, second = (json.dumps(list(figures_lines(account(t.reports, t.claims)))) for t in (told(), told()))
    assert first == second


def test_a_rejected_claim_is_counted_nowhere() -> None:
    found = account(told().reports, told().claims, decisions=[decide("reject", "b#c1")])
    assert found.incidents[0].figure("injured") is None
    assert "b#c1" not in {c.ref for c in found.claims}


def test_a_grade_that_someone_gave_outranks_the_computed_one_r20() -> None:
    assert account(told().reports, told().claims).incidents[0].grade == "fair"
    found = account(told().reports, told().claims, decisions=[decide("grade", "a#c1", value="weak")])
    assert found.incidents[0].grade == "weak"


def test_nothing_told_is_an_empty_account() -> None:
    found = account([], [])
    assert (found.incidents, found.totals, list(figures_lines(found))) == ((), (), [])


@pytest.mark.skipif(not (SHARED / "gold" / "seed.jsonl").exists(), reason="the shared gold files are not here")
def test_the_nine_figures_of_the_seed_are_counted_once_each() -> None:
    data = json.loads((SHARED / "gold" / "seed.jsonl").read_text(encoding="utf-8"))
    seed = Report.from_dict({k: v for k, v in data.items() if isinstance(v, str)})
    found = account([seed], [claim_from_dict(seed, c) for c in data["claims"]])
    lines = list(figures_lines(found))
    school = lines[0]["figures"]["killed"]
    assert (school["low"], school["high"], school["groups"]["child"]["best"]) == (8, 8, 8)
    totals = [(t["kind"], t["low"], t["best"], t["high"], t["where"]["place"]) for t in lines[1:]]
    assert totals == [
        ("killed", 141, 141, None, "Aleppo (East)"),
        ("killed", 16, 16, 16, "Aleppo (West)"),
        ("injured", 200, 200, 999, "Aleppo (East)"),
        ("missing", 200, 200, 999, ""),
        ("at_risk", 250000, 250000, 250000, "Aleppo (East)"),
        ("at_risk", 100000, 100000, None, "Aleppo (East)"),
    ]
    children = found.totals[0].figures[-1]
    assert (children.group, children.low, children.high) == ("child", 18, 18)
    assert [c.id for c in found.totals[0].total.claims] == ["c2", "c3", "c9"]
