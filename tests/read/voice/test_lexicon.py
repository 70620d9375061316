"""The word lists of attribution: complete in both languages, every list a role of the grammar."""

from __future__ import annotations

import pytest

from belegt.read.lang import table
from belegt.read.voice import roles as r
from belegt.read.voice.lexicon import lexicon

LANGS = ("de", "en")
SECTIONS = ("verbs", "words", "closed", "moods")


def lists(lang: str) -> set[str]:
    return {name for section in SECTIONS for name in table(lang, "attribution")[section]}


def test_both_languages_fill_the_same_lists() -> None:
    german, english = (table(lang, "attribution") for lang in LANGS)
    assert german.keys() == english.keys()
    assert lists("de") == lists("en")
    assert german["phrases"].keys() == english["phrases"].keys()


@pytest.mark.parametrize("lang", LANGS)
def test_every_list_names_a_role(lang: str) -> None:
    assert all(isinstance(getattr(r, name.upper(), None), int) for name in lists(lang))


@pytest.mark.parametrize("lang", LANGS)
def test_words_are_single_and_in_small_letters(lang: str) -> None:
    data = table(lang, "attribution")
    words = [word for section in SECTIONS for entries in data[section].values() for word in entries]
    assert [word for word in words if word != word.lower() or " " in word] == []


@pytest.mark.parametrize("lang", LANGS)
def test_no_list_holds_a_word_twice(lang: str) -> None:
    data = table(lang, "attribution")
    twice = [
        (name, word)
        for section in SECTIONS
        for name, words in data[section].items()
        for word in {word for word in words if words.count(word) > 1}
    ]
    assert twice == []


def test_a_word_in_two_lists_plays_both_roles() -> None:
    assert lexicon("en").roles["report"] & r.SAY
    assert lexicon("en").roles["report"] & r.ACCOUNT


def test_a_word_no_list_knows_takes_the_role_of_its_ending() -> None:
    assert lexicon("de").roles["feuerwehrangaben"] & r.ACCOUNT
    assert not lexicon("de").roles["feuerwehrhaus"] & r.ACCOUNT


def test_a_word_that_begins_with_a_digit_is_a_quantity() -> None:
    assert lexicon("de").roles["30"] & r.QUANTITY
