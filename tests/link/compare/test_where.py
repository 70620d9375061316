"""Places as paths, and how two of them lie."""

from __future__ import annotations

import pytest

from belegt.link.compare.where import path, relation
from belegt.model import Where


def lie(one: str, other: str, **known: tuple[str, ...]) -> str:
    a, b = path(Where(one, one, within=known.get("within", ()))), path(Where(other, other))
    assert a
    assert b
    return relation(a, b)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Tariq al-Bab, Aleppo", "Aleppo", "inside"),
        ("Tariq al-Bab, Aleppo", "Tareeq al-Bab", "same"),
        ("Aleppo (East)", "East Aleppo", "same"),
        ("Aleppo (East)", "Ost-Aleppo", "same"),
        ("Aleppo (East)", "Aleppo (West)", "beside"),
        ("Tariq al-Bab, Aleppo", "Fardous, Aleppo", "beside"),
        ("Tariq al-Bab, Aleppo", "East Aleppo", "unsure"),
        ("Southern Aleppo", "East Aleppo", "unsure"),
        ("al-Zahraa, Homs", "al-Zahraa, Aleppo", "other"),
        ("Manbij", "Atareb", "other"),
    ],
)
def test_places_lie_as_a_map_shows_them(one: str, other: str, expected: str) -> None:
    assert lie(one, other) == lie(other, one) == expected


def test_the_larger_places_that_the_gazetteer_knows_count() -> None:
    assert lie("Ariha", "Idlib", within=("Idlib", "Syria")) == "inside"


def test_an_unknown_place_has_no_path() -> None:
    assert path(Where()) is None


def test_distance_is_known_only_where_both_positions_are() -> None:
    aleppo, homs = path(Where("", "Aleppo", 36.2, 37.16)), path(Where("", "Homs", 34.73, 36.71))
    assert aleppo
    assert homs
    assert 160 < (aleppo.km(homs) or 0) < 175
    assert aleppo.km(path(Where("", "Homs")) or aleppo) is None
