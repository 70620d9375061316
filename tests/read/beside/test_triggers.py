"""The scan that decides what is read at all."""

from __future__ import annotations

from belegt.read.beside.triggers import CONTROL, FACILITY, STATUS, STRONG, WAR, triggers


def kinds(text: str, lang: str) -> int:
    found = 0
    for _, kind in triggers(lang).find(text):
        found |= kind
    return found


def test_compounds_are_found_by_their_heads_alone() -> None:
    assert kinds("das Kinderkrankenhaus", "de") & FACILITY
    assert not kinds("ein Krankenhausaufenthalt", "de") & FACILITY


def test_a_longer_match_keeps_what_its_words_are() -> None:
    assert kinds("Luftangriffe", "de") & WAR
    assert kinds("Luftangriffe", "de") & STATUS
    assert kinds("Air raids", "en") & STATUS


def test_parts_of_words_are_no_triggers() -> None:
    assert kinds("the hitman and the schooling", "en") == 0


def test_each_topic_has_its_triggers() -> None:
    assert kinds("they overran it", "en") & CONTROL
    assert kinds("eine Waffenruhe", "de") & STRONG


def test_german_verbs_are_not_taken_for_the_nouns_of_war() -> None:
    assert not kinds("sie kämpfen um den Titel", "de") & WAR
