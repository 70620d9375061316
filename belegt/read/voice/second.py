"""Reporting verbs in a language whose finite verb stands second: "X sagte, dass", "Am Montag sagte X", "..., sagte X", "wie X sagte"."""

from __future__ import annotations

from collections.abc import Iterator

from belegt.read.voice.attribution import LAST, Attribution, Span
from belegt.read.voice.lexicon import (
    ADVERB,
    ANAPHOR,
    AS,
    BE,
    BOUNDARY,
    BY_AGENT,
    CITE,
    COMMA,
    CONJUNCTION,
    CONTRAST,
    COUNT,
    DENY,
    DETERMINER,
    FINITE,
    FIRST,
    FOCUS,
    HARD,
    HAVE,
    HOLD,
    NAMED_PRONOUN,
    NEGATION,
    OBLIQUE,
    PARTICIPLE,
    PERCEIVE,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    RECIPIENT,
    RECORD,
    RELATIVE,
    SAY,
    SHOW,
    SO,
    SPEAK,
    SPEAK_WITH,
    STOP,
    SUBORDINATOR,
    TIME,
    VERB,
    WITNESS,
    Tagged,
)  # fmt: skip
from belegt.read.voice.phrases import Phrase, closing, extent, starts_phrase

_FURTHEST_SUBJECT = 14


def spoken(t: Tagged) -> Iterator[Attribution]:
    """The attributions that the verbs of the sentence make, in order."""
    for v, role in enumerate(t.roles):
        if role & (VERB | HAVE) and not (t.capital(v) and v) and not _nominal(t, v):
            kind = _kind(t, v, role)
            if kind:
                yield from _around(t, v, kind)
        elif role & SO and (v == 0 or t.has(v - 1, BOUNDARY)) and _names(t, v + 1):
            yield from _inserted(t, v)


def _nominal(t: Tagged, v: int) -> bool:
    """Whether the word is no finite verb here: a participle of the passive, or the first of two verbs at the end."""
    if not t.has(v, PARTICIPLE):
        return False
    if t.has(v + 1, BE | HAVE) and not t.has(v + 1, COMMA):
        return True
    for k in range(v - 1, max(-1, v - _FURTHEST_SUBJECT), -1):
        if t.has(k, BOUNDARY):
            return False
        if t.has(k, BE | HAVE) and not t.capital(k):
            return True
    return False


def _kind(t: Tagged, v: int, role: int) -> int:
    """What the verb does here, 0 when it does not speak: separable verbs need their particle, "sprach" its "von"."""
    particles = t.lexicon.split.get(t.sentence.lower[v])
    if particles is not None:
        return SAY if any(t.sentence.lower[k] in particles and _ends_clause(t, k) for k in range(v + 1, len(t))) else 0
    if role & HAVE:
        return _perfect(t, v)
    if role & SPEAK and not role & SAY:
        return SPEAK if any(t.has(k, SPEAK_WITH) for k in range(v + 1, len(t))) else 0
    return role & VERB


def _perfect(t: Tagged, v: int) -> int:
    """"hat mitgeteilt": the participle at the end of the clause."""
    for k in range(v + 1, min(len(t), v + 24)):
        if t.has(k, PARTICIPLE) and not t.capital(k) and _ends_clause(t, k):
            passive = t.has(k + 1, BE)
            return 0 if passive else (t.roles[k] & (SAY | COUNT | DENY | SPEAK)) or SAY
        if t.has(k, COMMA) and t.has(k + 1, SUBORDINATOR):
            return 0
    return 0


def _ends_clause(t: Tagged, k: int) -> bool:
    return k + 1 >= len(t) or t.has(k + 1, BOUNDARY | CONJUNCTION | BE | CONTRAST)


def _names(t: Tagged, k: int) -> bool:
    return starts_phrase(t, k) and not t.has(k, PRONOUN & ~DETERMINER)


def _around(t: Tagged, v: int, kind: int) -> Iterator[Attribution]:
    """Find the speaker before or behind the verb, and what is said on the other side."""
    floor = _clause(t, v)
    opener = _first_word(t, floor, v)
    if t.has(opener, AS) and not t.capital(opener) or (t.has(opener, AS) and opener == 0):
        yield from _as_clause(t, opener, v, kind)
    elif floor == v and v > 0 and t.has(0, AS) and all(t.has(k, COMMA) or not t.has(k, BOUNDARY | FINITE | VERB) for k in range(v)):
        yield from _as_clause(t, 0, v, kind)
    elif floor == v and v > 0:
        speaker = _behind(t, v)
        if speaker is not None:
            yield from _inverted(t, v, speaker, kind)
        else:
            start = _interrupted_subject(t, v)
            if start is not None:
                yield from _forward(t, (start, extent(t, start)), v, v + 1, kind)
    elif (t.has(opener, SUBORDINATOR) and not t.has(opener, PREPOSITION)) or (t.has(opener, RELATIVE) and floor > 0 and t.has(floor - 1, COMMA) and _closes_clause(t, v)):
        if t.has(opener, SUBORDINATOR) and _closes_clause(t, v) and starts_phrase(t, opener + 1):
            yield from _forward(t, (opener + 1, extent(t, opener + 1)), v, v + 1, kind)
    else:
        yield from _main_clause(t, floor, opener, v, kind)


def _closes_clause(t: Tagged, v: int) -> bool:
    return v + 1 >= len(t) or t.has(v + 1, BOUNDARY | HAVE)


def _clause(t: Tagged, v: int) -> int:
    """The first token of the verb's clause."""
    k = v
    while k > 0 and not t.has(k - 1, BOUNDARY):
        k -= 1
        if t.has(k, CONJUNCTION) and v - k > 1 and any(t.has(j, FINITE) and not t.capital(j) for j in range(k)):
            return k + 1
    if k == v and v > 1 and t.has(v - 1, QUOTE):
        for opening in range(v - 2, max(-1, v - 7), -1):
            if t.has(opening, QUOTE):
                named = closing(t, opening)
                return _clause(t, opening) if named == v and opening > 0 and not t.has(opening - 1, BOUNDARY) else k
    if k and t.sentence.words[k - 1] == ")":
        for opening in range(k - 2, max(-1, k - 9), -1):
            if t.sentence.words[opening] == "(":
                return _clause(t, opening) if opening else k
    return k


def _first_word(t: Tagged, floor: int, v: int) -> int:
    k = floor
    while k < v and t.has(k, CONJUNCTION | CONTRAST) and not t.has(k, AS) and not (t.has(k, SUBORDINATOR) and k == floor and k > 0):
        k += 1
    while k + 1 < v and t.has(k, FOCUS) and (starts_phrase(t, k + 1) or t.has(k + 1, ADVERB)):
        k += 1
    return k


def _behind(t: Tagged, v: int) -> Phrase | None:
    """The speaker behind the verb, over adverbs, times, places and those who are told."""
    k, fallback = v + 1, None
    while k < min(len(t), v + _FURTHEST_SUBJECT):
        if t.has(k, NAMED_PRONOUN):
            return k, k + 1
        if t.has(k, ADVERB) and not t.capital(k):
            k += 1
        elif t.has(k, PREPOSITION):
            k = _behind_adjunct(t, k)
        elif t.has(k, OBLIQUE) and t.has(k + 1, RECIPIENT):
            fallback, k = fallback or (k, extent(t, k)), _recipient(t, k)
        elif t.has(k, OBLIQUE) and t.sentence.lower[k] in ("dem", "den", "einem"):
            k = max(extent(t, k), k + 1)
        elif starts_phrase(t, k):
            end = extent(t, k, places=True)
            if t.has(v, SPEAK):
                end = next((j for j in range(k + 1, end) if t.has(j, SPEAK_WITH)), end)
            return (k, end) if end > k else fallback
        else:
            return fallback
    return fallback


def _recipient(t: Tagged, k: int) -> int:
    k += 2
    while k < len(t) and (t.capital(k) or t.has(k, QUOTE)) and not t.has(k, SUBORDINATOR):
        k += 1
    return k


def _behind_adjunct(t: Tagged, k: int) -> int:
    """Behind a preposition and its noun: "am Samstag", "in Genf", "vor Journalisten", "gegenüber der BBC"."""
    k += 1
    while k < len(t) and not t.capital(k) and not t.has(k, BOUNDARY | VERB | ADVERB | PREPOSITION):
        k += 1
    first = k
    while k < len(t) and (t.capital(k) or t.has(k, QUOTE)) and not (k > first and t.has(k, SUBORDINATOR)):
        k += 1
    return max(k, first + 1) if k == first else k


def _interrupted_subject(t: Tagged, v: int) -> int | None:
    """"X, der Präsident des Landes, sagte": the subject at the start of the sentence, over asides between commas."""
    start = v - 1
    while start > 0 and not t.has(start - 1, HARD & ~COMMA | QUOTE | STOP):
        start -= 1
    while start < v and t.has(start, CONJUNCTION | CONTRAST | ADVERB) and not t.capital(start):
        start += 1
    comma = next((k for k in range(start, v) if t.has(k, COMMA)), v)
    if v - start > 30 or not starts_phrase(t, start):
        return None
    if any(t.has(k, FINITE | VERB) and not t.capital(k) for k in range(start, comma)):
        return None
    return start


def _main_clause(t: Tagged, floor: int, opener: int, v: int, kind: int) -> Iterator[Attribution]:
    fronted = not starts_phrase(t, opener) and not t.has(opener, PRONOUN)
    behind = _behind(t, v)
    if behind is not None and not fronted and t.has(opener, OBLIQUE) and any(t.has(k, RECIPIENT) for k in range(opener, v)):
        fronted = True
    if t.has(opener, ANAPHOR) and opener + 1 == v:
        if behind is not None and not _content(t, behind[1]):
            yield _attribution(t, behind, (t.start(0), t.start(0)), v, kind, previous=True)
            return
        if behind is not None:
            fronted = True
    if fronted:
        if behind is not None:
            yield from _forward(t, behind, v, behind[1], kind)
        elif kind == SAY:
            yield from _unnamed(t, floor, opener, v)
        return
    if t.has(opener, PRONOUN) and opener + 1 == v and not t.has(opener, NAMED_PRONOUN):
        yield from _unnamed(t, floor, opener, v)
        return
    yield from _forward(t, (opener, v), v, v + 1, kind)  # all that stands before the verb is one phrase


def _content(t: Tagged, k: int) -> bool:
    """Whether a clause or a quotation follows."""
    return any(t.has(j, COMMA | QUOTE | HARD) for j in range(k, len(t)))


def _unnamed(t: Tagged, floor: int, opener: int, v: int) -> Iterator[Attribution]:
    """"hieß es", "Aus Militärkreisen verlautete", "In ersten Meldungen hieß es": the place where it is said speaks."""
    word = t.sentence.lower[v]
    if not word.startswith(("hei", "hie", "verlaut")) and "geheißen" not in t.sentence.lower:
        return
    cue = (t.start(floor), t.end(v))
    for k in range(opener, v):
        if t.has(k, PREPOSITION) and k + 1 < v and not t.has(k + 1, TIME):
            speaker = (t.start(k + 1), t.end(extent(t, k + 1) - 1))
            begin = k + 1 + (t.has(k + 1, DETERMINER) and k + 2 < v)
            speaker = (t.start(begin), speaker[1])
            yield Attribution(t.end(v), t.sentence.end, speaker, "unnamed speaker", cue, stance=_stance(t, v, SAY))
            return
    if not any(t.has(k, ADVERB) for k in range(opener, v)) and not t.has(v + 1, PRONOUN):
        return
    yield Attribution(t.end(v), t.sentence.end, None, "unnamed speaker", cue, told=LAST)


def _forward(t: Tagged, speaker: Phrase, v: int, behind: int, kind: int) -> Iterator[Attribution]:
    if not _can(t, speaker, kind) or speaker[1] <= speaker[0]:
        return
    yield _attribution(t, speaker, (t.start(min(max(v + 1, behind), len(t))), t.sentence.end), v, kind)


def _inverted(t: Tagged, v: int, speaker: Phrase, kind: int) -> Iterator[Attribution]:
    if not _can(t, speaker, kind):
        return
    left = left_edge(t, v)
    colon = next((k for k in range(speaker[1], len(t)) if t.has(k, HARD | QUOTE | COMMA)), None)
    goes_on = colon is not None and colon + 1 < len(t) and not t.has(colon, COMMA)
    inserted = colon is not None and t.has(colon, COMMA) and colon + 2 < len(t)
    end = t.sentence.end if goes_on or inserted else t.end(v - 1)
    yield _attribution(t, speaker, (left, end), v, kind)


def left_edge(t: Tagged, k: int) -> int:
    """Where the clause that is said before ``k`` begins: behind the last earlier attribution, else at the start."""
    for j in range(k - 2, 0, -1):
        if t.has(j, CONTRAST) and t.has(j - 1, COMMA) and any(t.has(i, SAY) and not t.capital(i) for i in range(j)):
            return t.start(j)
    return t.sentence.start


def _as_clause(t: Tagged, opener: int, v: int, kind: int) -> Iterator[Attribution]:
    """"Wie X am Samstag berichtete, ..." and "..., wie X berichtete"."""
    k = opener + 1
    while k < v and t.has(k, ADVERB) and not t.capital(k):
        k += 1
    if t.has(k, PREPOSITION):
        speaker: Span | None = (t.start(k + 1), t.end(max(k + 1, extent(t, k + 1) - 1)))
        told = "named"
    elif t.has(k, PRONOUN & ~DETERMINER) and not t.has(k, NAMED_PRONOUN):
        speaker, told = None, LAST
    elif not starts_phrase(t, k) and not t.has(k, NAMED_PRONOUN):
        return
    else:
        speaker, told = (t.start(k), t.end(max(k, min(extent(t, k), v) - 1))), "named"
    cue = (t.start(opener), t.end(v))
    if opener == 0 or t.has(opener - 1, HARD | QUOTE) or opener <= 2:
        yield Attribution(t.end(v), t.sentence.end, speaker, "as-clause", cue, told=told)
        return
    behind = next((j for j in range(v + 1, len(t)) if t.has(j, COMMA)), None)
    end = t.sentence.end if behind is not None else t.start(opener)
    yield Attribution(left_edge(t, opener), end, speaker, "as-clause", cue, told=told)


def _inserted(t: Tagged, so: int) -> Iterator[Attribution]:
    """"..., so X." and "..., so X, ..."."""
    end = extent(t, so + 1)
    if end <= so + 1 or (end < len(t) and not t.has(end, BOUNDARY | TIME | PREPOSITION | ADVERB)):
        return
    speaker = (t.start(so + 1), t.end(end - 1))
    stop = t.sentence.end if any(t.has(k, COMMA | HARD) for k in range(end, len(t) - 2)) else t.start(so)
    yield Attribution(left_edge(t, so), stop, speaker, "so X", (t.start(so), speaker[1]))


def _stance(t: Tagged, v: int, kind: int) -> str:
    """Denied by a verb of denial; disputed when it is what was said at first."""
    if kind & DENY:
        return "asserted" if any(t.has(k, NEGATION) for k in range(v + 1, min(len(t), v + 4))) else "denied"
    first = next((k for k in range(v - 1, -1, -1) if t.has(k, COMMA)), -1) + 1
    return "disputed" if any(t.has(k, FIRST) for k in range(first, min(len(t), v + 3))) and not kind & HOLD else "asserted"


def _can(t: Tagged, speaker: Phrase, kind: int) -> bool:
    """Whether such a subject can do what the verb says: pictures show, witnesses see, persons and bodies say."""
    words = range(*speaker)
    if kind == SHOW:
        return any(t.has(k, RECORD) for k in words)
    if kind == PERCEIVE:
        return any(t.has(k, WITNESS) for k in words)
    return True


def _attribution(t: Tagged, speaker: Phrase, said: Span, v: int, kind: int, *, previous: bool = False) -> Attribution:
    phrase = (t.start(speaker[0]), t.end(speaker[1] - 1))
    cue = (min(phrase[0], t.start(v)), max(phrase[1], t.end(v)))
    relies = None
    if kind & CITE:
        k = next((k for k in range(v + 1, len(t)) if starts_phrase(t, k) or t.has(k, DETERMINER)), None)
        if k is not None and k >= speaker[0] + 1 and not speaker[0] <= k < speaker[1]:
            relies = (t.start(k), t.end(max(k, extent(t, k) - 1)))
    stance = _stance(t, v, kind)
    strong = bool(kind & ~(HOLD | CITE)) or relies is not None
    rule = {SPEAK: "speaks of", COUNT: "counts", DENY: "denies"}.get(kind, "verb of saying")
    return Attribution(said[0], max(said), phrase, rule, cue, relies=relies, stance=stance, previous=previous, strong=strong)


__all__ = ["BY_AGENT", "left_edge", "spoken"]
