"""The packs of the interface: no phrase is missing, none is left over, and slots are filled alike."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from belegt.web.language import LANGUAGES, language, pack, preferred


def _flat(data: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in data.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield prefix + key, value


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_pack_has_no_phrase_of_its_own_and_the_same_slots(tag: str) -> None:
    english, own = dict(_flat(pack("en"))), dict(_flat(pack(tag)))
    assert {key for key in own if not key.startswith("terms.")} - set(english) == set()
    assert set(english) <= set(own)
    for key, value in own.items():
        if key in english:
            assert set(re.findall(r"{\w+}", str(value))) == set(re.findall(r"{\w+}", str(english[key]))), key


@pytest.mark.parametrize(
    ("asked", "given"),
    [("de-AT,en;q=0.5", "de"), ("fr,ar;q=0.8,en;q=0.9", "en"), ("", "en"), ("xx;q=abc", "en"), ("ar", "ar")],
)
def test_the_browser_s_wish_is_followed_where_it_can_be(asked: str, given: str) -> None:
    assert preferred(asked) == given


def test_numbers_and_plurals_follow_the_language() -> None:
    assert language("de")("plural.reports", n=12000) == "12.000 Berichte"
    assert language("en")("plural.reports", n=1) == "1 report"
