"""Reporting verbs in a language whose subject stands first: "X said that", "..., X said", "..., said X", "reported by X".

Much of the news in question comes without commas, so the words beside the verb decide whether it looks back or ahead.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from belegt.read.voice import lexicon as lex
from belegt.read.voice.attribution import Attribution
from belegt.read.voice.phrases import Phrase, before, extent, starts_phrase
from belegt.read.voice.tagged import Tagged

_SPEAKING = lex.VERB | lex.PARTICIPLE | lex.GERUND
_FURTHEST_AGENT = 4
_FURTHEST_RECORD = 9


def spoken(t: Tagged) -> Iterator[Attribution]:
    """The attributions that the verbs of the sentence make, in order."""
    last: Attribution | None = None
    for v in range(len(t)):
        role = t.roles[v]
        if not role & _SPEAKING or (v and t.capital(v)):
            continue
        if role & lex.VERB and last is not None and t.has(v - 1, lex.CONJUNCTION | lex.CONTRAST) and not _noun(t, v):
            behind, _ = _behind(t, v)
            yield replace(last, start=t.start(behind), end=t.sentence.end, cue=(t.start(v), t.end(v)))
        elif role & (lex.VERB | lex.PARTICIPLE) and not _noun(t, v):
            aux = _back_over(t, v, lex.ADVERB | lex.NEGATION)
            if t.has(aux, lex.BE) or t.has(v + 1, lex.BY_AGENT) and t.has(v - 1, lex.COMMA):
                yield from _passive(t, v)
            elif role & lex.VERB and _speaks(t, v, role):
                for last in _around(t, v, role & lex.VERB):
                    yield last
        elif role & lex.GERUND and v > 1:
            yield from _participle(t, v)


def _back_over(t: Tagged, v: int, roles: int) -> int:
    k = v - 1
    while k >= 0 and t.has(k, roles):
        k -= 1
    return k


def _noun(t: Tagged, v: int) -> bool:
    """"reports of", "the claim", "initial reports", "state": a noun that looks like a verb."""
    if t.has(v - 1, lex.ARTICLE):
        return True
    if t.has(v, lex.COUNT) and t.has(v, lex.PARTICIPLE) and not t.has(v, lex.SAY) and v + 1 < len(t) and t.capital(v + 1):
        return True  # "a woman named Lina"
    if not t.has(v, lex.AGENT | lex.RECORD) and t.sentence.lower[v] not in ("claims", "claim", "estimates", "estimate", "notes", "counts", "count", "quote", "quotes"):
        return False
    return v == 0 or t.has(v + 1, lex.PREPOSITION | lex.BE | lex.SAY) or t.has(v - 1, lex.DETERMINER | lex.PREPOSITION | lex.AGENT_MODIFIER & ~lex.AGENT)


def _speaks(t: Tagged, v: int, role: int) -> bool:
    particles = t.lexicon.split.get(t.sentence.lower[v])
    if particles is not None:
        return v + 1 < len(t) and t.sentence.lower[v + 1] in particles
    if role & lex.SPEAK and not role & lex.SAY:
        return t.has(v + 1, lex.SPEAK_WITH)
    negated = any(t.has(k, lex.NEGATION) for k in range(_back_over(t, v, lex.ADVERB | lex.NEGATION) + 1, v))
    if negated and not (v + 1 < len(t) and t.sentence.lower[v + 1] == "any"):
        return False
    if role & lex.FIGURED and not any(t.has(k, lex.FIGURE | lex.RECORD) for k in range(v + 1, v + 6)):
        return False
    if t.sentence.lower[v] == "alleged" and not t.has(v + 1, lex.THAT | lex.DETERMINER | lex.PRONOUN | lex.QUANTITY):
        return False
    if any(t.has(k, lex.UNSAID) for k in range(v + 1, v + 4)):
        return False
    return not (t.sentence.lower[v] in ("added", "adds", "add", "reported") and v + 1 < len(t) and t.sentence.lower[v + 1] == "to")


def _passive(t: Tagged, v: int) -> Iterator[Attribution]:
    """"was confirmed by the ministry", "identified by their family as"."""
    if not t.has(v, lex.PARTICIPLE | lex.SAY):
        return
    for k in range(v + 1, min(len(t), v + _FURTHEST_AGENT + 1)):
        if t.has(k, lex.BY_AGENT):
            end = extent(t, k + 1)
            if end > k + 1 and t.has(v, lex.PARTICIPLE):
                speaker = (t.start(k + 1), t.end(end - 1))
                yield Attribution(_left(t, v), t.sentence.end, speaker, "said by", (t.start(v), speaker[1]))
            return
        if t.has(k, lex.BOUNDARY):
            break
    for k in range(v + 1, min(len(t), v + _FURTHEST_RECORD)):
        if t.has(k, lex.PREPOSITION) and t.has(v, lex.PARTICIPLE) and not t.has(k, lex.BY_AGENT):
            end = extent(t, k + 1)
            if any(t.has(j, lex.RECORD) for j in range(k + 1, min(end, k + 5))):
                speaker = (t.start(k + 1), t.end(end - 1))
                yield Attribution(_left(t, v), t.sentence.end, speaker, "said in", (t.start(v), speaker[1]))
                return


def _participle(t: Tagged, v: int) -> Iterator[Attribution]:
    """"The monitor could not confirm the toll saying some ...", "@name on Twitter stating, ...": the subject speaks."""
    if t.sentence.lower[v] == "speaking":
        return
    floor = next((k for k in range(v - 1, -1, -1) if t.has(k, lex.COMMA | lex.HARD | lex.QUOTE | lex.STOP)), -1) + 1
    if floor == v or not starts_any(t, floor) or any(t.has(k, lex.VERB) and not t.has(k, lex.AGENT | lex.RECORD | lex.CONFIRM) for k in range(floor, v)):
        return
    end = extent(t, floor)
    if floor < end <= v and any(t.has(k, lex.AGENT) or t.capital(k) for k in range(floor, end)):
        speaker = (t.start(floor), t.end(end - 1))
        yield Attribution(t.end(v), t.sentence.end, speaker, "participle", (t.start(v), t.end(v)))


def _left(t: Tagged, k: int) -> int:
    """Where that begins which the verb at ``k`` looks back on: behind the last contrast that follows a saying."""
    for j in range(k - 1, 0, -1):
        if t.has(j, lex.HARD) and t.sentence.words[j] == ";":
            return t.start(j + 1)
        if t.has(j, lex.CONTRAST) and any(t.has(i, lex.SAY) for i in range(j)):
            return t.start(j)
    return t.sentence.start


def _around(t: Tagged, v: int, kind: int) -> Iterator[Attribution]:
    end = _back_over(t, v, lex.ADVERB | lex.NEGATION | lex.HAVE | lex.TIME | lex.AUXILIARY) + 1
    if end == 0 or t.has(end - 1, lex.QUOTE | lex.COMMA):
        yield from _at_edge(t, v, end, kind)
        return
    if t.sentence.words[end - 1].isdigit() and end > 1 and t.capital(end - 2):
        end -= 1  # "Ahmed 24 said"
    floor = _floor(t, end)
    if kind & (lex.SAY | lex.SHOW) and t.sentence.lower[v] not in _ADDRESSED and _inverted_behind(t, floor, end, v):
        yield from _look_back(t, (v + 1, extent(t, v + 1)), v, floor, kind)
        return
    speaker = _subject(t, floor, end)
    if speaker is None or not _can(t, speaker, kind):
        return
    first = speaker[0] == floor or not _clause_before(t, floor, speaker[0])
    contrast = t.has(speaker[0] - 1, lex.CONTRAST | lex.SUBORDINATOR | lex.CONJUNCTION) or (first and floor > 0 and t.has(floor - 1, lex.CONTRAST))
    behind, shape = _behind(t, v)
    if kind & lex.CITE and (quoted := _quoted_end(t, v)):
        behind, shape = (quoted, "that") if quoted < len(t) - 1 else (quoted, "end")
    elif not kind & lex.SAY or (shape == "clause" and t.has(behind, lex.DETERMINER | lex.QUANTITY) and t.sentence.lower[v] != "said"):
        shape = "that"
    if shape == "that" or contrast or (first and not _comma_clause(t, floor)) or (first and shape == "clause" and not t.has(behind, lex.COMMA)):
        yield _make(t, speaker, (t.start(behind), t.sentence.end), v, kind)
    else:
        yield from _look_back(t, speaker, v, speaker[0], kind)


_ADDRESSED = frozenset(("told", "tells", "tell", "informed"))


def _quoted_end(t: Tagged, v: int) -> int | None:
    """Behind the "as saying" of "quoted officials as saying that"."""
    for k in range(v + 2, min(len(t) - 1, v + 14)):
        if t.has(k, lex.AS) and t.has(k + 1, lex.GERUND):
            return k + 2 + t.has(k + 2, lex.THAT)
    return None


def _comma_clause(t: Tagged, floor: int) -> bool:
    """Whether a whole clause stands before the comma (or quotation mark) that the speaker's phrase follows."""
    if floor == 0 or not t.has(floor - 1, lex.COMMA | lex.QUOTE | lex.HARD):
        return False
    if t.has(floor - 1, lex.QUOTE):
        return True
    return _clause_before(t, 0, floor - 1)


def _clause_before(t: Tagged, floor: int, k: int) -> bool:
    return any(t.has(j, lex.FINITE | lex.PRONOUN | lex.GERUND) or _past(t, j) for j in range(floor, k)) or k - floor > 14


def _past(t: Tagged, j: int) -> bool:
    word = t.sentence.words[j]
    lower = word if word.islower() else t.sentence.lower[j] if t.shouted else ""
    return len(lower) > 3 and lower.endswith("ed") and not t.has(j - 1, lex.DETERMINER)


def _floor(t: Tagged, end: int) -> int:
    k = end - 1
    while k >= 0:
        if t.has(k, lex.HARD | lex.QUOTE | lex.STOP | lex.COMMA | lex.THAT) and not (t.sentence.words[k] in "()" and _in_name(t, k)):
            break
        if (t.has(k, lex.CONTRAST) and not t.has(k, lex.ADVERB)) or (t.has(k, lex.SAY) and not t.has(k, lex.AGENT | lex.RECORD)):
            break
        if 0 < k < end and t.capital(k) and t.has(k, lex.DETERMINER | lex.PRONOUN | lex.PREPOSITION) and not t.capital(k - 1):
            return k
        k -= 1
    return k + 1


def _in_name(t: Tagged, k: int) -> bool:
    """"the Palestinian Press Agency (SafaPs) reported": a short bracket inside the phrase."""
    near = t.sentence.words[max(0, k - 5) : k + 6]
    return "(" in near and ")" in near


def _subject(t: Tagged, floor: int, end: int) -> Phrase | None:
    """The phrase before the verb: all of the clause where it has no other verb, else what can be reached from the right."""
    start = floor
    while start < end and t.has(start, lex.ADVERB | lex.CONTRAST | lex.CONJUNCTION | lex.TIME | lex.FIRST) and not t.has(start, lex.AGENT | lex.AGENT_MODIFIER | lex.DETERMINER):
        start += 1
    if start >= end:
        return None
    if end - start == 1 and t.has(start, lex.PRONOUN):
        return (start, end) if t.has(start, lex.NAMED_PRONOUN) else None
    if t.has(end - 1, lex.NAMED_PRONOUN):
        return end - 1, end
    if t.has(end - 1, lex.RELATIVE | lex.SUBORDINATOR | lex.PREPOSITION | lex.GERUND):
        return None
    if t.has(start, lex.DETERMINER | lex.AGENT | lex.RECORD) or t.capital(start):
        reduced = next((k for k in range(start, end) if _past(t, k) or t.has(k, lex.GERUND)), None)
        if reduced is not None and any(t.has(k, lex.AGENT | lex.RECORD) for k in range(start, reduced)) and t.has(reduced + 1, lex.PREPOSITION | lex.GERUND) and not t.has(reduced + 1, lex.QUANTITY) and not any(t.has(k, lex.FINITE) for k in range(start, end)) and not any(t.has(k, lex.QUANTITY) for k in range(start, reduced)):
            return start, end
    if t.shouted and not t.has(start, lex.PREPOSITION) and not any(t.has(k, lex.FINITE | lex.RELATIVE) for k in range(start, end)):
        return start, end
    relative = next((k for k in range(start, end) if t.has(k, lex.RELATIVE)), end)
    if not t.has(start, lex.PREPOSITION) and not _clause_before(t, start, relative) and starts_any(t, start):
        return start, end
    begin = before(t, end, start)
    if begin is None or begin >= end:
        return None
    named = any(t.capital(k) or t.has(k, lex.AGENT | lex.RECORD | lex.WITNESS) for k in range(begin, end))
    return (begin, end) if named or (t.has(begin, lex.SUBJECT_DETERMINER) and not t.has(begin - 1, lex.PREPOSITION)) else None


def starts_any(t: Tagged, k: int) -> bool:
    """Whether the clause begins with a noun phrase rather than with a preposition, a conjunction or a participle."""
    return not t.has(k, lex.PREPOSITION | lex.SUBORDINATOR | lex.GERUND) and not t.sentence.lower[k].endswith("ing")


def _inverted_behind(t: Tagged, floor: int, end: int, v: int) -> bool:
    """"70 others were injured said the source": a whole clause before, a speaker and the end behind."""
    if t.has(end - 1, lex.NAMED_PRONOUN) or not starts_phrase(t, v + 1) or not _clause_before(t, 0, end):
        return False
    stop = extent(t, v + 1)
    if not any(t.has(k, lex.AGENT) or t.capital(k) for k in range(v + 1, stop)):
        return False
    if stop < len(t) and not t.has(stop, lex.BOUNDARY | lex.GERUND | lex.TIME | lex.PREPOSITION):
        return t.capital(stop) and t.has(stop, lex.DETERMINER)
    return not any(t.has(k, lex.AGENT) for k in range(max(floor, end - 2), end))


def _at_edge(t: Tagged, v: int, end: int, kind: int) -> Iterator[Attribution]:
    """Directly behind a comma or quotation mark: "..., said X"; or the verb of a subject that an aside interrupts."""
    if t.has(v + 1, lex.NAMED_PRONOUN) or starts_phrase(t, v + 1):
        stop = v + 2 if t.has(v + 1, lex.NAMED_PRONOUN) else extent(t, v + 1)
        names = t.has(v + 1, lex.NAMED_PRONOUN) or any(t.has(k, lex.AGENT | (lex.RECORD if kind & lex.SHOW else 0)) or t.capital(k) for k in range(v + 1, stop))
        quoted = end > 0 and t.has(end - 1, lex.QUOTE)
        if names and (quoted or stop >= len(t) or t.has(stop, lex.BOUNDARY | lex.GERUND | lex.TIME | lex.PREPOSITION)) and (quoted or _clause_before(t, 0, end - 1)):
            if _can(t, (v + 1, stop), kind):
                yield from _look_back(t, (v + 1, stop), v, v, kind)
            return
    start = _interrupted_subject(t, end)
    if start is not None and _can(t, (start, extent(t, start)), kind):
        behind, _ = _behind(t, v)
        yield _make(t, (start, extent(t, start)), (t.start(behind), t.sentence.end), v, kind)


def _interrupted_subject(t: Tagged, end: int) -> int | None:
    """"Bozan Khalil, the co-chair of the board, said": the subject before the aside."""
    start = end - 1
    while start > 0 and not t.has(start - 1, lex.HARD | lex.QUOTE | lex.STOP | lex.THAT | lex.CONTRAST):
        start -= 1
    while start < end and t.has(start, lex.ADVERB | lex.CONTRAST | lex.CONJUNCTION):
        start += 1
    comma = next((k for k in range(start, end) if t.has(k, lex.COMMA)), end)
    if start >= comma or t.has(start, lex.PREPOSITION | lex.SUBORDINATOR | lex.PRONOUN) or _clause_before(t, start, comma):
        return None
    return start if extent(t, start) > start else None


def _behind(t: Tagged, v: int) -> tuple[int, str]:
    """Where what is said begins behind the verb, and what follows: "that", "clause" or "end"."""
    k = v + 1
    if t.lexicon.split.get(t.sentence.lower[v]):
        k += 1
    if t.sentence.lower[v] in ("told", "tells", "tell", "informed"):
        k = _behind_recipient(t, k)
    while k < len(t):
        if t.has(k, lex.THAT):
            return k + 1, "that"
        if t.has(k, lex.BOUNDARY & ~lex.QUOTE):
            return k, "end" if t.has(k, lex.STOP) or k + 1 >= len(t) else "comma" if t.has(k, lex.COMMA) else "clause"
        if t.has(k, lex.TIME) or (t.has(k, lex.ADVERB) and not t.has(k, lex.DETERMINER)):
            k += 1
        elif t.has(k, lex.PREPOSITION) and not t.has(k, lex.AGENT):
            stop = _behind_adjunct(t, k)
            if stop is None:
                return k, "clause"
            k = stop
        elif t.has(k, lex.GERUND) or (t.capital(k) and t.has(k, lex.DETERMINER)) or t.has(k, lex.DETERMINER) and t.has(k + 1, lex.TIME) or (k + 1 < len(t) and t.sentence.lower[k + 1] == "day"):
            return k, "end"
        else:
            return k, "clause"
    return k, "end"


def _behind_recipient(t: Tagged, k: int) -> int:
    first = k
    while k < len(t) and (t.capital(k) or t.has(k, lex.RECIPIENT | lex.DETERMINER)) and not t.has(k, lex.BOUNDARY | lex.THAT | lex.TIME):
        if k > first and t.has(k, lex.DETERMINER) and not t.has(k - 1, lex.CONJUNCTION):
            break
        k += 1
    return k


def _behind_adjunct(t: Tagged, k: int) -> int | None:
    """Behind "on Friday", "in a statement", "via Skype"; None when the phrase is not so short."""
    for j in range(k + 1, min(len(t), k + 7)):
        if t.has(j, lex.THAT | lex.BOUNDARY | lex.PREPOSITION | lex.TIME):
            return j
        if t.has(j, lex.FINITE) or _past(t, j):
            return None
    return min(len(t), k + 7) if k + 7 >= len(t) else None


def _look_back(t: Tagged, speaker: Phrase, v: int, limit: int, kind: int) -> Iterator[Attribution]:
    if not _can(t, speaker, kind):
        return
    behind = max(v + 1, speaker[1])
    goes_on = next((k for k in range(behind, len(t)) if t.has(k, lex.COMMA | lex.GERUND | lex.HARD | lex.QUOTE)), None)
    both = goes_on is not None and (t.has(goes_on, lex.GERUND | lex.QUOTE | lex.HARD) or goes_on - behind <= 4) and goes_on + 2 < len(t)
    yield _make(t, speaker, (_left(t, min(limit, v)), t.sentence.end if both else t.start(min(limit, v))), v, kind)


def _can(t: Tagged, speaker: Phrase, kind: int) -> bool:
    """Whether such a subject can do what the verb says: pictures show, witnesses see, bodies count."""
    if speaker[1] <= speaker[0]:
        return False
    words = range(*speaker)
    if t.has(speaker[0], lex.NAMED_PRONOUN) and len(words) == 1:
        return not kind & (lex.SHOW | lex.PERCEIVE) or bool(kind & lex.SAY)
    if kind & lex.SAY:
        return True
    if kind & lex.SHOW:
        return any(t.has(k, lex.RECORD) for k in words)
    if kind & lex.PERCEIVE:
        return any(t.has(k, lex.WITNESS) for k in words)
    if kind & lex.COUNT:
        return any(t.has(k, lex.AGENT | lex.RECORD) or t.capital(k) for k in words)
    return True


def _make(t: Tagged, speaker: Phrase, said: tuple[int, int], v: int, kind: int) -> Attribution:
    phrase = (t.start(speaker[0]), t.end(speaker[1] - 1))
    cue = (min(phrase[0], t.start(v)), max(phrase[1], t.end(v)))
    relies = None
    if kind & lex.CITE:
        end = extent(t, v + 1)
        if end > v + 1 and any(t.has(k, lex.AS) for k in range(end, min(len(t), end + 3))):
            relies = (t.start(v + 1), t.end(end - 1))
    near = (v - 1, v - 2, speaker[0] - 1)
    had = any(t.has(k, lex.EARLIER) for k in near) and "had" in t.sentence.lower[max(0, v - 3) : v]
    first = (had or any(t.has(k, lex.FIRST) for k in near)) and not kind & lex.HOLD
    negated = t.has(v - 1, lex.NEGATION) or t.has(v + 1, lex.NEGATION)
    stance = "denied" if kind & lex.DENY and not negated else "disputed" if first else "asserted"
    rule = "denies" if kind & lex.DENY else "counts" if kind & lex.COUNT and not kind & lex.SAY else "verb of saying"
    strong = bool(kind & ~(lex.HOLD | lex.CITE)) or relies is not None
    return Attribution(said[0], max(said), phrase, rule, cue, relies=relies, stance=stance, strong=strong)


