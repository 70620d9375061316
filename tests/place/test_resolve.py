"""A place expression as written means a place, never more exactly than it says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from belegt.place import resolve
from belegt.place.resolve import FINENESS

EXPRESSIONS = [
    ("im Osten Aleppos", "Aleppo (East)", "quarter"),
    ("im Ostteil Aleppos", "Aleppo (East)", "quarter"),
    ("Ost-Aleppo", "Aleppo (East)", "quarter"),
    ("West-Aleppo", "Aleppo (West)", "quarter"),
    ("im Westen von Aleppo", "Aleppo (West)", "quarter"),
    ("eastern Aleppo", "Aleppo (East)", "quarter"),
    ("E. Aleppo", "Aleppo (East)", "quarter"),
    ("rebel-held eastern parts of Aleppo", "Aleppo (East)", "quarter"),
    ("in den östlichen Vierteln von Aleppo", "Aleppo (East)", "quarter"),
    ("the east of Aleppo", "Aleppo (East)", "quarter"),
    ("in southern Gaza City", "Gaza City (South)", "quarter"),
    ("Nordsyrien", "Syria (North)", "region"),
    ("im Norden Syriens", "Syria (North)", "region"),
    ("in north-eastern Syria", "Syria (Northeast)", "region"),
    ("in southeastern Turkey", "Turkey (Southeast)", "region"),
    ("in Aleppo", "Aleppo", "town"),
    ("in Essen", "Essen", "town"),
    ("in der Stadt Essen", "Essen", "town"),
    ("the village of Khan Wahman", "Khan Wahman", "town"),
    ("the village of Tal Wahman in rural Idlib", "Tal Wahman", "town"),
    ("im Tal Bekaa", "Bekaa Valley", "region"),
    ("the Wahman border crossing between Turkey and Syria", "Wahman", "district"),
    ("Dabiq Square in Azaz", "Azaz", "town"),
    ("a hospital in the city of Idlib", "Idlib", "town"),
    ("in der irakischen Stadt Haditha", "Haditha", "town"),
    ("in der nordspanischen Stadt Burgos", "Burgos", "town"),
    ("in der Hafenstadt Tripoli im nördlichen Libanon", "Tripoli", "town"),
    ("in Miami, Florida", "Miami", "town"),
    ("Der Flughafen Bagdad", "Baghdad", "town"),
    ("في حلب", "Aleppo", "town"),
    ("Харків", "Kharkiv", "town"),
    ("near Sirte", "Sirte", "district"),
    ("nördlich von Aleppo", "Aleppo", "district"),
    ("east of Aleppo", "Aleppo", "district"),
    ("südlich von Essen", "Essen", "district"),
    ("am Rande von Aleppo", "Aleppo", "district"),
    ("on the outskirts of Damascus", "Damascus", "district"),
    ("near Manbij in the Aleppo governorate", "Manbij", "district"),
    ("the province of Diyarbakir", "Diyarbakir", "region"),
    ("in der Provinz Aleppo", "Aleppo", "region"),
    ("Aleppo province", "Aleppo", "region"),
    ("in Tschetschenien", "Chechnya", "region"),
    ("in Ost-Ghuta", "Eastern Ghouta", "region"),
    ("in Syrien", "Syria", "country"),
    ("in den USA", "United States", "country"),
    ("a Syrian village", "Syria", "country"),
    ("Europa", "Europe", "continent"),
]


@pytest.mark.parametrize(("text", "place", "precision"), EXPRESSIONS, ids=[e[0] for e in EXPRESSIONS])
def test_an_expression_means_its_place_as_exactly_as_it_says(text: str, place: str, precision: str) -> None:
    found = resolve(text)
    assert (found.text, found.place, found.precision) == (text, place, precision)


@pytest.mark.parametrize(
    ("text", "place", "within"),
    [
        ("im Stadtviertel Masaken Hanano", "Masaken Hanano", ()),
        ("in the southern rebel-held neighbourhood of Sheikh Said", "Sheikh Said", ()),
        ("Masaken Hanano neighbourhood of Aleppo", "Masaken Hanano", ("Aleppo", "Aleppo", "Syria")),
        ("im Stadtteil Wostan in Homs", "Wostan", ("Homs", "Homs", "Syria")),
        ("the Al-Zaytoun neighbourhood in Gaza City", "Al-Zaytoun", ("Gaza City", "Gaza Strip", "Palestine")),
    ],
)
def test_a_quarter_that_the_gazetteer_lacks_is_named_in_its_town_without_a_position(
    text: str, place: str, within: tuple[str, ...]
) -> None:
    found = resolve(text, near=["SY"])
    assert (found.place, found.precision) == (place, "quarter")
    assert (found.lat, found.lon) == (None, None)
    assert found.within == within


def test_a_quarter_is_not_the_far_town_of_the_same_name() -> None:
    found = resolve("San Diego, Medellin")
    assert (found.place, found.lat, found.precision) == ("San Diego", None, "quarter")
    assert "Colombia" in found.within


def test_a_part_of_a_place_has_no_position_but_its_whole_round_it() -> None:
    found = resolve("im Osten Aleppos")
    assert (found.lat, found.lon) == (None, None)
    assert found.within == ("Aleppo", "Aleppo", "Syria")


def test_a_town_has_a_position_and_its_province_and_country_round_it() -> None:
    found = resolve("in Aleppo")
    assert found.lat is not None
    assert found.within == ("Aleppo", "Syria")


def test_near_a_town_keeps_its_position_as_that_of_a_district() -> None:
    town, beside = resolve("in Sirte"), resolve("near Sirte")
    assert (beside.lat, beside.lon) == (town.lat, town.lon)
    assert (town.precision, beside.precision) == ("town", "district")


def test_two_places_joined_by_and_are_both_named_without_a_position() -> None:
    found = resolve("in Homs und Aleppo")
    assert (found.place, found.lat, found.within) == ("Homs and Aleppo", None, ("Syria",))
    assert FINENESS.index(found.precision) > FINENESS.index("town")


@pytest.mark.parametrize(
    "text", ["", "in der Stadt", "the town", "in einem Krankenhaus", "auf offener Straße", "im Süden", "an Bord"]
)
def test_words_without_a_name_mean_no_place(text: str) -> None:
    found = resolve(text)
    assert (found.place, found.precision, found.lat) == ("", "unknown", None)


def test_a_country_of_the_report_chooses_among_towns_of_one_name() -> None:
    assert resolve("in Tripoli", near=["LB"]).within[-1] == "Lebanon"
    assert resolve("in Tripoli").within[-1] == "Libya"


PIECES = [
    "in",
    "the",
    "of",
    "Aleppo",
    "Aleppos",
    "im",
    "Osten",
    "near",
    ",",
    "und",
    "Syria",
    "Stadtteil",
    "X",
    "(",
    "’s",
    "حلب",
    "🙂",
    "-",
]


@given(st.lists(st.sampled_from(PIECES), max_size=9).map(" ".join) | st.text(max_size=40))
def test_any_text_gives_a_place_with_a_known_precision_and_a_position_only_for_a_named_place(text: str) -> None:
    found = resolve(text)
    assert found.text == text
    assert found.precision in FINENESS
    assert (found.lat is None) == (found.lon is None)
    if found.lat is not None:
        assert found.place
    assert (found.precision == "unknown") == (found.place == "")
