"""What makes a claim denied or disputed beside its attribution: no evidence, no confirmation, denial, correction."""

from __future__ import annotations

from belegt.read.voice import roles as r
from belegt.read.voice.tagged import Phrase, Tagged

_NEAR = 5


def within(t: Tagged, start: int, end: int) -> str:
    """The stance that the claim's own sentence gives to what stands at ``start``-``end``, "" for none."""
    if not t.seen & (r.NEGATION | r.DENY):
        return ""
    first, last = _tokens(t, start, end)
    if t.seen & r.EVIDENCE and _no_evidence(t, first):
        return "denied"
    if t.seen & r.CONFIRM and _unconfirmed(t, first, last):
        return "disputed"
    return "denied" if t.seen & r.DENY and _denied_behind(t, last) else ""


def behind(t: Tagged) -> str:
    """The stance that this sentence gives to the claims of the one before: "Das wurde von der Polizei bestritten"."""
    if t.seen & r.CORRECTION and t.seen & r.FIGURE:
        return "disputed"
    return "denied" if t.seen & r.DENY and t.has(0, r.ANAPHOR) and not t.seen & r.NEGATION else ""


def turns(t: Tagged, cue: int, start: int) -> bool:
    """Whether a contrast stands between the attribution and the claim: "initially said 34 but more were found"."""
    return any(t.has(k, r.CONTRAST) for k in range(len(t)) if cue <= t.start(k) < start)


def _tokens(t: Tagged, start: int, end: int) -> Phrase:
    inside = [k for k in range(len(t)) if t.end(k) > start and t.start(k) < end]
    return (inside[0], inside[-1] + 1) if inside else (0, len(t))


def _no_evidence(t: Tagged, first: int) -> bool:
    """ "keine Hinweise, dass", "no evidence that" before the claim."""
    evidence = t.first(0, first, r.EVIDENCE)
    if evidence is None or not t.any(evidence - 3, evidence, r.NEGATION):
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
            return t.lexicon.verb_second or 0 < first - k <= 3
    return False


def _denied_behind(t: Tagged, last: int) -> bool:
    """ "..., but this report was denied by the army"."""
    contrast = t.first(last, len(t), r.CONTRAST)
    if contrast is None or t.any(contrast, len(t), r.NEGATION):
        return False
    return t.any(contrast, len(t), r.FIGURE | r.ANAPHOR) and t.any(contrast, len(t), r.DENY)
