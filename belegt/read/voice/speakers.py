"""Phrases that name a speaker, what in them is name and office, whom a pronoun can mean, and who is told."""

from __future__ import annotations

from bisect import bisect_left

from belegt.read.segment import tokenize
from belegt.read.voice import roles as r
from belegt.read.voice.attribution import Attribution, Span
from belegt.read.voice.lexicon import Lexicon
from belegt.read.voice.phrases import extent
from belegt.read.voice.scope import inner
from belegt.read.voice.tagged import Tagged

_NEAR = 10
_EDGE = ",.;:()[]\"“”„«»'’–—-"
_ENDS_TELLING = r.BOUNDARY | r.THAT


def agrees(phrase: str, pronoun: int, words: Lexicon) -> bool:
    """Whether a pronoun with these roles can mean the phrase: "he" no agency, "it" no name, "er" no "die Behörde"."""
    tokens = phrase.split()
    if words.verb_second:
        head = next((token for token in tokens if token[0].isupper() and token.lower() not in words.definite), "")
        article = tokens[0].lower() if tokens else ""
        body = article in ("die", "das", "eine") or words.roles[head.lower()] & r.BODY
        return not (pronoun & r.PERSON_PRONOUN and body)
    bodies = [words.roles[token.lower()] & r.BODY != 0 for token in tokens]
    body = any(bodies)
    named = len(tokens) > 1 and all(token[0].isupper() for token in tokens[-2:]) and not bodies[-1]
    if pronoun & r.PERSON_PRONOUN:
        return named or not body or _name_first(tokens, words)
    return not pronoun & r.BODY_PRONOUN or body or not named


def _name_first(tokens: list[str], words: Lexicon) -> bool:
    """ "Jane Example senior official in the group": a name before its office, which may lie in a body."""
    capital = len(tokens) > 2 and all(
        token[0].isupper() and token.lower() not in words.definite for token in tokens[:2]
    )
    bodies = any(words.roles[token.lower()] & r.BODY for token in tokens[:2])
    return capital and not bodies and any(words.roles[token.lower()] & r.OFFICE for token in tokens[2:])


def short_name(phrase: str, words: Lexicon) -> str:
    """The word by which a phrase takes up a name again, folded: "source" of "the source", "khalil" of "Khalil"; else ""."""
    tokens = phrase.split()
    if len(tokens) == 2 and tokens[0].lower() in words.definite:
        return tokens[1].lower()
    return tokens[0].lower() if len(tokens) == 1 and tokens[0][0].isupper() else ""


def is_fuller(phrase: str, word: str, words: Lexicon) -> bool:
    """Whether the phrase is a longer name of which the word is the head: not what the head is of, no part of a name."""
    tokens = phrase.lower().split()
    at = next((k for k, token in enumerate(tokens) if token.rstrip(",") == word), None)
    if at is None or len(tokens) < 3:
        return False
    binding = [words.roles[token] & (r.BELONG | r.PREPOSITION | r.BINDING) for token in tokens]
    ends = at + 1 == len(tokens) or binding[at + 1] != 0 or tokens[at].endswith(",")
    return ends and not any(binding[1:at])


def name_and_office(phrase: str, words: Lexicon) -> tuple[str, str]:
    """ "der syrische Botschafter X" is X, "der syrische Botschafter"; "X, Direktor von Y" is X, "Direktor von Y".

    A phrase without a name is returned whole, with an empty office.
    """
    if phrase.isalpha() or not phrase or ("," not in phrase and "@" not in phrase and phrase.split()[-1].islower()):
        return phrase, ""
    if not any(
        words.roles[word.strip(_EDGE).lower()] & r.OFFICE for part in phrase.split() for word in part.split("/")
    ):
        return phrase, ""
    t = Tagged(tokenize(phrase, 0, len(phrase)), words, phrase)
    comma = next((k for k in range(1, len(t) - 1) if t.has(k, r.COMMA)), None)
    if comma is not None:
        before, after = phrase[: t.start(comma)], phrase[t.start(comma + 1) :]
        if t.any(comma + 1, min(len(t), comma + 6), r.OFFICE):
            return before, after
        return (after, before) if t.any(0, comma, r.OFFICE) and _is_name(t, comma + 1, len(t)) else (phrase, "")
    end = t.words.index("(") if t.words[-1] == ")" and "(" in t.words else len(t)  # the party of the one named
    office = t.last(0, end - 1, r.OFFICE)
    if office is not None and _is_name(t, office + 1, end):
        return phrase[t.start(office + 1) :], phrase[: t.end(office)]
    return phrase, ""


def _is_name(t: Tagged, start: int, end: int) -> bool:
    if start >= end or t.has(start, r.DETERMINER) or not (t.capital(start) and t.capital(end - 1)):
        return False
    return all(t.capital(k) or t.has(k, r.NAME_PARTICLE) for k in range(start, end))


def addressee(t: Tagged, a: Attribution) -> Span | None:
    """Who is told, close behind the verb: "sagte gegenüber der BBC", "told reporters"; None where nobody is named."""
    verb = t.first(bisect_left(t.sentence.starts, a.cue[0]), len(t), r.VERB)
    if verb is None:
        return None
    for k in range(verb + 1, min(len(t), verb + _NEAR)):
        role = t.roles[k]
        if role & _ENDS_TELLING:
            return None
        start = k + 1 if role & r.TOWARDS else k
        told = start > k or (role & r.OBLIQUE and t.has(k + 1, r.RECIPIENT))
        told = told or (k == verb + 1 and t.has(verb, r.ADDRESSED))
        end = extent(t, start) if told else 0
        if end > start and not (a.speaker and t.start(start) == a.speaker[0]):
            return t.span(*inner(t, start, end))
    return None
