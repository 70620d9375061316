"""How a report sets one event off from another, in German and English."""

from __future__ import annotations

import pytest

from belegt.link.compare.telling import compare_telling, set_apart, told_as_another
from belegt.link.mention import mention
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
    [
        "five people were killed",
        "more than five people were killed",
        "another five died in hospital",
        "weitere fünf erlagen ihren Verletzungen",
    ],
)
def test_words_that_go_on_with_the_same_event(words: str) -> None:
    (claim,) = tell([f'a: "{words}" 5 killed']).claims
    assert not told_as_another(claim)


def test_parts_of_one_sum_told_of_two_places_are_two_events() -> None:
    _, first, second, third = tell(
        [
            "a: 22 killed, place Homs",
            "a: 16 killed, place Tokhar, part 1",
            "a: 5 killed, place Saqba, part 1",
            "a: 1 killed child, place Saqba, part 1",
        ]
    ).claims
    found = compare_telling(mention([first]), mention([second]))
    assert found is not None
    assert (found.name, found.words) == ("another", "parts of one sum, told apart")
    same_place = compare_telling(mention([second]), mention([third]))
    assert same_place is not None
    assert same_place.name != "another"


@pytest.mark.parametrize(
    "words",
    [
        "Another airstrike hit a village, five people were killed",
        "Ein weiterer Luftangriff traf ein Dorf, fünf Menschen starben",
    ],
)
def test_a_sentence_that_opens_with_another_attack_sets_it_apart(words: str) -> None:
    (claim,) = tell([f'a: "{words}" 5 killed']).claims
    assert set_apart(claim)
