"""Which words of a sentence are names of places, and which are persons, bodies, times and common nouns."""

from __future__ import annotations

import pytest

from tests.read.places.asking import names

ENGLISH = [
    ("Shells fell on Aleppo on Friday.", ["Aleppo"]),
    ("Clashes went on in the village of Kafr Wahmi.", ["Kafr Wahmi"]),
    ("Three died in Sheikh Mumtaz neighbourhood.", ["Sheikh Mumtaz"]),
    ("Fighting spread through Van province and Jaramana city.", ["Van", "Jaramana"]),
    ("Raids on Syrias Idlib killed four.", ["Idlib", "Syria"]),
    ("A shell hit the Al Noor refugee camp.", ["Al Noor"]),
    ("Two people were killed in armed clashes in Wahmistan.", ["Wahmistan"]),
    ("The army took Khan Wahm district after dark.", ["Khan Wahm"]),
    ("GUERRILLAS KILLED A PEASANT IN THE CITY OF FLORES ON TUESDAY.", ["FLORES"]),
    ("A bomb exploded near the town of al-Bab.", ["al-Bab"]),
    ("Warplanes struck al-Bab city and the villages of Jub Wahm and Tal Wahm.", ["al-Bab", "Jub Wahm", "Tal Wahm"]),
]
GERMAN = [
    ("In der südsudanesischen Stadt Bentiu starben viele.", ["Bentiu"]),
    ("Im Stadtviertel Masaken Wahmi schlug eine Granate ein.", ["Masaken Wahmi"]),
    ("Bei Paderborn starb ein Mann.", ["Paderborn"]),
    ("In Darmstadt und Düsseldorf gab es Tote.", ["Darmstadt", "Düsseldorf"]),
    ("Unruhen in den Pariser Vorstädten.", ["Paris"]),
    ("Im Süden Mexikos bebte die Erde.", ["Mexiko"]),
    ("In West-Aleppo starben acht Kinder.", ["West-Aleppo"]),
    ("In Südthailand wurden Lehrer getötet.", ["Südthailand"]),
    ("Ein Haus in Frankfurt am Main brannte.", ["Frankfurt am Main"]),
    ("Der Awash-Fluss trat über die Ufer.", ["Awash-Fluss"]),
    ("Im Al-Wahmi-Krankenhaus starben drei.", ["Al-Wahmi-Krankenhaus"]),
    ("Im Ortsbereich von Wahmdorf kam er von der Straße ab.", ["Wahmdorf"]),
    ("Die Rebellen halten al-Wahma.", []),
    ("Kämpfe gab es auch in al-Wahma.", ["al-Wahma"]),
]
NONE_ENGLISH = [
    "President Washington spoke with General Lincoln.",
    "The Syrian Observatory for Human Rights said on Sunday.",
    "A field commander of the Islamic State of Iraq was killed.",
    "The home of the Abu Shaar family was hit.",
    "Members of the Aleppo Media Center wept.",
    "They were killed in August and in Ramadan.",
    "At Least ten died.",
    "He left with a Reading man.",
    "FIVE DIED AT THE TIME OF THE ATTACK.",
]
NONE_GERMAN = [
    "Die Polizei geriet in Brand und in Panik.",
    "Viele Menschen in Not warten auf Essen.",
    "Bei Kämpfen in Notwehr fiel ein Schuss.",
    "Wetter und Regen hielten an.",
    "Er lag im Sterben, weitere Tote fand man in Krankenhäusern.",
    "In den Straßen der Stadt lagen Leichen.",
    "Die Familie Hagen klagte gegen Präsident Lincoln.",
    "An einer Kreuzung von einem Lastwagen erfasst.",
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_an_english_name_is_found_with_what_makes_it_a_place(text: str, expected: list[str]) -> None:
    assert names(text, "en") == expected


@pytest.mark.parametrize(("text", "expected"), GERMAN)
def test_a_german_name_is_found_with_what_makes_it_a_place(text: str, expected: list[str]) -> None:
    assert names(text, "de") == expected


@pytest.mark.parametrize("text", NONE_ENGLISH)
def test_english_persons_bodies_and_times_are_no_places(text: str) -> None:
    assert names(text, "en") == []


@pytest.mark.parametrize("text", NONE_GERMAN)
def test_german_common_nouns_and_persons_are_no_places(text: str) -> None:
    assert names(text, "de") == []


def test_a_part_of_a_city_may_be_joined_to_it_by_a_hyphen() -> None:
    assert names("Ein Kind wurde in Wien-Simmering angefahren.", "de") == ["Wien-Simmering"]
    assert names("Die Polizei war nach den Wien-Anschlägen im Einsatz.", "de") == []


def test_the_whole_of_a_country_is_the_country() -> None:
    assert names("In ganz China und im gesamten Sudan gab es Proteste.", "de") == ["China", "Sudan"]


def test_the_second_word_of_an_arabic_name_is_no_place_by_itself() -> None:
    assert names("Ten were held by Ahrar al-Sham at a depot in Idlib.", "en") == ["Idlib"]
