"""Names of places, actors and victims as skeletons that survive transliteration: Tokhar, Tukhar and Tochar are one.

Invariant: a skeleton depends on the name alone, and an empty one never equals another name's.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache
from importlib import resources
from typing import Any

SILENT = re.compile(r"[aeiouyjv]")
HALF_SILENT = re.compile(r"[yj]")
LAST_H = re.compile(r"(?<=[aeiou])h\b")
REPEATED = re.compile(r"(.)\1+")
WORD = re.compile(r"[^\W_]+")
HOOKS = str.maketrans("", "", "'’‘`ʿʾ")


def plain(text: str) -> str:
    """Lower case without accents, hooks and apostrophes."""
    spread = text.casefold()
    if not spread.isascii():
        spread = "".join(c for c in unicodedata.normalize("NFKD", spread) if not unicodedata.combining(c))
    return spread.translate(HOOKS)


def words(text: str) -> tuple[str, ...]:
    """The words of a name without articles and titles, in order."""
    found = [_bare(w) for w in WORD.findall(plain(text))]
    return tuple(w for w in found if w and w not in _articles())


@cache
def skeleton(text: str) -> str:
    """The consonants of a name as they sound, articles left out; with its vowels where hardly a consonant stands."""
    heard = LAST_H.sub("", " ".join(words(text))).replace(" ", "")
    for spelling, sound in lexicon()["sounds"]:
        heard = heard.replace(spelling, sound)
    bones = REPEATED.sub(r"\1", SILENT.sub("", heard))
    return bones if len(bones) > 2 else REPEATED.sub(r"\1", HALF_SILENT.sub("", heard))


def _bare(word: str) -> str:
    return word[2:] if word.startswith("al") and len(word) > 4 and word[2] not in "aeiou" else word


@cache
def lexicon() -> dict[str, Any]:
    """names.toml: articles, sounds, kinds of places, and sides of the compass."""
    return tomllib.loads(resources.files("belegt.link.compare").joinpath("names.toml").read_text(encoding="utf-8"))


@cache
def _articles() -> frozenset[str]:
    return frozenset(lexicon()["articles"])
