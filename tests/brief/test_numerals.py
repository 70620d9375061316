"""Every number in finished words is seen: digits, number words, vague words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from belegt.brief.numerals import read, says_none, vague, values


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("de", "mindestens 141 Zivilisten, darunter 18 Kinder", [(141, 141), (18, 18)]),
        ("de", "zweieinhalbtausend", [(2500, 2500)]),
        ("de", "anderthalb Millionen", [(1_500_000, 1_500_000)]),
        ("de", "rund 1,9 Millionen", [(1_900_000, 1_900_000)]),
        ("de", "100.000 Kinder", [(100_000, 100_000)]),
        ("de", "eine Million", [(1_000_000, 1_000_000)]),
        ("de", "einunddreißig und hundertfünf", [(31, 31), (105, 105)]),
        ("de", "zwei Dutzend", [(24, 24)]),
        ("de", "Dutzende", [(24, 99)]),
        ("de", "mehrere hundert", [(200, 999)]),
        ("de", "Zehntausende", [(20_000, 99_999)]),
        ("de", "Millionen", [(2_000_000, 9_999_999)]),
        ("de", "viele", [(2, None)]),
        ("de", "Achtung, die Macht", []),
        ("en", "two hundred and fifty people and three", [(250, 250), (3, 3)]),
        ("en", "twenty-one", [(21, 21)]),
        ("en", "a dozen", [(12, 12)]),
        ("en", "half a million", [(500_000, 500_000)]),
        ("en", "a quarter of a million", [(250_000, 250_000)]),
        ("en", "1.9 million", [(1_900_000, 1_900_000)]),
        ("en", "tens of thousands", [(20_000, 99_999)]),
        ("en", "some 250 and some people", [(250, 250), (2, 9)]),
        ("en", "at least three, four", [(3, 3), (4, 4)]),
        ("uk", "141 цивільний", [(141, 141)]),
        ("ar", "١٤١ مدنيا", [(141, 141)]),
    ],
)
def test_numbers_are_read_as_german_and_english_write_them(
    lang: str, text: str, found: list[tuple[int, int | None]]
) -> None:
    assert [(n.low, n.high) for n in read(text, lang)] == found


def test_a_quote_holds_numbers_in_nouns_and_with_any_separator() -> None:
    assert 2 in values("dem Ehepaar", "de")
    assert 2 in values("both brothers", "en")
    assert 22_000 in values("22.000 people", "en")
    assert (24, 99) in vague("Dutzenden", "de")
    assert says_none("niemand wurde verletzt", "de")
    assert says_none("no casualties", "en")
    assert not says_none("sieben Tote", "de")


@given(st.integers(0, 10**7))
def test_every_number_in_digits_is_read_in_both_languages(number: int) -> None:
    assert [n.low for n in read(f"{number:,}".replace(",", "."), "de")] == [number]
    assert [n.low for n in read(f"{number:,}", "en")] == [number]


@given(st.text(max_size=200), st.sampled_from(["de", "en", "fr"]))
def test_any_text_is_read_to_its_end(text: str, lang: str) -> None:
    for numeral in read(text, lang):
        assert 0 <= numeral.start < numeral.end <= len(text)
