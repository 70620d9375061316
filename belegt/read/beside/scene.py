"""A sentence as the rules beside the figures see it: words, noun phrases, nouns of a topic, and what is done to them.

Invariant: noun phrases do not overlap and are in order; every position is a token of the sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from belegt.read.beside.lexicon import Lexicon, Sense, Word
from belegt.read.segment import Sentence

_PAIRING = frozenset(("between", "zwischen"))
"""Prepositions that govern a pair: what is joined to their phrase belongs to them alone."""


@dataclass(slots=True)
class Chunk:
    """A noun phrase without its attributes behind it: tokens ``start`` to ``end``, the last noun ``head``.

    ``prep`` is the preposition that governs it, "" for none; ``of`` when it is a genitive of the phrase before;
    ``link`` when it is joined to the phrase before ("and", ","); ``clause`` the number of its clause; ``inner`` when it
    stands inside another phrase ("die vom Iran unterstützten Rebellen").
    """

    start: int
    end: int
    head: int
    prep: str = ""
    of: bool = False
    link: str = ""
    clause: int = 0
    number: int = 0
    inner: bool = False


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun of a topic: what it names, tokens ``start`` to ``end``, its head the last of them."""

    topic: str
    kind: str
    start: int
    end: int

    @property
    def head(self) -> int:
        """The token of its last word."""
        return self.end - 1


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb in use: ``voice`` active, passive, reduced ("houses hit by"), attribute ("destroyed houses") or noun.

    ``start`` to ``end`` is its verb group. ``fact`` is False for what is wished, feared, ordered or denied;
    ``future`` for what is still to come. ``tail`` is where its particle ends, when that stands apart ("griffen ... an").
    """

    at: int
    start: int
    end: int
    voice: str = "active"
    senses: tuple[Sense, ...] = ()
    fact: bool = True
    future: bool = False
    clause: int = 0
    tail: int = 0


@dataclass(slots=True)
class Scene:
    """One sentence, its words and noun phrases; ``chunk_at`` gives the number of the phrase at a token, -1 for none.

    ``mask`` is the union of the bits of its words.
    """

    text: str
    sentence: Sentence
    lexicon: Lexicon
    words: list[Word]
    nouns: list[Noun]
    mask: int
    bits: list[int]
    lower: list[str]
    verbal: list[bool] = field(default_factory=list)
    clauses: list[int] = field(default_factory=list)
    chunks: list[Chunk] = field(default_factory=list)
    chunk_at: list[int] = field(default_factory=list)
    predicates: list[Predicate] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.words)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets of the tokens ``start`` to ``end``."""
        return self.sentence.starts[start], self.sentence.ends[end - 1]

    def says(self, start: int, end: int) -> str:
        """The words of the tokens ``start`` to ``end`` as written."""
        if start >= end:
            return ""
        return " ".join(self.text[self.sentence.starts[start] : self.sentence.ends[end - 1]].split())

    def add(self, chunk: Chunk) -> None:
        """Put the next noun phrase in its place."""
        chunk.number = len(self.chunks)
        self.chunks.append(chunk)
        for k in range(chunk.start, chunk.end):
            self.chunk_at[k] = chunk.number

    def chunk(self, at: int) -> Chunk | None:
        """The noun phrase at a token."""
        number = self.chunk_at[at] if 0 <= at < len(self.chunk_at) else -1
        return self.chunks[number] if number >= 0 else None

    def near(self, chunk: Chunk, step: int) -> Chunk | None:
        """The noun phrase before or behind."""
        number = chunk.number + step
        return self.chunks[number] if 0 <= number < len(self.chunks) else None

    def any(self, bits: int, start: int, end: int) -> bool:
        """Whether one of the tokens ``start`` to ``end`` has one of the bits."""
        return any(b & bits for b in self.bits[max(0, start) : end])

    def all(self, bits: int, start: int, end: int) -> bool:
        """Whether every token ``start`` to ``end`` has one of the bits."""
        return all(b & bits for b in self.bits[start:end])

    def holds(self, words: frozenset[str], start: int, end: int) -> bool:
        """Whether one of the words stands at the tokens ``start`` to ``end``."""
        return not words.isdisjoint(self.lower[max(0, start) : end])

    def genitives(self, chunk: Chunk) -> Sequence[Chunk]:
        """The genitives that go on with a phrase: "most (of the town)"."""
        end = chunk.number + 1
        while end < len(self.chunks) and self.chunks[end].of:
            end += 1
        return self.chunks[chunk.number + 1 : end]

    def governed(self, chunk: Chunk) -> bool:
        """Whether a preposition governs the phrase, or the one that it is joined to."""
        first: Chunk | None = chunk
        while first is not None and first.link and not first.prep and not first.of:
            chunk, first = first, self.near(first, -1)
        return bool((first or chunk).prep or (first or chunk).of)

    def whole(self, chunk: Chunk) -> list[Chunk]:
        """All phrases joined to a phrase, before and behind it."""
        first: Chunk | None = chunk
        while first is not None and first.link:
            chunk, first = first, self.near(first, -1)
        return self.coordinated(first or chunk)

    def coordinated(self, chunk: Chunk) -> list[Chunk]:
        """The phrase with those joined to it behind, the last by "and"; genitives and attributes may stand between."""
        found, sure = [chunk], 1
        for other in self.chunks[chunk.number + 1 :]:
            if other.link and other.prep in ("", chunk.prep):
                found.append(other)
                sure = len(found) if other.link == "and" else sure
            elif other.of:
                continue
            elif not other.prep and other.start == self.chunks[other.number - 1].end:
                found.append(other)
            elif not other.prep or other.prep in _PAIRING:
                break
            else:
                following = self.near(other, 1)
                if following is None or not following.link or other.clause != chunk.clause:
                    break
        return found[:sure]


def nouns_of(words: list[Word], lexicon: Lexicon) -> list[Noun]:
    """The nouns of all topics in a sentence, in order; the longest phrase wins."""
    found: list[Noun] = []
    taken = 0
    for at, word in enumerate(words):
        if at < taken or not (word.phrases or word.compound):
            continue
        for phrase, topic, kind in word.phrases:
            end = at + len(phrase)
            if len(phrase) > 1 and tuple(w.lower for w in words[at:end]) != phrase:
                continue
            if lexicon.german and ":" not in topic and not any(w.capital for w in words[at:end]):
                continue
            found.append(Noun(topic, kind, at, end))
            taken = end
            break
        else:
            if word.compound:
                found.append(Noun(*word.compound, at, at + 1))
    return found
