"""Who says it: the subject before a verb, found even where no comma parts it from what is said."""

from __future__ import annotations

from belegt.read.voice import roles as r
from belegt.read.voice.first.kinds import progressive
from belegt.read.voice.first.starts import KNOWN, SPEAKERS, behind_date, over_participle, own_start, participle, reached
from belegt.read.voice.phrases import extent, past, starts_phrase
from belegt.read.voice.tagged import Phrase, Tagged

_LONGEST_WITHOUT_VERB = 14
_LEADING = r.ADVERB | r.CONTRAST | r.CONJUNCTION | r.TIME | r.FIRST
_OPENS_CLAUSE = r.HARD | r.QUOTE | r.STOP | r.THAT | r.CONTRAST
_OPENS_SENTENCE = r.DETERMINER | r.PRONOUN | r.PREPOSITION
_CUTS = r.BOUNDARY | r.THAT
_NAMES = r.AGENT | r.RECORD
_BRACKET = 6
_MAY_CUT = _CUTS | r.CONTRAST | r.SAY | _OPENS_SENTENCE


def clause_before(t: Tagged, start: int, end: int) -> bool:
    """Whether the tokens hold a clause of their own."""
    if end - start > _LONGEST_WITHOUT_VERB:
        return True
    return t.any(start, end, r.FINITE | r.PRONOUN | r.GERUND) or any(past(t, k) for k in range(start, end))


def clause_start(t: Tagged, end: int) -> int:
    """Where the clause that ends before ``end`` begins; "The" inside opens a sentence whose full stop was lost."""
    for k in range(end - 1, -1, -1):
        role = t.roles[k]
        if not role & _MAY_CUT:
            continue
        if role & _CUTS and not (role & r.BRACKET and _in_name(t, k)):
            return k + 1
        if (role & r.CONTRAST and not role & r.ADVERB) or (role & r.SAY and not role & _NAMES and not t.capital(k)):
            return k + 1
        if k > 0 and role & _OPENS_SENTENCE and t.capital(k) and not t.capital(k - 1):
            return k
    return 0


def _in_name(t: Tagged, k: int) -> bool:
    """ "the Palestinian Press Agency (SafaPs) reported": a short bracket inside the phrase."""
    near = t.words[max(0, k - 5) : k + 6]
    return "(" in near and ")" in near


def opens_with_noun(t: Tagged, k: int) -> bool:
    """Whether the clause begins with a noun phrase rather than with a preposition, a conjunction or a participle."""
    return not t.has(k, r.PREPOSITION | r.SUBORDINATOR) and not progressive(t, k)


def subject_before(t: Tagged, floor: int, end: int) -> Phrase | None:
    """The phrase before the verb: all of the clause where it has no other verb, else what is reached from the right."""
    start = floor
    while start < end and t.has(start, _LEADING) and not _is_part_of_name(t, start):
        start += 1
    start = behind_date(t, start, end)
    bracket = next((k for k in range(end - 2, max(start, end - _BRACKET), -1) if t.words[k] == "("), None)
    if bracket is not None and t.words[end - 1] == ")":
        body = subject_before(t, start, bracket)  # "the Observatory for Rights (OR) said"
        return None if body is None else (body[0], end)
    if start >= end:
        return None
    relies = t.first(start + 1, end, r.RELY)
    if relies is not None and not clause_before(t, start, relies):
        return subject_before(t, start, relies)  # "A group citing medics put the toll at"
    inner = _object_relative(t, start, end)
    if inner is not None:
        return inner
    if end - start == 1 and t.has(start, r.PRONOUN):
        return (start, end) if t.has(start, r.NAMED_PRONOUN) else None
    if t.has(end - 1, r.NAMED_PRONOUN):
        return end - 1, end
    if t.has(end - 1, r.RELATIVE | r.SUBORDINATOR | r.PREPOSITION | r.GERUND):
        return None
    if _is_all_subject(t, start, end):
        plain = not t.any(start, end, r.RELATIVE | r.COMMA | r.GERUND) and not t.any(start, start + 3, KNOWN)
        own = own_start(t, start, end) if plain else start  # "people dead in the streets resident Demo said"
        return (own if t.any(own, end, r.AGENT) else start), end
    begin = reached(t, end, start)
    if begin is None or begin >= end:
        return None
    begin = own_start(t, over_participle(t, begin, end, start), end)
    named = t.any(begin, end, r.AGENT | r.RECORD | r.WITNESS) or any(t.capital(k) for k in range(begin, end))
    determined = t.has(begin, r.SUBJECT_DETERMINER) and not t.has(begin - 1, r.PREPOSITION)
    return (begin, end) if named or determined else None


def _is_part_of_name(t: Tagged, k: int) -> bool:
    """ "Earlier reports", "both officials", but not "Earlier today the army"."""
    return t.has(k, r.AGENT | r.DETERMINER) or (t.has(k, r.AGENT_MODIFIER) and not t.has(k + 1, r.TIME | r.DETERMINER))


def _is_all_subject(t: Tagged, start: int, end: int) -> bool:
    """No other verb before, save in a relative clause or a participle: "An activist who ...", "Images posted by X"."""
    unknown = not t.capital(start) and not t.has(start, SPEAKERS | r.DETERMINER | r.PRONOUN | r.QUANTITY | r.RECORD)
    if not opens_with_noun(t, start) or (unknown and t.has(start - 1, r.THAT | r.RELATIVE)):
        return False  # "days of fighting that cost more than 500 lives a monitor said"
    if _is_reduced(t, start, end):
        return True
    if t.shouted and not t.any(start, end, r.FINITE | r.RELATIVE):
        return True
    relative = t.first(start, end, r.RELATIVE)
    if relative is not None and _goes_past(t, relative, end):
        return False
    return not clause_before(t, start, end if relative is None else relative)


def _goes_past(t: Tagged, relative: int, end: int) -> bool:
    """ "The blast which hit the base killed 47 the monitor reported": a second verb behind the relative clause."""
    verbs = [k for k in range(relative + 1, end) if past(t, k) or t.verb(k, r.FINITE)]
    return (
        len(verbs) > 1 and verbs[-1] + 2 < end and not t.has(verbs[-1] - 1, r.FINITE) and t.any(verbs[-1], end, r.AGENT)
    )


def _is_reduced(t: Tagged, start: int, end: int) -> bool:
    """ "The Observatory based in Britain", "Images posted by the outlets": a participle hangs on the speaker."""
    if not (t.has(start, r.DETERMINER | r.AGENT | r.RECORD) or t.capital(start)) or t.any(start, end, r.FINITE):
        return False
    k = next((k for k in range(start, end) if past(t, k) or t.has(k, r.GERUND) or participle(t, k)), None)
    if k is None or not t.any(start, k, r.AGENT | r.RECORD) or t.any(start, k, r.QUANTITY):
        return False
    begin = reached(t, end, start)
    if begin is not None and k < begin < end and _stands_alone(t, begin, end):
        return False  # "Many of the fighters died near the town the monitor said"
    k += not t.has(k + 1, _OPENS_SENTENCE | r.GERUND | r.QUANTITY)  # "Videos posted online by activists"
    return t.has(k + 1, r.PREPOSITION | r.GERUND) and not t.has(k + 1, r.QUANTITY)


def _stands_alone(t: Tagged, begin: int, end: int) -> bool:
    """Whether the phrase is a subject of its own: no preposition and no conjunction ties it to what stands before."""
    tied = t.has(begin - 1, r.PREPOSITION | r.CONJUNCTION)
    return t.has(begin, r.SUBJECT_DETERMINER) and t.any(begin, end, r.AGENT) and not tied


def _object_relative(t: Tagged, start: int, end: int) -> Phrase | None:
    """ "an attack which the ministry says was": the phrase between the pronoun and the verb."""
    pronoun = t.last(start, end - 1, r.RELATIVE)
    if pronoun is None or not (t.has(pronoun + 1, r.SUBJECT_DETERMINER) or t.capital(pronoun + 1)):
        return None
    verbal = any(past(t, k) or t.verb(k, r.FINITE | r.VERB | r.PREPOSITION) for k in range(pronoun + 1, end))
    return None if verbal else (pronoun + 1, end)


def shared_subject(t: Tagged, floor: int, v: int) -> Phrase | None:
    """ "The force conducted a raid and confirmed": the subject of the clause's first verb, which the second shares."""
    verbs = (k for k in range(floor + 1, v - 1) if past(t, k) or t.verb(k, r.FINITE | r.VERB))
    first = next(verbs, None)
    subject = None if first is None else subject_before(t, floor, first)
    return subject if subject is not None and t.any(*subject, KNOWN) else None


def interrupted_subject(t: Tagged, end: int) -> int | None:
    """ "Bozan Khalil, the co-chair of the board, said": where the subject before the aside starts."""
    start = end - 1
    while start > 0 and (not t.has(start - 1, _OPENS_CLAUSE) or _is_aside(t, start - 1) or _bracketed(t, start - 1)):
        start -= 1
    while start < end and t.has(start, r.ADVERB | r.CONTRAST | r.CONJUNCTION):
        start += 1
    comma = t.first(start, end, r.COMMA)
    comma = end if comma is None else comma
    if start >= comma or t.has(start, r.PREPOSITION | r.SUBORDINATOR | r.PRONOUN) or clause_before(t, start, comma):
        return _behind_clause(t, start, end)
    return start if extent(t, start) > start else None


def _bracketed(t: Tagged, k: int) -> bool:
    """ "The News Agency (NA), an outlet of the town, said"."""
    return t.has(k, r.BRACKET) and _in_name(t, k)


def _is_aside(t: Tagged, k: int) -> bool:
    """ "Residents, however, say"."""
    return t.has(k - 1, r.COMMA) and t.has(k + 1, r.COMMA)


def _behind_clause(t: Tagged, start: int, end: int) -> int | None:
    """ "..., Bozan Khalil, the co-chair of the board, said": where the subject starts behind what is said."""
    for comma in range(start + 1, end - 2):
        if t.has(comma, r.COMMA) and starts_phrase(t, comma + 1) and extent(t, comma + 1) == end - 1:
            aside = t.any(comma + 1, end - 1, r.COMMA)
            return comma + 1 if aside and clause_before(t, start, comma) else None
    return None
