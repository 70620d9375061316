"""On whom a source rests for the whole report, told once: "Die Stelle stützt sich auf ein Netz von Aktivisten".

Invariant: only a body or person that speaks elsewhere in the report is given such an authority, and only accounts and
those who can give one are such an authority.
"""

from __future__ import annotations

from collections.abc import Callable

from belegt.read.voice import roles as r
from belegt.read.voice.phrases import extent, starts_phrase
from belegt.read.voice.reliance import relied_on
from belegt.read.voice.sentences import Sentences
from belegt.read.voice.tagged import Tagged

_WITNESSES = r.AGENT | r.WITNESS | r.ACCOUNT
Foundations = list[tuple[frozenset[str], str]]


def foundations(sentences: Sentences, speaker_before: Callable[[int], str]) -> Foundations:
    """The names of each source that says what it rests on, with what that is; a pronoun is the speaker before."""
    pattern, text = sentences.lexicon.reliant, sentences.document.text
    found: Foundations = []
    for index in sorted({sentences.document.index_at(m.start()) for m in pattern.finditer(text)} if pattern else ()):
        t = sentences.tagged(index)
        verb = t.first(0, len(t), r.RELIANT)
        span = relied_on(t) if verb is not None and t.seen & r.REFLEXIVE else None
        if verb is None or span is None:
            continue
        known = any(t.roles[k] & _WITNESSES for k in range(len(t)) if span[0] <= t.start(k) < span[1])
        names = heads(_subject(t, verb) or speaker_before(index), sentences) if known else frozenset[str]()
        if names:
            found.append((names, text[slice(*span)]))
    return found


def heads(phrase: str, sentences: Sentences) -> frozenset[str]:
    """The nouns by which a phrase names a body or person, folded; its last name where it has none."""
    names = [word.strip(",").lower() for word in phrase.split() if word[0].isupper()]
    agents = frozenset(name for name in names if sentences.lexicon.roles[name] & (r.AGENT | r.BODY))
    return agents or frozenset(names[-1:])


def _subject(t: Tagged, verb: int) -> str:
    """The phrase before the verb or behind it, "" for a pronoun."""
    for k in (0, verb + 1):
        if k < verb + 2 and starts_phrase(t, k) and not t.has(k, r.NAMED_PRONOUN & ~r.DETERMINER):
            end = extent(t, k)
            if end > k + 1 or t.capital(k):
                return t.text[slice(*t.span(k, end))]
    return ""
