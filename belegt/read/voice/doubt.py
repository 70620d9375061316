"""What makes a claim denied or disputed beside its own attribution: no evidence, no confirmation, a denial, a correction."""

from __future__ import annotations

from belegt.read.voice import lexicon as lex
from belegt.read.voice.tagged import Tagged

_NEAR = 5


def within(t: Tagged, start: int, end: int) -> str:
    """The stance that the claim's own sentence gives to what stands at ``start``-``end``, "" for none."""
    if not t.seen & (lex.NEGATION | lex.DENY):
        return ""
    first, last = _tokens(t, start, end)
    if t.seen & lex.EVIDENCE and _no_evidence(t, first):
        return "denied"
    if t.seen & lex.CONFIRM and _unconfirmed(t, first, last):
        return "disputed"
    if t.seen & lex.DENY and _denied_behind(t, last):
        return "denied"
    return ""


def behind(t: Tagged) -> str:
    """The stance that this sentence gives to the claims of the one before: "Das wurde von der Polizei bestritten"."""
    if t.seen & lex.CORRECTION and t.seen & lex.FIGURE:
        return "disputed"
    if t.seen & lex.DENY and t.has(0, lex.ANAPHOR) and not t.seen & lex.NEGATION:
        return "denied"
    return ""


def turns(t: Tagged, cue: int, start: int) -> bool:
    """Whether a contrast stands between the attribution and the claim: "initially said 34 but more were found"."""
    return any(t.has(k, lex.CONTRAST) for k in range(len(t)) if cue <= t.start(k) < start)


def _tokens(t: Tagged, start: int, end: int) -> tuple[int, int]:
    inside = [k for k in range(len(t)) if t.end(k) > start and t.start(k) < end]
    return (inside[0], inside[-1] + 1) if inside else (0, len(t))


def _no_evidence(t: Tagged, first: int) -> bool:
    """"keine Hinweise, dass", "no evidence that" before the claim."""
    for k in range(first):
        if t.has(k, lex.EVIDENCE) and any(t.has(j, lex.NEGATION) for j in range(max(0, k - 3), k)):
            return any(t.has(j, lex.THAT) for j in range(k, first + 1))
    return False


def _unconfirmed(t: Tagged, first: int, last: int) -> bool:
    """"den Tod nicht bestätigen können", "could not confirm the death": in the same part of the sentence."""
    left, right = first, last
    while left > 0 and not t.has(left - 1, lex.COMMA | lex.HARD):
        left -= 1
    while right < len(t) and not t.has(right, lex.COMMA | lex.HARD):
        right += 1
    for k in range(left, right):
        if t.has(k, lex.CONFIRM) and any(t.has(j, lex.NEGATION) for j in range(max(left, k - _NEAR), k)):
            return t.lexicon.verb_second or k < first and first - k <= 3
    return False


def _denied_behind(t: Tagged, last: int) -> bool:
    """"..., but this report was denied by the army"."""
    contrast = next((k for k in range(last, len(t)) if t.has(k, lex.CONTRAST)), None)
    if contrast is None:
        return False
    rest = range(contrast, len(t))
    return any(t.has(k, lex.FIGURE | lex.ANAPHOR) for k in rest) and any(t.has(k, lex.DENY) for k in rest) and not any(t.has(k, lex.NEGATION) for k in rest)
