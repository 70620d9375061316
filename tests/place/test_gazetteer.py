"""Names in any spelling and script find the place; ordinary words find none."""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import Any

import pytest

from belegt.place import country, is_place, lookup, people

SPELLINGS = [
    ("Aleppo", "SY", ["Aleppo", "Haleb", "Halab", "حلب", "Алеппо", "Aleppos", "Aleppo's", "Aleppo’s", "ALEPPO", "Alep"]),
    ("Mosul", "IQ", ["Mosul", "Mossul", "Mossoul", "الموصل", "موصل", "Мосул"]),
    ("Kharkiv", "UA", ["Kharkiv", "Charkiw", "Kharkov", "Charkow", "Харків", "Харьков", "Járkov"]),
    ("Kyiv", "UA", ["Kyiv", "Kiew", "Kiev", "Київ", "Киев"]),
    ("Raqqa", "SY", ["Raqqa", "Rakka", "al-Raqqa", "Ar-Raqqah", "الرقة"]),
    ("Deir ez-Zor", "SY", ["Deir ez-Zor", "Deir Ezzor", "Deir al-Sor", "Deir ez-Zour", "Deir-ez-Zor", "دير الزور"]),
    ("Hasakah", "SY", ["Hasakah", "Hassakeh", "Al-Hasakah", "Hasaka"]),
    ("Kobani", "SY", ["Kobani", "Kobane", "Kobanê", "Ain al-Arab"]),
    ("Khan Younis", "PS", ["Khan Younis", "Khan Yunis", "Chan Junis", "Khān Yūnis", "خان يونس"]),
    ("Jabalia", "PS", ["Jabalia", "Jabalya", "Dschabalija"]),
    ("Cairo", "EG", ["Cairo", "Kairo", "Le Caire", "القاهرة", "Каир", "Каїр"]),
    ("Baghdad", "IQ", ["Baghdad", "Bagdad", "Bagdads", "بغداد", "Багдад"]),
    ("Zaporizhzhia", "UA", ["Zaporizhzhia", "Saporischschja", "Запоріжжя"]),
    ("Mazar-i-Sharif", "AF", ["Mazar-i-Sharif", "Mazar-e Sharif", "Masar-i-Scharif"]),
    ("Munich", "DE", ["Munich", "München", "Muenchen", "Münchens"]),
]


@pytest.mark.parametrize(("usual", "code", "written"), SPELLINGS, ids=[s[0] for s in SPELLINGS])
def test_every_spelling_of_a_town_meets_at_the_same_place(usual: str, code: str, written: list[str]) -> None:
    found = {w: lookup(w, precision="town") for w in written}
    assert {w: (p.name, p.country) if p else None for w, p in found.items()} == dict.fromkeys(written, (usual, code))


COUNTRIES = {
    "Syrien": "SY", "Syriens": "SY", "Syria": "SY", "سوريا": "SY", "Сирия": "SY", "Irak": "IQ", "Iraks": "IQ",
    "Elfenbeinküste": "CI", "Ivory Coast": "CI", "Birma": "MM", "Burma": "MM", "Myanmar": "MM", "USA": "US", "US": "US",
    "U.S.": "US", "Vereinigte Staaten": "US", "Großbritannien": "GB", "Britain": "GB", "VR China": "CN", "Ukraine": "UA",
    "Weißrussland": "BY", "Demokratische Republik Kongo": "CD", "DR Congo": "CD", "Palästina": "PS", "Südsudan": "SS",
    "Украина": "UA", "Україна": "UA", "Saudi Arabien": "SA", "Chad": "TD", "Jordan": "JO", "Georgia": "GE", "Niger": "NE",
}  # fmt: skip


@pytest.mark.parametrize("name", COUNTRIES)
def test_countries_are_known_by_their_names_and_variants(name: str) -> None:
    found = lookup(name)
    assert found is not None
    assert (found.country, found.precision) == (COUNTRIES[name], "country")


@pytest.mark.parametrize(
    ("name", "usual", "code"),
    [
        ("Gazastreifen", "Gaza Strip", "PS"),
        ("Gaza", "Gaza Strip", "PS"),
        ("Westjordanland", "West Bank", "PS"),
        ("Tschetschenien", "Chechnya", "RU"),
        ("Donbass", "Donbas", "UA"),
        ("Krim", "Crimea", "UA"),
        ("Kaschmir", "Kashmir", ""),
        ("Darfur", "Darfur", "SD"),
        ("Bayern", "Bavaria", "DE"),
        ("Kalifornien", "California", "US"),
        ("Naher Osten", "Middle East", ""),
        ("Balkan", "Balkans", ""),
        ("Anbar", "Anbar", "IQ"),
        ("Texas", "Texas", "US"),
        ("England", "England", "GB"),
    ],
)
def test_regions_are_known_by_their_german_and_english_names(name: str, usual: str, code: str) -> None:
    found = lookup(name)
    assert found is not None
    assert (found.name, found.country) == (usual, code)
    assert found.precision in ("region", "continent")


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("syrische", "SY"), ("syrischen", "SY"), ("Syrian", "SY"), ("Syrians", "SY"), ("irakische", "IQ"), ("Iraqi", "IQ"),
        ("Iraqis", "IQ"), ("US-", "US"), ("US", "US"), ("amerikanischen", "US"), ("Franzosen", "FR"), ("deutsche", "DE"),
        ("Israelis", "IL"), ("Afghans", "AF"), ("ukrainischer", "UA"), ("Turkish", "TR"), ("saudi-arabischen", "SA"),
    ],
)  # fmt: skip
def test_adjectives_and_peoples_speak_of_a_country(word: str, code: str) -> None:
    assert people(word) == code


@pytest.mark.parametrize("word", ["us", "Us", "polish", "pole", "Syria", "Krankenhaus", "", "'s"])
def test_other_words_speak_of_no_people(word: str) -> None:
    assert people(word) is None


WORDS = [
    "Sonntag", "Krankenhaus", "Police", "March", "Essen", "Hof", "Nice", "Reading", "Of", "Regen", "Bar", "Angriff", "Tote",
    "Kinder", "Rebellen", "Schule", "Zivilisten", "Die", "Mai", "Monday", "Bombs", "Rockets", "Children", "Assad", "Merkel",
    "Obama", "Hassan", "Jackson", "Hamas", "Basis", "Granate", "us", "Us", "aleppo", "", " ", "123", "West", "Osten",
]  # fmt: skip


@pytest.mark.parametrize("word", WORDS)
def test_ordinary_words_and_names_of_persons_are_no_sign_of_a_place(word: str) -> None:
    assert not is_place(word)


@pytest.mark.parametrize("name", ["Essen", "Nice", "Reading", "Hof", "Bar", "Of", "Regen"])
def test_a_town_named_by_an_ordinary_word_is_found_and_marked_ambiguous(name: str) -> None:
    found = lookup(name)
    assert found is not None
    assert found.ambiguous


def test_a_small_town_is_a_sign_only_in_a_country_that_the_report_speaks_of() -> None:
    assert not is_place("Saraqib Faouqani")
    assert is_place("Madaya", near=["SY"])
    assert not is_place("Grödig")
    assert is_place("Grödig", near=["AT"])


@pytest.mark.parametrize(
    ("name", "near", "code"),
    [
        ("Tripoli", [], "LY"),
        ("Tripoli", ["LB"], "LB"),
        ("Paris", ["US", "SY"], "FR"),
        ("Madaya", ["SY"], "SY"),
        ("Donezk", ["RU"], "UA"),
        ("Washington", [], "US"),
        ("Jericho", ["PS"], "PS"),
    ],
)
def test_the_countries_of_a_report_choose_among_places_of_one_name(name: str, near: list[str], code: str) -> None:
    found = lookup(name, near=near)
    assert found is not None
    assert found.country == code


def test_a_town_has_position_province_and_inhabitants() -> None:
    aleppo = lookup("Aleppo")
    assert aleppo is not None
    assert (round(aleppo.lat or 0, 1), round(aleppo.lon or 0, 1)) == (36.2, 37.2)
    assert (aleppo.precision, aleppo.admin) == ("town", "Aleppo")
    assert aleppo.population > 1_000_000


def test_a_province_is_found_where_one_is_asked_for() -> None:
    province = lookup("Aleppo", precision="region")
    assert province is not None
    assert (province.precision, province.country) == ("region", "SY")


def test_a_sea_has_no_position_and_no_country() -> None:
    sea = lookup("Mittelmeer")
    assert sea is not None
    assert (sea.name, sea.lat, sea.lon, sea.country) == ("Mediterranean Sea", None, None, "")


def test_names_are_given_in_other_languages_where_they_are_known() -> None:
    syria, baghdad, sirte = lookup("Syria"), lookup("Bagdad"), lookup("Sirte")
    assert syria
    assert baghdad
    assert sirte
    assert [syria.local(lang) for lang in ("en", "de", "uk", "xx")] == ["Syria", "Syrien", "Сирія", "Syria"]
    assert (baghdad.local("de"), sirte.local("de")) == ("Bagdad", "Sirte")


def test_a_country_is_found_by_its_code() -> None:
    assert country("SY").name == "Syria"
    with pytest.raises(KeyError):
        country("ZZ")


def _table(name: str) -> Any:
    return tomllib.loads(resources.files("belegt.place").joinpath(name).read_text(encoding="utf-8"))


def test_every_name_in_the_table_of_countries_means_its_country() -> None:
    wrong = {
        (code, name)
        for code, row in _table("countries.toml").items()
        for lang in ("en", "de", "fr", "es", "ar", "ru", "uk")
        for name in row.get(lang, ())
        if name[0].isupper() and ((p := lookup(name)) is None or p.country != code)
    }
    assert not wrong


def test_every_town_in_the_table_of_names_bears_its_usual_name() -> None:
    wrong = {
        (code, usual, name)
        for code, rows in _table("names.toml").items()
        for usual, row in rows.items()
        for name in (usual, *row.get("also", ()))
        if (p := lookup(name, near=[code], precision="town")) is None or (p.name, p.country) != (usual, code)
    }
    assert not wrong


def test_every_region_in_the_table_is_found_and_has_a_middle_where_its_provinces_are_named() -> None:
    for row in _table("regions.toml")["region"]:
        found = lookup(row["name"])
        assert found is not None, row["name"]
        assert found.name == row["name"]
        assert ("admin" in row or "parts" in row) == (found.lat is not None), row["name"]


def test_words_that_are_no_places_are_none() -> None:
    assert not any(is_place(f"Wortgebilde{n}") for n in range(1000))
