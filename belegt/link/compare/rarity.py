"""How much a trait tells: what half of all mentions share ("Aleppo", "civilians") tells hardly anything.

Invariant: derived from the set of mentions alone, whatever their order; reports of one family are counted once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import log2
from types import MappingProxyType
from typing import TYPE_CHECKING

from belegt.link.compare.where import Path

if TYPE_CHECKING:
    from belegt.link.mention import Mention

FEW = 12
EXACT = 16
COMMON = 0.2
FREQUENT = 0.06


class Rarity:
    """Frequencies of places and words among mentions; mentions come and go with ``count`` 1 and -1."""

    def __init__(self, mentions: Iterable[Mention] = (), families: Mapping[str, str] = MappingProxyType({})) -> None:
        self._places: Counter[str] = Counter()
        self._words: Counter[str] = Counter()
        self._told: dict[str, Counter[tuple[object, ...]]] = {name: Counter() for name in ("place", "word", "day", "family")}
        for m in mentions:
            self.count(m, families.get(m.report.id, m.report.id), 1)

    def count(self, m: Mention, family: str, by: int) -> None:
        """Take a mention in, or out again."""
        for level in {level for p in m.paths for level in p.levels}:
            self._places[level] += self._changed("place", (level, family, m.start), by)
        told, words = self._told["word"], self._words
        for word in m.words | m.places:
            key = (word, family)
            before = told.get(key, 0)
            told[key] = before + by
            if not before:
                words[word] += 1
            elif not told[key]:
                words[word] -= 1
                del told[key]
        if m.paths:
            self._changed("day", (family, m.start), by)
        self._changed("family", (family,), by)

    def _changed(self, name: str, key: tuple[object, ...], by: int) -> int:
        """1 for the first with a key, -1 when the last has gone, else 0."""
        told = self._told[name]
        before = told[key]
        told[key] = before + by
        if not told[key]:
            del told[key]
        return (before + by > 0) - (before > 0)

    @property
    def scale(self) -> tuple[bool, bool, float]:
        """What all words and places are measured by: few places, few families, and how many families in steps."""
        families = len(self._told["family"])
        return len(self._told["day"]) < FEW, families < 2, step(families)

    @property
    def frequent(self) -> frozenset[tuple[str, float]]:
        """The places that are not rare, with what they tell."""
        least = FREQUENT * len(self._told["day"])
        return frozenset((name, self._place(name)) for name, n in self._places.items() if n >= least)

    def place(self, path: Path) -> float:
        """1 for a place seldom named, down to 0.4 for one that most mentions name."""
        return self._place(path.name)

    def _place(self, name: str) -> float:
        if len(self._told["day"]) < FEW:
            return 1.0
        part = self._places[name] / len(self._told["day"])
        return 0.4 if part >= COMMON else 0.7 if part >= FREQUENT else 1.0

    def word(self, word: str) -> float:
        """0 for a word of every report, 1 for one of a single report, by the logarithm of its frequency.

        Within a single report no word is rare: nothing tells the words of an event from those of the report.
        """
        families = len(self._told["family"])
        if families < 2:
            return 0.0
        return _rare(step(self._words[word]), step(families))


@lru_cache(maxsize=1 << 12)
def _rare(told: float, families: float) -> float:
    return 1.0 - log2(told) / log2(families)


def step(number: int) -> float:
    """A number of more than ``EXACT`` in steps of a fifth: one report more seldom changes what is known of all others."""
    return max(number, 1) if number <= EXACT else 2 ** (round(4 * log2(number)) / 4)
