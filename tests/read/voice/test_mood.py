"""German reported speech: the Konjunktiv tells on, the indicative does not."""

from __future__ import annotations

import pytest

from belegt.read.voice.lexicon import lexicon
from belegt.read.voice.mood import reported
from belegt.read.voice.tagged import Tagged
from tests.read.voice.reports import document


def tells_on(sentence: str, lang: str = "de") -> bool:
    t = Tagged(document(sentence, lang).sentence(0), lexicon(lang), sentence)
    return reported(t, 0, len(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "Fünf Menschen seien verletzt worden.",
        "Er habe fünf Tote gesehen.",
        "Die Angreifer hätten fünf Menschen getötet.",
        "Die Stadt werde beschossen.",
        "Der Junge liege noch im Krankenhaus.",
    ],
)
def test_the_konjunktiv_is_reported_speech(sentence: str) -> None:
    assert tells_on(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Fünf Menschen wurden verletzt.",
        "Er hat fünf Tote gesehen.",
        "Die Angreifer haben fünf Menschen getötet.",
        "Ich hätte fünf Menschen retten können.",
        "Wenn Hilfe käme, würden fünf Menschen leben.",
        "Die alte Frau starb am Ende der Woche.",
    ],
)
def test_the_indicative_the_first_person_and_conditions_are_not(sentence: str) -> None:
    assert not tells_on(sentence)


def test_english_has_no_such_mood() -> None:
    assert not tells_on("Five people were wounded.", "en")
