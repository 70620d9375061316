"""Sayings without a subject that says: "es hieß", "wurde von X bestätigt", "wird befürchtet", "..., so X"."""

from __future__ import annotations

from collections.abc import Iterator

from belegt.read.voice import roles as r
from belegt.read.voice.attribution import LAST, NOBODY, Attribution
from belegt.read.voice.mood import MOODS
from belegt.read.voice.phrases import extent, speaks
from belegt.read.voice.scope import inner, left_edge
from belegt.read.voice.second.kinds import stance
from belegt.read.voice.second.subjects import clause_start, clause_subject
from belegt.read.voice.tagged import Tagged

_FURTHEST_PLACE = 7


def passive(t: Tagged, v: int) -> Iterator[Attribution]:
    """With "von X" X says it, all of the sentence or the clause that follows; without, nobody does."""
    floor = clause_start(t, v)
    comma = t.first(v + 1, v + 3, r.COMMA)
    clause = comma is not None and comma + 2 < len(t)
    start = t.end(comma) if clause and comma is not None else t.start(floor)
    cue, strong = t.span(v, v + 1), not t.has(v, r.HOLD_PARTICIPLE)
    for k in range(floor, v):
        end = extent(t, k + 1) if t.has(k, r.BY_AGENT) and not t.has(k + 1, r.QUANTITY) else 0
        if end > k + 1 and speaks(t, (k + 1, end)):
            agent, doubt = t.span(*inner(t, k + 1, end)), stance(t, v, t.roles[v])
            yield Attribution(start, t.sentence.end, agent, "said by", cue, stance=doubt, strong=strong)
            return
    if (
        clause
        and comma is not None
        and (t.has(comma + 1, r.SUBORDINATOR) or t.any(comma, len(t), MOODS | r.TO_INFINITIVE))
    ):
        yield Attribution(start, t.sentence.end, None, "said by nobody", cue, told=NOBODY, strong=strong)


def quoted(t: Tagged, v: int) -> Iterator[Attribution]:
    """ "Sie wird mit den Worten zitiert: ...": the one who is quoted speaks."""
    subject = clause_subject(t, 0, v) if t.has(v + 1, r.HARD) else None
    if subject is not None:
        phrase = t.span(*subject)
        yield Attribution(t.end(v), t.sentence.end, phrase, "is quoted", (phrase[0], t.end(v)))


def unnamed(t: Tagged, floor: int, opener: int, v: int) -> Iterator[Attribution]:
    """ "hieß es", "Aus Militärkreisen verlautete", "heißt es in der Erklärung": the place where it is said speaks."""
    looks_back = floor > 0 and (v == floor or t.has(floor, r.EMERGE))
    start = left_edge(t, floor - 1) if looks_back else t.end(v)
    end = max(start, t.end(floor - 1) if looks_back else t.sentence.end)
    cue = (t.start(floor), t.end(v))
    behind = range(v + 2, min(len(t), v + _FURTHEST_PLACE)) if t.has(v + 1, r.PRONOUN) else range(0)
    for k in (*range(opener, v), *behind):
        if t.has(k, r.BOUNDARY):
            break
        stop = extent(t, k + 1) if t.has(k, r.PREPOSITION) and not t.has(k + 1, r.TIME) else 0
        if stop > k + 1 and not (stop == k + 2 and t.has(k + 1, r.RELATIVE)):
            place = t.span(*inner(t, k + 1, stop))
            back = t.has(opener, r.ANAPHOR) and t.has(v + 1, r.STOP)
            yield Attribution(start, end, place, "unnamed speaker", cue, stance=stance(t, v, r.SAY), previous=back)
            return
    if t.any(opener, v, r.ADVERB) or t.has(v + 1, r.PRONOUN):
        yield Attribution(start, end, None, "unnamed speaker", cue, told=LAST)


def inserted(t: Tagged, so: int) -> Iterator[Attribution]:
    """ "..., so X." and "..., so X, ..."."""
    if t.has(so + 1, r.QUOTE) and not t.capital(so + 2):
        return  # "so „schütze sie Gott“"
    end = extent(t, so + 1)
    if end <= so + 1 or (end < len(t) and not t.has(end, r.BOUNDARY | r.TIME | r.PREPOSITION | r.ADVERB)):
        return
    speaker = t.span(so + 1, end)
    stop = t.sentence.end if t.any(end, len(t) - 2, r.COMMA | r.HARD) else t.start(so)
    yield Attribution(left_edge(t, so - 1), stop, speaker, "so X", (t.start(so), speaker[1]))
