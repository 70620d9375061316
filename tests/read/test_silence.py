"""A sentence with a word of harm and no figure says why it has none."""

from __future__ import annotations

import pytest

from belegt.model import Report
from belegt.read.reader import read
from belegt.read.silence import Silence, silences


def silent(text: str, lang: str) -> tuple[Report, list[Silence]]:
    report = Report(id="silent", text=text, lang=lang)
    return report, silences(report, read(report))


@pytest.mark.parametrize(
    ("lang", "text", "word", "reason"),
    [
        ("de", "Die Soldaten wurden nicht getötet.", "getötet", "denied"),
        ("de", "Wenn die Angriffe weitergehen, könnten Hunderte sterben.", "sterben", "supposed"),
        ("de", "Der Vorschlag ist tot.", "tot", "nobody"),
        ("de", "Die Entführung dauerte drei Tage.", "Entführung", "nobody"),
        ("en", "If the shelling goes on, dozens of people could be killed.", "killed", "supposed"),
        ("en", "The soldiers were not killed.", "killed", "denied"),
        ("en", "The killing has to stop.", "killing", "nobody"),
        ("en", "The injured were taken to a hospital after the two men had been killed.", "", ""),
    ],
)
def test_a_sentence_without_a_figure_says_why(lang: str, text: str, word: str, reason: str) -> None:
    report, found = silent(text, lang)
    expected = [(word, reason, text)] if word else []
    assert [(report.text[s.word_start : s.word_end], s.reason, report.text[s.start : s.end]) for s in found] == expected


def test_a_sentence_with_a_figure_is_never_silent() -> None:
    _, found = silent("Zwei Menschen wurden getötet. Bei dem Angriff starben acht Kinder. Es regnete.", "de")
    assert found == []


def test_the_people_told_before_are_no_new_figure() -> None:
    report, (silence,) = silent("Zwei Menschen wurden getötet. Die Toten wurden in ein Krankenhaus gebracht.", "de")
    assert silence.reason == "known"
    assert silence.as_dict(report.text) == {
        "start": 30, "end": 75, "sentence": "Die Toten wurden in ein Krankenhaus gebracht.", "word": "Toten", "reason": "known",
    }  # fmt: skip


def test_a_report_without_a_word_of_harm_has_nothing_to_explain() -> None:
    assert silent("Der Stadtrat hat am Montag einen neuen Haushalt beschlossen.", "de")[1] == []
