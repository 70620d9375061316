"""English: the subject stands first, and commas are often missing."""

from __future__ import annotations

import pytest

from tests.read.voice.reports import source


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police said five people died.", "Police"),
        ("The state-run Demo news agency reported on Monday that five people died.", "The state-run Demo news agency"),
        ("Five people died, a doctor said.", "a doctor"),
        ("Five people died, said Jane Example, head of the clinic.", "Jane Example, head of the clinic"),
        ("Shelling killed five people in the town the Demo Observatory said on Monday.", "the Demo Observatory"),
        ("About five people died in the raid said the source adding that 3 tanks were hit.", "the source"),
        ("The toll was confirmed by the health ministry as five people.", "the health ministry"),
        ("Footage showed five people.", "Footage"),
        ("Witnesses saw five people dead.", "Witnesses"),
    ],
)
def test_the_subject_of_a_verb_of_saying_is_the_source(text: str, expected: str) -> None:
    claim = "Five people" if text.startswith("Five") else "five people"
    assert source(text, claim, "en") == expected


@pytest.mark.parametrize(
    "text",
    [
        "The strike killed five people. The group has claimed many lives.",
        "After the reports of shelling five people died.",
        "A woman named Lina saw her house hit and five people died.",
        "The army did not say how five people died.",
    ],
)
def test_a_word_that_only_looks_like_saying_names_nobody(text: str) -> None:
    assert source(text, "five people", "en") == ""


def test_two_speakers_of_one_sentence_keep_to_their_counts() -> None:
    text = "Police put the toll at 12, witnesses at 20."
    assert source(text, "12", "en") == "Police"
    assert source(text, "20", "en") == "witnesses"


def test_what_is_added_belongs_to_the_same_source() -> None:
    text = "About 70 fighters died in the raid said the source adding that 3 tanks were hit."
    assert source(text, "3 tanks", "en") == "the source"
