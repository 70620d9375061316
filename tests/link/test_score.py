"""The score: every part named and readable, symmetric, and unknown is unknown."""

from __future__ import annotations

from hypothesis import given, settings

from belegt.link.compare.rarity import Rarity
from belegt.link.mention import Mention, mention
from belegt.link.score import Score, score
from tests.count.telling import tell
from tests.link.test_linkage import LINES


def scored(first: str, second: str) -> Score:
    a, b = (mention([c]) for c in tell([first, second]).claims)
    return score(a, b, Rarity([a, b], {}))


def names(found: Score) -> set[str]:
    return {g.name for g in found.grounds}


def test_the_words_of_a_score_name_what_speaks_for_and_against() -> None:
    found = scored("a: 25 killed civilian, means bomb", "b: 27 killed civilian, means shooting")
    assert found.words == "same day, same place, 25 against 27 killed, but rival means"


def test_an_unknown_place_speaks_neither_for_nor_against() -> None:
    assert not names(scored("a: 12 killed, place unknown", "b: 12 killed")) & {"same_place", "inside", "other_place", "beside"}


def test_a_report_cannot_tell_what_had_not_happened() -> None:
    assert "told_before" in names(scored("a: 12 killed, day unknown, published 2016-11-18", "b: 12 killed"))


def test_a_large_number_that_agrees_says_more_than_a_small_one() -> None:
    large, small = scored("a: 38 killed", "b: 38 killed"), scored("a: 3 killed", "b: 3 killed")
    assert large.total > small.total


def test_fighters_against_civilians_speak_against() -> None:
    assert "rival_group" in names(scored("a: 12 killed combatant", "b: 12 killed civilian"))


def test_the_same_victim_named_speaks_for() -> None:
    found = scored("a: 1 killed man, named Ahmed Musa Sammour, place unknown", "b: 1 killed man, named Ahmad Mousa Samour, place unknown")
    assert "same_victim" in names(found)


def test_a_state_and_an_armed_group_are_rival_actors() -> None:
    assert "rival_actor" in names(scored("a: 12 killed, by regime forces", "b: 12 killed, by rebels"))
    assert "same_actor" in names(scored("a: 12 killed, by Daesh", "b: 12 killed, by Islamic State militants"))


def test_targets_are_told_in_german_and_english() -> None:
    found = scored('a: "Zwölf starben in einem Krankenhaus" 12 killed', 'b: "Twelve died in a hospital" 12 killed')
    assert "same_target" in names(found)


@settings(max_examples=100, deadline=None)
@given(LINES, LINES)
def test_a_score_is_symmetric(first: str, second: str) -> None:
    mentions: list[Mention] = [mention([c]) for c in tell([first, second]).claims]
    rarity = Rarity(mentions, {})
    assert score(mentions[0], mentions[1], rarity) == score(mentions[1], mentions[0], rarity)
