"""Statements without a verb of saying: a clause in reported mood, or one that hangs on a noun or adjective."""

from __future__ import annotations

from collections.abc import Iterator

from belegt.read.voice import roles as r
from belegt.read.voice.attribution import Attribution
from belegt.read.voice.phrases import extent, speaks
from belegt.read.voice.second.subjects import clause_subject
from belegt.read.voice.tagged import Phrase, Tagged

_NEAREST_NOUN = 6


def complement(t: Tagged) -> Iterator[Attribution]:
    """ "X zeigte sich zuversichtlich, die Lage sei ruhig", "der Appell der Helfer, die Stadt zu verlassen"."""
    for comma in (k for k in range(1, len(t)) if t.has(k, r.COMMA)):
        stop = t.first(comma + 1, len(t), r.BOUNDARY) or len(t)
        moody = t.any_verb(comma + 1, stop, r.MOOD)
        noun = t.last(max(1, comma - _NEAREST_NOUN + 1), comma, r.MESSAGE | r.OPINION)
        speaker = None
        if noun is not None and (moody or t.has(comma + 1, r.THAT) or t.any(comma + 1, stop, r.TO_INFINITIVE)):
            speaker = _holder(t, noun, comma)
        elif moody and _hangs(t, comma):
            speaker = clause_subject(t, 0, comma)
        if speaker is not None:
            phrase = t.span(*speaker)
            yield Attribution(t.end(comma), t.sentence.end, phrase, "complement", phrase, strong=False)
        if speaker is not None or (moody and noun is None and _hangs(t, comma)):
            return


def _hangs(t: Tagged, comma: int) -> bool:
    """Whether the clause behind the comma is the object of the one before, which stands in another mood."""
    if t.has(comma + 1, r.RELATIVE & ~r.DETERMINER) or (
        t.has(comma + 1, r.SUBORDINATOR) and not t.has(comma + 1, r.THAT)
    ):
        return False
    return t.any_verb(0, comma, r.FINITE | r.VERB) and not t.any(0, comma, r.MOOD)


def _holder(t: Tagged, noun: int, comma: int) -> Phrase | None:
    """Who holds it: the subject where it is a person or a body, else the noun with what it is of."""
    subject = clause_subject(t, 0, comma)
    person = subject is not None and subject[1] <= noun and speaks(t, subject)
    if person or not t.has(noun, r.MESSAGE):
        return subject
    start = noun - 1 if t.has(noun - 1, r.DETERMINER) else noun
    return start, max(noun + 1, min(extent(t, start), comma))
