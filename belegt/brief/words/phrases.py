"""The words of a brief in one language, and the signs by which a quote chooses among them; all of it data."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

LANGUAGES = ("de", "en")


@dataclass(frozen=True)
class Phrases:
    """One language pack; ``phrases("sentence.plain", who=...)`` fills the slots of one of its sentences."""

    lang: str
    data: Any

    def __call__(self, path: str, **slots: str) -> str:
        return str(self.get(path)).format(**slots)

    def get(self, path: str) -> Any:
        """A value of the pack by its dotted path."""
        value = self.data
        for key in path.split("."):
            value = value[key]
        return value

    def has(self, path: str) -> bool:
        """Whether the pack has words for a path."""
        try:
            self.get(path)
        except KeyError:
            return False
        return True

    def joined(self, items: list[str]) -> str:
        """a, b and c."""
        if len(items) < 2:
            return "".join(items)
        return f"{', '.join(items[:-1])} {self('and')} {items[-1]}"


@cache
def phrases(lang: str) -> Phrases:
    """The pack of ``de`` or ``en``."""
    return Phrases(lang, _toml(lang))


def sign(path: str, quote: str) -> str:
    """The first key under a path of the signs whose pattern is found in the quote, "" for none."""
    table = _toml("signs")
    for key in path.split("."):
        table = table.get(key, {})
    return next((key for key, pattern in table.items() if re.search(pattern, quote, re.IGNORECASE)), "")


def shows(path: str, text: str) -> bool:
    """Whether the one pattern at a path of the signs is found in a text (case counts)."""
    table = _toml("signs")
    *parents, last = path.split(".")
    for key in parents:
        table = table.get(key, {})
    return last in table and re.search(table[last], text) is not None


@cache
def _toml(name: str) -> Any:
    return tomllib.loads((resources.files("belegt.brief") / "lang" / f"{name}.toml").read_text(encoding="utf-8"))
