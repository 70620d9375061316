"""Reporting verbs where the finite verb stands second: which verbs say, who says, and which part of the sentence."""

from __future__ import annotations

from collections.abc import Iterator

from belegt.read.voice import roles as r
from belegt.read.voice.attribution import LAST, NAMED, Attribution, Span
from belegt.read.voice.phrases import extent, gapped, starts_phrase
from belegt.read.voice.scope import attribute, inner, left_edge
from belegt.read.voice.second.impersonal import inserted, passive, quoted, unnamed
from belegt.read.voice.second.kinds import can, closes_clause, is_participle, is_passive, kind_of, stance
from belegt.read.voice.second.subjects import (
    clause_start,
    interrupted_subject,
    must_follow,
    opener_of,
    subject_behind,
    subordinate_subject,
)  # fmt: skip
from belegt.read.voice.tagged import Phrase, Tagged

_SPEAKING = r.VERB | r.HAVE | r.PARTICIPLE | r.HOLD_PARTICIPLE | r.IMPERSONAL | r.SO


def spoken(t: Tagged) -> Iterator[Attribution]:
    """The attributions that the verbs of the sentence make, in order."""
    last: Attribution | None = None
    for v in [k for k, role in enumerate(t.own_roles) if role & _SPEAKING]:
        kind = kind_of(t, v) if t.has(v, r.VERB | r.HAVE) else 0
        joined = t.has(v - 1, r.CONJUNCTION) or (t.has(v - 1, r.CONTRAST) and t.has(v - 2, r.BOUNDARY))
        if kind and last is not None and joined:
            yield last._replace(
                start=t.end(v), end=t.sentence.end, cue=t.span(v, v + 1), previous=False,
                strong=not kind & r.HOLD, stance=stance(t, v, kind),
            )  # fmt: skip
        elif kind:
            for last in _around(t, v, kind):
                yield last
        else:
            yield from _without_verb(t, v)


def _without_verb(t: Tagged, v: int) -> Iterator[Attribution]:
    """Passives, "hieß es" and "so X"."""
    role = t.roles[v]
    if role & r.CITE and t.seen & r.BE and is_participle(t, v):
        yield from quoted(t, v)
    elif role & (r.PARTICIPLE | r.HOLD_PARTICIPLE) and t.seen & r.BE and is_passive(t, v):
        yield from passive(t, v)
    elif t.verb(v, r.IMPERSONAL) and (not t.has(v, r.PARTICLE) or t.any_verb(0, v, r.EMERGE)):
        floor = clause_start(t, v)
        opener = opener_of(t, floor, v)
        yield from _as_clause(t, opener, v) if t.has(opener, r.AS) else unnamed(t, floor, opener, v)
    elif role & r.SO and (v == 0 or t.has(v - 1, r.BOUNDARY)) and starts_phrase(t, v + 1):
        yield from inserted(t, v)


def _around(t: Tagged, v: int, kind: int) -> Iterator[Attribution]:
    """Find the speaker before or behind the verb, and what is said on the other side."""
    floor = clause_start(t, v)
    opener = opener_of(t, floor, v)
    relative = t.has(opener, r.RELATIVE) and t.has(floor - 1, r.COMMA) and closes_clause(t, v)
    if t.has(opener, r.AS) and (opener == 0 or not t.capital(opener)):
        yield from _as_clause(t, opener, v)
    elif floor == v and v > 0:
        yield from _after_mark(t, v, kind)
    elif t.has(opener, r.SUBORDINATOR) and not closes_clause(t, v) and opener + 1 < v == extent(t, opener + 1):
        yield from _main_clause(t, floor, opener, v, kind)  # "Als Grund gab die Stadt an"
    elif relative or (t.has(opener, r.SUBORDINATOR) and (closes_clause(t, v) or not t.has(opener, r.PREPOSITION))):
        subject = subordinate_subject(t, floor, opener, v)
        if subject is not None and not (kind == r.CITE and t.has(opener, r.RELATIVE)):
            yield from _before_verb(t, subject, v, kind)
    else:
        yield from _main_clause(t, floor, opener, v, kind)


def _after_mark(t: Tagged, v: int, kind: int) -> Iterator[Attribution]:
    """Behind a comma or quotation mark: "..., sagte X"; "X, der Präsident, sagte"; "wie X, der Präsident, sagte"."""
    opener = next((k for k in range(v - 1, -1, -1) if t.has(k, r.AS) and (k == 0 or t.has(k - 1, r.BOUNDARY))), None)
    if opener is not None and not t.any_verb(opener, v, r.FINITE | r.VERB | r.IMPERSONAL):
        yield from _as_clause(t, opener, v)
        return
    speaker, start = subject_behind(t, v), interrupted_subject(t, v)
    near = (
        speaker is not None
        and speaker[0] == v + 1
        and kind & r.SAY
        and not t.any(speaker[1], len(t), r.BOUNDARY & ~r.STOP)
    )
    if start is not None and _counted_first(t, start, v, kind, speaker) and speaker is not None:
        yield from _forward(t, speaker, v, speaker[1], kind)
    elif start is not None and not near and not t.has(start, r.QUANTITY):
        yield from _forward(t, (start, extent(t, start)), v, v + 1, kind)
    elif speaker is not None:
        yield from _inverted(t, v, speaker, kind)


def _main_clause(t: Tagged, floor: int, opener: int, v: int, kind: int) -> Iterator[Attribution]:
    if t.has(floor - 1, r.COMMA) and t.has(opener, r.RELATIVE):
        end = extent(t, opener, places=True)
        while end < v and t.verb(end, r.CONTRAST | r.ADVERB):
            end += 1
        if end < v:
            return  # the verb stands last, not second: a relative clause that goes on
        opener = interrupted_subject(t, v) or opener
    behind = subject_behind(t, v)
    if _looks_back(t, opener, v) and behind is not None and not _goes_on(t, behind[1]):
        yield attribute(t, behind, (t.start(0), t.start(0)), v, kind, previous=True, stance=stance(t, v, kind))
    elif _fronted(t, opener, v, behind) or _counted_first(t, opener, v, kind, behind):
        if behind is not None:
            yield from _forward(t, behind, v, behind[1], kind)
        elif t.seen & r.IMPERSONAL and t.has(v, r.HAVE):
            yield from unnamed(t, floor, opener, v)
    elif _stands_second(t, opener, v):
        end = v
        while end > opener + 1 and t.verb(end - 1, r.ADVERB | r.CONTRAST):
            end -= 1  # "Die Regierung dagegen sprach von ..."
        if t.has(end - 1, r.CONJUNCTION):  # "Er gab auf und sagte"
            end = opener + 1 if t.has(opener, r.NAMED_PRONOUN) else min(extent(t, opener), end - 1)
        yield from _forward(t, (opener, end), v, v + 1, kind)  # all that stands before the verb is one phrase


def _looks_back(t: Tagged, opener: int, v: int) -> bool:
    """ "Das teilte X mit", "Diese Zahlen nannte X"."""
    if t.has(opener, r.ANAPHOR) and opener + 1 == v:
        return True
    return opener + 2 == v and t.has(opener, r.BACK_DETERMINER) and t.has(opener + 1, r.FIGURE) and t.lower[opener].startswith("dies")


def _counted_first(t: Tagged, opener: int, v: int, kind: int, behind: Phrase | None) -> bool:
    """ "Die Zahl der Toten bezifferte X mit 13": the figure stands first, and who counts behind the verb."""
    return bool(kind & r.COUNT) and behind is not None and t.any(opener, v, r.FIGURE) and not t.has(behind[0], r.QUANTITY)


def _fronted(t: Tagged, opener: int, v: int, behind: Phrase | None) -> bool:
    """Whether something else than the subject opens the clause: "Am Montag sagte X", "Der Zeitung sagte X"."""
    if not starts_phrase(t, opener) and not t.has(opener, r.PRONOUN):
        return True
    if must_follow(t, v) or t.any(opener, v, r.AFTER):
        return True
    told = t.has(opener, r.OBLIQUE) and t.any(opener, v, r.RECIPIENT)
    told = told and behind is not None and not t.has(behind[0], r.QUANTITY)
    return behind is not None and (told or (t.has(opener, r.ANAPHOR) and opener + 1 == v))


def _stands_second(t: Tagged, opener: int, v: int) -> bool:
    """Whether the verb follows one phrase, and is no participle or infinitive at the end."""
    if t.has(v, r.PARTICIPLE) and closes_clause(t, v):
        return False
    if t.has(opener, r.PRONOUN):
        return t.has(opener, r.NAMED_PRONOUN) or opener + 1 < v
    last = closes_clause(t, v) or t.lower[v].endswith("en")
    return not last or extent(t, opener, places=True) >= v - 1


def _goes_on(t: Tagged, k: int) -> bool:
    """Whether a clause or a quotation follows."""
    return t.any(k, len(t), r.COMMA | r.QUOTE | r.HARD)


def _forward(t: Tagged, speaker: Phrase, v: int, behind: int, kind: int) -> Iterator[Attribution]:
    """The speaker says what stands behind the verb."""
    start = max(v + 1, behind)
    if not can(t, speaker, kind) or speaker[1] <= speaker[0] or start >= len(t) - 1:
        return
    if t.has(v + 1, r.BRACKET) or (t.has(v, r.CLAUSAL) and kind & r.HOLD and not _goes_on(t, start)):
        return  # "(X berichtete)" points to another text, "verteidigte den Titel" says nothing
    yield attribute(
        t,
        speaker,
        (t.start(start), t.sentence.end),
        v,
        kind,
        relies=_cited(t, speaker, v, kind),
        stance=stance(t, v, kind),
    )
    for other, said in gapped(t, start) if kind & (r.SPEAK | r.COUNT) or t.has(v, r.SPEAK) else ():
        yield attribute(t, other, (t.start(said), t.sentence.end), v, kind, stance=stance(t, v, kind))


def _before_verb(t: Tagged, speaker: Phrase, v: int, kind: int) -> Iterator[Attribution]:
    """ "nachdem X mitgeteilt hatte, dass ..."; "während X von 5 Toten spricht": what is spoken of stands before."""
    of = t.first(speaker[1], v, r.SPEAK_WITH) if t.has(v, r.SPEAK) else None
    if of is not None and not t.any(of, v, r.COMMA):
        yield attribute(t, speaker, (t.start(of), t.start(v)), v, kind, stance=stance(t, v, kind))
    else:
        yield from _forward(t, speaker, v, v + 1, kind)


def _cited(t: Tagged, speaker: Phrase, v: int, kind: int) -> Span | None:
    """ "zitiert einen Augenzeugen": on whom the speaker relies."""
    if not kind & r.CITE:
        return None
    k = next((k for k in range(v + 1, len(t)) if starts_phrase(t, k) or t.has(k, r.DETERMINER)), None)
    return t.span(k, max(k + 1, extent(t, k))) if k is not None and not speaker[0] <= k < speaker[1] else None


def _inverted(t: Tagged, v: int, speaker: Phrase, kind: int) -> Iterator[Attribution]:
    """ "..., sagte X", and "..., sagte X, ..." when the sentence goes on."""
    if not can(t, speaker, kind):
        return
    mark = t.first(speaker[1], len(t), r.HARD | r.QUOTE | r.COMMA)
    goes_on = mark is not None and mark + 1 + t.has(mark, r.COMMA) < len(t) and not _tells_of(t, mark)
    end = t.sentence.end if goes_on else t.end(v - 1)
    yield attribute(
        t, speaker, (left_edge(t, v - 1), end), v, kind, relies=_cited(t, speaker, v, kind), stance=stance(t, v, kind)
    )


def _tells_of(t: Tagged, comma: int) -> bool:
    """ "..., sagte eine Frau, deren Sohn vermisst wird": the text tells of the speaker, who does not say it."""
    whose = t.has(comma, r.COMMA) and t.lower[comma + 1] in t.lexicon.whose
    return whose and t.verb(len(t) - 2, r.FINITE) and not t.any(comma, len(t), r.MOOD)


def _as_clause(t: Tagged, opener: int, v: int) -> Iterator[Attribution]:
    """ "Wie X am Samstag berichtete, ..." and "..., wie X berichtete"."""
    k = opener + 1
    while k < v and t.verb(k, r.ADVERB):
        k += 1
    speaker: Span | None = None
    told = NAMED
    if t.has(k, r.PREPOSITION):
        speaker = t.span(*inner(t, k + 1, max(k + 2, extent(t, k + 1))))
    elif t.has(k, r.NAMED_PRONOUN) or starts_phrase(t, k):
        speaker = t.span(k, max(k + 1, min(extent(t, k), v)))
    elif t.has(k, r.PRONOUN & ~r.DETERMINER):
        told = LAST
    else:
        return
    cue = (t.start(opener), t.end(v))
    start, end = t.end(v), t.sentence.end
    if opener > 2 and not t.has(opener - 1, r.HARD | r.QUOTE):
        start = left_edge(t, opener - 1)
        end = end if t.any(v + 1, len(t), r.COMMA) else t.start(opener)
    yield Attribution(start, end, speaker, "as-clause", cue, told=told)
