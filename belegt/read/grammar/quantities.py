"""Quantities in a sentence: a number with its bounds, read from the tokens (R5).

Bounds are kept as the contract writes them: the stronger bound wins where two are combined.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from belegt.model import Quantity
from belegt.read.grammar.lexicon import Lexicon, Word
from belegt.read.lang import table
from belegt.read.segment import Sentence

Phrases = Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
NO_BOUND = 0
SCALE_GAP = 1
PERHAPS = frozenset(("möglicherweise", "vielleicht", "eventuell", "womöglich", "possibly", "perhaps"))


class Count(NamedTuple):
    """Bounds read from tokens ``start`` to ``end`` (end not included)."""

    start: int
    end: int
    low: int | None
    high: int | None
    qualifier: str

    def quantity(self, text: str, sentence: Sentence) -> Quantity:
        """The count with its words."""
        return Quantity(text[sentence.starts[self.start] : sentence.ends[self.end - 1]], self.low, self.high, self.qualifier)


class _Number(NamedTuple):
    end: int
    low: int
    high: int
    vague: bool


@cache
def _phrases(lang: str, place: str) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Bounding phrases by their first word, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for qualifier, phrases in table(lang, "numbers")[place].items():
        for phrase in phrases:
            words = tuple(phrase.split())
            found.setdefault(words[0], []).append((words, qualifier))
    return {first: tuple(sorted(rows, key=lambda r: -len(r[0]))) for first, rows in found.items()}


@cache
def _vague_phrases(lang: str) -> dict[str, tuple[tuple[tuple[str, ...], int, int], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], int, int]]] = {}
    for phrase, (low, high) in table(lang, "numbers")["phrases"].items():
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append((words, low, high))
    return {first: tuple(sorted(rows, key=lambda r: -len(r[0]))) for first, rows in found.items()}


@cache
def _multipliers(lang: str) -> frozenset[str]:
    return frozenset(table(lang, "numbers")["multipliers"]["words"])


def match(rows: Sequence[tuple[tuple[str, ...], str]], lower: Sequence[str], at: int) -> tuple[int, str]:
    """End and value of the longest phrase that stands at ``at``, (at, "") where none does."""
    for words, value in rows:
        if tuple(lower[at : at + len(words)]) == words:
            return at + len(words), value
    return at, ""


def count_at(sentence: Sentence, words: Sequence[Word], at: int, lexicon: Lexicon) -> Count | None:
    """The quantity that begins at token ``at``, None where none does."""
    if at >= len(words) or not words[at].counts:
        return None
    lower, lang = sentence.lower, lexicon.lang
    if lower[at] == "many" and at and lower[at - 1] == "how":
        return None
    if words[at].leads and words[at].leads.isdisjoint(lower[at + 1 : at + 2]):
        return None
    before = _phrases(lang, "before")
    position, qualifiers = at, list[str]()
    while position < len(lower) and lower[position] in before and len(qualifiers) < 3:
        end, qualifier = match(before[lower[position]], lower, position)
        if end == position:
            break
        qualifiers.append(qualifier)
        position = end
    number = _number(sentence, words, position, lexicon)
    if number is None:
        if not qualifiers:
            return None
        shorter = _number(sentence, words, position - 1, lexicon)
        return None if shorter is None else _bounded(at, shorter, qualifiers[:-1])
    if qualifiers and number.end == position + 1 and "indefinite" in words[position] and "at_least" not in qualifiers:
        return None
    ranged = _range(sentence, words, number, qualifiers, lexicon)
    if ranged is not None:
        return Count(at, ranged.end, ranged.low, ranged.high, "range")
    if "range" in qualifiers:
        return None
    spread = _spread(sentence, words, number, lexicon) if "at_least" in qualifiers else None
    if spread is not None:
        return spread._replace(start=at)
    after = _phrases(lang, "after")
    end = number.end
    if end < len(lower) and lower[end] in after:
        stop, qualifier = match(after[lower[end]], lower, end)
        if qualifier == "at_least":
            return _bounded(at, number._replace(end=stop), [*qualifiers, "at_least"])
    return _bounded(at, number, qualifiers)


def _bounded(at: int, number: _Number, qualifiers: Sequence[str]) -> Count:
    low, high = number.low, number.high or None
    kept = next((q for q in ("more_than", "at_least", "up_to", "about") if q in qualifiers), "")
    if number.vague and (low, high) == (1, None):
        return Count(at, number.end, 1, None, "unstated")
    if number.vague:
        if kept in ("more_than", "at_least"):
            return Count(at, number.end, low, None, kept)
        return Count(at, number.end, low, high, "vague")
    if kept in ("more_than", "at_least"):
        return Count(at, number.end, low, None, kept)
    if kept == "up_to":
        return Count(at, number.end, None, high, kept)
    return Count(at, number.end, low, high, kept or "exact")


def _range(
    sentence: Sentence, words: Sequence[Word], first: _Number, qualifiers: Sequence[str], lexicon: Lexicon
) -> _Number | None:
    """A second number that makes a range of the first: "20 bis 25", "between 30 and 40", "30-50"."""
    lower, end = sentence.lower, first.end
    if end >= len(lower) - 1 or first.vague:
        return None
    table_after = table(lexicon.lang, "numbers")["after"]
    joined = lower[end] in table_after["range"] or ("range" in qualifiers and lower[end] in table_after["and"])
    if not joined:
        return None
    second = _number(sentence, words, end + 1, lexicon)
    if second is None and end + 2 < len(lower):
        second = _number(sentence, words, end + 2, lexicon) if lower[end + 1] in ("zu", "to") else None
    if second is None or second.vague:
        return None
    low = first.low
    if second.low >= 1000 and low < 1000 and second.low % 1000 == 0 and words[second.end - 1].scale:
        low *= words[second.end - 1].scale or 1
    if low >= second.high:
        return None
    return _Number(second.end, low, second.high, False)


def _spread(sentence: Sentence, words: Sequence[Word], least: _Number, lexicon: Lexicon) -> Count | None:
    """Two bounds of one count: "at least four and up to six"; open above where the second is one from below: "possibly more than 25"."""
    lower, before = sentence.lower, _phrases(lexicon.lang, "before")
    joining = table(lexicon.lang, "numbers")["after"]["spread"]
    at = least.end
    while at < len(lower) and lower[at] in joining and at < least.end + 4:
        at += 1
    if at == least.end or at >= len(lower):
        return None
    if lower[at] not in before:
        return _perhaps(sentence, words, least, at, lexicon)
    end, qualifier = match(before[lower[at]], lower, at)
    most = _number(sentence, words, end, lexicon) if qualifier in ("up_to", "more_than") else None
    if most is None or most.vague or least.vague or most.high <= least.low:
        return None
    if qualifier == "up_to":
        return Count(least.end, most.end, least.low, most.high, "range")
    return Count(least.end, most.end, least.low, None, "at_least")


def _perhaps(sentence: Sentence, words: Sequence[Word], least: _Number, at: int, lexicon: Lexicon) -> Count | None:
    """ "Mindestens 112, womöglich auch 130": a larger number that is only possible leaves the lower bound."""
    between = sentence.lower[least.end : at]
    if least.vague or PERHAPS.isdisjoint(between):
        return None
    most = _number(sentence, words, at, lexicon)
    if most is None or most.vague or most.low <= least.low:
        return None
    return Count(least.end, most.end, least.low, None, "at_least")


def _number(sentence: Sentence, words: Sequence[Word], at: int, lexicon: Lexicon) -> _Number | None:
    """A number in digits or words, with its scale, at token ``at``."""
    lower, size = sentence.lower, len(words)
    if at >= size:
        return None
    phrases = _vague_phrases(lexicon.lang)
    for phrase, low, high in phrases.get(lower[at], ()):
        if tuple(lower[at : at + len(phrase)]) == phrase:
            if phrase[0] == "number" and at and lower[at - 1] == "the":
                return None
            end = at + len(phrase)
            if end < size and words[end].scale and " ".join(phrase) in _multipliers(lexicon.lang):
                return _scaled_vague(words, end, 2)
            if low == high and end < size and words[end].scale:
                return _Number(end + 1, low * (words[end].scale or 1), high * (words[end].scale or 1), False)
            return _Number(end, low, high, low != high)
    word = words[at]
    if word.vague is not None:
        end = at + 1
        if word.lower in _multipliers(lexicon.lang) and end < size and words[end].scale:
            return _scaled_vague(words, end, 2)
        larger = words[end + 1].vague if end < size - 1 and lower[end] in ("of", "von") else None
        if larger is not None and larger[0] >= 1000:
            return None
        return _Number(end, word.vague[0], word.vague[1], True)
    if word.unit is not None:
        return _plain(sentence, words, at)
    alone = word.scale is not None and word.scale < 1_000_000 and at + 1 < size
    if alone and word.scale and (lexicon.lang == "de" or word.lower in ("hundred", "dozen")):
        return _Number(at + 1, word.scale, word.scale, False)
    return None


def _scaled_vague(words: Sequence[Word], scale: int, times: int) -> _Number:
    factor = words[scale].scale or 1
    high = 99 if factor == 12 else factor * 10 - 1
    return _Number(scale + 1, factor * times, high, True)


def _plain(sentence: Sentence, words: Sequence[Word], at: int) -> _Number | None:
    """Digits or number words, joined over tokens: "300 000", "1.9 million", "two hundred and six", "zwei Dutzend"."""
    size = len(words)
    value, end = words[at].unit or 0.0, at + 1
    if words[at].text.isdigit() and value < 1000:
        while end < size and len(words[end].text) == 3 and words[end].text.isdigit() and sentence.starts[end] - sentence.ends[end - 1] == SCALE_GAP and len(words[end - 1].text) <= 3:
            value, end = value * 1000 + float(words[end].text), end + 1
    if value >= 20 and value % 10 == 0 and end < size and not words[at].text[0].isdigit() and 0 < (words[end].unit or 0) < 10 and not words[end].text[0].isdigit():
        value, end = value + (words[end].unit or 0), end + 1
    total = 0.0
    while end < size and words[end].scale is not None:
        factor = words[end].scale or 1
        value, end = value * factor, end + 1
        rest = end + 1 if end < size and sentence.lower[end] == "and" else end
        if rest < size and words[rest].unit is not None and not words[rest].text[0].isdigit() and (words[rest].unit or 0) < factor:
            following = words[rest].unit or 0.0
            if rest + 1 < size and words[rest + 1].scale is not None and (words[rest + 1].scale or 0) < factor:
                total, value, end = total + value, following, rest + 1
                continue
            if rest == end or factor >= 100:
                value, end = value + following, rest + 1
        break
    number = total + value
    if number != int(number):
        return None
    return _Number(end, int(number), int(number), False)
