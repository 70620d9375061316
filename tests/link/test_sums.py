"""Sums that a report draws over its own incidents are totals of the day (R10); everything else stays what it is."""

from __future__ import annotations

from belegt.link import link
from tests.count.telling import tell


def totals(*lines: str) -> list[list[str]]:
    told = tell(lines)
    return [[c.id for c in t.claims] for t in link(told.reports, told.claims).totals]


def test_a_sum_over_two_quarters_is_a_total() -> None:
    assert totals("a: 18 killed, place Aleppo", "a: 11 killed civilian, place Bab al-Nasr in Aleppo", "a: 7 killed civilian, place Fardous in Aleppo") == [["c1"]]


def test_a_sum_whose_second_part_is_told_as_another_is_a_total() -> None:
    assert totals("a: 21+ killed, place Manbij", "a: 15+ killed, place Manbij", 'a: "six others were killed" 6 killed, place Manbij') == [["c1"]]


def test_headline_and_lead_of_a_sum_go_together() -> None:
    assert totals("a: 18 killed, place Aleppo", "a: 18+ killed civilian, place Aleppo", "a: 11 killed, place Bab al-Nasr in Aleppo",
                  "a: 7 killed, place Fardous in Aleppo") == [["c1", "c2"]]  # fmt: skip


def test_parts_of_one_place_are_no_sum_over_incidents() -> None:
    assert totals("a: 12 killed", "a: 5 killed woman", "a: 7 killed child") == []


def test_parts_of_another_day_are_no_parts() -> None:
    assert totals("a: 18 killed, place Aleppo", "a: 11 killed, place Bab al-Nasr in Aleppo, day 2016-11-18", "a: 7 killed, place Fardous in Aleppo") == []


def test_figures_of_two_reports_are_never_added_up() -> None:
    assert totals("a: 18 killed, place Aleppo", "b: 11 killed, place Bab al-Nasr in Aleppo", "c: 7 killed, place Fardous in Aleppo") == []
