"""The three rules for best over the same rival counts (R14)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from belegt.count.independent import voices
from belegt.count.profile import house
from belegt.count.range import House, figure
from belegt.model import Figure
from tests.count.telling import tell

RIVALS = [
    "a: 10+ killed, source SANA, published 2016-11-20",
    "b: 14 killed, source the mayor Selim, published 2016-11-21",
    "c: ~20 killed, source SOHR",
    "d: ~20 killed, source Red Crescent",
]


def ruled(rule: str) -> Figure:
    told = tell(RIVALS)
    found = figure("killed", told.claims, House(replace(house("airwars"), rule=rule), voices(told.claims, {})))
    assert found is not None
    return found


@pytest.mark.parametrize(("rule", "best"), [("conservative", 10), ("informative", 14), ("representative", 20)])
def test_each_rule_chooses_its_best_within_the_same_range(rule: str, best: int) -> None:
    found = ruled(rule)
    assert (found.low, found.best, found.high) == (10, best, 20)
    assert found.rule == f"{rule}: of the counts 10, 14, 20"


def test_a_figure_rests_on_the_claims_of_its_best_and_names_the_others() -> None:
    found = ruled("representative")
    assert [c.report.id for c in found.claims] == ["c", "d"]
    assert [c.report.id for c in found.other] == ["b", "a"]
