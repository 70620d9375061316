"""German: the finite verb stands second, so the speaker stands before or behind it."""

from __future__ import annotations

import pytest

from tests.read.voice.reports import source


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Polizei sagte, dass fünf Menschen starben.", "Die Polizei"),
        ("Am Montag sagte ein Arzt, fünf Menschen seien gestorben.", "ein Arzt"),
        ("Es starben fünf Menschen, teilte die Polizei mit.", "die Polizei"),
        ("Es starben fünf Menschen, wie die Polizei mitteilte.", "die Polizei"),
        ("Wie das Ministerium am Montag mitteilte, starben fünf Menschen.", "das Ministerium"),
        ("Es starben fünf Menschen, so ein Sprecher.", "ein Sprecher"),
        ("Augenzeugen berichteten von fünf Menschen, die starben.", "Augenzeugen"),
        ("Ein Arzt hat mitgeteilt, dass fünf Menschen starben.", "Ein Arzt"),
        ("Karl Beispiel, Leiter der Klinik, sagte, fünf Menschen seien tot.", "Karl Beispiel, Leiter der Klinik"),
    ],
)
def test_the_subject_of_a_verb_of_saying_is_the_source(text: str, expected: str) -> None:
    assert source(text, "fünf Menschen") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Am Montag griffen Rebellen an, fünf Menschen starben.",
        "Die Stadt gab die Suche auf, fünf Menschen fehlten.",
        "Die Armee schweigt dazu, wie fünf Menschen starben.",
    ],
)
def test_a_verb_that_says_nothing_names_nobody(text: str) -> None:
    assert source(text, "fünf Menschen") == ""


def test_two_speakers_of_one_verb_keep_to_their_counts() -> None:
    text = "Die Polizei sprach von 30 Verletzten, die Veranstalter von 50."
    assert source(text, "30 Verletzten") == "Die Polizei"
    assert source(text, "50") == "die Veranstalter"


def test_a_wish_vouches_for_nothing() -> None:
    assert source("Die Helfer hoffen, dass fünf Menschen noch leben.", "fünf Menschen") == ""
