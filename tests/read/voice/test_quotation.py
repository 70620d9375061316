"""Quotations: marks of several conventions, speech over sentences, marks without partner."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from belegt.read.voice.quotation import LONGEST, quotations


def quoted(text: str) -> list[str]:
    return [text[slice(*quote.inner)] for quote in quotations(text)]


@pytest.mark.parametrize(
    "text",
    [
        "„Wir sind da“",
        "“Wir sind da”",
        '"Wir sind da"',
        "«Wir sind da»",
        "»Wir sind da«",
        '„Wir sind da"',
        "„Wir sind da”",
    ],
)
def test_marks_of_every_convention_pair(text: str) -> None:
    assert quoted(f"Er sagte: {text}, dann ging er.") == ["Wir sind da"]


def test_two_quotations_of_one_sentence_are_two() -> None:
    assert quoted("„Ja“, sagte er, „wir sind da“.") == ["Ja", "wir sind da"]


def test_a_quotation_runs_over_sentences() -> None:
    assert quoted("„Wir sind da. Wir bleiben da.“") == ["Wir sind da. Wir bleiben da."]


def test_speech_whose_paragraphs_each_open_with_a_mark_is_two_quotations() -> None:
    assert quoted("“We are here.\n\n“We stay here.” He left.") == ["We are here.", "We stay here."]


def test_a_mark_that_never_closes_quotes_nothing() -> None:
    assert quoted("Er sagte „wir sind da und ging. Dann kam der Abend.") == []


def test_a_closing_mark_alone_quotes_nothing() -> None:
    assert quoted("Er ging“ und kam.") == []


def test_marks_further_apart_than_any_speech_do_not_pair() -> None:
    assert quoted('"' + "a " * LONGEST + '"') == []


def test_a_single_term_is_no_speech() -> None:
    short, speech = quotations("Die Gruppe „Freie Stadt“ sagte: „Wir sind heute hier gewesen.“")
    assert (short.long, speech.long) == (False, True)


@given(st.text(st.sampled_from(list("ab .,\n\"“”„«»'")), max_size=60))
def test_quotations_are_in_order_and_apart_and_begin_with_a_mark(text: str) -> None:
    end = 0
    for quote in quotations(text):
        assert end <= quote.start < quote.end <= len(text)
        assert text[quote.start] in '"“”„«»'
        assert quote.start < quote.inner[0] <= quote.inner[1] <= quote.end
        end = quote.end
