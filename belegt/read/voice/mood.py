"""Whether a clause stands in the mood of reported speech (German Konjunktiv) or the text speaks in its own voice."""

from __future__ import annotations

from belegt.read.voice import lexicon as lex
from belegt.read.voice.tagged import Tagged

MOODS = lex.MOOD | lex.MOOD_SUBSTITUTE
_FINITE = lex.BE | lex.HAVE | lex.INDICATIVE
_ENDING = "e"
_SHORTEST = 5


def reported(t: Tagged, start: int, end: int) -> bool:
    """Whether what stands at ``start``-``end`` of the text is told in the mood of reported speech."""
    if not t.lexicon.mood or t.seen & lex.FIRST_PERSON:
        return False
    if not t.seen & MOODS and not _weak(t):
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
    return (t.has(k, MOODS) and not t.capital(k)) or k in _weak(t)


def _weak(t: Tagged) -> frozenset[int]:
    """Verbs the pack does not list: third person in -e, second in the clause, behind a noun or pronoun in the singular."""
    if t.unlisted is None:
        words = t.sentence.words
        t.unlisted = frozenset(k for k in range(1, len(t)) if words[k][-1] == _ENDING and _unlisted(t, k))
    return t.unlisted


def _unlisted(t: Tagged, k: int) -> bool:
    word = t.sentence.words[k]
    if t.roles[k] or len(word) < _SHORTEST or not word.islower() or word.endswith("te"):
        return False
    pronoun = t.has(k - 1, lex.PRONOUN)
    if not (t.capital(k - 1) or pronoun) or (t.capital(k + 1) and not pronoun):
        return False
    if not t.has(k + 1, lex.ADVERB | lex.DETERMINER | lex.PREPOSITION | lex.PRONOUN) or t.has(k + 1, _FINITE):
        return False
    return all(not t.has(j, _FINITE | MOODS | lex.BOUNDARY) for j in range(k))


def _clause(t: Tagged, start: int, end: int) -> tuple[int, int]:
    """The tokens between the marks around ``start``-``end``."""
    starts = t.sentence.starts
    first = last = next((k for k in range(len(t)) if t.sentence.ends[k] > start), len(t) - 1)
    while first > 0 and not t.has(first - 1, lex.COMMA | lex.HARD | lex.QUOTE):
        first -= 1
    while last < len(t) and (starts[last] < end or not t.has(last, lex.COMMA | lex.HARD)):
        last += 1
    return first, last
