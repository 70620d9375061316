"""Reporting verbs where the subject stands first: which part of the sentence each of them vouches for.

Much of the news in question comes without commas, so the words beside the verb decide whether it looks back or ahead.
"""

from __future__ import annotations

from collections.abc import Iterator

from belegt.read.voice import roles as r
from belegt.read.voice.attribution import Attribution, Span
from belegt.read.voice.first.kinds import back_over, can, is_noun, kind_of, says, stance
from belegt.read.voice.first.subjects import (
    clause_before,
    clause_start,
    interrupted_subject,
    opens_with_noun,
    shared_subject,
    subject_before,
)  # fmt: skip
from belegt.read.voice.phrases import extent, gapped, past, starts_phrase
from belegt.read.voice.scope import attribute, left_edge
from belegt.read.voice.tagged import Phrase, Tagged

_VERBAL = r.VERB | r.PARTICIPLE
_SPEAKING = _VERBAL | r.GERUND
_FURTHEST_AGENT = 4
_FURTHEST_RECORD = 9
_FURTHEST_UNSAID = 5
_LONGEST_ADJUNCT = 7
_FURTHEST_QUOTED = 14
THAT, CLAUSE, COMMA, END = "that", "clause", "comma", "end"


def spoken(t: Tagged) -> Iterator[Attribution]:
    """The attributions that the verbs of the sentence make, in order."""
    last: Attribution | None = None
    for v, role in [(k, role) for k, role in enumerate(t.own_roles) if role & _SPEAKING]:
        if (v and t.capital(v)) or (role & _VERBAL and is_noun(t, v)):
            continue
        if role & r.VERB and last is not None and t.has(v - 1, r.CONJUNCTION | r.CONTRAST):
            yield last._replace(start=t.start(_behind(t, v)[0]), end=t.sentence.end, cue=t.span(v, v + 1))
        elif role & _VERBAL:
            by = t.has(v + 1, r.BY_AGENT) and t.has(v - 1, r.COMMA | r.AS)
            if by or t.has(back_over(t, v, r.ADVERB | r.NEGATION), r.BE):
                yield from _passive(t, v)
            elif role & r.VERB and says(t, v):
                for last in _around(t, v, kind_of(t, v)):
                    yield last
        elif v > 1:
            yield from _participle(t, v)


def _passive(t: Tagged, v: int) -> Iterator[Attribution]:
    """ "was confirmed by the ministry", "identified by their family as", "named in posts by X"."""
    if not t.has(v, r.PARTICIPLE):
        return
    agent = t.first(v + 1, v + _FURTHEST_AGENT + 1, r.BY_AGENT | r.BOUNDARY)
    if agent is not None and t.has(agent, r.BY_AGENT):
        end = extent(t, agent + 1)
        if end > agent + 1:
            speaker, told_of = t.span(agent + 1, end), t.has(end, r.COMMA) and t.has(end + 1, r.RELATIVE)
            stop = t.start(v) if told_of else t.sentence.end  # "reported by X, who was shot"
            doubt = "denied" if t.has(v, r.DENY) else "asserted"
            yield Attribution(left_edge(t, v), stop, speaker, "said by", (t.start(v), speaker[1]), stance=doubt)
        return
    for k in range(v + 1, min(len(t), v + _FURTHEST_RECORD)):
        end = extent(t, k + 1) if t.has(k, r.PREPOSITION) and not t.has(k, r.BY_AGENT) else 0
        if t.any(k + 1, min(end, k + 5), r.RECORD):
            speaker = t.span(k + 1, end)
            yield Attribution(left_edge(t, v), t.sentence.end, speaker, "said in", (t.start(v), speaker[1]))
            return


def _participle(t: Tagged, v: int) -> Iterator[Attribution]:
    """ "The monitor could not confirm it saying some ...", "@name on Twitter stating, ...": the subject speaks."""
    beside = t.last(max(0, v - _LONGEST_ADJUNCT), v, r.WITH)
    if beside is not None and extent(t, beside + 1) == v and t.any(beside + 1, v, r.AGENT):
        speaker = t.span(beside + 1, v)  # "..., with state media saying"
        yield Attribution(t.end(v), t.sentence.end, speaker, "participle", (speaker[0], t.end(v)))
        return
    mark = t.last(0, v, r.BOUNDARY)
    floor = 0 if mark is None else mark + 1
    if floor == v and mark is not None and t.has(mark, r.COMMA):
        mark = t.last(0, mark, r.BOUNDARY)
        floor = 0 if mark is None else mark + 1
    if floor == v or not opens_with_noun(t, floor) or t.any(v + 1, v + _FURTHEST_UNSAID, r.UNSAID):
        return
    if any(t.has(k, r.VERB & ~r.HOLD) and not t.has(k, r.AGENT | r.RECORD | r.CONFIRM) for k in range(floor, v)):
        return
    end = extent(t, floor)
    end = next((k for k in range(floor + 1, end) if past(t, k)), end)
    named = t.capital(floor) and not t.has(floor, r.DETERMINER | r.QUANTITY)
    if floor < end <= v and (named or t.any(floor, end, r.AGENT) or any(t.capital(k) for k in range(floor + 1, end))):
        yield Attribution(t.end(v), t.sentence.end, t.span(floor, end), "participle", t.span(v, v + 1))


def _around(t: Tagged, v: int, kind: int) -> Iterator[Attribution]:
    """Find the speaker before or behind the verb, and whether it looks back or ahead."""
    end = back_over(t, v, r.ADVERB | r.NEGATION | r.HAVE | r.TIME | r.AUXILIARY) + 1
    if end > 1 and t.has(end - 1, r.QUOTE) and _quoted_verb(t, end - 1):
        agent = (clause_start(t, end - 1), end - 1)
        yield _make(t, agent, (t.start(end - 1), t.sentence.end), v, kind)._replace(cue=t.span(*agent))
        return
    if end == 0 or t.has(end - 1, r.QUOTE | r.COMMA):
        yield from _at_edge(t, v, end, kind)
        return
    if t.has(end - 1, r.PREPOSITION) and t.has(end, r.TIME) and end > 1:
        end -= 1 + past(t, end - 2)  # "The army on Monday said", "A report released on Monday said"
    if t.words[end - 1].isdigit() and end > 1 and t.capital(end - 2):
        end -= 1  # "Ahmed 24 said"
    floor = clause_start(t, end)
    inverts = kind & (r.SAY | r.SHOW) and not t.has(v, r.ADDRESSED)
    follows = (v + 1, extent(t, v + 1)) if inverts else (v, v)
    if inverts and (kind & r.SAY or t.any(*follows, r.RECORD)) and _inverted(t, floor, end, v):
        yield from _look_back(t, follows, v, end, kind)
        return
    shared = t.has(end - 1, r.CONJUNCTION)
    speaker = shared_subject(t, floor, end) if shared else subject_before(t, floor, end)
    if speaker is None or not can(t, speaker, kind):
        return
    behind, ahead = _direction(t, floor, speaker, v, kind)
    if ahead or shared:
        yield _make(t, speaker, (t.start(behind), t.sentence.end), v, kind)
        for other, said in gapped(t, behind) if kind & (r.SPEAK | r.COUNT) else ():
            yield _make(t, other, (t.start(said), t.sentence.end), v, kind)
    else:
        yield from _look_back(t, speaker, v, speaker[0], kind)


def _quoted_verb(t: Tagged, end: int) -> bool:
    """Whether a quotation begins with the verb of the agent before it: 'The Observatory "has documented the killing of ..."'."""
    floor = clause_start(t, end)
    return t.has(end - 1, r.AGENT) and not t.any(0, end, r.QUOTE) and subject_before(t, floor, end) == (floor, end)


def _direction(t: Tagged, floor: int, speaker: Phrase, v: int, kind: int) -> tuple[int, bool]:
    """Where what is said begins if the verb looks ahead, and whether it does."""
    behind, shape = _behind(t, v)
    quoted = _behind_quoted(t, v) if kind & r.CITE else None
    takes_object = shape == CLAUSE and t.has(behind, r.DETERMINER | r.QUANTITY) and not t.has(v, r.PLAIN)
    if quoted is not None:
        behind, shape = quoted, THAT if quoted < len(t) - 1 else END
    elif kind & r.SPEAK and not kind & r.SAY:
        behind, shape = v + 1, THAT
    elif not kind & r.SAY or takes_object:
        shape = THAT
    first = speaker[0] == floor or not clause_before(t, floor, speaker[0])
    contrast = t.has(speaker[0] - 1, r.CONTRAST | r.SUBORDINATOR | r.CONJUNCTION) or (
        first and t.has(floor - 1, r.CONTRAST)
    )
    return behind, shape == THAT or (contrast and shape != END) or (
        first and (shape == CLAUSE or (shape != END and not _follows_clause(t, floor)))
    )


def _behind_quoted(t: Tagged, v: int) -> int | None:
    """Behind the "as saying" of "quoted officials as saying that"."""
    for k in range(v + 2, min(len(t) - 1, v + _FURTHEST_QUOTED)):
        if t.has(k, r.AS) and t.has(k + 1, r.GERUND):
            return k + 2 + t.has(k + 2, r.THAT)
    return None


def _follows_clause(t: Tagged, floor: int) -> bool:
    """Whether a whole clause stands before the comma (or quotation mark) that the speaker's phrase follows."""
    if t.has(floor - 1, r.QUOTE):
        return True
    return t.has(floor - 1, r.COMMA | r.HARD) and clause_before(t, 0, floor - 1)


def _inverted(t: Tagged, floor: int, end: int, v: int) -> bool:
    """ "70 others were injured said the source": a whole clause before, a speaker and the end behind."""
    if t.has(end - 1, r.NAMED_PRONOUN) or not starts_phrase(t, v + 1) or not clause_before(t, 0, end):
        return False
    stop = extent(t, v + 1)
    if not (t.any(v + 1, stop, r.AGENT) or any(t.capital(k) for k in range(v + 1, stop))):
        return False
    counted = end > 1 and (t.words[end - 2].isdigit() or t.has(end - 2, r.QUANTITY)) and t.any(v + 1, stop, r.AGENT)
    if not counted and t.any(max(floor, end - 2), end, r.AGENT):  # "killed 70 people said the group"
        return False
    if stop >= len(t) or t.has(stop, r.STOP):
        return True
    before = subject_before(t, floor, end)
    if before is not None and not counted and t.any(*before, r.AGENT):
        return False
    if t.has(stop, r.BOUNDARY | r.GERUND | r.TIME | r.PREPOSITION):
        return True
    if t.has(stop, r.RELATIVE | r.ADVERB) and t.any(v + 1, stop, r.AGENT):
        return before is None or t.has(before[0] - 1, r.PREPOSITION)
    return t.capital(stop) and t.has(stop, r.DETERMINER)


def _at_edge(t: Tagged, v: int, end: int, kind: int) -> Iterator[Attribution]:
    """Directly behind a comma or quotation mark: "..., said X"; or the verb of a subject that an aside interrupts."""
    pronoun = t.has(v + 1, r.NAMED_PRONOUN)
    if pronoun or (starts_phrase(t, v + 1) and not t.has(v, r.ADDRESSED)):
        speaker = (v + 1, v + 2 if pronoun else extent(t, v + 1))
        names = r.AGENT | (r.RECORD if kind & r.SHOW else 0)
        named = pronoun or t.any(*speaker, names) or any(t.capital(k) for k in range(*speaker))
        quoted = t.has(end - 1, r.QUOTE)
        closed = speaker[1] >= len(t) or t.has(speaker[1], r.BOUNDARY | r.GERUND | r.TIME | r.PREPOSITION)
        if named and (quoted or (closed and clause_before(t, 0, end - 1))):
            yield from _look_back(t, speaker, v, v, kind)
            return
    start = interrupted_subject(t, end)
    if start is None or not can(t, (start, extent(t, start)), kind):
        return
    if t.has(start - 1, r.QUOTE | r.COMMA) and _follows_clause(t, start):
        yield from _look_back(t, (start, extent(t, start)), v, start, kind)
    else:
        yield _make(t, (start, extent(t, start)), (t.start(_behind(t, v)[0]), t.sentence.end), v, kind)


def _behind(t: Tagged, v: int) -> tuple[int, str]:
    """Where what is said begins behind the verb, and what follows: "that", a clause, a comma, or the end."""
    k = v + 1 + bool(t.lexicon.split.get(t.lower[v]))
    if t.has(v, r.ADDRESSED):
        k = _behind_recipient(t, k)
    while k < len(t):
        if t.has(k, r.THAT):
            return k + 1, THAT
        if t.has(k, r.BOUNDARY & ~r.QUOTE):
            return k, END if t.has(k, r.STOP) or k + 1 >= len(t) else COMMA if t.has(k, r.COMMA) else CLAUSE
        if t.has(k, r.TIME) or (t.has(k, r.ADVERB) and not t.has(k, r.DETERMINER)):
            k += 1
        elif t.has(k, r.TOPIC) and t.has(k + 1, r.DETERMINER) and not (t.has(v, r.PLAIN) or t.has(k + 2, r.TIME)):
            return k + 1, THAT  # "reported on the death of"
        elif t.has(k, r.PREPOSITION) and not t.has(k, r.AGENT):
            stop = _behind_adjunct(t, k)
            if stop is None:
                return k, CLAUSE
            k = stop
        else:
            new = t.has(k, r.GERUND) or (t.has(k, r.DETERMINER) and (t.capital(k) or t.has(k + 1, r.TIME)))
            return k, END if new else CLAUSE
    return k, END


def _behind_recipient(t: Tagged, k: int) -> int:
    """Behind those who are told: "AFP", "the Associated Press", "reporters"."""
    first = k
    while k < len(t) and not t.has(k, r.BOUNDARY | r.THAT | r.TIME):
        if not (t.capital(k) or t.has(k, r.RECIPIENT | r.DETERMINER)):
            break
        if k > first and t.has(k, r.DETERMINER) and not t.has(k - 1, r.CONJUNCTION):
            break
        k += 1
    return k


def _behind_adjunct(t: Tagged, k: int) -> int | None:
    """Behind "on Friday", "in a statement", "via Skype"; None when the phrase is not so short."""
    if t.capital(k + 1) and t.has(k + 2, r.DETERMINER | r.PRONOUN) and not t.capital(k + 2):
        return k + 2  # "said in May the prison was full"
    for j in range(k + 1, min(len(t), k + _LONGEST_ADJUNCT)):
        if t.has(j, r.THAT | r.BOUNDARY | r.PREPOSITION | r.TIME):
            return j
        if t.has(j, r.FINITE) or past(t, j):
            return None
    return len(t) if k + _LONGEST_ADJUNCT >= len(t) else None


def _look_back(t: Tagged, speaker: Phrase, v: int, limit: int, kind: int) -> Iterator[Attribution]:
    """What stands before the speaker is said, and what follows where the saying goes on ("..., adding that")."""
    if not can(t, speaker, kind):
        return
    behind, limit = max(v + 1, speaker[1]), min(limit, v)
    mark = t.first(behind, len(t), r.COMMA | r.GERUND | r.HARD | r.QUOTE)
    goes_on = mark is not None and (not t.has(mark, r.COMMA) or mark - behind <= 4) and mark + 2 < len(t)
    goes_on = goes_on or t.any(behind, len(t), r.QUANTITY)  # "the group said including 180 soldiers"
    yield _make(t, speaker, (left_edge(t, limit), t.sentence.end if goes_on else t.start(limit)), v, kind)


def _make(t: Tagged, speaker: Phrase, said: Span, v: int, kind: int) -> Attribution:
    relies: Span | None = None
    if kind & r.CITE:
        end = extent(t, v + 1)
        if end > v + 1 and t.any(end, end + 3, r.AS):
            relies = t.span(v + 1, end)
    commas = (k for k in range(*speaker) if t.has(k, r.COMMA) and t.has(k + 1, r.RELY | r.GERUND))
    aside = next(commas, speaker[1]) if t.seen & r.COMMA else speaker[1]
    return attribute(t, (speaker[0], aside), said, v, kind, relies=relies, stance=stance(t, speaker, v, kind))
