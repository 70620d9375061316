"""Whether a clause stands in the mood of reported speech (German Konjunktiv) or the text speaks in its own voice."""

from __future__ import annotations

from belegt.read.voice import roles as r
from belegt.read.voice.tagged import LONGEST, Phrase, Tagged

MOODS = r.MOOD | r.MOOD_SUBSTITUTE
_FINITE = r.BE | r.HAVE | r.INDICATIVE
_SHORTEST = 5


def reported(t: Tagged, start: int, end: int) -> bool:
    """Whether what stands at ``start``-``end`` of the text is told in the mood of reported speech."""
    if not t.lexicon.mood or t.seen & r.FIRST_PERSON or len(t) > LONGEST:
        return False
    if not t.seen & MOODS and not _unlisted(t):
        return False
    if t.seen & r.CONDITION and not t.seen & r.MOOD:
        return False
    first, last = _clause(t, start, end)
    if any(_moody(t, k) for k in range(first, last)):
        return True
    if t.any(first, last, r.INDICATIVE):
        main = t.first(0, len(t), r.COMMA)
        return first > 0 and any(_moody(t, k) for k in range(len(t) if main is None else main))
    return any(_moody(t, k) for k in range(len(t)))


def _moody(t: Tagged, k: int) -> bool:
    return t.verb(k, MOODS) or k in _unlisted(t)


def _unlisted(t: Tagged) -> frozenset[int]:
    """Verbs no list knows: third person of the mood, second in the clause, behind a noun or pronoun in the singular."""
    if t.unlisted is None:
        ending = t.lexicon.mood_ending
        t.unlisted = frozenset(k for k in range(1, len(t)) if t.words[k].endswith(ending) and _is_unlisted(t, k))
    return t.unlisted


def _is_unlisted(t: Tagged, k: int) -> bool:
    word = t.words[k]
    if t.roles[k] or len(word) < _SHORTEST or not word.islower() or word.endswith(t.lexicon.no_mood_ending):
        return False
    pronoun = t.has(k - 1, r.PRONOUN)
    if not (t.capital(k - 1) or pronoun) or (t.capital(k + 1) and not pronoun):
        return False
    if not t.has(k + 1, r.ADVERB | r.DETERMINER | r.PREPOSITION | r.PRONOUN) or t.has(k + 1, _FINITE):
        return False
    return not t.any(0, k, _FINITE | MOODS | r.BOUNDARY)


def _clause(t: Tagged, start: int, end: int) -> Phrase:
    """The tokens between the marks around ``start``-``end``."""
    first = last = next((k for k in range(len(t)) if t.end(k) > start), len(t) - 1)
    while first > 0 and not t.has(first - 1, r.COMMA | r.HARD | r.QUOTE):
        first -= 1
    while last < len(t) and (t.start(last) < end or not t.has(last, r.COMMA | r.HARD)):
        last += 1
    return first, last
