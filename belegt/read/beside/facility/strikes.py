"""Facilities that a noun tells of: an attack on the school, a market bombing, an explosion in a mosque, damage to houses.

Invariant: only the phrase that the strike's own preposition governs is struck, not where it happened nearby.
"""

from __future__ import annotations

from collections.abc import Iterator

from belegt.read.beside.actors import is_actor, named
from belegt.read.beside.facility.targets import named_in, own
from belegt.read.beside.finding import Finding
from belegt.read.beside.lexicon import ADV, AUX, CLAUSE, DET, NEG, PUNCT, TIME
from belegt.read.beside.scene import Chunk, Noun, Scene

_BETWEEN, _AGENTS = 4, 3
_PREPOSITIONS = {"noun": "on", "blast": "inside", "harm": "harmed"}


def named_by(scene: Scene, nouns: list[Noun]) -> Iterator[Finding]:
    """A finding for every facility that a strike or damage is aimed at."""
    for at, word in enumerate(scene.words):
        chunk = scene.chunk(at) if word.senses and not scene.verbal[at] else None
        if chunk is None or scene.any(NEG, chunk.start - 1, at):
            continue
        for sense in word.senses:
            preps = _PREPOSITIONS.get(sense.frame)
            if sense.topic != "facility" or preps is None:
                continue
            for noun, target in named_in(scene, _aimed(scene, chunk, at, scene.lexicon.facility[preps]), nouns):
                by = _strikers(scene, chunk, target)
                yield Finding("facility", chunk.start, max(noun.end, chunk.end), f"{sense.value}:{sense.frame}", noun.head, own(scene, noun, sense.value), by)
            if not scene.lexicon.german and sense.frame != "harm" and word.lower not in scene.lexicon.facility["no_compound"]:
                for noun in (n for n in nouns if n.end == at and chunk.start <= n.start):
                    yield Finding("facility", chunk.start, at + 1, f"{sense.value}:compound", noun.head, own(scene, noun, sense.value))


def _aimed(scene: Scene, chunk: Chunk, at: int, preps: frozenset[str]) -> list[Chunk]:
    """The phrases behind a strike that its prepositions govern, past those that say who struck and where."""
    if at < chunk.head and not scene.all(TIME, at + 1, chunk.end):
        return []
    german = scene.lexicon.german
    other, last = scene.near(chunk, 1), chunk
    for _ in range(_BETWEEN):
        if other is None or other.clause != chunk.clause or _parted(scene, last.end, other.start):
            return []
        direct = other.of and (last is chunk and german or "of" in preps and (last is chunk or last.of))
        going = other.prep == "in" and scene.lower[other.start] in scene.lexicon.facility["accusative"]
        told = any(n.topic == "facility" and c.start <= n.head < c.end for c in scene.coordinated(other) for n in scene.nouns)
        parts = scene.lower[other.head] in scene.lexicon.facility["parts"]
        if other.prep in preps and not going or direct and (told or parts) and (not german or "auf" in preps):
            return scene.coordinated(other)
        if other.of and told or other.link and not other.prep:
            return []
        last, other = other, scene.near(other, 1)
    return []


def _parted(scene: Scene, start: int, end: int) -> bool:
    """Whether a verb, a mark, or in German an adverb, stands between two phrases."""
    burning = scene.lexicon.facility["burning"]
    stops = CLAUSE | AUX | PUNCT
    for k in range(start, end):
        b = scene.bits[k]
        if scene.verbal[k] and scene.lower[k] not in burning or b & stops and not b & (ADV | DET):
            return True
        if scene.lexicon.german and b & ADV and not b & TIME:
            return True
    return False


def _strikers(scene: Scene, chunk: Chunk, target: Chunk) -> tuple[str, ...]:
    """Who struck: "an attack by rebels on", "durch die Polizei"."""
    agents = scene.lexicon.beside["agent"]
    for other in scene.chunks[chunk.number : target.number + _AGENTS]:
        if other.prep in agents and other.clause == chunk.clause and is_actor(scene, other):
            return (named(scene, other),)
    return ()
