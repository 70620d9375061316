"""Where a text can speak of harm at all: one linear scan for the harm words of the pack, before any grammar.

Invariant: a sentence without a trigger holds no figure; a report without one costs nothing but the scan.
"""

from __future__ import annotations

from functools import cache

import ahocorasick_rs

from belegt.read.grammar.lexicon import FRAMES
from belegt.read.lang import table

FOLLOWS = 3
"""Sentences that a soft word may stand behind a hard one."""
AHEAD = 1
"""Sentences that a soft word may stand before a hard one."""
WINDOW = 250
"""Characters around a word of an idiom in which its other part must stand."""


class Triggers:
    """The scanner of one language: ``hard`` words make a sentence worth reading, ``soft`` ones only near a hard one."""

    def __init__(self, lang: str) -> None:
        soft = frozenset(table(lang, "grammar")["soft_triggers"])
        hard = {word: beside for word, beside in _telling(lang).items() if word not in soft}
        patterns = sorted(
            {variant for word in soft.union(hard) for variant in (word, word[:1].upper() + word[1:], word.upper())}
        )
        self._soft = [p.lower() in soft for p in patterns]
        self._beside = [tuple(sorted(hard.get(p.lower()) or ())) for p in patterns]
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
            if self._soft[number]:
                soft.append(start)
            elif not self._beside[number] or _near(text, start, self._beside[number]):
                hard.append(start)
        return hard, soft


def _near(text: str, at: int, beside: tuple[str, ...]) -> bool:
    """Whether one of the other words of the idiom stands near: "police" alone tells of nothing, "gave himself up" beside it does."""
    window = text[max(0, at - WINDOW) : at + WINDOW].lower()
    return any(word in window for word in beside)


def _telling(lang: str) -> dict[str, frozenset[str]]:
    """A word for every way to speak of harm, with the words of which one must stand near; none for a word of harm itself."""
    data = table(lang, "harm")
    found = {
        max(word.rstrip("?!0").lower().split(), key=len): frozenset[str]()
        for frame in FRAMES
        for words in data.get(frame, {}).values()
        for word in words
    } | {head: frozenset[str]() for head in data["compounds"]["heads"]}
    for phrase in [*data["idioms"], *(p for phrases in data["toll"].values() for p in phrases)]:
        told, beside = _parts(lang, phrase)
        for word in told:
            if word not in found or found[word] and not beside:
                found[word] = beside
            elif found[word]:
                found[word] |= beside
    return found


def _parts(lang: str, phrase: str) -> tuple[list[str], frozenset[str]]:
    """The words of an idiom that tell of it, and those of its other part; nothing where all are soft."""
    grammar = table(lang, "grammar")
    soft, closed = frozenset(grammar["soft_triggers"]), _closed(lang)
    parts = [part.split("|") for part in phrase.lower().rstrip("$").split() if part != "..."]
    telling = [part for part in parts if not closed.issuperset(part)]
    firm = [part for part in telling if not soft.issuperset(part)] or [part for part in parts if not soft.issuperset(part)]
    if not firm:
        return [], frozenset()
    first = max(firm, key=lambda part: min(map(len, part)))
    others = [part for part in parts if part is not first and (firm == telling or part not in firm)]
    return first, frozenset(max(others, key=lambda part: min(map(len, part)))) if others else frozenset()


@cache
def _closed(lang: str) -> frozenset[str]:
    """Words of grammar, which tell of nothing."""
    grammar = table(lang, "grammar")
    names = ("be", "have", "modal", "prepositions", "definite", "possessive", "adverbs")
    return frozenset(word for name in names for word in grammar[name])


@cache
def triggers(lang: str) -> Triggers:
    """The scanner of a language, built once."""
    return Triggers(lang)


def sentences(hard: list[int], soft: list[int]) -> list[int]:
    """The numbers of the sentences to read, given those with hard and with soft triggers."""
    chosen = set(hard)
    chosen.update(index for index in soft if any(index - back in chosen for back in range(-AHEAD, FOLLOWS + 1)))
    return sorted(chosen)
