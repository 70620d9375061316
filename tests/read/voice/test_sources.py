"""Sources that a preposition, an adverb or a headline names."""

from __future__ import annotations

import pytest

from tests.read.voice.reports import source, voice


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nach Angaben der Polizei starben fünf Menschen.", "Polizei"),
        ("Nach Angaben von Helfern starben fünf Menschen.", "Helfern"),
        ("Nach ersten Angaben starben fünf Menschen.", "ersten Angaben"),
        ("Laut Polizei starben fünf Menschen.", "Polizei"),
        ("Laut einem Bericht der Zeitung „Der Bote“ starben fünf Menschen.", "Zeitung „Der Bote“"),
        ("Polizeiangaben zufolge starben fünf Menschen.", "Polizeiangaben"),
        ("Dem Gouverneur zufolge starben fünf Menschen.", "Gouverneur"),
        ("In der Stadt starben Medienberichten zufolge fünf Menschen.", "Medienberichten"),
        ("Angaben lokaler Medien zufolge starben fünf Menschen.", "lokaler Medien"),
    ],
)
def test_a_german_preposition_names_the_source_of_its_clause(text: str, expected: str) -> None:
    assert source(text, "fünf Menschen") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least five people died, according to local officials.", "local officials"),
        ("According to local officials the shelling killed five people.", "local officials"),
        ("According to the Demo Health Directorate, five people died.", "the Demo Health Directorate"),
    ],
)
def test_according_to_names_the_source_before_and_behind(text: str, expected: str) -> None:
    assert source(text, "five people", "en") == expected


def test_laut_as_an_adverb_names_nobody() -> None:
    assert source("Es wurde laut geschossen, fünf Menschen starben.", "fünf Menschen") == ""


def test_an_account_of_their_own_is_the_word_of_the_subject() -> None:
    found = voice("Das Krankenhaus versorgte nach eigenen Angaben fünf Menschen.", "fünf Menschen")
    assert (found.source, found.rule) == ("Das Krankenhaus", "own account")


def test_a_headline_can_open_with_its_source() -> None:
    found = voice("Aid officials: Ten dead in raid.", "Ten dead", "en")
    assert (found.source, found.rule) == ("Aid officials", "headed")


def test_a_place_before_a_colon_is_no_source() -> None:
    assert source("Aleppo: Ten dead in raid.", "Ten dead", "en") == ""


def test_talk_that_nobody_is_named_for_has_no_source() -> None:
    found = voice("Zunächst war von zwanzig Toten die Rede.", "zwanzig Toten")
    assert (found.source, found.stance) == ("", "disputed")


def test_talk_in_reports_is_theirs() -> None:
    assert source("In Medienberichten war von zwanzig Toten die Rede.", "zwanzig Toten") == "Medienberichten"


def test_reports_that_something_happened_are_the_source() -> None:
    text = "Es gab Berichte von Anwohnern, dass fünf Menschen gestorben waren."
    assert source(text, "fünf Menschen") == "Anwohnern"


def test_an_agency_in_a_dateline_is_not_the_source() -> None:
    assert source("Idlib (dpa) – Bei einem Angriff starben fünf Menschen.", "fünf Menschen") == ""


def test_the_second_half_of_a_sentence_keeps_to_its_own_source() -> None:
    text = "Laut Polizei starben fünf Menschen, aber nach Angaben von Helfern waren es zwanzig Tote."
    assert source(text, "fünf Menschen") == "Polizei"
    assert source(text, "zwanzig Tote") == "Helfern"
