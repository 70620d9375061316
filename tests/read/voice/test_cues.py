"""What the scan for cues promises: it is no more than a shortcut, so nothing is attributed where it finds none."""

from __future__ import annotations

import pytest

from belegt.read.voice.cues import CUE, HEARSAY, MOODY
from belegt.read.voice.sentences import Sentences
from tests.read.voice.reports import document


def cued(text: str, lang: str = "de") -> int:
    return Sentences(document(text, lang)).cued().get(0, 0)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Die Brücke wurde am Montag gesperrt."),
        ("de", "Die Stadt gab den Brunnen auf."),  # "gab" says something only with "an", "bekannt" or "zu"
        ("de", "Die Daten liegen in der Schublade."),
        ("de", "Das Lautsprecherkabel war zu kurz."),
        ("de", "Sie war so müde wie noch nie."),
        ("en", "The bridge was closed on Monday."),
        ("en", "The unsaid was heavy."),
    ],
)
def test_a_sentence_without_words_of_attribution_has_no_cue(lang: str, text: str) -> None:
    assert not cued(text, lang) & CUE


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Die Stadt gab am Montag die Sperrung der Brücke bekannt."),
        ("de", "Laut Stadt ist die Brücke gesperrt."),
        ("de", "Nach Polizeiangaben ist die Brücke gesperrt."),
        ("de", "Die Brücke sei gesperrt worden, so die Stadt."),
        ("de", "Polizeisprecher: Brücke nach Unfall gesperrt"),
        ("de", "Sie zeigte sich überzeugt, die Brücke werde halten."),
        ("de", "DIE STADT BEGRÜSSTE DEN BAU."),
        ("en", "The town said on Monday that the bridge was closed."),
        ("en", "The bridge was closed, according to the town."),
        ("en", "Bridge closed after crash: officials"),
    ],
)
def test_a_sentence_with_words_of_attribution_has_a_cue(lang: str, text: str) -> None:
    assert cued(text, lang) & CUE


def test_the_mood_of_reported_speech_is_seen_and_hearsay_too() -> None:
    assert cued("Die Brücke sei sicher.") & MOODY
    assert cued("Die Brücke soll im Mai öffnen.") & HEARSAY


def test_a_report_without_cues_reads_no_sentence() -> None:
    found = Sentences(document("Die Brücke ist zu. Der Fluss steigt.", "de"))
    assert [found.said(0), found.said(1)] == [[], []]
