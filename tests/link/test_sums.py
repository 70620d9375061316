"""Sums that a report draws over its own incidents are totals of the day (R10); everything else stays what it is."""

from __future__ import annotations

from dataclasses import replace

from belegt.link import link
from belegt.model import Why
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


def test_what_the_sentence_of_a_sum_tells_with_it_is_of_the_same_sum() -> None:
    assert totals("a: 11 killed, place Aleppo", "+ 44 injured, place Aleppo", "a: 8 killed, place Fardous in Aleppo",
                  "a: 3 killed, place Bab al-Nasr in Aleppo") == [["c1"], ["c2"]]  # fmt: skip


def test_part_of_a_sum_is_no_sum_of_its_own() -> None:
    told = totals("a: 11 killed, place Aleppo", "a: 8 killed, place Fardous in Aleppo", 'a: "Another three were killed" 3 killed, place Aleppo',
                  'a: "Another five were killed" 5 killed, place Aleppo')  # fmt: skip
    assert told == [["c1"]]


def test_two_women_and_their_children_are_one_part() -> None:
    assert totals("a: 25 killed, place Aleppo", "a: 16 killed, place Bab al-Nasr in Aleppo", "a: 2 killed woman, place Fardous in Aleppo",
                  "+ 7 killed child, place Fardous in Aleppo") == [["c1"]]  # fmt: skip


def test_a_report_that_does_not_break_a_known_sum_down_tells_the_sum() -> None:
    assert totals("a: 18 killed, place Aleppo", "a: 11 killed, place Bab al-Nasr in Aleppo", "a: 7 killed, place Fardous in Aleppo",
                  "b: 18 killed civilian, place Aleppo") == [["c1", "c1"]]  # fmt: skip


def test_a_headline_without_the_period_tells_the_running_total_of_its_text() -> None:
    told = totals("a: 200 killed, place Aleppo, day unknown", "a: >200 killed, total, place Aleppo, day 2016-11-01..2016-11-20")
    assert told == [["c1", "c2"]]


def test_the_figure_of_one_day_is_not_the_running_total_before_it() -> None:
    told = totals("a: 40 killed, place Aleppo, day 2016-11-21", "a: >40 killed, total, place Aleppo, day 2016-11-01..2016-11-20")
    assert told == [["c2"]]


def test_family_members_told_one_by_one_are_no_sum_over_incidents() -> None:
    told = totals("a: 6+ killed", 'a: "Local sources earlier spoke of five killed" 5 killed', 'a: "His brother was also killed" 1 killed man')
    assert told == []


def test_an_attack_told_as_an_earlier_one_is_a_part_of_the_day() -> None:
    told = totals("a: 10 killed, place Aleppo", "a: 3 killed, place Aleppo", 'a: "Earlier that day seven were killed" 7 killed, place Aleppo')
    assert told == [["c1"]]


def test_a_total_without_a_period_that_its_report_tells_as_one_incident_is_that_incident() -> None:
    told = tell(("a: 29 killed combatant, place Aleppo", "a: ~30 killed, total, place Aleppo, day unknown"))
    found = link(told.reports, told.claims)
    assert [[c.id for c in i.claims] for i in found.incidents] == [["c1", "c2"]]
    assert found.totals == ()


def test_a_running_total_with_a_period_stays_one_beside_the_same_figure_of_another_day_r10() -> None:
    assert totals("a: 29 killed, place Aleppo, day 2016-11-21", "a: 29 killed, total, place Aleppo, day 2016-11-01..2016-11-20") == [["c2"]]


def test_a_total_of_several_villages_is_told_again_by_its_headline() -> None:
    told = tell(("a: 40 killed, place Aleppo", 'a: "40 killed in raids on two villages" 40+ killed, total, place Aleppo, day unknown'))
    villages = Why("scope:total", "two villages")
    claims = [replace(c, why=(villages,)) if c.scope == "total" else c for c in told.claims]
    assert [[c.id for c in t.claims] for t in link(told.reports, claims).totals] == [["c1", "c2"]]


def test_a_sum_near_a_city_is_broken_into_towns_around_it() -> None:
    told = totals('a: "22 were killed near Damascus" 22 killed, place Damascus, precision district', 'a: "16 in Douma died" 16 killed, place Douma, part 1',
                  'a: "five more in Saqba" 5 killed, place Saqba, part 1', '+ "one in Harasta" 1 killed, place Harasta, part 1')  # fmt: skip
    assert told == [["c1"]]


def test_others_killed_in_two_other_districts_complete_a_sum() -> None:
    told = totals("a: 16 killed, place Aleppo", 'a: "Nine died in Qaterji" 9 killed, place Qaterji in Aleppo',
                  'a: "Another seven were killed in two other districts" 7 killed, place Aleppo')  # fmt: skip
    assert told == [["c1"]]


def test_places_carried_over_from_another_sentence_make_no_sum() -> None:
    told = totals('a: "82 were killed at Al-Quriyah, not Mayadin" 82 killed, place Al-Quriyah', 'a: "58 were civilians" 58 killed civilian, place Al-Quriyah, part 1',
                  'a: "24 others were killed" 24 killed, place Mayadin, part 1')  # fmt: skip
    assert told == []


def test_civilians_and_others_of_one_toll_are_people_and_no_two_events() -> None:
    told = totals('a: "82 were killed around Al-Quriyah" 82 killed, place Syria, precision country', 'a: "58 civilians near Mayadin" 58 killed civilian, place Mayadin, part 1',
                  'a: "24 other people were killed" 24 killed, place Al-Quriyah, part 1')  # fmt: skip
    assert told == []


def test_a_figure_told_of_two_towns_at_once_is_a_total() -> None:
    told = totals("a: 8 killed, place Aleppo and Homs, precision district", "a: 6 killed, place Aleppo", "a: 1 killed, place Homs and Hama, precision district")
    assert told == [["c1"]]
    told = totals("a: 42 killed, place Tartus Homs and Hasakah cities", "a: 14 killed, place between the towns of Hammuriyah and Saqba", "a: 9 killed, place Homs")
    assert told == [["c1"]]
