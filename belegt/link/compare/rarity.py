"""How much a trait tells: what half of all mentions share ("Aleppo", "civilians") tells hardly anything.

Invariant: derived from the set of mentions alone, whatever their order; reports of one family are counted once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from math import log
from typing import TYPE_CHECKING

from belegt.link.compare.where import Path

if TYPE_CHECKING:
    from belegt.link.mention import Mention

FEW = 12
COMMON = 0.2
FREQUENT = 0.06


class Rarity:
    """Frequencies of places and words among mentions."""

    def __init__(self, mentions: Iterable[Mention], families: Mapping[str, str]) -> None:
        places: set[tuple[str, str, object]] = set()
        words: set[tuple[str, str]] = set()
        told: set[str] = set()
        for m in mentions:
            family = families.get(m.report.id, m.report.id)
            told.add(family)
            places.update((level, family, m.start) for p in m.paths for level in p.levels)
            words.update((word, family) for word in m.words | m.places)
        self._places = Counter(level for level, _, _ in places)
        self._words = Counter(word for word, _ in words)
        self._all_places = len({(family, start) for _, family, start in places})
        self._families = len(told)

    def place(self, path: Path) -> float:
        """1 for a place seldom named, down to 0.4 for one that most mentions name."""
        if self._all_places < FEW:
            return 1.0
        part = self._places[path.name] / self._all_places
        return 0.4 if part >= COMMON else 0.7 if part >= FREQUENT else 1.0

    def word(self, word: str) -> float:
        """0 for a word of every report, 1 for one of a single report, by the logarithm of its frequency.

        Within a single report no word is rare: nothing tells the words of an event from those of the report.
        """
        if self._families < 2:
            return 0.0
        return 1.0 - log(max(self._words[word], 1)) / log(self._families)
