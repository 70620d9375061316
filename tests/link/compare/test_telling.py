"""How a report sets one event off from another, in German and English."""

from __future__ import annotations

import pytest

from belegt.link.compare.telling import told_as_another
from tests.count.telling import tell


@pytest.mark.parametrize(
    "words",
    ["another five people were killed", "seven others were killed", "Weitere fünf Menschen wurden getötet", "Earlier five people were killed",
     "Zuvor wurden fünf Menschen getötet", "In a separate attack five people were killed"],
)  # fmt: skip
def test_words_that_set_an_event_off(words: str) -> None:
    (claim,) = tell([f'a: "{words}" 5 killed']).claims
    assert told_as_another(claim)


@pytest.mark.parametrize(
    "words",
    ["five people were killed", "more than five people were killed", "another five died in hospital", "weitere fünf erlagen ihren Verletzungen"],
)
def test_words_that_go_on_with_the_same_event(words: str) -> None:
    (claim,) = tell([f'a: "{words}" 5 killed']).claims
    assert not told_as_another(claim)
