"""What a verb does at its place: says, holds, counts, denies; or nothing, as a participle or an infinitive."""

from __future__ import annotations

from belegt.read.voice import roles as r
from belegt.read.voice.tagged import Phrase, Tagged

_FURTHEST_VERB = 14
_FURTHEST_PARTICIPLE = 24
_FURTHEST_PASSIVE = 20
_FURTHEST_ALLEGATION = 9


def kind_of(t: Tagged, v: int) -> int:
    """The role the verb plays, 0 when it says nothing: separable verbs need their particle, "sprach" its "von"."""
    role = t.roles[v]
    if _no_finite_verb(t, v):
        return 0
    if t.lower[v] in t.lexicon.reaches and _reaches(t, v):
        return r.COUNT
    particles = t.lexicon.split.get(t.lower[v])
    if particles is not None:
        return _separable(t, v, particles)
    if role & r.HAVE:
        return _perfect(t, v)
    if role & r.HOLD and t.any(v - 3, v + 5, r.UNSAID):
        return 0
    silent = t.lexicon.silent.get(t.lower[v])
    if silent is not None and not silent.isdisjoint(t.lower[v + 1 :]):
        return 0
    if role & r.ACCUSE and _of_deed(t, v):
        return r.SAY
    if role & r.COUNT and (t.any(v + 1, t.first(v + 1, len(t), r.CONJUNCTION | r.HARD) or len(t), r.AMONG) or (closes_clause(t, v) and _among(t, v))):
        return 0
    if role & r.SPEAK and not role & r.SAY:
        before = closes_clause(t, v) and t.any(0, v, r.SPEAK_WITH)
        return r.SPEAK if before or t.any(v + 1, len(t), r.SPEAK_WITH) else 0
    return role & r.VERB


def _reaches(t: Tagged, v: int) -> bool:
    """ "Die Organisation kommt auf 459 Tote": who counts comes to a number."""
    if not t.seen & r.UNSAID:
        return False
    return any(t.lower[k] == "auf" and t.any(k + 1, k + 3, r.QUANTITY) and t.any(k + 2, k + 5, r.UNSAID) for k in range(v + 1, len(t)))


def _separable(t: Tagged, v: int, particles: frozenset[str]) -> int:
    """The kind of a verb whose particle stands in its clause: "gab bekannt", "wies Vorwürfe zurück"."""
    role = t.roles[v]
    if not _has_particle(t, v, particles) or (role & r.SPEAK and not t.any(v + 1, len(t), r.SPEAK_WITH)):
        return 0
    if role & r.REFUSE and t.any(v + 1, v + _FURTHEST_ALLEGATION, r.ALLEGATION):
        return r.DENY
    if role & r.ACCUSE and _of_deed(t, v):
        return r.SAY
    return role & r.HOLD or r.SAY


def _among(t: Tagged, v: int) -> bool:
    """ "..., da die Partei zu den stärksten zählt": the verb closes a clause that says what one is among."""
    comma = t.last(0, v, r.BOUNDARY)
    return t.any(0 if comma is None else comma, v, r.AMONG)


def _of_deed(t: Tagged, v: int) -> bool:
    """Whether what somebody is blamed for is told in a clause: ", zwölf Menschen getötet zu haben", ", sie hätten"."""
    comma = t.first(v + 1, len(t), r.COMMA)
    return comma is not None and t.any(comma, len(t), r.TO_INFINITIVE | r.MOOD)


def closes_clause(t: Tagged, v: int) -> bool:
    """Whether the clause ends with the token."""
    return v + 1 >= len(t) or t.has(v + 1, r.BOUNDARY | r.HAVE)


def is_participle(t: Tagged, v: int) -> bool:
    """Whether a form that can be both is a participle here: a form of to be or to have stands beside it or before."""
    if not t.has(v, r.PARTICIPLE):
        return False
    if t.has(v + 1, r.BE | r.HAVE):
        return True
    for k in range(v - 1, max(-1, v - _FURTHEST_VERB), -1):
        if t.has(k, r.BOUNDARY):
            return False
        if t.verb(k, r.BE | r.HAVE):
            return True
    return False


def is_passive(t: Tagged, v: int) -> bool:
    """ "wird befürchtet, dass", "wurde von der Polizei bestätigt": a form of to be in the clause, none of to have."""
    if t.capital(v) or not (closes_clause(t, v) or t.has(v + 1, r.BE)):
        return False
    found = t.has(v + 1, r.BE)
    for k in range(v - 1, max(-1, v - _FURTHEST_PASSIVE), -1):
        if t.has(k, r.HARD | r.QUOTE | r.COMMA):
            break
        if t.verb(k, r.HAVE):
            return False
        found = found or (t.has(k, r.BE) and not t.has(k, r.MOOD_SUBSTITUTE))
    return found


def can(t: Tagged, speaker: Phrase, kind: int) -> bool:
    """Whether such a subject can do what the verb says: pictures show, witnesses see, persons and bodies say."""
    if kind == r.SHOW:
        return t.any(*speaker, r.RECORD)
    return kind != r.PERCEIVE or t.any(*speaker, r.WITNESS)


def stance(t: Tagged, v: int, kind: int) -> str:
    """Denied by a verb of denial; disputed when it is what was said at first."""
    if kind & r.DENY:
        return "asserted" if t.any(v + 1, v + 4, r.NEGATION) else "denied"
    comma = t.last(0, v, r.COMMA)
    first = t.any(0 if comma is None else comma + 1, v + 3, r.FIRST)
    return "disputed" if first and not kind & r.HOLD else "asserted"


def _no_finite_verb(t: Tagged, v: int) -> bool:
    if v and (t.capital(v) or t.has(v - 1, r.TO_INFINITIVE)):
        return True
    return is_participle(t, v) or _attributive(t, v)


def _attributive(t: Tagged, v: int) -> bool:
    """Whether the word is an adjective of the noun behind it: "seinem letzten vermuteten Aufenthaltsort"."""
    if v == 0 or not t.capital(v + 1):
        return False
    before = t.words[v - 1]
    adjective = before.islower() and not t.roles[v - 1] and before.endswith(("en", "er", "em", "e"))
    return t.has(v - 1, r.DETERMINER) or adjective


def _has_particle(t: Tagged, v: int, particles: frozenset[str]) -> bool:
    if closes_clause(t, v) and v > 0 and t.lower[v - 1] in particles:
        return True
    return any(t.lower[k] in particles and _ends_clause(t, k) for k in range(v + 1, len(t)))


def _perfect(t: Tagged, v: int) -> int:
    """ "hat mitgeteilt", "mitgeteilt hatte": the participle at the end of the clause."""
    if closes_clause(t, v) and _says(t, v - 1):
        return _said_by_participle(t, v - 1)
    for k in range(v + 1, min(len(t), v + _FURTHEST_PARTICIPLE)):
        if t.verb(k, r.HOLD_PARTICIPLE) and not t.has(k, r.SAY) and (_ends_clause(t, k) or t.has(k + 1, r.DETERMINER)):
            if t.has(k + 1, r.BE) or t.any(k - 3, k, r.UNSAID):
                return 0
            return _said_by_participle(t, k) if t.has(k, r.REFUSE | r.ACCUSE) else r.HOLD
        if _says(t, k) and not t.capital(k) and _ends_clause(t, k):
            return 0 if t.has(k + 1, r.BE) else _said_by_participle(t, k)
        if t.has(k, r.COMMA) and t.has(k + 1, r.SUBORDINATOR):
            return 0
    return 0


def _says(t: Tagged, k: int) -> bool:
    """Whether the token is a participle of saying: "mitgeteilt", and "gegeben" behind "bekannt" alone."""
    particles = t.lexicon.split.get(t.lower[k]) if 0 <= k < len(t) else None
    return t.has(k, r.PARTICIPLE) and (particles is None or (k > 0 and t.lower[k - 1] in particles))


def _said_by_participle(t: Tagged, k: int) -> int:
    if t.has(k, r.REFUSE):
        return r.DENY if t.any(k - _FURTHEST_ALLEGATION, k, r.ALLEGATION) else r.HOLD
    if t.has(k, r.ACCUSE):
        return r.SAY if _of_deed(t, k) else r.HOLD
    return (t.roles[k] & (r.SAY | r.COUNT | r.DENY | r.SPEAK)) or r.SAY


def _ends_clause(t: Tagged, k: int) -> bool:
    return k + 1 >= len(t) or t.has(k + 1, r.BOUNDARY | r.CONJUNCTION | r.BE | r.CONTRAST)
