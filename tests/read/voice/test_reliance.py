"""On whose word a source relies."""

from __future__ import annotations

import pytest

from tests.read.voice.reports import voice


@pytest.mark.parametrize(
    ("text", "authority"),
    [
        ("Die Stelle berichtete unter Berufung auf Augenzeugen, dass fünf Menschen starben.", "Augenzeugen"),
        ("Die Stelle, die sich auf Angaben von Helfern stützt, sagte, fünf Menschen seien tot.", "Helfern"),
        ("Die Zeitung meldete unter Berufung auf die Polizei, fünf Menschen seien tot.", "Polizei"),
        ("Die Polizei meldete, fünf Menschen seien tot.", ""),
    ],
)
def test_a_german_source_relies_on_whom_it_names(text: str, authority: str) -> None:
    assert voice(text, "fünf Menschen").authority == authority


@pytest.mark.parametrize(
    ("text", "who", "authority"),
    [
        ("Safa Demo, citing doctors, reported that five people died.", "Safa Demo", "doctors"),
        ("The agency quoted doctors as saying five people died.", "The agency", "doctors"),
        ("The agency reported that five people died.", "The agency", ""),
    ],
)
def test_an_english_source_cites_or_quotes(text: str, who: str, authority: str) -> None:
    found = voice(text, "five people", "en")
    assert (found.source, found.authority) == (who, authority)
