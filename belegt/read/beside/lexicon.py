"""What a language pack knows of the words that facilities, control and proposals are told with, compiled once.

Invariant: what a word is does not depend on its neighbours; ``scene`` and the grammars decide what it does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import product
from typing import Any, NamedTuple

from belegt.read.lang import table

DET, PREP, CONJ, CLAUSE, BE, HAVE, MODAL, PRON, ADV, NEG, VERB, TIME, ACTOR, PARTLY, AREA, PASSIVE, NOMINAL, PUNCT, NUM, HELD = (1 << n for n in range(20))
AUX = BE | HAVE | MODAL
_GRAMMAR = {
    "definite": DET, "possessive": DET, "indefinite": DET, "prepositions": PREP, "conjunctions": CONJ, "relative": CLAUSE,
    "subordinators": CLAUSE, "breaks": CLAUSE, "be": BE, "have": HAVE, "modal": MODAL, "pronouns": PRON, "adverbs": ADV,
}  # fmt: skip
_BESIDE = {"verbs": VERB, "time": TIME, "negation": NEG, "passive": PASSIVE, "nouns_like_verbs": NOMINAL}
FRAMES = frozenset(("object", "landing", "subject", "from", "drive", "fall", "order"))
"""Frames of verbs; the others are of nouns, of words beside a noun, or of fixed phrases."""
LISTS = frozenset(("source", "between", "brought", "future", "subject_object"))
"""Lists that only the rule of their topic reads."""
_REMEMBERED = 50_000
_SHORTEST = 2


class Sense(NamedTuple):
    """One use of a word: ``value`` of the claim's field, in a ``frame``; ``needs`` a particle or noun in the same clause."""

    topic: str
    value: str
    frame: str
    needs: str = ""


class Word:
    """A token as the pack sees it: its ``bits``, and its ``senses`` as a verb or noun of one of the three topics."""

    __slots__ = ("bits", "capital", "lower", "senses")

    def __init__(self, text: str, bits: int, senses: tuple[Sense, ...]) -> None:
        self.lower = text.lower()
        self.capital = text[:1].isupper() or (text[2:3] == "-" and text[3:4].isupper())
        self.bits = bits
        self.senses = senses


class Lexicon:
    """The tables of one language. ``phrases`` maps the first word of a noun or fixed phrase to all that begin with it."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.beside, self.facilities = table(lang, "beside"), table(lang, "facilities")
        self.control, self.proposals = table(lang, "control"), table(lang, "proposals")
        self._bits: dict[str, int] = {}
        self._ends: dict[str, int] = {}
        self._senses: dict[str, list[Sense]] = {}
        self._ends_senses: dict[str, list[Sense]] = {}
        self.phrases: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
        self.ends: dict[str, tuple[str, str]] = {}
        self.begins: dict[str, tuple[str, str]] = {}
        self._words: dict[str, Word] = {}
        self._closed()
        for topic, data in (("facility", self.facilities), ("control", self.control), ("proposal", self.proposals)):
            self._open(topic, data)
        self._nouns()
        self.none = frozenset(self.facilities.get("none", ()))

    def _closed(self) -> None:
        grammar = table(self.lang, "grammar")
        for source, names in ((grammar, _GRAMMAR), (self.beside, _BESIDE)):
            for name, bit in names.items():
                for word in source[name]:
                    self._bits[word] = self._bits.get(word, 0) | bit
        for words, bit in ((self.beside["actors"], ACTOR), (self.beside["names_only"], PARTLY), (self.control["areas"], AREA), (self.control["held"], HELD)):
            for word in words:
                self._put(word, bit)

    def _put(self, word: str, bit: int) -> None:
        bare = word.lstrip("-")
        self._bits[bare] = self._bits.get(bare, 0) | bit
        if bare != word:
            self._ends[bare] = self._ends.get(bare, 0) | bit

    def _open(self, topic: str, data: Mapping[str, Any]) -> None:
        for value, frames in data.items():
            if not isinstance(frames, dict) or value in ("nouns", "words", "strong", "weak"):
                continue
            for frame, lines in frames.items():
                if frame in LISTS:
                    continue
                for line in lines:
                    for word, needs in _forms(line, frame):
                        self._sense(topic, value, frame, word, needs)

    def _sense(self, topic: str, value: str, frame: str, word: str, needs: str) -> None:
        sense = Sense(topic, value, frame, needs)
        if " " in word:
            first, *rest = word.split()
            self.phrases.setdefault(first, []).append(((first, *rest), f"{topic}:{frame}", value))
            return
        bare = word.lstrip("-")
        self._senses.setdefault(bare, []).append(sense)
        if bare != word:
            self._ends_senses.setdefault(bare, []).append(sense)

    def _nouns(self) -> None:
        groups = [("facility", self.facilities["nouns"]), ("strong", self.proposals["strong"]), ("weak", self.proposals["weak"])]
        for topic, kinds in groups:
            for kind, lines in kinds.items():
                for phrase in (p for line in lines for p in spelled(line)):
                    first = phrase[0]
                    bare = first.strip("-")
                    if first[0] == "-":
                        self.ends.setdefault(bare, (topic, kind))
                    if first[-1] == "-":
                        self.begins.setdefault(bare, (topic, kind))
                    self.phrases.setdefault(bare, []).append(((bare, *phrase[1:]), topic, kind))
        for found in self.phrases.values():
            found.sort(key=lambda row: -len(row[0]))

    def look(self, text: str) -> Word:
        """The word for a token as written."""
        found = self._words.get(text)
        if found is None:
            if len(self._words) > _REMEMBERED:
                self._words.clear()
            found = self._words[text] = self._compile(text)
        return found

    def _compile(self, text: str) -> Word:
        lower = text.lower()
        bits, senses = self._bits.get(lower, 0), list(self._senses.get(lower, ()))
        if not text[0].isalnum() and text[0] not in "'’":
            bits |= PUNCT
        if text[0].isdigit():
            bits |= TIME if len(text) == 4 and text[:2] in ("19", "20") and text.isdigit() else NUM
        if self._ends and text[0].isupper() and not bits & (ACTOR | AREA) and not senses:
            for k in range(_SHORTEST, len(lower) - 1):
                if lower[k:] in self._ends or lower[k:] in self._ends_senses:
                    bits |= self._ends.get(lower[k:], 0)
                    senses += self._ends_senses.get(lower[k:], ())
                    break
        return Word(text, bits, tuple(senses))

    def compound(self, word: Word) -> tuple[str, str] | None:
        """Topic and kind of a compound noun by its head ("Kinderkrankenhaus"), or by its beginning ("Waffenruheplan")."""
        lower = word.lower
        if not self.ends or not word.capital or len(lower) < 6 or lower in self.none:
            return None
        for k in range(_SHORTEST, len(lower) - 2):
            if lower[k:] in self.ends:
                return self.ends[lower[k:]]
        return next((self.begins[lower[:k]] for k in range(len(lower) - 1, 7, -1) if lower[:k] in self.begins), None)


def spelled(line: str) -> Iterator[tuple[str, ...]]:
    """ "a|b c|d" as every combination of its words."""
    return product(*(part.split("|") for part in line.split()))


def _forms(line: str, frame: str) -> Iterator[tuple[str, str]]:
    """The forms of an entry with what each needs: "griff + an : angegriffen" is griff (an), angegriffen."""
    if frame in ("phrase", "place"):
        yield line, ""
    elif "|" in line:
        yield from ((word, "") for words in spelled(line) for word in words)
    else:
        apart, _, joined = line.rpartition(":") if ":" in line else ("", "", line)
        finite, _, particle = apart.partition("+")
        yield from ((word, particle.strip()) for word in finite.split())
        left, _, needs = joined.partition("+")
        yield from ((word, needs.strip()) for word in left.split())


def words_of(data: Mapping[str, Any], *names: str) -> frozenset[str]:
    """The union of word lists of a table."""
    return frozenset(word for name in names for word in data[name])


@cache
def lexicon(lang: str) -> Lexicon:
    """The lexicon of a language, built once."""
    return Lexicon(lang)


def joined(parts: Iterable[str]) -> str:
    """Words as a phrase."""
    return " ".join(parts)
