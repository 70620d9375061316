"""What makes a claim denied or disputed beside its attribution: no evidence, no confirmation, denial, correction."""

from __future__ import annotations

from belegt.read.voice import roles as r
from belegt.read.voice.tagged import Phrase, Tagged

_NEAR = 5
_OBJECT = 7
_REFUSING = r.DENY | r.REFUSE
_WHAT_WAS_SAID = r.FIGURE | r.ANAPHOR | r.NAMED_PRONOUN
_ENDS_OBJECT = r.BOUNDARY | r.PARTICLE | r.ADVERB | r.TIME


def within(t: Tagged, start: int, end: int) -> str:
    """The stance that the claim's own sentence gives to what stands at ``start``-``end``, "" for none."""
    if not t.seen & (r.NEGATION | _REFUSING):
        return ""
    first, last = _tokens(t, start, end)
    if t.seen & r.EVIDENCE and _no_evidence(t, first):
        return "denied"
    if t.seen & r.CONFIRM and _unconfirmed(t, first, last):
        return "disputed"
    return "denied" if t.seen & _REFUSING and (_denied_behind(t, last) or _refuted(t, first, last)) else ""


def behind(t: Tagged) -> str:
    """The stance that this sentence gives to the claims of the one before: "Das wurde von der Polizei bestritten"."""
    if t.seen & r.CORRECTION and t.seen & r.FIGURE:
        return "disputed"
    if not t.seen & _REFUSING or t.seen & r.NEGATION:
        return ""
    return "denied" if (t.seen & r.DENY and t.has(0, r.ANAPHOR)) or _denies_it(t, 0) else ""


def turns(t: Tagged, cue: int, start: int) -> bool:
    """Whether a contrast stands between the attribution and the claim: "initially said 34 but more were found"."""
    return any(t.has(k, r.CONTRAST | r.CORRECTION) for k in range(len(t)) if cue <= t.start(k) < start)


def _tokens(t: Tagged, start: int, end: int) -> Phrase:
    inside = [k for k in range(len(t)) if t.end(k) > start and t.start(k) < end]
    return (inside[0], inside[-1] + 1) if inside else (0, len(t))


def _no_evidence(t: Tagged, first: int) -> bool:
    """ "keine Hinweise, dass", "no evidence that" before the claim."""
    evidence = t.first(0, first, r.EVIDENCE)
    if evidence is None or not t.any(evidence - 3, evidence + 2, r.NEGATION):
        return False
    return t.any(evidence, first + 1, r.THAT)


def _unconfirmed(t: Tagged, first: int, last: int) -> bool:
    """ "den Tod nicht bestätigen können", "could not confirm the death": in the same part of the sentence."""
    left, right = first, last
    while left > 0 and not t.has(left - 1, r.COMMA | r.HARD):
        left -= 1
    while right < len(t) and not t.has(right, r.COMMA | r.HARD):
        right += 1
    for k in range(left, right):
        if t.has(k, r.CONFIRM) and t.any(max(left, k - _NEAR), k, r.NEGATION):
            asks = any(t.has(j, r.SUBORDINATOR) and not t.has(j, r.THAT) for j in range(k, first))
            ahead = 0 < first - k <= _NEAR and not asks
            return t.lexicon.verb_second or ahead or (k > last and t.any(k - _NEAR, k, r.BE))
    return False


def _denied_behind(t: Tagged, last: int) -> bool:
    """ "..., but this report was denied by the army", "..., das Militär bestritt dies"."""
    clause = t.first(last, len(t), r.CONTRAST | r.COMMA)
    if clause is None or t.any(clause, len(t), r.NEGATION):
        return False
    contrast = t.first(last, len(t), r.CONTRAST)
    if contrast is not None and t.any(contrast, len(t), r.FIGURE | r.ANAPHOR) and t.any(contrast, len(t), r.DENY):
        return True
    return _denies_it(t, clause)


def _denies_it(t: Tagged, start: int) -> bool:
    """Whether what was said before is denied from ``start`` on: "The army denied the claim", "wies dies zurück"."""
    for k in range(start, len(t)):
        if not t.verb(k, _REFUSING):
            continue
        stop = t.first(k + 1, k + _OBJECT, r.BOUNDARY)
        for j in range(k + 1, min(len(t), k + _OBJECT) if stop is None else stop):
            if t.has(j, _WHAT_WAS_SAID) and (j + 1 >= len(t) or t.has(j + 1, _ENDS_OBJECT)):
                return not t.any(j + 1, len(t), r.THAT | r.TO_INFINITIVE)
    return False


def _refuted(t: Tagged, first: int, last: int) -> bool:
    """ "Reports of 12 deaths were denied", "Berichte über 12 Tote wies das Militär zurück"."""
    if not t.any(first - 4, first, r.ALLEGATION):
        return False
    stop = t.first(last, len(t), r.COMMA | r.HARD)
    end = len(t) if stop is None else stop
    return t.any_verb(last, end, _REFUSING) and not t.any(last, end, r.NEGATION)
