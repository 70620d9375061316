"""What one breath tells: a person named right behind the count is the person counted."""

from __future__ import annotations

from datetime import date

import pytest

from belegt.model import HarmClaim, Passage, Quantity, Report
from belegt.pipeline import account


@pytest.mark.parametrize(
    ("text", "low"),
    [("A raid killed a civilian, Osama Fojo.", 1), ("A raid killed a civilian and Osama Fojo.", 2)],
)
def test_a_person_named_right_behind_the_count_is_counted_once_r26(text: str, low: int) -> None:
    report = Report(id="a", text=text, published=date(2016, 11, 22))
    first, second = text.index("killed a civilian"), text.index("Osama Fojo")
    claims = [
        HarmClaim(id="c1", passage=Passage(report, first, first + 17), kind="killed", count=Quantity("a", 1, 1), who=("civilian",)),
        HarmClaim(id="c2", passage=Passage(report, second, second + 10), kind="killed", count=Quantity("", 1, 1), who=("man",), named=("Osama Fojo",)),
    ]
    figure = account([report], claims).incidents[0].figure("killed")
    assert figure is not None
    assert figure.low == low
