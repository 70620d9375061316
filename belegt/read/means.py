"""By what means people came to harm (R18): the verb's own meaning, the words of the sentence, or those told before.

Invariant: means come from words of the report only; a means told before passes on only to the same story's harm.
"""

from __future__ import annotations

from functools import cache

import ahocorasick_rs

from belegt.read.lang import table


class Means:
    """The means of one language: ``verb`` for harm words, ``inside`` for a stretch of text."""

    def __init__(self, lang: str) -> None:
        data = table(lang, "means")
        self._verbs = {word: means for means, words in data["verbs"].items() for word in words}
        self._patterns: list[str] = []
        self._means: list[tuple[str, bool]] = []
        for means, words in data["words"].items():
            for word in words:
                self._patterns.append(word.lstrip("="))
                self._means.append((means, word.startswith("=")))
        self._scan = ahocorasick_rs.AhoCorasick(self._patterns, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
        self._free_end = lang == "de"
        self.carried = frozenset(data["carry"]["kinds"])
        self.always = frozenset(data["carry"]["always"])

    def verb(self, word: str) -> str:
        """The means that a harm word implies ("erschossen"), or ""."""
        return self._verbs.get(word, "")

    def inside(self, text: str) -> list[tuple[str, int, int]]:
        """Means told in a text with their offsets, in order; ``text`` is folded by this function."""
        folded = text.lower()
        if len(folded) != len(text):
            folded = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        found = []
        for number, start, end in self._scan.find_matches_as_indexes(folded):
            means, whole = self._means[number]
            if start and folded[start - 1].isalnum() and not (self._free_end and not whole):
                continue
            if whole and end < len(folded) and folded[end].isalnum():
                continue
            found.append((means, start, end))
        return found


@cache
def means(lang: str) -> Means:
    """The means of a language, compiled once."""
    return Means(lang)
