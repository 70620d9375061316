"""Where the phrase of a speaker begins: reached from its end, behind what another clause has left there.

Invariant: every start lies between the floor given and the end of the phrase.
"""

from __future__ import annotations

from belegt.read.voice import roles as r
from belegt.read.voice.first.kinds import progressive
from belegt.read.voice.phrases import past
from belegt.read.voice.tagged import Tagged

_LONGEST_SUBJECT = 9
_YEAR = 4
SPEAKERS = r.AGENT | r.AGENT_MODIFIER
KNOWN = r.AGENT | r.RECORD | r.WITNESS
_TIES = r.DETERMINER | r.PREPOSITION | r.CONJUNCTION | r.BOUNDARY | r.NAME_PARTICLE | r.QUANTITY | r.OFFICE
"""What ties a name to the words before it: no speaker begins behind such a word."""


def reached(t: Tagged, end: int, floor: int) -> int | None:
    """The start of the noun phrase that ends at ``end`` and may not begin before ``floor``."""
    k, named = end - 1, False
    while k >= floor:
        role = t.roles[k]
        if role & r.DETERMINER:
            if k in (floor, end - 1) or not t.has(k - 1, r.PREPOSITION | r.CONJUNCTION):
                return k
        elif role & r.PREPOSITION:
            if k == floor or not role & r.BINDING or not (t.capital(k - 1) or t.has(k - 1, r.AGENT)):
                return k + 1
        elif role & (r.FINITE | r.GERUND | r.SUBORDINATOR) or (
            role & (r.TIME | r.ADVERB) and not role & r.AGENT_MODIFIER
        ):
            return k + 1
        elif t.capital(k):
            named = True
        elif not (role & SPEAKERS or (role & r.CONJUNCTION and _joins(t, k)) or _is_determined(t, k, floor)):
            return k + 1
        k -= 1
    return floor if named or end - floor <= _LONGEST_SUBJECT else None


def _joins(t: Tagged, k: int) -> bool:
    """Whether the conjunction joins two speakers."""
    return (t.capital(k - 1) or t.has(k - 1, r.AGENT | r.AGENT_MODIFIER)) and not t.has(k + 1, r.QUANTITY)


def _is_determined(t: Tagged, k: int, floor: int) -> bool:
    """Whether a determiner stands up to four words before: "the so-called monitoring group"."""
    for back in range(k - 1, max(floor, k - 4) - 1, -1):
        if t.has(back, r.DETERMINER):
            return True
        if t.has(back, r.BOUNDARY | r.PREPOSITION | r.FINITE | r.VERB | r.CONJUNCTION | r.QUANTITY) or participle(
            t, back
        ):
            return False
    return False


def participle(t: Tagged, k: int) -> bool:
    return progressive(t, k) and t.words[k].islower() and not t.has(k, r.AGENT_MODIFIER)


def over_participle(t: Tagged, begin: int, end: int, floor: int) -> int:
    """ "an organisation monitoring the conflict": the start of the body on which such a participle hangs."""
    hangs = progressive(t, begin - 1) and not t.has(begin - 1, r.GERUND) and t.has(begin - 2, r.AGENT)
    if not hangs or begin - 2 < floor or t.any(begin, end, KNOWN) or any(t.capital(k) for k in range(begin, end)):
        return begin
    before = reached(t, begin - 1, floor)
    return begin if before is None else before


def own_start(t: Tagged, begin: int, end: int) -> int:
    """Where the speaker begins in a phrase that took in the end of another clause: "destroyed their vehicles Demo News"."""
    for k in range(end - 2, begin - 1, -1):
        if t.has(k, r.AGENT) and t.lower[k].endswith("s") and t.words[k].islower() and t.has(k + 1, SPEAKERS):
            return k + 1  # "killing eight volunteers activists said"
    k = end
    while (
        k > begin and not t.has(k - 1, r.DETERMINER) and (t.capital(k - 1) or t.has(k - 1, SPEAKERS | r.NAME_PARTICLE))
    ):
        k -= 1
    if not begin < k < end or t.has(k - 1, _TIES) or not t.words[k - 1].isalpha():
        return begin
    taken = t.has(begin - 1, r.PREPOSITION | r.VERB | r.GERUND) or past(t, begin - 1)
    return k if taken or t.any(begin, k, r.PREPOSITION | r.CONJUNCTION) else begin


def behind_date(t: Tagged, start: int, end: int) -> int:
    """Behind a date line that has lost its full stop ("Sun Oct 6 2019 Demoland says") or "a day after"."""
    for k in range(end - 2, start, -1):
        if t.has(k, r.SUBORDINATOR) and t.has(k - 1, r.TIME) and t.any(k, end, r.AGENT):
            return k + 1
    years = (k for k in range(end - 2, start - 1, -1) if t.words[k].isdigit() and len(t.words[k]) == _YEAR)
    return next((k + 1 for k in years if t.capital(k - 1) or t.words[k - 1].isdigit()), start)
