"""The nouns that name a proposal in a sentence, what each proposes, and the phrases that stand for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from belegt.read.beside.actors import is_actor
from belegt.read.beside.scene import Chunk, Noun, Scene

_TOPICS = frozenset(("strong", "weak"))


@dataclass(slots=True)
class Proposal:
    """A noun with what it proposes; ``phrases`` are its own and those it is a genitive of ("the end of the truce")."""

    noun: Noun
    what: str
    chunk: Chunk
    phrases: list[Chunk] = field(default_factory=list)
    ended: bool = False

    def owns(self, chunks: list[Chunk]) -> bool:
        """Whether one of the phrases stands for it."""
        numbers = {c.number for c in self.phrases}
        return any(c.number in numbers for c in chunks)


def proposals(scene: Scene) -> Iterator[Proposal]:
    """The proposals that the nouns of a built sentence name, in order."""
    for noun in scene.nouns:
        chunk = scene.chunk(noun.start)
        if noun.topic not in _TOPICS or chunk is None or not _proposes(scene, noun, chunk):
            continue
        what = _what(scene, noun)
        if what:
            phrases = _phrases(scene, chunk)
            yield Proposal(noun, what, chunk, phrases, any(tells(scene, c, "broken") for c in phrases[1:]))


def tells(scene: Scene, chunk: Chunk, answer: str) -> bool:
    """Whether a phrase is a noun for an answer: "a breach", "the signing"."""
    return any(s.topic == "proposal" and s.frame == "act" and s.value == answer for w in scene.words[chunk.start : chunk.end] for s in w.senses)


def _proposes(scene: Scene, noun: Noun, chunk: Chunk) -> bool:
    """ "the ceasefire line", "any talks", "trade talks" are none."""
    words = scene.lexicon.proposal
    if scene.chunk_at[noun.head] < 0 or scene.holds(words["not_before"], chunk.start, noun.start):
        return False
    return not (scene.holds(words["not_after"], noun.end, noun.end + 1) and scene.chunk_at[noun.end] == scene.chunk_at[noun.head])


def _what(scene: Scene, noun: Noun) -> str:
    """What is proposed; a mere "deal" is about what its sentence speaks of, or nothing to us when no party is near."""
    if noun.kind != "deal":
        return noun.kind
    for what, words in scene.lexicon.about.items():
        if not set(words).isdisjoint(scene.lower):
            return what
    acting = not scene.lexicon.german and any(is_actor(scene, c) for c in scene.chunks if not c.of)
    return "other" if acting else ""


def _phrases(scene: Scene, chunk: Chunk) -> list[Chunk]:
    found = [chunk]
    while chunk.of:
        before = scene.near(chunk, -1)
        if before is None:
            return found
        chunk = before
        found.append(chunk)
    effort = scene.near(chunk, -1)
    aimed = effort is not None and chunk.start - effort.end in (2, 3) and scene.verbal[chunk.start - 1]
    if effort is not None and aimed and scene.lower[effort.head] in scene.lexicon.proposal["efforts"]:
        found.append(effort)
    return found
