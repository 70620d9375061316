"""Fold the spellings of a name to one key: case, marks, hyphens, apostrophes, Arabic articles and letter forms.

Invariant: the index is compiled and asked with the same functions; changing one here changes every key.
"""

from __future__ import annotations

import re
import unicodedata

# The Arabic article before a name, as it is written in Latin letters, assimilated or not.
_ARTICLES = frozenset("al el ul ar er as es ash esh asch esch at et ath ad ed adh az ez an en".split())
_SAME_LETTER = {
    "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ə": "e",
    "ة": "ه", "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ہ": "ه", "ھ": "ه", "ە": "ه", "ء": "", "گ": "ك",
    "ь": "", "ъ": "", "ґ": "г",
}  # fmt: skip


class _Letters(dict[int, str]):
    """A table for ``str.translate``: each character to its letters without marks, all else away; filled as they turn up."""

    def __missing__(self, code: int) -> str:
        parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", chr(code)).casefold())
        kept = [c for c in parts if unicodedata.category(c)[0] in "LN" and unicodedata.category(c) != "Lm"]
        self[code] = "".join(_SAME_LETTER.get(c, c) for c in kept)
        return self[code]


_LETTERS = _Letters()
_WORD = re.compile(r"[^\W_]+", re.UNICODE)


def fold(name: str) -> str:
    """The key of a name as written: letters and digits alone, without case and marks."""
    lower = name.lower()
    return lower if lower.isalnum() and lower.isascii() else lower.translate(_LETTERS)


def loose(name: str) -> str:
    """The key without Arabic articles and silent final h: "Ar Raqqah", "al-Raqqa" and "Raqqa" meet."""
    words = [fold(word) for word in _WORD.findall(_without_quotes(name))]
    kept = [word for word in words if word not in _ARTICLES] if len(words) > 1 else words
    return "".join(_bare(word) for word in kept)


def may_be_loose(name: str) -> bool:
    """Whether ``loose`` can differ from ``fold``: a cheap test before asking twice."""
    return not name.isalpha() or name[-1] == "h" or "ل" in name


def _without_quotes(name: str) -> str:
    return re.sub(r"[\u2018\u2019\u02bb\u02bc\u02bf\u02be'`´\"]", "", name)


def _bare(word: str) -> str:
    if word.startswith("ال") and len(word) > 4:
        return word[2:]
    return word[:-1] if len(word) > 3 and word[-1] == "h" and word[-2] in "aei" else word
