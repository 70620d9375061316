"""Predicates of harm in a sentence: verbs, idioms and nouns, each with its kind and frame.

Frames are those of the pack's ``harm.toml``. Invariant: predicates are in order and no token serves two of them.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from belegt.read.grammar.lexicon import Word
from belegt.read.lang import table
from belegt.read.segment import Sentence

MAX_GAP = 14
FINAL = "$"
"""Ends an idiom whose last word must end its clause, as the particle of a German verb does."""


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


class _Idiom(NamedTuple):
    """Parts (None is a gap), frame, kind, whether only "must" makes it a fact, whether it ends its clause, and whether it
    harms only people who are named as such."""

    parts: list[frozenset[str] | None]
    frame: str
    kind: str
    forced: bool
    final: bool
    soft: bool


@cache
def _idioms(lang: str) -> dict[str, list[_Idiom]]:
    """Idioms by first word."""
    found: dict[str, list[_Idiom]] = {}
    for pattern, value in table(lang, "harm")["idioms"].items():
        frame, kind = value.rstrip("!?").split()
        parts = [None if p == "..." else frozenset(p.split("|")) for p in pattern.removesuffix(FINAL).split()]
        for first in parts[0] or ():
            row = _Idiom(parts, frame, kind, value.endswith("!"), pattern.endswith(FINAL), value.endswith("?"))
            found.setdefault(first, []).append(row)
    for rows in found.values():
        rows.sort(key=lambda r: -len(r.parts))
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
    found = _matched(sentence, words, lang, taken)
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


def _matched(sentence: Sentence, words: Sequence[Word], lang: str, taken: set[int]) -> list[Predicate]:
    idioms, found = _idioms(lang), list[Predicate]()
    if idioms.keys().isdisjoint(sentence.vocabulary):
        return found
    for at in [k for k, word in enumerate(sentence.lower) if word in idioms]:
        if at in taken:
            continue
        for idiom in idioms[sentence.lower[at]]:
            last = idiom.parts[-1]
            if last is not None and last.isdisjoint(sentence.vocabulary):
                continue
            ends = match_parts(sentence.lower, at, idiom.parts, _ends_clause(sentence, words) if idiom.final else None)
            if ends is not None and not any(e in taken for e in ends):
                found.append(
                    Predicate(at, ends[-1] + 1, ends[-1], idiom.kind, idiom.frame, idiom.soft, idiom.forced, idiom=True)
                )
                taken.update(ends)
                break
    return found


def _ends_clause(sentence: Sentence, words: Sequence[Word]) -> frozenset[int]:
    """The tokens after which a clause ends: before a mark, a conjunction or a subordinator, and the last one."""
    size = len(words)
    return frozenset(
        at for at in range(size)
        if at + 1 == size or not sentence.lower[at + 1][0].isalnum() or "conjunctions" in words[at + 1] or "subordinators" in words[at + 1]
    )  # fmt: skip


def _goes_on(lower: Sequence[str], at: int, parts: Sequence[frozenset[str] | None], number: int) -> bool:
    """Whether the part after the one at token ``at`` follows at once, where no gap may stand between them."""
    following = parts[number] if number < len(parts) else None
    return following is None or (at + 1 < len(lower) and lower[at + 1] in following)


def match_parts(
    lower: Sequence[str], at: int, parts: Sequence[frozenset[str] | None], last: Set[int] | None = None
) -> list[int] | None:
    """Token numbers of the parts, the gap at most ``MAX_GAP`` tokens and inside one clause; None where they don't match.

    The last part must be one of the tokens ``last`` where these are given.
    """
    ends, position, gap = [at], at + 1, False
    for number, part in enumerate(parts[1:], 2):
        if part is None:
            gap = True
            continue
        limit = position + (MAX_GAP if gap else 0)
        free = last if number == len(parts) else None
        while (
            position < len(lower)
            and position <= limit
            and (
                lower[position] not in part
                or (free is not None and position not in free)
                or (gap and not _goes_on(lower, position, parts, number))
            )
        ):
            ordinal = lower[position] == "." and (lower[position - 1].isdigit() or len(lower[position - 1]) == 1)
            if (lower[position] in (".", ";", ":", "–") and not ordinal) or (gap and lower[position] == ","):
                return None
            position += 1
        if position >= len(lower) or position > limit:
            return None
        ends.append(position)
        position, gap = position + 1, False
    return ends
