"""On whose word a source relies: "unter Berufung auf X", "citing X", "die sich auf Angaben von X stützen"."""

from __future__ import annotations

from belegt.read.voice import roles as r
from belegt.read.voice.attribution import Span
from belegt.read.voice.phrases import extent
from belegt.read.voice.scope import inner
from belegt.read.voice.tagged import Tagged

_TELLS = r.AGENT | r.RECORD | r.WITNESS | r.ACCOUNT


def relied_on(t: Tagged) -> Span | None:
    """The phrase of those on whom the speaker of the sentence relies, without "Angaben von"."""
    for phrase in t.lexicon.rely_phrases:
        if phrase[0] in t.lower and phrase[1] in t.lower:
            for k, word in enumerate(t.lower):
                if word == phrase[0] and tuple(t.lower[k : k + len(phrase)]) == phrase:
                    return _phrase(t, k + len(phrase))
    if t.seen & r.RELY:
        start = (t.first(0, len(t), r.RELY) or 0) + 1
        known = any(t.has(k, _TELLS) or t.capital(k) for k in range(start, extent(t, start)))
        return _phrase(t, start) if known else None  # "citing medics", not "citing the death of"
    if t.seen & r.RELIANT and t.seen & r.RELY_ON:
        for k in range(len(t) - 2):
            if t.has(k, r.REFLEXIVE) and t.has(k + 1, r.RELY_ON):
                near = t.any(k - 4, k, r.RELIANT) or t.any(k + 2, len(t), r.RELIANT)
                return _phrase(t, k + 2) if near else None
    return None


def _phrase(t: Tagged, start: int) -> Span | None:
    end = extent(t, start)
    comma = t.first(start, end, r.COMMA) if start == 1 else None  # "Citing medics, the agency said"
    end = end if comma is None else comma
    account = t.first(start, min(end, start + 4), r.ACCOUNT)
    if account is not None and account + 2 < end and t.has(account + 1, r.BELONG):
        start = account + 2
    return t.span(*inner(t, start, end)) if end > start else None
