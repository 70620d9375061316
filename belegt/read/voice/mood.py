"""Whether a clause stands in the mood of reported speech (German Konjunktiv) or the text speaks in its own voice."""

from __future__ import annotations

from belegt.read.voice import lexicon as lex
from belegt.read.voice.lexicon import Tagged

MOODS = lex.MOOD | lex.MOOD_SUBSTITUTE
_ENDING = "e"


def reported(t: Tagged, start: int, end: int) -> bool:
    """Whether what stands at ``start``-``end`` of the text is told in the mood of reported speech."""
    if not t.lexicon.mood or t.seen & lex.FIRST_PERSON:
        return False
    if not t.seen & MOODS and not _rare(t):
        return False
    if t.seen & lex.CONDITION and not t.seen & lex.MOOD:
        return False
    first, last = _clause(t, start, end)
    if any(_moody(t, k) for k in range(first, last)):
        return True
    if any(t.has(k, lex.INDICATIVE) for k in range(first, last)):
        main = range(0, next((k for k in range(len(t)) if t.has(k, lex.COMMA)), len(t)))
        return first > 0 and any(_moody(t, k) for k in main)
    return any(_moody(t, k) for k in range(len(t)))


def _moody(t: Tagged, k: int) -> bool:
    return t.has(k, MOODS) and not t.capital(k) or _weak(t, k)


def _rare(t: Tagged) -> bool:
    return any(_weak(t, k) for k in range(1, len(t)))


def _weak(t: Tagged, k: int) -> bool:
    """A verb the pack does not list: third person in -e, second in its clause, behind a noun or pronoun in the singular."""
    word = t.sentence.words[k]
    if k == 0 or len(word) < 5 or not word.endswith(_ENDING) or not word.islower() or word.endswith("te") or t.roles[k]:
        return False
    if not (t.capital(k - 1) or t.has(k - 1, lex.PRONOUN)) or (k + 1 < len(t) and t.capital(k + 1) and not t.has(k - 1, lex.PRONOUN)):
        return False
    if k + 1 < len(t) and t.has(k + 1, lex.BE | lex.HAVE | lex.INDICATIVE):
        return False
    return all(not t.has(j, lex.BE | lex.HAVE | lex.INDICATIVE | MOODS | lex.BOUNDARY) for j in range(k)) and t.has(k + 1, lex.ADVERB | lex.DETERMINER | lex.PREPOSITION | lex.PRONOUN)


def _clause(t: Tagged, start: int, end: int) -> tuple[int, int]:
    """The tokens between the marks around ``start``-``end``."""
    starts = t.sentence.starts
    first = last = next((k for k in range(len(t)) if t.sentence.ends[k] > start), len(t) - 1)
    while first > 0 and not t.has(first - 1, lex.COMMA | lex.HARD | lex.QUOTE):
        first -= 1
    while last < len(t) and (starts[last] < end or not t.has(last, lex.COMMA | lex.HARD)):
        last += 1
    return first, last
