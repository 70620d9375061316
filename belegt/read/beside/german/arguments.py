"""Who and what stands in the clause of a German verb, with what a relative clause is about.

Invariant: for an attribute only its own noun counts, and the phrase right before it ("von Rebellen gehaltene Stadt").
"""

from __future__ import annotations

from collections.abc import Collection

from belegt.read.beside.lexicon import CLAUSE, DET, PREP, PUNCT, TIME
from belegt.read.beside.scene import Chunk, Predicate, Scene

_FAR = 4
_MANY = 16
"""No clause of prose has more phrases without preposition, or with the same one, that belong to one verb."""


def objects(scene: Scene, p: Predicate) -> list[Chunk]:
    """What stands in the clause without preposition, nearest first; for an attribute its noun."""
    own = scene.chunk(p.at)
    if p.voice == "attribute" and own is not None:
        return scene.coordinated(own)
    inside = [c for c in scene.chunks if c.clause == p.clause and not c.prep and not c.of and not scene.bits[c.head] & TIME]
    inside.sort(key=lambda c: abs(c.head - p.at))
    return inside[:_MANY] + [c for c, prep in _antecedents(scene, p.clause) if not prep]


def phrases(scene: Scene, p: Predicate, preps: Collection[str]) -> list[Chunk]:
    """The phrases of the clause that one of the prepositions governs; for an attribute the one right before it."""
    found = [c for c in scene.chunks if c.clause == p.clause and c.prep in preps]
    if p.voice == "attribute":
        return [c for c in found if c.end <= p.at and p.at - c.end <= _FAR and not scene.any(DET, c.end, p.at)][-1:]
    found = [c for c in found if not c.inner][:_MANY]
    return found + [c for c, prep in _antecedents(scene, p.clause) if prep in preps]


def _antecedents(scene: Scene, clause: int) -> list[tuple[Chunk, str]]:
    """What a relative clause is about, with the preposition before its pronoun ("der Stadtteil, aus dem ...")."""
    first = next((k for k, number in enumerate(scene.clauses) if number == clause and not scene.bits[k] & PUNCT), -1)
    if first < 2 or scene.lower[first - 1] != ",":
        return []
    prep = scene.lower[first] if scene.bits[first] & PREP else ""
    pronoun = first + bool(prep)
    if pronoun >= len(scene) or not scene.bits[pronoun] & CLAUSE or scene.chunk_at[pronoun] >= 0:
        return []
    if not scene.bits[pronoun] & DET and scene.lower[pronoun] not in scene.lexicon.beside["relating"]:
        return []
    chunk = next((c for c in reversed(scene.chunks) if c.end <= first - 1), None)
    found: list[tuple[Chunk, str]] = []
    if chunk is None or chunk.end < first - 1 - _FAR:
        return found
    while chunk is not None and len(found) < _FAR:
        found.append((chunk, prep))
        if not (chunk.of or chunk.link):
            break
        chunk = scene.near(chunk, -1)
    return found[::-1]
