"""Where a text can say whose words it gives: one linear scan for the words of attribution, before any sentence is read.

Invariant: a sentence without a cue holds no attribution; a word that attributes only beside another is a cue beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

import ahocorasick_rs

from belegt.read.document import Document
from belegt.read.lang import table
from belegt.read.voice import roles as r
from belegt.read.voice.lexicon import lexicon

CUE, MOODY, HEARSAY, RELIES = 1, 2, 4, 8
"""What stands in a sentence: words that may attribute it, the mood of reported speech, words of hearsay and of reliance."""
_SPLIT, _ACCOUNT, _NOUN, _MOOD, _SO, _MARK = (16 << n for n in range(6))
_KEPT = CUE | MOODY | HEARSAY | RELIES
_ASKED = _SPLIT | _ACCOUNT | _NOUN | _MOOD | _SO | _MARK
"""Cues only where a second look beside them finds what they need."""
_VERBS = (
    "say", "hold", "count", "speak", "deny", "refuse", "cite", "show", "perceive", "impersonal", "participle",
    "hold_participle", "gerund",
)  # fmt: skip
_HEADING = (":", " -", " –", " —")
_HEAD, _FOOT, _NEAR = 160, 70, 70
"""Characters within which a headline has its mark, from its start and its end, and an account its preposition."""
_CLAUSE = r.FINITE | r.VERB | r.PREPOSITION
_QUOTES = '"“”„«»'
_CLOSED = '\n"“”„«».!?:;,()[]–—-|'


class Cues:
    """The scanner of one language."""

    def __init__(self, lang: str) -> None:
        data = table(lang, "attribution")
        kinds: dict[str, int] = {}
        for word, kind in _cue_words(lang):
            kinds[word] = kinds.get(word, 0) | kind
        common = tuple(word for word, kind in kinds.items() if kind & (MOODY | _SO) and not kind & CUE)
        variants = {variant: word for word in kinds for variant in _spellings(word, common)}
        patterns = sorted(variants)
        tails = frozenset(data["phrases"]["account_tail"])
        self._kinds = [(kinds[variants[p]], p in tails, p[0] == " " != variants[p][0], variants[p]) for p in patterns]
        self._beside = dict(_needed(lang))
        words, self._roles = data["words"], lexicon(lang).roles
        self._before = _any_of(words["account_with"])
        self._behind = _any_of([*words["that"], *words["after"]])
        starts = "|".join(data["closed"]["subject_determiner"])
        self._speaker = re.compile(rf"\s+(?:(?:{starts})\b|(?:[\w-]+\s+)?(?:[^\W\d_a-zäöüß]|[\"„“]))")
        longest = ahocorasick_rs.MatchKind.LeftmostLongest
        self._scan = ahocorasick_rs.AhoCorasick(
            patterns, matchkind=longest, implementation=ahocorasick_rs.Implementation.DFA
        )

    def find(self, document: Document) -> dict[int, int]:
        """By sentence, what cues it holds; sentences without any are left out."""
        text, size, found = document.text, len(document.text), dict[int, int]()
        index, first, last = -1, 0, 0
        for number, start, end in self._scan.find_matches_as_indexes(text):
            kind, tail, spaced, word = self._kinds[number]
            if end < size and text[end].isalnum() and not kind & _MARK:
                continue
            if spaced:
                start += 1
            elif start and not tail and not kind & _MARK and text[start - 1].isalnum():
                continue
            if start >= last:
                index = document.index_at(start)
                first, last = document.span(index)
            mask = found.get(index, 0)
            if kind & _ASKED and not (kind | mask) & CUE and self._is_cue(kind, word, text, (first, start, end, last)):
                kind |= CUE
            if kind & _KEPT & ~mask:
                found[index] = mask | kind & _KEPT
        return found

    def _is_cue(self, kind: int, word: str, text: str, at: tuple[int, int, int, int]) -> bool | int:
        """Whether what such a word needs stands beside it in its sentence."""
        first, start, end, last = at
        if kind & _MARK:
            return self._heads(text, at)
        if kind & _SO:
            opens = start == first or text[max(first, start - 2) : start].rstrip()[-1:] in _CLOSED
            return opens and self._speaker.match(text, end, last) is not None
        if kind & _SPLIT and self._beside[word].search(text, first, last):
            return True
        if kind & _ACCOUNT:
            before = self._before.search(text, max(first, start - _NEAR), start)
            if before or self._behind.search(text, end, min(last, end + _NEAR)):
                return True
        return (kind & _MOOD and text.find(",", first, start) >= 0) or (kind & _NOUN and text.find(",", end, last) >= 0)

    def _heads(self, text: str, at: tuple[int, int, int, int]) -> bool:
        """Whether who says a headline can stand before the mark or behind it: an agent, and no clause."""
        first, start, end, last = at
        if last - end < _FOOT and text[end : end + 2].lstrip()[:1] not in _QUOTES and self._titled(text[end:last]):
            return True
        headed = (
            text[start] == ":"
            and start - first < _HEAD
            and end < last
            and text[end : end + 2].lstrip()[:1] not in _QUOTES
        )
        return headed and self._titled(text[first:start])

    def _titled(self, words: str) -> bool:
        found, roles = 0, self._roles
        for word in words.split():
            role = roles[word.strip(_CLOSED).lower()]
            if role & _CLAUSE and not role & r.AGENT:
                return False
            found |= role
        return found & r.AGENT != 0


def _spellings(word: str, common: tuple[str, ...]) -> tuple[str, ...]:
    """A word as it may be written; words that begin like the common short ones with the space before them as well."""
    cased = (word[:1].upper() + word[1:], word.upper())
    if word in common:
        return (" " + word, *cased)
    return (" " + word, word, *cased) if word.startswith(common) else (word, *cased)


def _cue_words(lang: str) -> Iterator[tuple[str, int]]:
    """Every word that can be a cue, with what it needs: a verb its particle, a noun its clause."""
    data = table(lang, "attribution")
    verbs, words, needy = data["verbs"], data["words"], _needed(lang)
    for group in _VERBS:
        for word in verbs[group]:
            yield word, _SPLIT if word in needy else CUE
    yield from ((word, _SPLIT) for word in data["split"])
    before = data["phrases"]["before_pair"] or words["before"]
    yield from ((word, CUE) for word in (*before, *words["after"], *words["back"], *words["talk"]))
    yield from ((word, _ACCOUNT) for word in (*words["account"], *data["phrases"]["account_tail"]))
    yield from ((word, _SO) for word in words["so"])
    yield from ((word, HEARSAY) for word in words["hearsay"])
    relying = (
        *(max(phrase.split(), key=len) for phrase in data["phrases"]["rely_phrase"]),
        *words["rely"],
        *words["reliant"],
    )
    yield from ((word, RELIES) for word in relying)
    yield from ((mark, _MARK) for mark in _HEADING)
    if data["mood"]:
        yield from ((word, _NOUN) for word in (*words["message"], *words["opinion"]))
        yield from ((word, MOODY | _MOOD) for word in data["moods"]["mood"])
        yield from ((word, MOODY) for word in data["moods"]["mood_substitute"])


@cache
def _needed(lang: str) -> dict[str, re.Pattern[str]]:
    """What a verb needs in its sentence to say anything: its particle at the end of a clause, or its preposition."""
    data = table(lang, "attribution")
    verbs, closed = data["verbs"], data["closed"]
    only = {*verbs["speak"]} - {*verbs["say"], *verbs["hold"], *data["split"]}
    needed = {verb: _any_of(data["words"]["speak_with"]) for verb in only}
    goes_on = "|".join((*verbs["be"], *closed["conjunction"], *closed["contrast"])).replace(".", "")
    for verb, particles in data["split"].items():
        if not data["verb_second"]:
            needed[verb] = re.compile(rf"\b{verb}\s+(?:{'|'.join(particles)})\b", re.IGNORECASE)
            continue
        ends = rf"(?=\s*(?:[^\w\s]|\Z)|\s+(?:{goes_on}|{verb})\b)"
        number = rf"|\bauf\s+(?:\w+\s+)?(?:\d|(?:{'|'.join(data['words']['quantity'])})\b)" if verb in data["phrases"]["reaches"] else ""
        needed[verb] = re.compile(rf"\b(?:{'|'.join(particles)})\b{ends}{number}", re.IGNORECASE)
    return needed


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Finds one of the words; nothing where there are none."""
    return re.compile(rf"\b(?:{'|'.join(words) or '(?!)'})\b", re.IGNORECASE)


@cache
def cues(lang: str) -> Cues:
    """The scanner of a language, built once."""
    return Cues(lang)
