"""How far back a saying reaches that stands behind what is said, and how attributions are made of phrases."""

from __future__ import annotations

from belegt.read.voice import roles as r
from belegt.read.voice.attribution import Attribution, Span
from belegt.read.voice.tagged import Phrase, Tagged

_EDGES = r.CONTRAST | r.HARD
_RULES = {r.SPEAK: "speaks of", r.COUNT: "counts", r.DENY: "denies"}


def left_edge(t: Tagged, k: int) -> int:
    """Where the clause begins that a saying at ``k`` looks back on: behind a contrast to another saying, or first."""
    for j in range(k - 1, 0, -1) if t.seen & _EDGES else ():
        if t.words[j] == ";":
            return t.start(j + 1)
        marked = t.has(j - 1, r.COMMA) or not t.lexicon.verb_second
        if t.has(j, r.CONTRAST) and marked and t.any_verb(0, j, r.SAY | r.BEFORE | r.AFTER):
            return t.start(j)
    return t.sentence.start


def inner(t: Tagged, start: int, end: int) -> Phrase:
    """A phrase in an oblique case without its article, which would be wrong elsewhere: "(nach Angaben) der Polizei"."""
    return start + (t.lexicon.verb_second and t.has(start, r.DETERMINER) and start + 1 < end), end


def _without_aside(t: Tagged, said: Span) -> int:
    """Nobody denies what a last relative clause adds: "denied the attack, in which five people died"."""
    comma = t.last(0, len(t), r.COMMA)
    if comma is None or t.start(comma) < said[0]:
        return said[1]
    opener = comma + 1 + (t.has(comma + 1, r.PREPOSITION) and t.has(comma + 2, r.RELATIVE))
    aside = (
        t.has(opener, r.RELATIVE) and not t.has(opener, r.THAT) and not t.any(opener, len(t), r.TO_INFINITIVE | r.MOOD)
    )
    return min(said[1], t.start(comma)) if aside else said[1]


def attribute(t: Tagged, speaker: Phrase, said: Span, v: int, kind: int, **more: object) -> Attribution:
    """The attribution that the verb at ``v`` makes, which does what ``kind`` says."""
    if kind & r.DENY and not kind & r.SAY:
        said = said[0], _without_aside(t, said)
    phrase = t.span(*speaker)
    cue = (min(phrase[0], t.start(v)), max(phrase[1], t.end(v)))
    return Attribution(
        said[0], max(said), phrase, _RULES.get(kind, "verb of saying"), cue,
        strong=bool(kind & ~(r.HOLD | r.CITE)) or more.get("relies") is not None, **more,  # type: ignore[arg-type]
    )  # fmt: skip
