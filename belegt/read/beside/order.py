"""The word order of a language: how its sentences are built, and where objects, subjects and prepositional phrases stand."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import reduce
from operator import or_
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
    phrases: Callable[[Scene, Predicate, Collection[str]], list[Chunk]]


_ORDERS = {
    "de": Order(german.build, german.objects, german.subjects, german.phrases),
    "en": Order(english.build, english.objects, english.subjects, english.phrases),
}


def order(scene: Scene) -> Order:
    """The word order of the language of a scene."""
    return _ORDERS[scene.lexicon.lang]


def raw_scene(text: str, sentence: Sentence, lexicon: Lexicon) -> Scene:
    """The sentence with its words and nouns only, before anything is built of them."""
    words = [lexicon[word] for word in sentence.words]
    bits = [word.bits for word in words]
    return Scene(text, sentence, lexicon, words, nouns_of(words, lexicon), reduce(or_, bits, 0), bits, sentence.lower)


def build(scene: Scene) -> Scene:
    """Build the sentence by the word order of its language, once."""
    if not scene.clauses:
        order(scene).build(scene)
    return scene
