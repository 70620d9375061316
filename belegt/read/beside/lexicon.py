"""What a language pack knows of the words that facilities, control and proposals are told with, compiled once.

Invariant: what a word is does not depend on its neighbours; the grammars and topics decide what it does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product
from typing import Any, NamedTuple

from belegt.read.lang import table

DET, PREP, CONJ, CLAUSE, BE, HAVE, MODAL, PRON, ADV, NEG, VERB, TIME, PUNCT, NUM = (1 << n for n in range(14))
ACTOR, PARTLY, AREA, PASSIVE, NOMINAL, HELD, TURN, LEAD, FORT, WAY, OWN = (1 << n for n in range(14, 25))
AUX = BE | HAVE | MODAL
_GRAMMAR = {
    "definite": DET, "possessive": DET, "indefinite": DET, "prepositions": PREP, "conjunctions": CONJ, "relative": CLAUSE,
    "subordinators": CLAUSE, "breaks": CLAUSE, "be": BE, "have": HAVE, "modal": MODAL, "pronouns": PRON, "adverbs": ADV,
}  # fmt: skip
_BESIDE = {
    "verbs": VERB, "time": TIME, "negation": NEG, "passive": PASSIVE, "nouns_like_verbs": NOMINAL, "turns": TURN, "possessive": OWN,
    "actors": ACTOR, "names_only": PARTLY,
}  # fmt: skip
_CONTROL = {"areas": AREA, "held": HELD, "control": LEAD, "hands": LEAD, "strongholds": FORT}
FRAMES = frozenset(("object", "landing", "subject", "from", "drive", "fall", "order"))
"""Frames of verbs; the others are of nouns, of words beside a noun, or of fixed phrases."""
LISTS = frozenset(("source", "between", "brought", "future", "subject_object"))
"""Lists under a value that only the rule of their topic reads."""
_TABLES = frozenset(("nouns", "words", "strong", "weak"))
_SHORTEST, _COMPOUND, _STEM = 2, 6, 7
_CENTURIES = ("19", "20")
_FEW_LETTERS = 4
Phrase = tuple[tuple[str, ...], str, str]
"""The words of a noun or fixed phrase, its topic, and its kind or value."""


class Sense(NamedTuple):
    """One use of a word: ``value`` of the claim's field, in a ``frame``; ``needs`` a particle or noun in the same clause."""

    topic: str
    value: str
    frame: str
    needs: str = ""


class Word:
    """A token as the pack sees it: its ``bits`` and ``senses``, the ``phrases`` that it opens, its compound noun.

    ``verbal`` says that it may be a verb: by its list or by its ending.
    """

    __slots__ = ("bits", "capital", "compound", "ending", "lower", "phrases", "senses", "topical", "verbal")

    def __init__(self, text: str) -> None:
        self.lower = text.lower()
        self.capital = text[:1].isupper() or (text[2:3] == "-" and text[3:4].isupper())
        self.ending = "ed" if self.lower.endswith("ed") else "ing" if self.lower.endswith("ing") else ""
        self.bits = 0
        self.senses: tuple[Sense, ...] = ()
        self.phrases: tuple[Phrase, ...] = ()
        self.compound: tuple[str, str] | None = None
        self.verbal = self.topical = False


class Lexicon(dict[str, Word]):
    """The words of one language by the token as written; a token is compiled when it is first seen.

    ``beside``, ``control``, ``facility`` and ``proposal`` hold the pack's word lists as sets, by name.
    """

    def __init__(self, lang: str) -> None:
        super().__init__()
        self.lang = lang
        self.german = lang == "de"
        raw = {name: table(lang, name) for name in ("grammar", "beside", "facilities", "control", "proposals")}
        self.beside, self.control = _sets(raw["beside"]), _sets(raw["control"])
        self.facility, self.proposal = _sets(raw["facilities"]["words"]), _sets(raw["proposals"]["words"])
        self.about: Mapping[str, list[str]] = raw["proposals"]["about"]
        self.holders: Mapping[str, str] = raw["beside"]["holders"]
        self.nominative: Mapping[str, str] = raw["beside"].get("nominative", {})
        self.lists = {(topic, value, frame): frozenset(words) for topic, value, frame, words in _lists(raw)}
        self._bits: dict[str, int] = {}
        self._ends: dict[str, int] = {}
        self._senses: dict[str, list[Sense]] = {}
        self._ends_senses: dict[str, list[Sense]] = {}
        self._phrases: dict[str, list[Phrase]] = {}
        self._heads: dict[str, tuple[str, str]] = {}
        self._stems: dict[str, tuple[str, str]] = {}
        self._compile_closed(raw)
        self._compile_frames(raw)
        self._compile_nouns(raw)

    def _compile_closed(self, raw: Mapping[str, Any]) -> None:
        for source, names in (("grammar", _GRAMMAR), ("beside", _BESIDE), ("control", _CONTROL)):
            for name, bit in names.items():
                for word in raw[source].get(name, ()):
                    bare = word.lstrip("-")
                    self._bits[bare] = self._bits.get(bare, 0) | bit
                    if bare != word:
                        self._ends[bare] = self._ends.get(bare, 0) | bit

    def _compile_frames(self, raw: Mapping[str, Any]) -> None:
        for topic, source in (("facility", "facilities"), ("control", "control"), ("proposal", "proposals")):
            for value, frame, lines in _frames(raw[source]):
                for line in lines:
                    for word, needs in forms(line, frame):
                        self._sense(Sense(topic, value, frame, needs), word)

    def _sense(self, sense: Sense, word: str) -> None:
        if " " in word:
            first, *rest = word.split()
            self._phrases.setdefault(first, []).append(((first, *rest), f"{sense.topic}:{sense.frame}", sense.value))
            return
        bare = word.lstrip("-")
        self._senses.setdefault(bare, []).append(sense)
        if bare != word:
            self._ends_senses.setdefault(bare, []).append(sense)

    def _compile_nouns(self, raw: Mapping[str, Any]) -> None:
        groups = (("facility", raw["facilities"]["nouns"]), ("strong", raw["proposals"]["strong"]), ("weak", raw["proposals"]["weak"]))
        for topic, kinds in groups:
            for kind, lines in kinds.items():
                for phrase in (p for line in lines for p in spelled(line)):
                    bare = phrase[0].strip("-")
                    if phrase[0][0] == "-":
                        self._heads.setdefault(bare, (topic, kind))
                    if phrase[0][-1] == "-":
                        self._stems.setdefault(bare, (topic, kind))
                    self._phrases.setdefault(bare, []).append(((bare, *phrase[1:]), topic, kind))
        for found in self._phrases.values():
            found.sort(key=lambda row: -len(row[0]))

    def __missing__(self, text: str) -> Word:
        word = Word(text)
        lower = word.lower
        bits, senses = self._bits.get(lower, 0), self._senses.get(lower, [])
        bits |= self._by_form(text, lower)
        if self._ends and text[0].isupper() and not bits & (ACTOR | AREA | FORT) and not senses:
            ended = next((k for k in range(_SHORTEST, len(lower) - 1) if lower[k:] in self._ends or lower[k:] in self._ends_senses), 0)
            if ended:
                bits |= self._ends.get(lower[ended:], 0)
                senses = self._ends_senses.get(lower[ended:], [])
        word.bits, word.senses = bits, tuple(senses)
        word.phrases = tuple(self._phrases.get(lower, ()))
        word.compound = self._compound(word)
        word.topical = any(s.frame in FRAMES or s.frame == "control" for s in senses)
        word.verbal = word.topical or bool(bits & VERB) or self._verb_by_ending(word)
        self[text] = word
        return word

    def _by_form(self, text: str, lower: str) -> int:
        """Marks, numbers, years, and "rebel-held" with its like."""
        if not text[0].isalnum() and text[0] not in "'’":
            return PUNCT
        if text[0].isdigit():
            return TIME if len(text) == _FEW_LETTERS and text.startswith(_CENTURIES) and text.isdigit() else NUM
        return WAY if lower.rpartition("-")[2] in self.control["held"] else 0

    def _verb_by_ending(self, word: Word) -> bool:
        if self.german or not word.ending or word.capital or len(word.lower) <= _FEW_LETTERS or "-" in word.lower:
            return False
        return not word.bits & NOMINAL or word.lower in self.beside["gerunds"]

    def _compound(self, word: Word) -> tuple[str, str] | None:
        """Topic and kind of a compound noun by its head ("Kinderkrankenhaus"), or by its beginning ("Waffenruheplan")."""
        lower = word.lower
        if not self._heads or not word.capital or len(lower) < _COMPOUND:
            return None
        for k in range(_SHORTEST, len(lower) - 2):
            if lower[k:] in self._heads:
                return self._heads[lower[k:]]
        return next((self._stems[lower[:k]] for k in range(len(lower) - 1, _STEM, -1) if lower[:k] in self._stems), None)


def _sets(data: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in data.items() if isinstance(words, list)}


def _lists(raw: Mapping[str, Any]) -> Iterator[tuple[str, str, str, list[str]]]:
    for topic, source in (("facility", "facilities"), ("control", "control"), ("proposal", "proposals")):
        for value, frames in raw[source].items():
            if isinstance(frames, dict) and value not in _TABLES:
                yield from ((topic, value, frame, words) for frame, words in frames.items() if frame in LISTS)


def _frames(data: Mapping[str, Any]) -> Iterator[tuple[str, str, list[str]]]:
    for value, frames in data.items():
        if isinstance(frames, dict) and value not in _TABLES and value != "about":
            yield from ((value, frame, lines) for frame, lines in frames.items() if frame not in LISTS)


def spelled(line: str) -> Iterator[tuple[str, ...]]:
    """ "a|b c|d" as every combination of its words."""
    return product(*(part.split("|") for part in line.split()))


def forms(line: str, frame: str) -> Iterator[tuple[str, str]]:
    """The forms of an entry with what each needs: "griff + an : angegriffen" is griff (an), angegriffen."""
    if frame in ("phrase", "place"):
        yield line, ""
    elif "|" in line:
        yield from ((word, "") for words in spelled(line) for word in words)
    else:
        apart, _, together = line.rpartition(":")
        for part in (apart, together):
            words, _, needs = part.partition("+")
            yield from ((word, needs.strip()) for word in words.split())


@cache
def lexicon(lang: str) -> Lexicon:
    """The lexicon of a language, built once."""
    return Lexicon(lang)
