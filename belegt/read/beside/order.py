"""The word order of a language: how its sentences are built, and where objects, subjects and prepositional phrases stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from belegt.read.beside import english, german
from belegt.read.beside.lexicon import Lexicon
from belegt.read.beside.scene import Chunk, Predicate, Scene, nouns_of
from belegt.read.segment import Sentence


class Order(NamedTuple):
    """``objects``, ``subjects`` and ``phrases`` give the noun phrases that stand so to a predicate, nearest first."""

    build: Callable[[Scene], None]
    objects: Callable[[Scene, Predicate], list[Chunk]]
    subjects: Callable[[Scene, Predicate], list[Chunk]]
    phrases: Callable[[Scene, Predicate, Iterable[str]], list[Chunk]]


_ORDERS = {
    "de": Order(german.build, german.objects, german.subjects, german.phrases),
    "en": Order(english.build, english.objects, english.subjects, english.phrases),
}


def order(lang: str) -> Order:
    """The word order of a language with a pack."""
    return _ORDERS[lang]


def scene(text: str, sentence: Sentence, lexicon: Lexicon) -> Scene:
    """The sentence, built by the word order of its language."""
    words = [lexicon.look(word) for word in sentence.words]
    built = Scene(text, sentence, lexicon, words, nouns_of(words, lexicon))
    order(lexicon.lang).build(built)
    return built
