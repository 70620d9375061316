"""What German verbs tell: active, passive or as an attribute; as a fact, or only wished, ordered, denied or still to come."""

from __future__ import annotations

from collections.abc import Iterator

from belegt.read.beside.german.particles import particle
from belegt.read.beside.lexicon import CLAUSE, MODAL, NEG, PASSIVE, PUNCT, Sense
from belegt.read.beside.scene import Predicate, Scene

_GOVERNOR = 4


def predicates(scene: Scene) -> Iterator[Predicate]:
    """The predicates of a built sentence, in order."""
    for at, word in enumerate(scene.words):
        if not word.senses or word.capital and at and not any(s.frame == "attribute" for s in word.senses):
            continue
        senses = tuple(s for s in word.senses if not s.needs or particle(scene, at, s.needs) >= 0)
        if not senses:
            continue
        chunk = scene.chunk(at)
        if chunk is not None and at < chunk.head:
            yield Predicate(at, at, at + 1, "attribute", senses, not scene.bits[chunk.start] & NEG, clause=scene.clauses[at])
        else:
            yield _verb(scene, at, senses)


def _verb(scene: Scene, at: int, senses: tuple[Sense, ...]) -> Predicate:
    clause, lower, words = scene.clauses[at], scene.lower, scene.lexicon.beside
    inside = [k for k, number in enumerate(scene.clauses) if number == clause]
    passive = any(scene.bits[k] & PASSIVE for k in inside if k != at)
    fact, future = _mood(scene, at, inside)
    if at and lower[at - 1] == "zu" and words["real"].isdisjoint(lower):
        fact = False
    first = next((k for k in inside if not scene.bits[k] & PUNCT), at)
    feared = scene.bits[first] & CLAUSE and scene.holds(words["unreal"], first - _GOVERNOR, first)
    if feared or lower[first] in words["hypothesis"]:
        fact = False
    tail = max(particle(scene, at, s.needs) + 1 if s.needs else 0 for s in senses)
    return Predicate(at, at, at + 1, "passive" if passive else "active", senses, fact, future, clause, tail)


def _mood(scene: Scene, at: int, inside: list[int]) -> tuple[bool, bool]:
    """Whether the clause tells a fact, and whether it lies ahead; "soll ... haben" is hearsay of a fact."""
    lower, words = scene.lower, scene.lexicon.beside
    complete = any(lower[k] in words["complete"] for k in inside)
    fact, future = True, False
    for k in inside:
        if scene.bits[k] & NEG and k != at and not scene.holds(words["only"], k + 1, k + 2):
            fact = False
        elif scene.bits[k] & MODAL and not complete and (lower[k] in words["shall"] or lower[k] not in words["factual"]):
            fact, future = False, future or lower[k] in words["shall"]
        elif lower[k] in words["future"] and _is_infinitive(scene, at):
            fact, future = False, True
    return fact, future


def _is_infinitive(scene: Scene, at: int) -> bool:
    word = scene.lower[at]
    return word.endswith("en") and not word.startswith(tuple(scene.lexicon.beside["participle_prefixes"])) and "ge" not in word[2:5]
