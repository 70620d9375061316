"""Blocking: what may be one is compared, what shares nothing is not."""

from __future__ import annotations

from belegt.link.block import pairs
from belegt.link.mention import mention
from tests.count.telling import tell


def compared(*lines: str) -> list[tuple[int, int]]:
    return list(pairs([mention([c]) for c in tell(lines).claims]))


def test_one_place_and_day_are_compared() -> None:
    assert compared("a: 5 killed", "b: 90 injured") == [(0, 1)]


def test_a_quarter_meets_its_town() -> None:
    assert compared("a: 5 killed, place Hanano in Aleppo", "b: 90 injured, place Aleppo") == [(0, 1)]


def test_one_number_and_day_meet_where_a_place_is_unknown() -> None:
    assert compared("a: 12 killed, place unknown", "b: 12 killed, place Homs") == [(0, 1)]


def test_an_undated_figure_meets_the_week_it_was_published_in() -> None:
    assert compared("a: 12 killed, day unknown", "b: 13 killed") == [(0, 1)]


def test_what_shares_nothing_is_never_compared() -> None:
    assert compared("a: 5 killed, place Homs, day 2016-03-01", "b: 6 killed, place Idlib, day 2016-11-20") == []


def test_a_year_of_one_town_is_not_compared_all_with_all() -> None:
    lines = [f"r{m}-{d}: 5 killed, place Homs, day 2016-{m:02}-{d:02}" for m in range(1, 11) for d in range(1, 29)]
    assert len(compared(*lines)) < len(lines) * 7


def test_a_month_long_past_meets_a_day_in_it() -> None:
    assert compared("a: 1400+ killed, day 2013-08-14", "b: hundreds killed, day 2013-08-01..2013-08-31") == [(0, 1)]


def test_a_side_of_a_country_meets_the_country() -> None:
    told = ["a: 5 killed, place Northern Syria, precision region", "b: 90 injured, place Syria, precision country"]
    assert compared(*told) == [(0, 1)]
