"""Saying less exactly where: the larger place and its position, and nothing of the finer one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from belegt.errors import BelegtError
from belegt.model.where import Where
from belegt.place import coarsen, resolve
from belegt.place.resolve import FINENESS


@pytest.mark.parametrize(
    ("precision", "place", "got", "within"),
    [
        ("quarter", "Aleppo (East)", "quarter", ("Aleppo", "Aleppo", "Syria")),
        ("town", "Aleppo", "town", ("Aleppo", "Syria")),
        ("district", "Aleppo", "region", ("Syria",)),
        ("region", "Aleppo", "region", ("Syria",)),
        ("country", "Syria", "country", ()),
        ("continent", "", "unknown", ()),
        ("unknown", "", "unknown", ()),
    ],
)
def test_a_part_of_a_town_goes_up_to_town_province_and_country(
    precision: str, place: str, got: str, within: tuple[str, ...]
) -> None:
    found = coarsen(resolve("im Osten Aleppos"), precision)
    assert (found.place, found.precision, found.within) == (place, got, within)


def test_the_words_and_the_position_of_the_finer_place_are_gone() -> None:
    fine = resolve("Dabiq Square in Azaz")
    coarse = coarsen(fine, "region")
    assert coarse.text == ""
    assert (coarse.lat, coarse.lon) != (fine.lat, fine.lon)


def test_a_place_as_coarse_as_asked_for_stays_as_it_is() -> None:
    country = resolve("in Syrien")
    assert coarsen(country, "region") is country


def test_a_quarter_whose_town_is_unknown_goes_up_to_what_is_known() -> None:
    quarter = Where("im Viertel X", "X", precision="quarter", within=("Syria",))
    assert coarsen(quarter, "town").place == "Syria"
    assert coarsen(Where("im Viertel X", "X", precision="quarter"), "town") == Where()


def test_a_precision_that_is_none_is_refused() -> None:
    with pytest.raises(BelegtError) as refused:
        coarsen(Where(), "street")
    assert refused.value.code == "B603"


TEXTS = ["im Osten Aleppos", "near Sirte", "in Homs", "Anbar province", "in Syrien", "Stadtteil X in Kairo", "Europa", "in Bethlehem"]


@given(st.sampled_from(TEXTS), st.sampled_from(FINENESS))
def test_the_result_is_never_finer_than_asked_for(text: str, precision: str) -> None:
    fine = resolve(text)
    coarse = coarsen(fine, precision)
    assert FINENESS.index(coarse.precision) >= min(FINENESS.index(precision), FINENESS.index(fine.precision))
    if coarse != fine:
        assert fine.place not in (coarse.place, *coarse.within) or fine.place in fine.within
