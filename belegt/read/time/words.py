"""Words of time: every token of a sentence gets one letter that says what it can be in an expression of time.

The letters of a sentence, put together, are a string on which the grammar of ``patterns`` works; so one grammar serves
all languages, and a language pack is lists of words. "_" is a word that has nothing to do with time; see ``LETTERS``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise
from operator import itemgetter
from typing import Any, NamedTuple

from belegt.read.lang import table
from belegt.read.segment import Sentence, tokenize
from belegt.read.time.calendar import day

LETTERS = {
    "article": "d", "on": "p", "in": "x", "of": "o", "and": "&", "since": "S", "between": "B", "until": "T",
    "onto": "a", "last": "L", "past": "l", "this": "X", "next": "E", "same": "G", "first": "b", "ago": "A", "before": "V",
    "after": "k", "some": "v", "every": "c", "ordinal": "t", "decade": "s", "clock": "C", "part": "P", "night": "n", "onset": "O",
    "now": "I", "vague": "i", "year_start": "y", "year": "y",
}  # fmt: skip
"""Lists of words without a value, by their letter."""
VALUED = {
    "previous": ("r", -1), "following": ("r", 1), "earlier": ("K", -1), "later": ("K", 1), "early": ("Q", 1),
    "middle": ("Q", 2), "late": ("Q", 3), "same_time": ("g", 0), "same_period": ("g", 1),
}  # fmt: skip
"""Lists of words that share a value."""
LEAP = 2000
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})")
_NUMERIC = re.compile(r"(\d{1,4})([-/.])(\d{1,2})\2(\d{2,4})")
_TELLING = re.compile("[WMmUjuFfYHhJZRIigCqzynPOS]")


class Mark(NamedTuple):
    """A letter, its value (a number, day, unit or feast) and, for "mid-September", the third."""

    letter: str
    value: Any = 0
    third: int = 0


NOTHING = Mark("_")
_LETTER = itemgetter(0)
_REMEMBERED = 30_000


class Marks(dict[str, Mark]):
    """The mark of each folded word; numbers and compounds are understood when they are met."""

    def __init__(self, dotted_days: bool, ages: tuple[str, ...], durations: tuple[str, ...]) -> None:
        super().__init__({mark: Mark(mark) for mark in ",.:;()/-–—|&["})
        self._dotted_days, self._ages, self._durations = dotted_days, ages, durations

    def __missing__(self, word: str) -> Mark:
        mark = self._number(word) if word[0].isdigit() else NOTHING
        if len(word) > 5:
            if word.endswith(self._ages):
                mark = Mark("q")
            elif word.endswith(self._durations):
                mark = Mark("z")
        if len(self) < _REMEMBERED:
            self[word] = mark
        return mark

    def _number(self, word: str) -> Mark:
        if word.isdecimal():
            value = int(word)
            if len(word) <= 2 and 1 <= value <= 31:
                return Mark("D", value)
            if len(word) == 4 and 1000 <= value <= 2100:
                return Mark("Y", value)
            return Mark("N", value)
        numeric = _NUMERIC.fullmatch(word)
        if numeric:
            return Mark("F", self._numeric(*numeric.group(1, 2, 3, 4)))
        dotted = _DOTTED.fullmatch(word) if self._dotted_days else None
        if dotted and day(LEAP, int(dotted[2]), int(dotted[1])):
            return Mark("f", (int(dotted[1]), int(dotted[2])))
        return Mark("N", 0)

    def _numeric(self, one: str, sign: str, two: str, three: str) -> date | None:
        """Year first, else day first; with slashes, which half the world reads month first, only what is sure."""
        if len(one) == 4:
            return day(int(one), int(two), int(three)) if len(three) <= 2 else None
        year = int(three)
        if len(three) == 2:
            year += 1900 if year >= 69 else 2000
        day_first, month_first = day(year, int(two), int(one)), day(year, int(one), int(two))
        if sign != "/" or day_first == month_first:
            return day_first
        return None if day_first and month_first else day_first or month_first


Phrases = Mapping[str, Sequence[tuple[tuple[str, ...], Mark]]]
"""Phrases of one first word, by their second, the longest first."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The marks of a language, its phrases by their first and second word, and words that need a capital letter.

    ``pairs`` are those first and second words, of which a sentence must have one to have a phrase.
    ``month_first``: it has "May 7". ``year_names``: in "the 2014 campaign" the year is part of a name.
    """

    lang: str
    month_first: bool
    year_names: bool
    marks: Marks
    phrases: Mapping[str, Phrases]
    pairs: frozenset[tuple[str, str]]
    shy: frozenset[str]


@cache
def lexicon(lang: str) -> Lexicon:
    """The compiled pack ``lang/<lang>/times.toml``, with the number words of ``numbers.toml``."""
    data = table(lang, "times")
    compounds = data["compounds"]
    marks = Marks(data["dotted_days"], tuple(compounds["age"]), tuple(compounds["duration"]))
    phrases: dict[str, dict[str, list[tuple[tuple[str, ...], Mark]]]] = {}
    for word, value in table(lang, "numbers")["units"].items():
        marks[word] = Mark("N", value)
    for word, mark in _listed(data):
        parts = tuple(tokenize(word, 0, len(word)).lower)
        if len(parts) > 1:
            phrases.setdefault(parts[0], {}).setdefault(parts[1], []).append((parts, mark))
        else:
            marks[word] = mark
    shy = frozenset(w for group in ("months_shy", "weekdays_short") for words in data[group].values() for w in words)
    for rows in (rows for seconds in phrases.values() for rows in seconds.values()):
        rows.sort(key=lambda row: -len(row[0]))
    pairs = frozenset((first, second) for first, rest in phrases.items() for second in rest)
    return Lexicon(lang, data["month_first"], data["year_names"], marks, phrases, pairs, shy)


def _listed(data: Mapping[str, Any]) -> list[tuple[str, Mark]]:
    """Every word of the pack with its mark; what comes later wins."""
    listed = data["words"]
    found = [(word, Mark(letter)) for name, letter in LETTERS.items() for word in listed.get(name, ())]
    found += [(word, Mark(letter, value)) for name, (letter, value) in VALUED.items() for word in listed[name]]
    found += [(word, Mark("h")) for word in data["nightly"]["words"]]
    found += [
        (word, Mark(letter, value))
        for name, letter in (("relative", "R"), ("deictic", "H"))
        for word, value in data[name].items()
    ]
    found += [(word, Mark("J", tuple(rule))) for word, rule in data["feasts"].items()]
    for name, letter in (("units", "U"), ("units_plural", "j"), ("units_short", "u")):
        found += [(word, Mark(letter, unit)) for unit, words in data[name].items() for word in words]
    for name, letter in (
        ("weekdays", "W"),
        ("weekdays_short", "w"),
        ("months", "M"),
        ("months_shy", "m"),
        ("seasons", "Z"),
    ):
        found += [(word, Mark(letter, int(number))) for number, words in data[name].items() for word in words]
    found += [
        (word + part, Mark("W", int(number)))
        for number, words in data["weekdays"].items()
        if number != "7"
        for word in words
        for part in data["day_parts"]
    ]
    found += [
        (f"{third}-{word}", Mark("M", int(number), value))
        for name, value in (("early", 1), ("middle", 2), ("late", 3))
        for third in listed[name]
        for number, words in data["months"].items()
        for word in words
    ]
    return found


class Marked(NamedTuple):
    """A sentence as a string of letters: letter k stands for the tokens ``firsts[k]`` up to ``firsts[k + 1]``."""

    letters: str
    marks: list[Mark]
    firsts: Sequence[int]


def marked(sentence: Sentence, lex: Lexicon) -> Marked | None:
    """The sentence in letters, None when nothing in it tells a time."""
    lower = sentence.lower
    marks = list(map(lex.marks.__getitem__, lower))
    if not lex.shy.isdisjoint(sentence.vocabulary):
        marks = [NOTHING if w in lex.shy and sentence.words[k][0] == w[0] else marks[k] for k, w in enumerate(lower)]
    firsts: Sequence[int] = range(len(lower) + 1)
    if not lex.pairs.isdisjoint(pairwise(lower)):
        phrases = [(k, *found) for k, w in enumerate(lower) if w in lex.phrases and (found := _phrase(lower, k, lex.phrases[w]))]
        marks, firsts = _merged(marks, phrases) if phrases else (marks, firsts)
    letters = "".join(map(_LETTER, marks))
    return Marked(letters, marks, firsts) if _TELLING.search(letters) else None


def _phrase(lower: list[str], at: int, rows: Phrases) -> tuple[int, Mark] | None:
    """The longest phrase at a token: its number of tokens and its mark."""
    for parts, mark in rows.get(lower[at + 1] if at + 1 < len(lower) else "", ()):
        if tuple(lower[at : at + len(parts)]) == parts:
            return len(parts), mark
    return None


def _merged(marks: list[Mark], phrases: list[tuple[int, int, Mark]]) -> tuple[list[Mark], list[int]]:
    """The marks with one for each phrase, and the first token of each."""
    found, firsts, at = [], [], 0
    waiting = iter([*phrases, (len(marks), 0, NOTHING)])
    start, length, mark = next(waiting)
    while at < len(marks):
        while start < at:
            start, length, mark = next(waiting)
        firsts.append(at)
        found.append(mark if at == start else marks[at])
        at += length if at == start else 1
    return found, [*firsts, at]
