"""The words round a name in a place expression: classes of places, sides, relations (``expressions.toml``)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

# No compound of these is a place of their class: Deutschland, Vorort, Standort.
_NEVER_LAST = frozenset("land ort tal port base dam hall dorf stadt markt platz kirche hafen".split())


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of ``expressions.toml``."""

    classes: dict[str, str]
    near: frozenset[str]
    at: frozenset[str]
    with_article: frozenset[str]
    of: frozenset[str]
    never: frozenset[str]
    joining: frozenset[str]
    articles: frozenset[str]
    between: frozenset[str]
    parts: frozenset[str]
    side_adjectives: dict[str, str]
    side_nouns: dict[str, str]
    away: frozenset[str]

    def class_of(self, word: str) -> str:
        """The class that a word names: "Hafenstadt" is a town as "Stadt" is; "" for any other word."""
        low = word.lower()
        if low in self.classes:
            return self.classes[low]
        if not word[:1].isupper() or len(low) < 7:
            return ""
        nouns = (n for n in self.classes if low.endswith(n) and len(n) > 2 and n not in _NEVER_LAST)
        longest = max(nouns, key=len, default="")
        return self.classes[longest] if longest else ""

    def is_small(self, low: str) -> bool:
        """Whether a lower-case word is a preposition, article or word for a side or relation."""
        groups = (self.at, self.with_article, self.articles, self.near, self.never)
        return any(low in words for words in groups) or self.is_side(low)

    def is_side(self, low: str) -> bool:
        """Whether it names a side."""
        return low in self.side_nouns or low in self.side_adjectives


@cache
def lexicon() -> Lexicon:
    """Loaded at the first call."""
    read = tomllib.loads(Path(__file__).with_name("expressions.toml").read_text("utf-8"))
    relations = {name: frozenset(words) for name, words in read["relations"].items()}
    sides = read["sides"].items()
    return Lexicon(
        classes={word: kind for kind, words in read["classes"].items() for word in words},
        near=relations["near"],
        at=relations["at"],
        with_article=relations["with_article"],
        of=relations["of"],
        never=relations["never"],
        joining=relations["and"],
        articles=relations["article"],
        between=relations["between_name_and_class"],
        parts=frozenset(read["parts"]["words"]),
        side_adjectives={word: side for side, row in sides for word in row["adjective"]},
        side_nouns={word: side for side, row in sides for word in row["part"]},
        away=frozenset(word for _, row in sides for word in row["away"]),
    )


@lru_cache(maxsize=2**13)
def class_of(word: str) -> str:
    """The class that a word names, kept for the next time."""
    return lexicon().class_of(word)


def is_side(word: str) -> bool:
    """Whether a lower-case word names a part by the compass: "osten", "östlichen", "east", "northern", "centre"."""
    return lexicon().is_side(word)
