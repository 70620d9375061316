"""What a language pack knows of the words round places: a set of bits for every word, compiled once a language.

Invariant: the bits of a word never depend on its neighbours; what neighbours change is for the finders to say.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import ahocorasick_rs

from belegt.read.lang import table
from belegt.read.places.atlas import people_of

AT, WAY, FROM, BESIDE, LYING, MEASURE, JOURNEY, STRUCK, OF, AND, DETERMINER, DEFINITE = (1 << n for n in range(12))
DIRECTION, SIDE, LINK, PARTICLE, NEVER, ORGANISATION, TITLE, KIN, SPEAKER, SPEECH = (1 << n for n in range(12, 22))
BORDER, RELATIVE, BACK, BE, LANDSCAPE, FRONTIER, EVERYWHERE, WIDE, TOTAL, SPAN, LATER = (1 << n for n in range(22, 33))
CLASS, SITE, COMPOUND, PEOPLE, HELD, EVENT, OCCURS, VAST, POLICE = (1 << n for n in range(33, 42))

KINDS = ("site", "quarter", "town", "region", "country", "continent")
# How exact a kind is, most exact first; a name of which nothing is known passes for a town.
RANK = {kind: rank for rank, kind in enumerate(KINDS)} | {"": 2}

_LISTS = {
    "at": AT,
    "way": WAY,
    "from": FROM,
    "beside": BESIDE,
    "lying": LYING,
    "measures": MEASURE,
    "journeys": JOURNEY,
    "struck": STRUCK,
    "of": OF,
    "and": AND,
    "determiners": DETERMINER,
    "definite": DEFINITE,
    "directions": DIRECTION,
    "sides": SIDE,
    "links": LINK,
    "particles": PARTICLE,
    "never": NEVER,
    "organisations": ORGANISATION,
    "titles": TITLE,
    "kin": KIN,
    "speakers": SPEAKER,
    "speech": SPEECH,
    "borders": BORDER,
    "relative": RELATIVE,
    "back": BACK,
    "be": BE,
    "landscapes": LANDSCAPE,
    "frontiers": FRONTIER,
    "everywhere": EVERYWHERE,
    "wide": WIDE,
    "totals": TOTAL,
    "spans": SPAN,
    "later": LATER,
    "occurs": OCCURS,
    "vast": VAST,
    "police": POLICE,
    "adjectival": PEOPLE,
}
_REMEMBERED = 30_000


class Bits(dict[str, int]):
    """The bits of each word in lower case; a word that no list holds is judged by its parts, once."""

    def __init__(self, raw: Mapping[str, Any]) -> None:
        super().__init__()
        self._listed: dict[str, int] = {}
        for key, bit in _LISTS.items():
            for word in raw[key]:
                self._listed[word] = self._listed.get(word, 0) | bit
        for kind, words in raw["classes"].items():
            for word in words:
                self._listed[word] = self._listed.get(word, 0) | (SITE if kind == "site" else CLASS)
        self._sites = tuple(raw["suffixes"].get("site", ()))
        self._classes = tuple(ending for kind, endings in raw["suffixes"].items() if kind != "site" for ending in endings)
        self._compass = tuple(raw["compass"])
        self._held = tuple(raw["held"])
        self._whole = frozenset(stem[:-1] for stem in raw["events"] if stem[-1] == "!")
        stems = [stem for stem in raw["events"] if stem[-1] != "!"]
        self._stems = ahocorasick_rs.AhoCorasick(stems, implementation=ahocorasick_rs.Implementation.DFA)

    def _without_side(self, word: str) -> str:
        return next(word[len(side) :] for side in self._compass if word.startswith(side))

    def __missing__(self, word: str) -> int:
        bits = self._listed.get(word, 0)
        if not bits & (CLASS | SITE):
            bits |= CLASS | COMPOUND if word.endswith(self._classes) else SITE | COMPOUND if word.endswith(self._sites) else 0
        if "-" in word:
            bits |= self._listed.get(word.rpartition("-")[2], 0) & (SPEAKER | TITLE)
        if self._held and word.endswith(self._held):
            bits |= HELD
        if word in self._whole or self._stems.find_matches_as_indexes(word):
            bits |= EVENT
        if people_of(word) or (word.startswith(self._compass) and people_of(self._without_side(word))):
            bits |= PEOPLE
        if len(self) > _REMEMBERED:
            self.clear()
        self[word] = bits
        return bits


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The compiled table: ``bits`` of a word, ``kinds`` of class nouns, and the lists that are asked for by name.

    ``events`` finds in a folded text all that may be words for an event, ``blank`` are words that were found to be no name by themselves.
    """

    lang: str
    german: bool
    bits: Bits
    kinds: dict[str, str]
    suffixes: tuple[tuple[str, str], ...]
    compass: tuple[tuple[str, str], ...]
    prefixes: tuple[str, ...]
    words: Mapping[str, frozenset[str]]
    held: tuple[str, ...]
    events: ahocorasick_rs.AhoCorasick
    blank: set[str]

    def kind(self, word: str) -> str:
        """The kind of place that the class noun ``word`` names, "" where it is none."""
        found = self.kinds.get(word)
        if found is None:
            found = next((kind for ending, kind in self.suffixes if word.endswith(ending)), "")
        return found

    @property
    def reach(self) -> int:
        """How many words before a place a verb of speech may stand that makes it the place of speaking."""
        return 15 if self.german else 5


@cache
def lexicon(lang: str) -> Lexicon:
    """The compiled table of ``lang``."""
    raw = table(lang, "places")
    compass = tuple(raw["compass"].items())
    return Lexicon(
        lang=lang,
        german=raw["german"],
        bits=Bits(raw),
        kinds={word: kind for kind in KINDS[::-1] for word in raw["classes"].get(kind, ())},
        suffixes=tuple((ending, kind) for kind in KINDS for ending in raw["suffixes"].get(kind, ())),
        compass=compass,
        prefixes=tuple(prefix for prefix, _ in compass),
        words={key: frozenset(raw[key]) for key in ("strict", "apposed", "after", "between", "joiners", "rivers")},
        held=tuple(raw["held"]),
        events=ahocorasick_rs.AhoCorasick([stem.rstrip("!") for stem in raw["events"]]),
        blank=set(),
    )
