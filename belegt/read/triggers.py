"""Where a text can speak of harm at all: one linear scan for the harm words of the pack, before any grammar.

Invariant: a sentence without a trigger holds no figure; a report without one costs nothing but the scan.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import ahocorasick_rs

from belegt.read.grammar.lexicon import FRAMES
from belegt.read.lang import table

FOLLOWS = 3
"""Sentences that a soft word may stand behind a hard one."""
AHEAD = 1
"""Sentences that a soft word may stand before a hard one."""


class Triggers:
    """The scanner of one language: ``hard`` words make a sentence worth reading, ``soft`` ones only near a hard one."""

    def __init__(self, lang: str) -> None:
        soft = frozenset(table(lang, "grammar")["soft_triggers"])
        hard = set(_harm_words(lang)) - soft
        patterns = sorted(
            {variant for word in hard | soft for variant in (word, word[:1].upper() + word[1:], word.upper())}
        )
        self._soft = [p.lower() in soft for p in patterns]
        heads = frozenset(table(lang, "harm")["compounds"]["heads"])
        self._tail = [p in heads for p in patterns]
        kind = ahocorasick_rs.MatchKind.LeftmostLongest
        self._scan = ahocorasick_rs.AhoCorasick(
            patterns, matchkind=kind, implementation=ahocorasick_rs.Implementation.DFA
        )

    def find(self, text: str) -> tuple[list[int], list[int]]:
        """Offsets of the hard and of the soft triggers, in order."""
        hard: list[int] = []
        soft: list[int] = []
        size = len(text)
        for number, start, end in self._scan.find_matches_as_indexes(text):
            if end < size and text[end].isalnum():
                continue
            if start and text[start - 1].isalnum() and not self._tail[number]:
                continue
            (soft if self._soft[number] else hard).append(start)
        return hard, soft


def _harm_words(lang: str) -> Iterable[str]:
    """A word for every way to speak of harm: the harm words themselves, the telling word of each idiom and toll."""
    data = table(lang, "harm")
    for frame in FRAMES:
        for words in data.get(frame, {}).values():
            for word in words:
                yield max(word.rstrip("?!0").lower().split(), key=len)
    grammar = table(lang, "grammar")
    soft = frozenset(grammar["soft_triggers"])
    closed = {
        w
        for name in ("be", "have", "modal", "prepositions", "definite", "possessive", "adverbs")
        for w in grammar[name]
    }
    for phrase in [*data["idioms"], *(p for phrases in data["toll"].values() for p in phrases)]:
        parts = [part for part in phrase.lower().rstrip("$").split() if part != "..."]
        telling = [part for part in parts if not closed.issuperset(part.split("|"))]
        if any(soft.issuperset(part.split("|")) for part in telling):
            continue
        yield from max(telling, key=lambda part: min(map(len, part.split("|")))).split("|")
    yield from data["compounds"]["heads"]
    yield from grammar.get("hard_ends", ())


@cache
def triggers(lang: str) -> Triggers:
    """The scanner of a language, built once."""
    return Triggers(lang)


def sentences(hard: list[int], soft: list[int]) -> list[int]:
    """The numbers of the sentences to read, given those with hard and with soft triggers."""
    chosen = set(hard)
    chosen.update(index for index in soft if any(index - back in chosen for back in range(-AHEAD, FOLLOWS + 1)))
    return sorted(chosen)
