"""Places as grounds: what no gazetteer knows may lie in the town that others name, but two names in one report are two places."""

from __future__ import annotations

from belegt.link.compare.place import bears_province, compare_place
from belegt.link.compare.rarity import Rarity
from belegt.link.compare.where import Path
from belegt.link.mention import mention
from tests.count.telling import tell


def ground(*lines: str) -> str:
    first, second = (mention([c]) for c in tell(lines).claims)
    known = [mention([c]) for c in tell([*lines, *(f"{name}: 2 killed, place Homs" for name in "vwxyz")]).claims]
    found = compare_place(first, second, Rarity(known, {}))
    return found.name if found else ""


def test_a_village_without_position_may_be_where_another_report_names_the_town() -> None:
    assert ground("a: 5 killed, place Tokhar", "b: 6 killed, place Manbij") == "unplaced"


def test_two_names_in_one_report_are_two_places() -> None:
    assert ground("a: 5 killed, place Tokhar", "a: 6 killed, place Manbij") == "other_place"


def test_two_quarters_of_a_town_are_two_places_in_all_reports() -> None:
    assert (
        ground(
            "a: 5 killed, place Fardous in Aleppo, precision quarter",
            "b: 6 killed, place Marjeh in Aleppo, precision quarter",
        )
        == "beside"
    )


def test_a_rare_name_that_both_write_by_its_sound_makes_one_place() -> None:
    assert (
        ground("a: 5 killed, place Abu al-Duhur", "b: 6 killed, place the town of Abu Alduhour near Saraqib")
        == "same_name"
    )


def test_a_side_street_named_after_the_town_around_is_no_name_in_common() -> None:
    assert ground("a: 5 killed, place Tokhar in Manbij", "b: 6 killed, place Hoshar in Manbij") != "same_name"


def test_a_quarter_lies_in_its_town_though_the_province_bears_the_same_name() -> None:
    assert (
        ground(
            "a: 5 killed, place Rashidin in Aleppo, precision quarter", "b: 6 killed, place Aleppo, precision district"
        )
        == "inside"
    )


def test_a_town_that_bears_the_name_of_its_province_may_stand_for_any_place_in_it() -> None:
    town, village = Path(("dlb", "dlb", "sria"), "town"), Path(("hnshn", "dlb", "sria"), "town")
    assert bears_province(town, village)
    assert not bears_province(village, town)
    assert not bears_province(Path(("mrtnmn", "dlb", "sria"), "town"), village)


def test_a_place_without_position_may_lie_in_the_surroundings_that_are_told() -> None:
    assert ground("a: 5 killed, place Tokhar", "b: 6 killed, place Homs in Syria, precision district") == ""


def test_what_is_told_of_several_countries_names_no_place() -> None:
    assert (
        ground("a: 5 killed, place Iraq and Syria, precision continent", "a: 6 killed, place Manbij, precision town")
        == ""
    )


def test_a_country_beside_a_place_that_may_lie_in_it_says_nothing() -> None:
    told = tell(["a: 5 killed, place Syria, precision country", "a: 6 killed, place Tokhar"]).claims
    assert [p.name for p in mention(told).paths] == [mention([told[1]]).paths[0].name]
