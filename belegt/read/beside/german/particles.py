"""The second half of a German verb: a particle at the end of its clause, or a noun that makes it an idiom ("in Brand")."""

from __future__ import annotations

from belegt.read.beside.lexicon import CONJ, PUNCT
from belegt.read.beside.scene import Scene


def particle(scene: Scene, at: int, needs: str) -> int:
    """Where the particle or noun that the verb at ``at`` needs stands in its clause ("griffen ... an"), -1 for nowhere."""
    clause, size = scene.clauses[at], len(scene)
    for k in range(size):
        if scene.lower[k] != needs or scene.clauses[k] != clause:
            continue
        if scene.words[k].capital or k > at and (k + 1 >= size or scene.bits[k + 1] & (PUNCT | CONJ)):
            return k
    return -1
