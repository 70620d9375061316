"""Places as grounds: what no gazetteer knows may lie in the town that others name, but two names in one report are two places."""

from __future__ import annotations

from belegt.link.compare.place import compare_place
from belegt.link.compare.rarity import Rarity
from belegt.link.mention import mention
from tests.count.telling import tell


def ground(*lines: str) -> str:
    first, second = (mention([c]) for c in tell(lines).claims)
    found = compare_place(first, second, Rarity((), {}))
    return found.name if found else ""


def test_a_village_without_position_may_be_where_another_report_names_the_town() -> None:
    assert ground("a: 5 killed, place Tokhar", "b: 6 killed, place Manbij") == "unplaced"


def test_two_names_in_one_report_are_two_places() -> None:
    assert ground("a: 5 killed, place Tokhar", "a: 6 killed, place Manbij") == "other_place"


def test_two_quarters_of_a_town_are_two_places_in_all_reports() -> None:
    assert ground("a: 5 killed, place Fardous in Aleppo, precision quarter", "b: 6 killed, place Marjeh in Aleppo, precision quarter") == "beside"
