"""Read every number out of finished words: digits, number words and vague words, in German and English.

This serves the check and shares nothing with the words of the writer nor with the rules of the reader, so that one
mistake cannot pass both. It errs on the side of seeing a number.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

LANGUAGES = ("de", "en")
LONGEST_WORD = 60
_TOKEN = re.compile(r"\d+(?:[.,\u00a0\u202f']\d+)*|[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Numeral:
    """Characters ``start`` to ``end`` give a number from ``low`` to ``high`` (None: no upper bound)."""

    start: int
    end: int
    low: int
    high: int | None
    vague: bool = False


@cache
def words(lang: str) -> Any:
    """The number words of a language."""
    raw = (resources.files("belegt.brief") / "lang" / "numerals.toml").read_text(encoding="utf-8")
    return tomllib.loads(raw)[lang]


def read(text: str, lang: str, *, quoted: bool = False) -> list[Numeral]:
    """All numbers of a text, in order; ``quoted`` also takes nouns that hold a number ("couple", "Ehepaar").

    Of a language without number words here, digits only.
    """
    if lang not in LANGUAGES:
        return [Numeral(start, end, value, value) for start, end, value in _digits(text)]
    found = list(_patterns(text, lang))
    for numeral in found:
        text = text[: numeral.start] + "·" * (numeral.end - numeral.start) + text[numeral.end :]
    return sorted([*found, *_counted(text, lang, quoted)], key=lambda n: n.start)


def values(text: str, lang: str) -> set[int]:
    """Every exact number that a quote may be said to contain; digits are taken with any separator of thousands."""
    own = {n.low for n in read(text, lang, quoted=True) if not n.vague}
    return own | {value for _, _, value in _digits(text)}


def vague(text: str, lang: str) -> set[tuple[int, int | None]]:
    """Every vague number of a quote, as (low, high)."""
    return {(n.low, n.high) for n in read(text, lang, quoted=True) if n.vague}


def says_none(text: str, lang: str) -> bool:
    """Whether the words say nobody or none."""
    return lang in LANGUAGES and bool(re.search(rf"\b(?:{words(lang)['zero']}|0)\b", text, re.IGNORECASE))


@cache
def _compiled(lang: str) -> list[tuple[re.Pattern[str], int, int | None, bool]]:
    table = words(lang)
    rows = [(p, low, high if high >= 0 else None, True) for p, (low, high) in table["vague"].items()]
    rows += [(p, value, value, False) for p, value in table["fixed"].items()]
    return [(re.compile(rf"\b(?:{p})\b", re.IGNORECASE), low, high, vague) for p, low, high, vague in rows]


def _patterns(text: str, lang: str) -> Iterator[Numeral]:
    """Vague and fixed numbers; what one pattern took, a later one does not see."""
    for pattern, low, high, vaguely in _compiled(lang):
        for found in pattern.finditer(text):
            yield Numeral(found.start(), found.end(), low, high, vaguely)
        text = pattern.sub(lambda m: "·" * len(m[0]), text)


def _counted(text: str, lang: str, quoted: bool) -> Iterator[Numeral]:
    """Rows of digits and number words."""
    tokens = list(_TOKEN.finditer(text))
    position = 0
    while position < len(tokens):
        value, used = _row(tokens, position, lang)
        if value is None and quoted:
            value = words(lang)["many"].get(tokens[position][0].lower())
        start, end = tokens[position].start(), tokens[position + used - 1].end()
        bare = words(lang)["bare"].get(text[start:end].lower())
        if bare:
            yield Numeral(start, end, bare[0], bare[1], True)
        elif value is not None:
            yield Numeral(start, end, round(value), round(value))
        position += used


def _row(tokens: list[re.Match[str]], position: int, lang: str) -> tuple[float | None, int]:
    """The value of the number that begins at a token, None for no number, and how many tokens it takes."""
    total, current, used = 0.0, None, 0
    scale = words(lang)["scale"]
    while position + used < len(tokens) and (not used or _adjoin(tokens, position + used)):
        word = tokens[position + used][0].lower()
        if word in scale and (current is not None or lang == "de"):
            current = (1 if current is None else current) * scale[word]
            if scale[word] >= 1000 or scale[word] == 12:
                total, current = total + current, 0.0
        elif (value := word_value(word, lang)) is not None and (current is None or _adds(current, value, lang)):
            current = (current or 0) + value
        elif not (word == "and" and current and _adds(current, _next_value(tokens, position + used, lang), lang)):
            break
        used += 1
    return (None, 1) if current is None else (total + current, used)


def _adjoin(tokens: list[re.Match[str]], position: int) -> bool:
    """Whether only blanks or a hyphen stand before a token; digits after digits begin a new number."""
    between = tokens[position].string[tokens[position - 1].end() : tokens[position].start()]
    both_digits = tokens[position][0][0].isdigit() and tokens[position - 1][0][0].isdigit()
    return bool(re.fullmatch(r"\s+|-", between)) and not both_digits


def _next_value(tokens: list[re.Match[str]], position: int, lang: str) -> float:
    following = word_value(tokens[position + 1][0].lower(), lang) if position + 1 < len(tokens) else None
    return -1.0 if following is None else following


def _adds(current: float, value: float, lang: str) -> bool:
    """Whether a further word adds to the number ("twenty" "one", "hundred" "five"), and begins no new one."""
    if value < 0 or lang != "en":
        return value >= 0 and current == 0
    tens = current % 100 >= 20 and current % 10 == 0 and value < 10
    return current == 0 or tens or (current >= 100 and current % 100 == 0 and value < 100)


def word_value(word: str, lang: str) -> float | None:
    """The value of one word or one group of digits, None when it is no number."""
    if word[0].isdigit():
        return _digit_value(word, lang)
    singles = words(lang)["singles"]
    if word in singles:
        return float(singles[word])
    return _german(word) if lang == "de" and len(word) <= LONGEST_WORD else None


def _german(word: str) -> float | None:
    """A German number word written as one: einundzwanzig, zweihundertfünfzig, zweieinhalbtausend."""
    if word == "anderthalb":
        return 1.5
    if word.endswith("einhalb") and (whole := word_value(word[:-7] or "-", "de")) is not None:
        return whole + 0.5
    for name, factor in (("tausend", 1000), ("hundert", 100)):
        left, found, right = word.partition(name)
        if found and (left or right):
            many, rest = _part(left, 1.0), _part(right.removeprefix("und"), 0.0)
            return None if many is None or rest is None else many * factor + rest
    ones, found, tens = word.partition("und")
    left_value, right_value = (_part(ones, None), _part(tens, None)) if found else (None, None)
    if left_value and right_value and left_value < 10 and right_value >= 20:
        return left_value + right_value
    return None


def _part(word: str, empty: float | None) -> float | None:
    if not word:
        return empty
    return 1.0 if word == "ein" else word_value(word, "de")


def _digit_value(word: str, lang: str) -> float:
    """The value of a group of digits after the separators of a language."""
    table = words(lang)
    plain = "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in word)
    if re.fullmatch(rf"\d+{re.escape(table['decimal'])}\d{{1,2}}", plain):
        return float(plain.replace(table["decimal"], "."))
    return float(re.sub(r"\D", "", plain))


def _digits(text: str) -> Iterator[tuple[int, int, int]]:
    """Groups of digits, with any separator of thousands, and with none."""
    for found in re.finditer(r"\d{1,3}(?:[.,'\u00a0\u202f]\d{3})+|\d+", text):
        yield found.start(), found.end(), int("".join(str(unicodedata.digit(c)) for c in found[0] if c.isdigit()))
