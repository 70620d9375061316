"""A sentence as the place finders see it: its tokens with their bits, and which of them may begin a name."""

from __future__ import annotations

from functools import reduce
from itertools import compress
from operator import ne, or_

from belegt.read.places.lexicon import (
    AND,
    AT,
    BORDER,
    CLASS,
    DETERMINER,
    DIRECTION,
    EVENT,
    LATER,
    NEVER,
    OF,
    PARTICLE,
    SITE,
    SPAN,
    SPEECH,
    STRUCK,
    WAY,
    Lexicon,
)
from belegt.read.segment import Sentence

ARTICLES = frozenset(("al", "el", "an", "ar", "as", "at", "az", "ad", "ed", "es", "et", "ez", "ash", "bin", "ul"))
_LOOSE_ARTICLES = frozenset(("al", "el", "ez", "ash", "az"))
_SMALL = AT | WAY | DETERMINER | AND | OF | NEVER | CLASS | SITE | DIRECTION | BORDER | SPEECH | STRUCK


class Scan:
    """Parallel lists of a sentence: ``words``, ``lower``, ``bits``, ``capital`` (may begin a name).

    ``mask``: all bits that occur. ``shouted``: the sentence is in capitals throughout, so that they tell nothing.
    """

    __slots__ = ("bits", "capital", "ends", "index", "lexicon", "lower", "mask", "shouted", "starts", "words")

    def __init__(self, sentence: Sentence, lexicon: Lexicon) -> None:
        self.index, self.lexicon = sentence.index, lexicon
        self.words, self.lower = sentence.words, sentence.lower
        self.starts, self.ends = sentence.starts, sentence.ends
        self.bits = list(map(lexicon.bits.__getitem__, sentence.lower))
        self.mask = reduce(or_, self.bits, 0)
        self.capital = list(map(ne, sentence.words, sentence.lower))
        self._mark_articles()
        self.shouted = sum(self.capital) * 2 > len(self.words) and _in_capitals(self.words)
        if self.shouted:
            self.capital = [c and not b & _SMALL for c, b in zip(self.capital, self.bits, strict=True)]
        if not lexicon.german and not self.shouted and self.mask & (CLASS | SITE) and self.mask & NEVER:
            self._unmark_names()

    def __len__(self) -> int:
        return len(self.words)

    def _mark_articles(self) -> None:
        """Names with an Arabic article may begin with a small letter: "al-Bab", "al Arshani"."""
        capital, words = self.capital, self.words
        for k in compress(range(len(words)), capital.copy()):
            if not words[k][0].isupper():
                head, _, tail = words[k].partition("-")
                capital[k] = tail[:1].isupper() and head in ARTICLES
        if self.mask & PARTICLE:
            for k in [k for k, word in enumerate(words[:-1]) if word in _LOOSE_ARTICLES]:
                capital[k] = words[k + 1][0].isupper()

    def _unmark_names(self) -> None:
        """In "Islamic State" the second word names no kind of place."""
        for k in compress(range(1, len(self.bits)), self.capital[1:]):
            if self.bits[k] & (CLASS | SITE) and self.capital[k - 1] and self.bits[k - 1] & NEVER:
                self.bits[k] &= ~(CLASS | SITE)

    @property
    def titled(self) -> bool:
        """Whether the sentence is a headline in which every word of weight has a capital."""
        long = [word for word in self.words if len(word) > 3 and word.isalpha()]
        return len(long) > 2 and sum(word[0].isupper() for word in long) * 5 >= len(long) * 4

    def is_class(self, at: int) -> bool:
        """Whether the word is a noun for a kind of place or site; in German it has a capital."""
        return bool(self.bits[at] & (CLASS | SITE)) and (not self.lexicon.german or self.words[at][0].isupper())

    def kind(self, at: int) -> str:
        """The kind of place that the class noun at ``at`` names, "" where there is none."""
        return self.lexicon.kind(self.lower[at]) if self.is_class(at) else ""

    def small_adjective(self, at: int) -> bool:
        """Whether the word looks like a German adjective or participle in small letters that no list holds."""
        word = self.words[at]
        return self.lexicon.german and not word[0].isupper() and not self.bits[at] and word.endswith(("en", "em", "er", "es", "e"))

    def dates_another(self, first: int, floor: int) -> bool:
        """Whether a place at ``first`` belongs to an event that only dates this one: "two days after the attack in X".

        ``floor`` is where the mention before it ended, 0 where there is none.
        """
        if not self.mask & SPAN:
            return False
        for k in range(first - 1, max(0, floor - 1, first - 12), -1):
            if self.bits[k] & LATER and self.bits[k - 1] & SPAN:
                return True
            if self.lower[k] in ",;":
                return False
        return False

    def from_event(self, first: int, last: int, reach: int) -> int:
        """How many words lie between tokens ``first`` to ``last`` and the nearest word that says that something happened."""
        if not self.mask & EVENT:
            return reach
        bits, count = self.bits, len(self.bits)
        if any(b & EVENT for b in bits[first:last]):
            return 0
        for far in range(1, reach):
            left, right = first - far, last - 1 + far
            if left >= 0 and bits[left] & EVENT or right < count and bits[right] & EVENT:
                return far
        return reach


def _in_capitals(words: list[str]) -> bool:
    long = [w for w in words if len(w) > 3 and w.isalpha()]
    return len(long) > 3 and sum(w.isupper() for w in long) * 2 > len(long)
