"""Predicates of harm in a sentence: verbs, idioms and nouns, each with its kind and frame.

Frames are those of the pack's ``harm.toml``. Invariant: predicates are in order and no token serves two of them.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import cache

from belegt.read.grammar.lexicon import Word
from belegt.read.lang import table
from belegt.read.segment import Sentence

MAX_GAP = 14


@dataclass(slots=True)
class Predicate:
    """Harm of ``kind`` said by tokens ``start`` to ``end``; ``at`` is the token that carries the meaning.

    ``refused`` says why it makes no claim where it does not tell a fact: denied, supposed.
    """

    start: int
    end: int
    at: int
    kind: str
    frame: str
    soft: bool = False
    infinitive: bool = False
    zero: bool = False
    idiom: bool = False
    refused: str = ""


@cache
def _idioms(lang: str) -> dict[str, list[tuple[list[frozenset[str] | None], str, str, bool]]]:
    """Idioms by first word: parts (None is a gap), frame, kind, and whether only "must" makes it a fact."""
    found: dict[str, list[tuple[list[frozenset[str] | None], str, str, bool]]] = {}
    for pattern, value in table(lang, "harm")["idioms"].items():
        frame, kind = value.removesuffix("!").split()
        parts = [None if p == "..." else frozenset(p.split("|")) for p in pattern.split()]
        for first in parts[0] or ():
            found.setdefault(first, []).append((parts, frame, kind, value.endswith("!")))
    for rows in found.values():
        rows.sort(key=lambda r: -len(r[0]))
    return found


@cache
def idiom_starters(lang: str) -> frozenset[str]:
    """The first words of all idioms: verbs like "sustained", no nouns that a number could count."""
    return frozenset(_idioms(lang))


@cache
def _not_harm(lang: str) -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in table(lang, "harm")["not_harm"]["words"]:
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append(words)
    return found


def predicates(sentence: Sentence, words: Sequence[Word], lang: str, no_harm: Set[int]) -> list[Predicate]:
    """All predicates of harm outside the tokens ``no_harm``, in order of the token that carries the meaning."""
    taken = set(no_harm)
    found = _matched(sentence, lang, taken)
    for at in [k for k, word in enumerate(words) if word.frame]:
        if at not in taken:
            word = words[at]
            kind = word.harm[word.frame]
            found.append(Predicate(at, at + 1, at, kind, word.frame, word.soft, word.infinitive, word.zero_harm))
    found.sort(key=lambda p: p.at)
    return found


def blocked(sentence: Sentence, lang: str) -> set[int]:
    """Tokens of phrases that only look like harm."""
    phrases = _not_harm(lang)
    taken: set[int] = set()
    if phrases.keys().isdisjoint(sentence.vocabulary):
        return taken
    for at in [k for k, word in enumerate(sentence.lower) if word in phrases]:
        for phrase in phrases[sentence.lower[at]]:
            if tuple(sentence.lower[at : at + len(phrase)]) == phrase:
                taken.update(range(at, at + len(phrase)))
    return taken


def _matched(sentence: Sentence, lang: str, taken: set[int]) -> list[Predicate]:
    idioms, found = _idioms(lang), list[Predicate]()
    if idioms.keys().isdisjoint(sentence.vocabulary):
        return found
    for at in [k for k, word in enumerate(sentence.lower) if word in idioms]:
        if at in taken:
            continue
        for parts, frame, kind, forced in idioms[sentence.lower[at]]:
            last = parts[-1]
            if last is not None and last.isdisjoint(sentence.vocabulary):
                continue
            ends = match_parts(sentence.lower, at, parts)
            if ends is not None and not any(e in taken for e in ends):
                found.append(Predicate(at, ends[-1] + 1, ends[-1], kind, frame, infinitive=forced, idiom=True))
                taken.update(ends)
                break
    return found


def match_parts(lower: Sequence[str], at: int, parts: Sequence[frozenset[str] | None]) -> list[int] | None:
    """Token numbers of the parts, the gap at most ``MAX_GAP`` tokens and inside one clause; None where they don't match."""
    ends, position, gap = [at], at + 1, False
    for part in parts[1:]:
        if part is None:
            gap = True
            continue
        limit = position + (MAX_GAP if gap else 0)
        while position < len(lower) and position <= limit and lower[position] not in part:
            ordinal = lower[position] == "." and lower[position - 1].isdigit()
            if (lower[position] in (".", ";", ":") and not ordinal) or (gap and lower[position] == ","):
                return None
            position += 1
        if position >= len(lower) or position > limit:
            return None
        ends.append(position)
        position, gap = position + 1, False
    return ends
