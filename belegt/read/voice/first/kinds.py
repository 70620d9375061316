"""What a word that looks like a reporting verb is here: a noun, an adjective, or a verb, and whether it says."""

from __future__ import annotations

from belegt.read.voice import roles as r
from belegt.read.voice.phrases import past
from belegt.read.voice.tagged import Phrase, Tagged

_FIGURE_WITHIN = 6
_OBJECT_WITHIN = 4
_UNSAID_WITHIN = 7
_ENDS_OBJECT = r.BOUNDARY | r.THAT | r.PRONOUN | r.FINITE


def back_over(t: Tagged, v: int, roles: int) -> int:
    """The first token before ``v`` that plays none of the roles; -1 where there is none."""
    k = v - 1
    while k >= 0 and t.has(k, roles):
        k -= 1
    return k


def is_noun(t: Tagged, v: int) -> bool:
    """ "reports of", "the claim", "initial reports", "a woman named Lina": no finite verb."""
    if t.has(v - 1, r.ARTICLE):
        return True
    if t.has(v, r.COUNT) and t.has(v, r.PARTICIPLE) and not t.has(v, r.SAY) and t.capital(v + 1):
        return True
    if t.has(v, r.ALLEGATION) and t.has(v - 1, r.REFUSE | r.DENY):
        return True
    if not t.has(v, r.AGENT | r.RECORD | r.VERB_OR_NOUN):
        return False
    if v == 0 or t.has(v + 1, r.PREPOSITION | r.BE | r.SAY | r.SHOW | r.CONJUNCTION):
        return True
    if t.has(v, r.RECORD) and past(t, v + 1) and t.has(v + 2, r.PREPOSITION):
        return True  # "a report released on Monday"
    modified = t.has(v - 1, r.AGENT_MODIFIER) and not t.has(v - 1, r.AGENT)
    return modified or t.has(v - 1, r.DETERMINER | r.PREPOSITION)


def kind_of(t: Tagged, v: int) -> int:
    """The roles the verb plays; "rejected" denies where its object is an allegation, "accused of" speaks of a deed."""
    if t.has(v, r.REFUSE) and t.any(v + 1, v + _OBJECT_WITHIN, r.ALLEGATION):
        return r.DENY
    if t.has(v, r.ACCUSE):
        of = t.first(v + 1, v + _FIGURE_WITHIN, r.SPEAK_WITH)
        return r.SPEAK if of is not None and progressive(t, of + 1) else r.HOLD
    return t.roles[v] & r.VERB


def says(t: Tagged, v: int) -> bool:
    """Whether the verb says something here: not negated, with its particle or figure, of an object that can be said."""
    role, particles = t.roles[v], t.lexicon.split.get(t.lower[v])
    if particles is not None:
        return v + 1 < len(t) and t.lower[v + 1] in particles
    if role & r.SPEAK and not role & r.SAY:
        return t.has(v + 1, r.SPEAK_WITH)
    if t.any(back_over(t, v, r.ADVERB | r.NEGATION) + 1, v, r.NEGATION) and not t.has(v + 1, r.EXCEPTION):
        return False
    if role & r.FIGURED and (t.has(v + 1, r.NEGATION) or not t.any(v + 1, v + _FIGURE_WITHIN, r.FIGURE | r.RECORD)):
        return False
    if not role & r.PLAIN and _by_others(t, v):
        return False
    if _silenced(t, v):
        return False
    if role & r.ADJECTIVAL and not t.has(v + 1, r.THAT | r.DETERMINER | r.PRONOUN | r.QUANTITY):
        return False
    stop = t.first(v + 1, v + _UNSAID_WITHIN, _ENDS_OBJECT)
    unsaid = t.any(v + 1, v + _UNSAID_WITHIN if stop is None else stop, r.UNSAID)
    return not (unsaid or (role & r.ADDITIVE and t.has(v + 1, r.TO_INFINITIVE)))


def _silenced(t: Tagged, v: int) -> bool:
    """"was named for", "claimed the attack on a police station": the object makes it another verb; "claimed the attack killed" says."""
    silent = t.lexicon.silent.get(t.lower[v])
    if silent is None:
        return False
    stop = t.first(v + 1, v + _UNSAID_WITHIN, _ENDS_OBJECT)
    ends = min(len(t), v + _UNSAID_WITHIN if stop is None else stop)
    return any(t.lower[k] in silent and not past(t, k + 1) for k in range(v + 1, ends))


def _by_others(t: Tagged, v: int) -> bool:
    """ "an attack claimed by the militia", "videos posted online by activists": a participle of what stands before."""
    if t.has(v + 1, r.BY_AGENT):
        return True
    return t.has(v + 2, r.BY_AGENT) and not t.has(v + 1, r.DETERMINER | r.PRONOUN | r.QUANTITY) and not t.capital(v + 1)


def can(t: Tagged, speaker: Phrase, kind: int) -> bool:
    """Whether such a subject can do what the verb says: pictures show, witnesses see, bodies count."""
    if speaker[1] <= speaker[0]:
        return False
    if t.has(speaker[0], r.NAMED_PRONOUN) and speaker[1] - speaker[0] == 1:
        return not kind & (r.SHOW | r.PERCEIVE) or bool(kind & r.SAY)
    if kind & r.SAY:
        return True
    if kind & r.SHOW:
        return t.any(*speaker, r.RECORD)
    if kind & r.PERCEIVE:
        return t.any(*speaker, r.WITNESS)
    return not kind & r.COUNT or t.any(*speaker, r.AGENT | r.RECORD) or any(t.capital(k) for k in range(*speaker))


def stance(t: Tagged, speaker: Phrase, v: int, kind: int) -> str:
    """Denied by a verb of denial; disputed when it is what was said at first ("initially said", "had earlier put")."""
    if kind & r.DENY and not t.has(v - 1, r.NEGATION) and not t.has(v + 1, r.NEGATION):
        return "denied"
    if not t.seen & (r.EARLIER | r.FIRST):
        return "asserted"
    near = (v - 1, v - 2, speaker[0] - 1)
    earlier = any(t.has(k, r.EARLIER) for k in near) and t.any(v - 3, v, r.PAST_HAVE)
    first = earlier or any(t.has(k, r.FIRST) for k in near)
    return "disputed" if first and not kind & r.HOLD else "asserted"


def progressive(t: Tagged, k: int) -> bool:
    """Whether the token ends like a participle of the present."""
    return t.has(k, r.GERUND) or t.lower[k].endswith(t.lexicon.progressive_ending)
