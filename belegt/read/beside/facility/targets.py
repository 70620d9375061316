"""Which facilities phrases name, themselves or as what they are parts of, and the claim that comes of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from belegt.read.beside.facility.civilian import name_of
from belegt.read.beside.lexicon import NUM
from belegt.read.beside.scene import Chunk, Noun, Scene


def named_in(scene: Scene, chunks: Iterable[Chunk], nouns: list[Noun]) -> Iterator[tuple[Noun, Chunk]]:
    """The facilities of the phrases, each with its phrase: "a house", "the entrance of a school", "dozens of houses"."""
    parts = scene.lexicon.facility["parts"]
    for chunk in chunks:
        inside = [n for n in nouns if chunk.start <= n.head < chunk.end]
        if inside:
            yield from ((n, chunk) for n in inside)
        elif scene.lower[chunk.head] in parts or scene.bits[chunk.head] & NUM:
            for other in scene.genitives(chunk) or _partitive(scene, chunk):
                found = [n for n in nouns if other.start <= n.head < other.end]
                yield from ((n, chunk) for n in found)
                if found or scene.lower[other.head] not in parts:
                    break


def _partitive(scene: Scene, chunk: Chunk) -> Sequence[Chunk]:
    """German "Dutzende von Häusern"."""
    following = scene.near(chunk, 1)
    return [following] if following is not None and following.prep in scene.lexicon.facility["partitive"] and following.start - chunk.end <= 1 else []


def own(scene: Scene, noun: Noun, status: str) -> dict[str, str]:
    """The own fields of a claim about a facility."""
    return {"facility": noun.kind, "status": status, "name": name_of(scene, noun)}
