"""Any text is read without error, in bounds, the same each time, and in time that grows with its length."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from belegt.read.voice import Voice, Voices, statements
from belegt.read.voice.tagged import LONGEST
from tests.read.voice.reports import document, source, voice

PIECES = st.sampled_from(
    [
        "Die Polizei", "sagte", "dass", "fünf Menschen", "starben", "er", "laut", "nach Angaben", "zufolge", "seien",
        "police", "said", "it", "according to", "died", "citing", "the source", "30", ",", ".", ":", ";", "\n\n", "„",
        "“", '"', "»", "(", ")", "–", "🙂", "e\u0301", "\u200b", "İ", "ß", "ﬁ", "\u202e", "x" * 50,
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=40).map(" ".join) | st.text(max_size=80)
LANGS = st.sampled_from(["de", "en"])


@settings(max_examples=150, deadline=None)
@given(TEXTS, LANGS, st.integers(0, 200), st.integers(1, 40))
def test_any_claim_in_any_text_has_a_voice_in_its_words(text: str, lang: str, start: int, length: int) -> None:
    start = min(start, len(text))
    found = Voices(document(text, lang)).for_claim(start, min(len(text), start + length))
    assert found.stance in ("asserted", "denied", "disputed")
    assert found.source in text
    assert found.authority in text
    assert found.words in text


@settings(max_examples=150, deadline=None)
@given(TEXTS, LANGS)
def test_statements_quote_the_text_and_come_out_the_same_again(text: str, lang: str) -> None:
    found = statements(document(text, lang))
    for claim in found:
        assert 0 <= claim.passage.start < claim.passage.end <= len(text)
        assert claim.quote == text[claim.passage.start : claim.passage.end]
        assert claim.speaker in text
    assert found == statements(document(text, lang))


def test_an_empty_text_says_nothing() -> None:
    assert Voices(document("")).for_claim(0, 0) == Voice()
    assert statements(document("")) == []


def test_a_long_chain_of_pronouns_ends() -> None:
    text = "Er sagte, es sei so. " * 3000
    assert Voices(document(text)).for_claim(len(text) - 8, len(text) - 2).source == ""


def test_a_sentence_longer_than_any_sentence_is_the_voice_of_the_text() -> None:
    assert source("Die Polizei sagte, " + "a " * LONGEST + "fünf Menschen seien tot.", "fünf Menschen") == ""


def test_offsets_count_code_points_beyond_the_basic_plane() -> None:
    assert voice("🙂🙂 Die Polizei sagte, fünf Menschen seien tot.", "fünf Menschen").source == "Die Polizei"


def took(unit: str, times: int) -> float:
    begun = time.process_time()
    statements(document(unit * times))
    return time.process_time() - begun


@pytest.mark.parametrize(
    "unit", ['"a b ', "Er sagte, es sei so. ", '"A b c d e f" sagte er. ', "X: „a“ ", "sagte X, dass "]
)
def test_eight_times_the_text_takes_no_more_than_thirty_times_as_long(unit: str) -> None:
    took(unit, 100)
    assert took(unit, 4000) < max(0.2, took(unit, 500)) * 30
