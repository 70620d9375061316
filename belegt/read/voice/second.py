"""Reporting verbs in a language whose finite verb stands second: "X sagte, dass", "Am Montag sagte X", "..., sagte X", "wie X sagte"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from belegt.read.voice import lexicon as lex
from belegt.read.voice.attribution import LAST, NOBODY, Attribution, Span
from belegt.read.voice.phrases import Phrase, closing, extent, starts_phrase
from belegt.read.voice.tagged import Tagged

_SPEAKING = lex.VERB | lex.HAVE | lex.PARTICIPLE | lex.HOLD_PARTICIPLE | lex.IMPERSONAL | lex.SO
_FURTHEST_SUBJECT = 14


def spoken(t: Tagged) -> Iterator[Attribution]:
    """The attributions that the verbs of the sentence make, in order."""
    last: Attribution | None = None
    for v in range(len(t)):
        role = t.roles[v]
        if not role & _SPEAKING:
            continue
        if role & lex.CITE and t.seen & lex.BE and _nominal(t, v):
            yield from _quoted(t, v)
        elif role & (lex.PARTICIPLE | lex.HOLD_PARTICIPLE) and t.seen & lex.BE and _is_passive(t, v):
            yield from _passive(t, v)
        elif role & (lex.VERB | lex.HAVE) and not (t.capital(v) and v) and not _infinitive(t, v) and not _nominal(t, v) and not _attribute(t, v):
            kind = _kind(t, v, role)
            joined = last is not None and t.has(v - 1, lex.CONJUNCTION | lex.CONTRAST) and last.speaker is not None
            if kind and joined and last is not None:
                said = (t.end(v), t.sentence.end)
                yield replace(last, start=said[0], end=said[1], cue=(t.start(v), t.end(v)), previous=False, strong=not kind & lex.HOLD, stance=_stance(t, v, kind))
            elif kind:
                for last in _around(t, v, kind):
                    yield last
        elif role & lex.IMPERSONAL and not t.capital(v):
            floor = _clause(t, v)
            opener = _first_word(t, floor, v)
            yield from _as_clause(t, opener, v, lex.SAY) if t.has(opener, lex.AS) else _unnamed(t, floor, opener, v)
        elif role & lex.SO and (v == 0 or t.has(v - 1, lex.BOUNDARY)) and _names(t, v + 1):
            yield from _inserted(t, v)


def _is_passive(t: Tagged, v: int) -> bool:
    """"wird befürchtet, dass", "wurde von der Polizei bestätigt": a form of to be in the clause, and no form of to have."""
    if t.capital(v) or not (_closes_clause(t, v) or t.has(v + 1, lex.BE)):
        return False
    found = False
    for k in range(v - 1, max(-1, v - _FURTHEST_SUBJECT - 6), -1):
        if t.has(k, lex.HARD | lex.QUOTE) or t.has(k, lex.COMMA):
            break
        if t.has(k, lex.HAVE) and not t.capital(k):
            return False
        found = found or (t.has(k, lex.BE) and not t.has(k, lex.MOOD_SUBSTITUTE))
    return found or t.has(v + 1, lex.BE)


def _passive(t: Tagged, v: int) -> Iterator[Attribution]:
    """With "von X" X says it, all of the sentence or the clause that follows; without, nobody does."""
    floor = _clause(t, v)
    after = next((k for k in range(v + 1, min(len(t), v + 3)) if t.has(k, lex.COMMA)), None)
    said = (t.end(after), t.sentence.end) if after is not None and after + 2 < len(t) else (t.start(floor), t.sentence.end)
    cue = (t.start(v), t.end(v))
    strong = not t.has(v, lex.HOLD_PARTICIPLE)
    for k in range(floor, v):
        end = extent(t, k + 1) if t.has(k, lex.BY_AGENT) and not t.has(k + 1, lex.QUANTITY) else 0
        if end > k + 1 and _names_body(t, k + 1, end):
            begin = k + 1 + (t.has(k + 1, lex.DETERMINER) and k + 2 < end)
            yield Attribution(said[0], said[1], (t.start(begin), t.end(end - 1)), "said by", cue, stance=_stance(t, v, t.roles[v]), strong=strong)
            return
    if after is not None and after + 2 < len(t) and not t.has(after + 1, lex.RELATIVE & ~lex.DETERMINER):
        yield Attribution(said[0], said[1], None, "said by nobody", cue, told=NOBODY, strong=strong)


def _names_body(t: Tagged, start: int, end: int) -> bool:
    """Whether the agent is one who can speak: a noun of persons or bodies, or a name."""
    return any(t.has(k, lex.AGENT | lex.WITNESS | lex.RECORD) for k in range(start, end)) or all(t.capital(k) for k in range(start, end))


def _quoted(t: Tagged, v: int) -> Iterator[Attribution]:
    """"Sie wird mit den Worten zitiert: ...": the one who is quoted speaks."""
    if v + 1 >= len(t) or not t.has(v + 1, lex.HARD):
        return
    subject = _clause_subject(t, 0, v)
    if subject is not None:
        phrase = (t.start(subject[0]), t.end(subject[1] - 1))
        yield Attribution(t.end(v), t.sentence.end, phrase, "is quoted", (phrase[0], t.end(v)))


def _nominal(t: Tagged, v: int) -> bool:
    """Whether the word is no finite verb here: a participle of the passive, or the first of two verbs at the end."""
    if not t.has(v, lex.PARTICIPLE):
        return False
    if t.has(v + 1, lex.BE | lex.HAVE) and not t.has(v + 1, lex.COMMA):
        return True
    for k in range(v - 1, max(-1, v - _FURTHEST_SUBJECT), -1):
        if t.has(k, lex.BOUNDARY):
            return False
        if t.has(k, lex.BE | lex.HAVE) and not t.capital(k):
            return True
    return False


def _infinitive(t: Tagged, v: int) -> bool:
    return v > 0 and t.sentence.lower[v - 1] == "zu"


def _attribute(t: Tagged, v: int) -> bool:
    """Whether the word is an adjective of the noun behind it: "seinem letzten vermuteten Aufenthaltsort"."""
    if v == 0 or v + 1 >= len(t) or not t.capital(v + 1):
        return False
    before = t.sentence.words[v - 1]
    return t.has(v - 1, lex.DETERMINER) or (before.islower() and not t.roles[v - 1] and before.endswith(("en", "er", "em", "e")))


def _kind(t: Tagged, v: int, role: int) -> int:
    """What the verb does here, 0 when it does not speak: separable verbs need their particle, "sprach" its "von"."""
    particles = t.lexicon.split.get(t.sentence.lower[v])
    if particles is not None:
        whole = any(t.sentence.lower[k] in particles and _ends_clause(t, k) for k in range(v + 1, len(t)))
        whole = whole or (_closes_clause(t, v) and v > 0 and t.sentence.lower[v - 1] in particles)
        return (role & lex.HOLD or lex.SAY) if whole else 0
    if role & lex.HAVE:
        return _perfect(t, v)
    if role & lex.HOLD and any(t.has(k, lex.UNSAID) for k in range(max(0, v - 3), min(len(t), v + 5))):
        return 0
    if role & lex.COUNT and any(t.sentence.lower[k] in ("zu", "zum", "zur") for k in range(v + 1, len(t))):
        return 0
    if role & lex.SPEAK and not role & lex.SAY:
        return lex.SPEAK if any(t.has(k, lex.SPEAK_WITH) for k in range(v + 1, len(t))) else 0
    return role & lex.VERB


def _perfect(t: Tagged, v: int) -> int:
    """"hat mitgeteilt", "mitgeteilt hatte": the participle at the end of the clause."""
    if _closes_clause(t, v) and t.has(v - 1, lex.PARTICIPLE):
        return (t.roles[v - 1] & (lex.SAY | lex.COUNT | lex.DENY | lex.SPEAK)) or lex.SAY
    for k in range(v + 1, min(len(t), v + 24)):
        if t.has(k, lex.HOLD_PARTICIPLE) and not t.has(k, lex.SAY) and not t.capital(k) and (_ends_clause(t, k) or t.has(k + 1, lex.DETERMINER)):
            return 0 if t.has(k + 1, lex.BE) else lex.HOLD
        if t.has(k, lex.PARTICIPLE) and not t.capital(k) and _ends_clause(t, k):
            passive = t.has(k + 1, lex.BE)
            return 0 if passive else (t.roles[k] & (lex.SAY | lex.COUNT | lex.DENY | lex.SPEAK)) or lex.SAY
        if t.has(k, lex.COMMA) and t.has(k + 1, lex.SUBORDINATOR):
            return 0
    return 0


def _ends_clause(t: Tagged, k: int) -> bool:
    return k + 1 >= len(t) or t.has(k + 1, lex.BOUNDARY | lex.CONJUNCTION | lex.BE | lex.CONTRAST)


def _names(t: Tagged, k: int) -> bool:
    return starts_phrase(t, k) and not t.has(k, lex.PRONOUN & ~lex.DETERMINER)


def _around(t: Tagged, v: int, kind: int) -> Iterator[Attribution]:
    """Find the speaker before or behind the verb, and what is said on the other side."""
    floor = _clause(t, v)
    opener = _first_word(t, floor, v)
    if t.has(opener, lex.AS) and not t.capital(opener) or (t.has(opener, lex.AS) and opener == 0):
        yield from _as_clause(t, opener, v, kind)
    elif floor == v and v > 0:
        yield from _after_mark(t, v, kind)
    elif (t.has(opener, lex.SUBORDINATOR) and not t.has(opener, lex.PREPOSITION)) or (t.has(opener, lex.RELATIVE) and floor > 0 and t.has(floor - 1, lex.COMMA) and _closes_clause(t, v)):
        subject = _subordinate_subject(t, floor, opener, v)
        if subject is not None and not (kind == lex.CITE and t.has(opener, lex.RELATIVE)):
            yield from _forward(t, subject, v, v + 1, kind)
    else:
        yield from _main_clause(t, floor, opener, v, kind)


def _after_mark(t: Tagged, v: int, kind: int) -> Iterator[Attribution]:
    """The verb stands behind a comma or quotation mark: "..., sagte X"; "X, der Präsident, sagte"; "wie X, der Präsident, sagte"."""
    opener = next((k for k in range(v - 1, -1, -1) if t.has(k, lex.AS) and (k == 0 or t.has(k - 1, lex.BOUNDARY))), None)
    if opener is not None and not any(t.has(k, lex.FINITE | lex.VERB | lex.IMPERSONAL) and not t.capital(k) for k in range(opener, v)):
        yield from _as_clause(t, opener, v, kind)
        return
    speaker, start = _behind(t, v), _interrupted_subject(t, v)
    near = speaker is not None and speaker[0] == v + 1 and kind & lex.SAY and _ends_sentence(t, speaker[1])
    if start is not None and not (near or t.has(start, lex.QUANTITY)):
        yield from _forward(t, (start, extent(t, start)), v, v + 1, kind)
    elif speaker is not None:
        yield from _inverted(t, v, speaker, kind)


def _ends_sentence(t: Tagged, k: int) -> bool:
    """Whether no clause or quotation follows any more, only times, places and particles."""
    return not any(t.has(j, lex.BOUNDARY & ~lex.STOP) for j in range(k, len(t)))


def _subordinate_subject(t: Tagged, floor: int, opener: int, v: int) -> Phrase | None:
    """"nachdem X mitgeteilt hatte", "von dem die Polizei glaubt", "ein General, der betonte": in the clause, or what it hangs on."""
    if not _closes_clause(t, v):
        return None
    k = opener + 1
    while k < v:
        if t.has(k, lex.NAMED_PRONOUN) and not t.capital(k + 1):
            return k, k + 1
        if t.has(k, lex.PREPOSITION):
            k = max(k + 1, extent(t, k + 1))
        elif starts_phrase(t, k) and not t.has(k, lex.OBLIQUE & ~lex.SUBJECT_DETERMINER):
            return k, min(extent(t, k), v)
        else:
            k += 1
    if t.has(opener, lex.RELATIVE) and floor > 1:
        return next(((k, floor - 1) for k in range(floor - 1) if starts_phrase(t, k) and extent(t, k) == floor - 1), None)
    return None


def _closes_clause(t: Tagged, v: int) -> bool:
    return v + 1 >= len(t) or t.has(v + 1, lex.BOUNDARY | lex.HAVE)


def _clause(t: Tagged, v: int) -> int:
    """The first token of the verb's clause."""
    k = v
    while k > 0 and not t.has(k - 1, lex.BOUNDARY):
        k -= 1
        if t.has(k, lex.CONJUNCTION) and v - k > 1 and any(t.has(j, lex.FINITE | lex.VERB) and not t.capital(j) for j in range(k)):
            return k + 1
    if k == v and v > 1 and t.has(v - 1, lex.QUOTE):
        for opening in range(v - 2, max(-1, v - 7), -1):
            if t.has(opening, lex.QUOTE):
                named = closing(t, opening)
                return _clause(t, opening) if named == v and opening > 0 and not t.has(opening - 1, lex.BOUNDARY) else k
    if k and t.sentence.words[k - 1] == ")":
        for opening in range(k - 2, max(-1, k - 9), -1):
            if t.sentence.words[opening] == "(":
                return _clause(t, opening) if opening else k
    return k


def _first_word(t: Tagged, floor: int, v: int) -> int:
    k = floor
    while k < v and t.has(k, lex.CONJUNCTION | lex.CONTRAST) and not t.has(k, lex.AS) and not (t.has(k, lex.SUBORDINATOR) and k == floor and k > 0):
        k += 1
    while k + 1 < v and t.has(k, lex.FOCUS) and (starts_phrase(t, k + 1) or t.has(k + 1, lex.ADVERB)):
        k += 1
    return k


def _behind(t: Tagged, v: int) -> Phrase | None:
    """The speaker behind the verb, over adverbs, times, places and those who are told."""
    k, fallback = v + 1, None
    while k < min(len(t), v + _FURTHEST_SUBJECT):
        if t.has(k, lex.NAMED_PRONOUN) and not (t.has(k, lex.DETERMINER) and k + 1 < len(t) and t.capital(k + 1)):
            return k, k + 1
        if t.has(v, lex.SPEAK) and t.has(k, lex.SPEAK_WITH):
            return fallback
        if t.has(k, lex.ADVERB) and not t.capital(k):
            k += 1
        elif t.has(k, lex.PREPOSITION):
            k = _behind_adjunct(t, k)
        elif t.has(k, lex.OBLIQUE) and t.has(k + 1, lex.RECIPIENT):
            fallback, k = fallback or (k, extent(t, k)), _recipient(t, k)
        elif t.has(k, lex.OBLIQUE) and t.sentence.lower[k] in ("dem", "den", "einem"):
            k = max(extent(t, k), k + 1)
        elif starts_phrase(t, k):
            end = extent(t, k, places=True)
            if t.has(v, lex.SPEAK):
                end = next((j for j in range(k + 1, end) if t.has(j, lex.SPEAK_WITH)), end)
            return (k, end) if end > k else fallback
        else:
            return fallback
    return fallback


def _recipient(t: Tagged, k: int) -> int:
    k += 2
    while k < len(t) and (t.capital(k) or t.has(k, lex.QUOTE)) and not t.has(k, lex.SUBORDINATOR):
        k += 1
    return k


def _behind_adjunct(t: Tagged, k: int) -> int:
    """Behind a preposition and its noun: "am Samstag", "in Genf", "vor Journalisten", "gegenüber der BBC"."""
    end = extent(t, k + 1)
    return end if end > k + 1 else k + 1


def _interrupted_subject(t: Tagged, v: int) -> int | None:
    """"X, der Präsident des Landes, sagte": the subject at the start of the sentence, over asides between commas."""
    start = v - 1
    while start > 0 and not (t.has(start - 1, lex.HARD | lex.STOP) and t.sentence.words[start - 1] not in ("(", ")")):
        start -= 1
    while start < v and t.has(start, lex.CONJUNCTION | lex.CONTRAST | lex.ADVERB) and not t.capital(start):
        start += 1
    comma = next((k for k in range(start, v) if t.has(k, lex.COMMA)), v)
    if v - start > 30 or not starts_phrase(t, start):
        return None
    if any(t.has(k, lex.FINITE | lex.VERB) and not t.capital(k) for k in range(start, comma)):
        return None
    return start if extent(t, start, places=True) >= comma else None


def _main_clause(t: Tagged, floor: int, opener: int, v: int, kind: int) -> Iterator[Attribution]:
    fronted = not starts_phrase(t, opener) and not t.has(opener, lex.PRONOUN)
    fronted = fronted or _subject_must_follow(t, v) or any(t.has(k, lex.AFTER) for k in range(opener, v))
    if floor > 0 and t.has(floor - 1, lex.COMMA) and t.has(opener, lex.RELATIVE):
        if extent(t, opener, places=True) < v:
            return  # the verb stands last, not second: a relative clause that goes on
        opener = _interrupted_subject(t, v) or opener
    behind = _behind(t, v)
    if behind is not None and not fronted and t.has(opener, lex.OBLIQUE) and any(t.has(k, lex.RECIPIENT) for k in range(opener, v)):
        fronted = True
    if t.has(opener, lex.ANAPHOR) and opener + 1 == v:
        if behind is not None and not _content(t, behind[1]):
            yield _attribution(t, behind, (t.start(0), t.start(0)), v, kind, previous=True)
            return
        if behind is not None:
            fronted = True
    if fronted:
        if behind is not None:
            yield from _forward(t, behind, v, behind[1], kind)
        elif t.seen & lex.IMPERSONAL and t.has(v, lex.HAVE):
            yield from _unnamed(t, floor, opener, v)
        return
    if t.has(v, lex.PARTICIPLE) and _closes_clause(t, v):
        return
    last = _closes_clause(t, v) or t.sentence.lower[v].endswith("en")
    if last and not fronted and not t.has(opener, lex.PRONOUN) and extent(t, opener, places=True) < v - 1:
        return  # an infinitive or a verb at the end, not one that stands second
    if t.has(opener, lex.PRONOUN) and opener + 1 == v and not t.has(opener, lex.NAMED_PRONOUN):
        return
    yield from _forward(t, (opener, v), v, v + 1, kind)  # all that stands before the verb is one phrase


def _subject_must_follow(t: Tagged, v: int) -> bool:
    """A pronoun in the nominative behind the verb, or its reflexive: what stands before it is no subject."""
    following = t.sentence.lower[v + 1 : v + 2]
    if following in (["er"], ["man"], ["ich"], ["wir"]):
        return True
    return following == ["sich"] and t.has(v + 2, lex.SUBJECT_DETERMINER) and starts_phrase(t, v + 2)


def _content(t: Tagged, k: int) -> bool:
    """Whether a clause or a quotation follows."""
    return any(t.has(j, lex.COMMA | lex.QUOTE | lex.HARD) for j in range(k, len(t)))


def _unnamed(t: Tagged, floor: int, opener: int, v: int) -> Iterator[Attribution]:
    """"hieß es", "Aus Militärkreisen verlautete", "In ersten Meldungen hieß es": the place where it is said speaks."""
    cue = (t.start(floor), t.end(v))
    end = t.end(v - 1) if v and floor == v else t.sentence.end
    start = left_edge(t, v) if v and floor == v else t.end(v)
    places = [*range(opener, v), *(range(v + 2, min(len(t), v + 7)) if t.has(v + 1, lex.PRONOUN) else ())]
    for k in places:
        if t.has(k, lex.BOUNDARY):
            break
        stop = extent(t, k + 1) if t.has(k, lex.PREPOSITION) and not t.has(k + 1, lex.TIME) else 0
        if stop > k + 1 and not (stop == k + 2 and t.has(k + 1, lex.RELATIVE)):
            begin = k + 1 + (t.has(k + 1, lex.DETERMINER) and k + 2 < stop)
            speaker = (t.start(begin), t.end(stop - 1))
            yield Attribution(start, max(start, end), speaker, "unnamed speaker", cue, stance=_stance(t, v, lex.SAY))
            return
    if not any(t.has(k, lex.ADVERB) for k in range(opener, v)) and not t.has(v + 1, lex.PRONOUN):
        return
    yield Attribution(start, max(start, end), None, "unnamed speaker", cue, told=LAST)


def _forward(t: Tagged, speaker: Phrase, v: int, behind: int, kind: int) -> Iterator[Attribution]:
    if not _can(t, speaker, kind) or speaker[1] <= speaker[0] or max(v + 1, behind) >= len(t) - 1:
        return
    if v + 1 < len(t) and t.sentence.words[v + 1] == ")":
        return  # "(X berichtete)" points to another text
    if t.has(v, lex.CLAUSAL) and kind & lex.HOLD and not _content(t, max(v + 1, behind)):
        return
    yield _attribution(t, speaker, (t.start(min(max(v + 1, behind), len(t))), t.sentence.end), v, kind)


def _inverted(t: Tagged, v: int, speaker: Phrase, kind: int) -> Iterator[Attribution]:
    if not _can(t, speaker, kind):
        return
    left = left_edge(t, v)
    colon = next((k for k in range(speaker[1], len(t)) if t.has(k, lex.HARD | lex.QUOTE | lex.COMMA)), None)
    goes_on = colon is not None and colon + 1 < len(t) and not t.has(colon, lex.COMMA)
    inserted = colon is not None and t.has(colon, lex.COMMA) and colon + 2 < len(t)
    end = t.sentence.end if goes_on or inserted else t.end(v - 1)
    yield _attribution(t, speaker, (left, end), v, kind)


def left_edge(t: Tagged, k: int) -> int:
    """Where the clause that is said before ``k`` begins: behind the last earlier attribution, else at the start."""
    for j in range(k - 2, 0, -1):
        if t.has(j, lex.CONTRAST) and t.has(j - 1, lex.COMMA) and any(t.has(i, lex.SAY) and not t.capital(i) for i in range(j)):
            return t.start(j)
    return t.sentence.start


def _as_clause(t: Tagged, opener: int, v: int, kind: int) -> Iterator[Attribution]:
    """"Wie X am Samstag berichtete, ..." and "..., wie X berichtete"."""
    k = opener + 1
    while k < v and t.has(k, lex.ADVERB) and not t.capital(k):
        k += 1
    if t.has(k, lex.PREPOSITION):
        speaker: Span | None = (t.start(k + 1), t.end(max(k + 1, extent(t, k + 1) - 1)))
        told = "named"
    elif t.has(k, lex.PRONOUN & ~lex.DETERMINER) and not t.has(k, lex.NAMED_PRONOUN):
        speaker, told = None, LAST
    elif not starts_phrase(t, k) and not t.has(k, lex.NAMED_PRONOUN):
        return
    else:
        speaker, told = (t.start(k), t.end(max(k, min(extent(t, k), v) - 1))), "named"
    cue = (t.start(opener), t.end(v))
    if opener == 0 or t.has(opener - 1, lex.HARD | lex.QUOTE) or opener <= 2:
        yield Attribution(t.end(v), t.sentence.end, speaker, "as-clause", cue, told=told)
        return
    behind = next((j for j in range(v + 1, len(t)) if t.has(j, lex.COMMA)), None)
    end = t.sentence.end if behind is not None else t.start(opener)
    yield Attribution(left_edge(t, opener), end, speaker, "as-clause", cue, told=told)


def complement(t: Tagged) -> Iterator[Attribution]:
    """"X zeigte sich zuversichtlich, die Lage sei ruhig": a clause in the mood of reported speech that hangs on another verb."""
    floor = 0
    for comma in (k for k in range(1, len(t)) if t.has(k, lex.COMMA)):
        stop = next((k for k in range(comma + 1, len(t)) if t.has(k, lex.BOUNDARY)), len(t))
        moody = any(t.has(k, lex.MOOD) and not t.capital(k) for k in range(comma + 1, stop))
        noun = next((k for k in range(comma - 1, max(floor, comma - 6), -1) if t.has(k, lex.MESSAGE | lex.OPINION)), None)
        if noun is not None and (moody or t.has(comma + 1, lex.THAT) or "zu" in t.sentence.lower[comma + 1 : stop]):
            subject = _clause_subject(t, floor, comma)
            person = subject is not None and subject[1] <= noun and _names_body(t, *subject)
            if t.has(noun, lex.MESSAGE) and not person:
                subject = _message(t, noun, comma)
            if subject is not None:
                phrase = (t.start(subject[0]), t.end(subject[1] - 1))
                yield Attribution(t.end(comma), t.sentence.end, phrase, "complement", phrase, strong=False)
                return
        hangs = not t.has(comma + 1, lex.RELATIVE & ~lex.DETERMINER) and not (t.has(comma + 1, lex.SUBORDINATOR) and not t.has(comma + 1, lex.THAT))
        governs = any(t.has(k, lex.FINITE | lex.VERB) and not t.capital(k) for k in range(comma))
        if moody and hangs and governs and not any(t.has(k, lex.MOOD) for k in range(comma)):
            subject = _clause_subject(t, floor, comma)
            if subject is not None:
                phrase = (t.start(subject[0]), t.end(subject[1] - 1))
                yield Attribution(t.start(comma), t.sentence.end, phrase, "complement", phrase, strong=False)
            return


def _message(t: Tagged, noun: int, comma: int) -> Phrase:
    """The noun on which the clause hangs, with its determiner and what it is of: "dem Verdacht der Kritiker"."""
    start = noun - 1 if t.has(noun - 1, lex.DETERMINER) else noun
    return start, max(noun + 1, min(extent(t, start), comma))


def _clause_subject(t: Tagged, floor: int, end: int) -> Phrase | None:
    if t.has(floor, lex.NAMED_PRONOUN) and floor + 1 < len(t) and not t.capital(floor + 1):
        return floor, floor + 1
    if starts_phrase(t, floor):
        stop = extent(t, floor)
        return (floor, stop) if floor < stop <= end else None
    for k in range(floor + 1, end):
        if starts_phrase(t, k) and t.has(k, lex.SUBJECT_DETERMINER) and not t.has(k - 1, lex.PREPOSITION) and not t.capital(k - 1):
            return k, min(extent(t, k), end)
    return None


def _inserted(t: Tagged, so: int) -> Iterator[Attribution]:
    """"..., so X." and "..., so X, ..."."""
    end = extent(t, so + 1)
    if end <= so + 1 or (end < len(t) and not t.has(end, lex.BOUNDARY | lex.TIME | lex.PREPOSITION | lex.ADVERB)):
        return
    speaker = (t.start(so + 1), t.end(end - 1))
    stop = t.sentence.end if any(t.has(k, lex.COMMA | lex.HARD) for k in range(end, len(t) - 2)) else t.start(so)
    yield Attribution(left_edge(t, so), stop, speaker, "so X", (t.start(so), speaker[1]))


def _stance(t: Tagged, v: int, kind: int) -> str:
    """Denied by a verb of denial; disputed when it is what was said at first."""
    if kind & lex.DENY:
        return "asserted" if any(t.has(k, lex.NEGATION) for k in range(v + 1, min(len(t), v + 4))) else "denied"
    first = next((k for k in range(v - 1, -1, -1) if t.has(k, lex.COMMA)), -1) + 1
    return "disputed" if any(t.has(k, lex.FIRST) for k in range(first, min(len(t), v + 3))) and not kind & lex.HOLD else "asserted"


def _can(t: Tagged, speaker: Phrase, kind: int) -> bool:
    """Whether such a subject can do what the verb says: pictures show, witnesses see, persons and bodies say."""
    words = range(*speaker)
    if kind == lex.SHOW:
        return any(t.has(k, lex.RECORD) for k in words)
    if kind == lex.PERCEIVE:
        return any(t.has(k, lex.WITNESS) for k in words)
    return True


def _attribution(t: Tagged, speaker: Phrase, said: Span, v: int, kind: int, *, previous: bool = False) -> Attribution:
    phrase = (t.start(speaker[0]), t.end(speaker[1] - 1))
    cue = (min(phrase[0], t.start(v)), max(phrase[1], t.end(v)))
    relies = None
    if kind & lex.CITE:
        k = next((k for k in range(v + 1, len(t)) if starts_phrase(t, k) or t.has(k, lex.DETERMINER)), None)
        if k is not None and k >= speaker[0] + 1 and not speaker[0] <= k < speaker[1]:
            relies = (t.start(k), t.end(max(k, extent(t, k) - 1)))
    stance = _stance(t, v, kind)
    strong = bool(kind & ~(lex.HOLD | lex.CITE)) or relies is not None
    rule = {lex.SPEAK: "speaks of", lex.COUNT: "counts", lex.DENY: "denies"}.get(kind, "verb of saying")
    return Attribution(said[0], max(said), phrase, rule, cue, relies=relies, stance=stance, previous=previous, strong=strong)


