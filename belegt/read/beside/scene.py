"""A sentence as the rules beside the figures see it: words, noun phrases, nouns of a topic, and what is done to them.

Invariant: noun phrases do not overlap and are in order; every position is a token of the sentence.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from belegt.read.beside.lexicon import Lexicon, Sense, Word
from belegt.read.segment import Sentence

_PAIRING = frozenset(("between", "zwischen"))


@dataclass(slots=True)
class Chunk:
    """A noun phrase without its attributes behind it: tokens ``start`` to ``end``, the last noun ``head``.

    ``prep`` is the preposition that governs it, "" for none; ``of`` when it is a genitive of the phrase before;
    ``link`` when it is joined to the phrase before ("and", ","); ``clause`` the number of its clause.
    """

    start: int
    end: int
    head: int
    prep: str = ""
    of: bool = False
    link: str = ""
    clause: int = 0


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun of a topic: what it names, tokens ``start`` to ``end``, its head the last of them."""

    topic: str
    kind: str
    start: int
    end: int

    @property
    def head(self) -> int:
        return self.end - 1


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb in use: ``voice`` active, passive, reduced ("houses hit by") or attribute ("destroyed houses").

    ``start`` to ``end`` is its verb group. ``fact`` is False for what is wished, feared, ordered or denied;
    ``future`` for what is still to come. ``tail`` is where its particle ends, when that stands apart ("griffen ... an").
    """

    at: int
    start: int
    end: int
    voice: str
    senses: tuple[Sense, ...]
    fact: bool = True
    future: bool = False
    clause: int = 0
    tail: int = 0


@dataclass(slots=True)
class Scene:
    """One sentence, its words and noun phrases; ``chunk_at`` gives the number of the phrase at a token, -1 for none."""

    text: str
    sentence: Sentence
    lexicon: Lexicon
    words: list[Word]
    nouns: list[Noun]
    bits: list[int] = field(default_factory=list)
    verbal: list[bool] = field(default_factory=list)
    clauses: list[int] = field(default_factory=list)
    chunks: list[Chunk] = field(default_factory=list)
    chunk_at: list[int] = field(default_factory=list)
    predicates: list[Predicate] = field(default_factory=list)

    @property
    def lower(self) -> list[str]:
        """The words in lower case."""
        return self.sentence.lower

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets of the tokens ``start`` to ``end``."""
        return self.sentence.starts[start], self.sentence.ends[end - 1]

    def says(self, start: int, end: int) -> str:
        """The words of the tokens ``start`` to ``end`` as written."""
        if start >= end:
            return ""
        return " ".join(self.text[self.sentence.starts[start] : self.sentence.ends[end - 1]].split())

    def near(self, chunk: Chunk, step: int) -> Chunk | None:
        """The noun phrase before or behind."""
        number = self.chunk_at[chunk.start] + step
        return self.chunks[number] if 0 <= number < len(self.chunks) else None

    def genitives(self, chunk: Chunk) -> list[Chunk]:
        """The genitives that go on with a phrase: "most (of the town)"."""
        found: list[Chunk] = []
        for other in self.chunks[self.chunk_at[chunk.start] + 1 :]:
            if not other.of:
                break
            found.append(other)
        return found

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
        """The phrase with those joined to it behind, each followed by its genitives."""
        found = [chunk]
        for other in self.chunks[self.chunk_at[chunk.start] + 1 :]:
            if other.link and other.prep in ("", chunk.prep):
                found.append(other)
            elif not other.of and not other.prep:
                break
            elif not other.of:
                following = self.near(other, 1)
                if other.prep in _PAIRING or following is None or not following.link or other.clause != chunk.clause:
                    break
        return found


def nouns_of(words: list[Word], lexicon: Lexicon) -> list[Noun]:
    """The nouns of all topics in a sentence, in order; the longest phrase wins."""
    found: list[Noun] = []
    taken = 0
    for at, word in enumerate(words):
        if at < taken:
            continue
        for phrase, topic, kind in lexicon.phrases.get(word.lower, ()):
            size = len(phrase)
            if size > 1 and tuple(w.lower for w in words[at : at + size]) != phrase:
                continue
            if lexicon.ends and not any(w.capital for w in words[at : at + size]) and ":" not in topic:
                continue
            found.append(Noun(topic, kind, at, at + size))
            taken = at + size
            break
        else:
            named = lexicon.compound(word)
            if named:
                found.append(Noun(*named, at, at + 1))
    return found
