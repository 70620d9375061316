"""Facilities that something is done to: a shell hit the school, the school was hit, the destroyed school.

Invariant: the verb tells a fact, and the facility is its object, its passive subject, or where a weapon comes down.
"""

from __future__ import annotations

from collections.abc import Iterator

from belegt.read.beside.actors import is_actor, named
from belegt.read.beside.facility.targets import named_in, own
from belegt.read.beside.finding import Finding
from belegt.read.beside.lexicon import Sense
from belegt.read.beside.order import order
from belegt.read.beside.scene import Chunk, Noun, Predicate, Scene

_IDIOM = 15
_NEAR, _CLOSE = 3, 2


def done_to(scene: Scene, nouns: list[Noun]) -> Iterator[Finding]:
    """A finding for every facility that a verb of the sentence is done to."""
    for p in scene.predicates:
        if not p.fact:
            continue
        for sense in p.senses:
            if sense.topic != "facility" or not _applies(scene, p, sense):
                continue
            for noun, chunk in named_in(scene, _targets(scene, p, sense), nouns):
                if p.voice != "attribute" or p.at < noun.head:
                    found = _finding(scene, p, sense.value, noun, chunk)
                    found.end = max(found.end, _idiom_end(scene, p, sense))
                    yield found


def _applies(scene: Scene, p: Predicate, sense: Sense) -> bool:
    """Whether the verb is used so here: idioms with their second word, participles as attributes, nothing reflexive."""
    german = scene.lexicon.german
    if p.voice == "attribute":
        return sense.frame == "attribute" or german or scene.words[p.at].ending == "ed"
    if sense.needs and not german and not _idiom_end(scene, p, sense):
        return False
    reflexive = scene.lexicon.facility["reflexive"]
    return not (reflexive and sense.value == "out_of_service" and any(low in reflexive for low, clause in zip(scene.lower, scene.clauses, strict=True) if clause == p.clause))


def _idiom_end(scene: Scene, p: Predicate, sense: Sense) -> int:
    """Behind the second word of an English idiom ("set ... ablaze"), 0 where there is none."""
    if not sense.needs or scene.lexicon.german:
        return 0
    return next((k + 1 for k in range(p.end, min(len(scene), p.end + _IDIOM)) if scene.lower[k] == sense.needs), 0)


def _targets(scene: Scene, p: Predicate, sense: Sense) -> list[Chunk]:
    grammar, words = order(scene), scene.lexicon.facility
    if p.voice == "attribute":
        own_phrase = scene.chunk(p.at)
        return scene.coordinated(own_phrase) if own_phrase is not None and sense.frame in ("object", "attribute") else []
    if sense.frame == "landing":
        return grammar.phrases(scene, p, words["into"]) if _is_armed(scene) else []
    if sense.frame == "subject" or sense.frame == "object" and p.voice in ("passive", "reduced"):
        return grammar.subjects(scene, p)
    if sense.frame != "object":
        return []
    found = grammar.objects(scene, p)
    return found + grammar.phrases(scene, p, words["idiom"]) if sense.needs else found


def _is_armed(scene: Scene) -> bool:
    """Whether the sentence names a weapon, or somebody who blows himself up."""
    words = scene.lexicon.facility
    return any(low in words["weapons"] or low.endswith(tuple(words["weapon_heads"])) for low in scene.lower)


def _finding(scene: Scene, p: Predicate, status: str, noun: Noun, chunk: Chunk) -> Finding:
    start, end = min(p.start, chunk.start), max(p.end, p.tail, noun.end)
    grammar = order(scene)
    by: tuple[str, ...] = ()
    if p.voice in ("passive", "reduced"):
        agents = [c for c in grammar.phrases(scene, p, scene.lexicon.beside["agent"]) if is_actor(scene, c)][:1]
        by = tuple(named(scene, c) for c in agents)
        end = max([end, *(c.end for c in agents if c.start <= end + _CLOSE)])
    elif p.voice == "active":
        doers = [c for c in grammar.subjects(scene, p) if c is not chunk and is_actor(scene, c)][:1]
        by = tuple(named(scene, c) for c in doers)
        start = min([start, *(c.start for c in doers if c.end >= start - _NEAR)])
    return Finding("facility", start, end, f"{status}:{p.voice}", noun.head, own(scene, noun, status), by)
