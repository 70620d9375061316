"""Who says it: the subject of a verb that stands second, before it, behind it, or interrupted by an aside."""

from __future__ import annotations

from belegt.read.voice import roles as r
from belegt.read.voice.phrases import closing, extent, starts_phrase
from belegt.read.voice.second.kinds import closes_clause
from belegt.read.voice.tagged import Phrase, Tagged

_BEHIND_NAME = r.ADVERB | r.CONTRAST | r.DETERMINER
_FURTHEST_SUBJECT = 14
_LONGEST_ASIDE = 30
_LONGEST_BRACKET = 9
_LONGEST_TITLE = 7


def clause_start(t: Tagged, v: int) -> int:
    """The first token of the verb's clause; marks that belong to a name do not cut it."""
    k = v
    while k > 0 and not t.has(k - 1, r.BOUNDARY):
        k -= 1
        if t.has(k, r.CONJUNCTION) and v - k > 1 and t.any_verb(0, k, r.FINITE | r.VERB):
            return k + 1
    if k > 1 and t.has(k - 1, r.QUOTE) and all(t.has(j, _BEHIND_NAME) or t.capital(j) for j in range(k, v)):
        opening = t.last(max(0, k - _LONGEST_TITLE), k - 1, r.QUOTE)
        named = opening is not None and closing(t, opening) == k and opening > 0 and not t.has(opening - 1, r.BOUNDARY)
        return clause_start(t, opening) if named and opening is not None else k
    if k and t.words[k - 1] == ")":
        for opening in range(k - 2, max(0, k - _LONGEST_BRACKET), -1):
            if t.words[opening] == "(":
                return clause_start(t, opening)
    return k


def opener_of(t: Tagged, floor: int, v: int) -> int:
    """The first word of the clause that is no conjunction and no "auch" or "sogar" before a phrase."""
    k = floor
    while k < v and t.has(k, r.CONJUNCTION | r.CONTRAST) and not t.has(k, r.AS):
        if t.has(k, r.SUBORDINATOR) and k == floor and (k > 0 or closes_clause(t, v)):
            break
        k += 1
    while k + 1 < v and t.has(k, r.FOCUS) and (starts_phrase(t, k + 1) or t.has(k + 1, r.ADVERB)):
        k += 1
    return k


def subject_behind(t: Tagged, v: int) -> Phrase | None:
    """The speaker behind the verb, over adverbs, times, places and those who are told."""
    k, fallback = v + 1, None
    while k < min(len(t), v + _FURTHEST_SUBJECT):
        if t.has(k, r.NAMED_PRONOUN) and not (t.has(k, r.DETERMINER) and t.capital(k + 1)):
            return k, k + 1
        if t.has(v, r.SPEAK) and t.has(k, r.SPEAK_WITH):
            return fallback
        if t.verb(k, r.ADVERB):
            k += 1
        elif t.has(k, r.PREPOSITION):
            k = max(k + 1, extent(t, k + 1))
        elif t.has(k, r.OBLIQUE) and t.has(k + 1, r.RECIPIENT):
            fallback, k = fallback or (k, extent(t, k)), _behind_recipient(t, k)
        elif t.has(k, r.DATIVE):
            k = max(k + 1, extent(t, k))
        elif starts_phrase(t, k):
            end = _without_object(t, v, k, extent(t, k, places=True))
            return (k, end) if end > k else fallback
        else:
            return fallback
    return fallback


def _without_object(t: Tagged, v: int, start: int, end: int) -> int:
    """ "berichtete Sana von 30 Toten": what is spoken of is no part of the speaker's name."""
    cut = t.first(start + 1, end, r.SPEAK_WITH) if t.has(v, r.SPEAK) else None
    return end if cut is None else cut


def _behind_recipient(t: Tagged, k: int) -> int:
    k += 2
    while k < len(t) and (t.capital(k) or t.has(k, r.QUOTE)) and not t.has(k, r.SUBORDINATOR):
        k += 1
    return k


def interrupted_subject(t: Tagged, v: int) -> int | None:
    """ "X, der Präsident des Landes, sagte": where the subject starts, over asides between commas."""
    start = v - 1
    while start > 0 and not (t.has(start - 1, r.HARD | r.STOP) and not t.has(start - 1, r.BRACKET)):
        start -= 1
    while start < v and t.verb(start, r.CONJUNCTION | r.CONTRAST | r.ADVERB):
        start += 1
    comma = t.first(start, v, r.COMMA)
    comma = v if comma is None else comma
    if v - start > _LONGEST_ASIDE or not starts_phrase(t, start) or t.any_verb(start, comma, r.FINITE | r.VERB):
        return None
    return start if extent(t, start, places=True) >= comma else None


def subordinate_subject(t: Tagged, floor: int, opener: int, v: int) -> Phrase | None:
    """ "nachdem X mitgeteilt hatte", "ein General, der betonte": in the clause, or what the clause hangs on."""
    if not closes_clause(t, v):
        return None
    k = opener + 1
    while k < v:
        if t.has(k, r.NAMED_PRONOUN) and not t.capital(k + 1):
            return k, k + 1
        if t.has(k, r.PREPOSITION):
            k = max(k + 1, extent(t, k + 1))
        elif starts_phrase(t, k) and not t.has(k, r.OBLIQUE & ~r.SUBJECT_DETERMINER):
            return k, min(extent(t, k), v)
        else:
            k += 1
    if t.has(opener, r.RELATIVE) and floor > 1:
        hangs = (k for k in range(floor - 1) if starts_phrase(t, k) and extent(t, k) == floor - 1)
        return next(((k, floor - 1) for k in hangs), None)
    return None


def must_follow(t: Tagged, v: int) -> bool:
    """A pronoun in the nominative behind the verb, or its reflexive: what stands before the verb is no subject."""
    if t.has(v + 1, r.NOMINATIVE):
        return True
    return t.has(v + 1, r.REFLEXIVE) and t.has(v + 2, r.SUBJECT_DETERMINER) and starts_phrase(t, v + 2)


def clause_subject(t: Tagged, floor: int, end: int) -> Phrase | None:
    """The subject of a clause whose verb is not known: what opens it, or the first phrase behind a small word."""
    if t.has(floor, r.NAMED_PRONOUN) and not t.capital(floor + 1):
        return floor, floor + 1
    if starts_phrase(t, floor):
        stop = extent(t, floor)
        return (floor, stop) if floor < stop <= end else None
    for k in range(floor + 1, end):
        free = not t.has(k - 1, r.PREPOSITION) and not t.capital(k - 1)
        if free and t.has(k, r.SUBJECT_DETERMINER) and starts_phrase(t, k):
            return k, min(extent(t, k), end)
    return None
