"""The value of one number token, in digits or as a word ("1.152", "zweieinhalbtausend", "twenty-six")."""

from __future__ import annotations

import re
from functools import cache

from belegt.read.lang import table

_HALVES = {"einhalb": 0.5, "anderthalb": 1.5, "eineinhalb": 1.5}
_THOUSANDS = {"de": re.compile(r"\d{1,3}(?:\.\d{3})+\Z"), "en": re.compile(r"\d{1,3}(?:,\d{3})+\Z")}
_DECIMAL = {"de": re.compile(r"\d+,\d+\Z"), "en": re.compile(r"\d+\.\d+\Z")}


def decimal(token: str, lang: str) -> float | None:
    """The value of digits with the separators of the language, None for other tokens that begin with a digit."""
    if token.isdigit():
        return float(token) if len(token) < 13 else None
    if _THOUSANDS[lang].match(token):
        return float(re.sub(r"\D", "", token))
    if _DECIMAL[lang].match(token):
        return float(token.replace(",", "."))
    other = "en" if lang == "de" else "de"
    if _THOUSANDS[other].match(token) and len(token) > 5:
        return float(re.sub(r"\D", "", token))
    return None


def compound(word: str, lang: str) -> float | None:
    """The value of a number word, also joined ("einhunderteinundvierzig"); None when it is none."""
    numbers = table(lang, "numbers")
    value = numbers["units"].get(word)
    if value is not None:
        return float(value)
    if lang != "de":
        return _hyphenated(word, lang)
    return _joined(word, lang) if len(word) < 60 and word.endswith(_endings(lang)) else None


@cache
def _endings(lang: str) -> tuple[str, ...]:
    """How a joined number word can end."""
    return (*table(lang, "numbers")["units"], "hundert", "tausend", *_HALVES)


def _hyphenated(word: str, lang: str) -> float | None:
    tens, dash, unit = word.partition("-")
    if not dash:
        return None
    units = table(lang, "numbers")["units"]
    if tens in units and unit in units and units[tens] >= 20 and units[unit] < 10:
        return float(units[tens] + units[unit])
    return None


def _joined(word: str, lang: str) -> float | None:
    """German number words: thousands, hundreds, and the unit before the ten ("einundvierzig")."""
    units = table(lang, "numbers")["units"]
    if word in units:
        return float(units[word])
    if word in _HALVES:
        return _HALVES[word]
    if word.endswith("einhalb") and word[: -len("einhalb")] in units:
        return float(units[word[: -len("einhalb")]]) + 0.5
    for name, factor in (("tausend", 1000), ("hundert", 100)):
        head, found, tail = word.partition(name)
        if found and (head or tail):
            left = 1.0 if not head else _joined(head, lang)
            right = 0.0 if not tail else _joined(tail.removeprefix("und"), lang)
            if left is not None and right is not None and left < 1000 and right < factor:
                return left * factor + right
            return None
    unit, found, tens = word.partition("und")
    if found and unit in units and tens in units and units[unit] < 10 and units[tens] >= 20:
        return float(units[unit] + units[tens])
    return None
