"""The entries of the index, from a few made-up rows."""

from __future__ import annotations

import pytest

from belegt.place.compile.entries import entries, middle, people, usual_name, worth_keeping
from belegt.place.compile.sources import Province, Tables, Town
from belegt.place.store import AMBIGUOUS, CAPITALS, KNOWN, MAIN

TOWN = Town("Dūmā", ("Douma", "DUM", "دوما", "duma", "Doma 2"), 33.57, 36.4, "SY", "SY.08", 111864)
HAMLET = Town("Hof", (), 47.0, 15.0, "AT", "AT.06", 0)
TABLES = Tables(
    countries={"SY": {"en": ["Syria"], "de": ["Syrien"], "people_en": ["Syrian"], "adjective_de": ["syrisch"]}},
    regions=[{"name": "Rif Dimashq", "admin": "SY.08", "en": ["Rural Damascus"]}, {"name": "Middle East", "precision": "continent"}],
    names={"SY": {"Douma": {"de": "Duma"}}},
    words=frozenset(["hof"]),
)
PROVINCES = [Province("SY.08", "Rīf Dimashq", ("Damascus Countryside", "Rif-dimashq Governorate"))]


def test_a_town_is_entered_by_its_usual_name_and_found_by_all_that_a_text_could_hold() -> None:
    town = next(iter(entries([TOWN, HAMLET], PROVINCES, TABLES)))
    assert (town.place.name, town.place.admin, town.place.names) == ("Douma", "Rif Dimashq", (("de", "Duma"),))
    assert {k: f & (MAIN | KNOWN) for k, f in town.keys.items()} == {"douma": MAIN | KNOWN, "duma": MAIN | KNOWN, "دوما": MAIN}


def test_a_town_named_by_an_ordinary_word_is_entered_as_ambiguous() -> None:
    hof = next(e for e in entries([TOWN, HAMLET], PROVINCES, TABLES) if e.place.name == "Hof")
    assert hof.keys == {"hof": MAIN | AMBIGUOUS}


def test_provinces_regions_and_countries_are_entered_with_the_middle_of_their_towns() -> None:
    found = {e.place.name: e for e in entries([TOWN], PROVINCES, TABLES)}
    assert (found["Rif Dimashq"].place.lat, found["Rif Dimashq"].place.precision) == (33.57, "region")
    assert found["Rif Dimashq"].keys["ruraldamascus"] == MAIN | KNOWN
    assert (found["Syria"].place.lat, found["Syria"].place.country) == (33.57, "SY")
    assert {"=SY", "@syrian", "@syrischen", "syrien"} <= set(found["Syria"].keys)
    assert (found["Middle East"].place.lat, found["Middle East"].place.country) == (None, "")


def test_an_abbreviation_counts_only_in_capitals() -> None:
    tables = Tables({"US": {"en": ["United States", "U.S."]}}, [], {}, frozenset(["us"]))
    land = next(iter(entries([], [], tables)))
    assert land.keys["us"] & CAPITALS
    assert not land.keys["us"] & AMBIGUOUS


@pytest.mark.parametrize("name", ["Aleppo", "حلب", "Харків", "al-Bab", "‘Ayn al ‘Arab", "Saint-Denis"])
def test_names_in_letters_that_the_reader_knows_are_kept(name: str) -> None:
    assert worth_keeping(name)


@pytest.mark.parametrize("name", ["ALP", "mosul", "mo su er", "알레포", "Χαλέπι", "Doma 2", "Al", "阿勒颇"])
def test_codes_transliterations_and_other_scripts_are_dropped(name: str) -> None:
    assert not worth_keeping(name)


@pytest.mark.parametrize(
    ("name", "also", "usual"),
    [
        ("Ḩalab", ("Aleppo", "Aleppo Governorate", "حلب"), "Aleppo"),
        ("Diyarbakır", ("Diyarbakır Province",), "Diyarbakır"),
        ("Sucre", ("Sucre Department",), "Sucre"),
        ("Vinnytska oblast", ("Vinnytsia", "Vinnytsia Oblast"), "Vinnytsia"),
        ("Texas", (), "Texas"),
    ],
)
def test_a_province_loses_the_word_for_its_kind(name: str, also: tuple[str, ...], usual: str) -> None:
    assert usual_name(Province("XX.01", name, also)) == usual


def test_words_for_a_people_come_in_every_inflection() -> None:
    words = people({"people_en": ["Syrian", "Chinese"], "adjective_de": ["syrisch"], "people_de": ["Franzose"]})
    assert {"Syrian", "Syrians", "Chinese", "syrische", "syrischen", "Franzose", "Franzosen"} <= words
    assert "Chineses" not in words


def test_the_middle_lies_between_towns_on_both_sides_of_the_date_line() -> None:
    assert middle([(0.0, 179.0), (0.0, -179.0)]) in ((0.0, 180.0), (0.0, -180.0))
    assert middle([]) is None
