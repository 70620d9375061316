"""The interface in one language: its words, its numbers and its direction; all of it data in ``lang``.

Invariant: no pack has a phrase that the English one lacks; what a pack lacks is said in English.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from belegt.brief.words.dating import span
from belegt.brief.words.pen import Pen
from belegt.model import When
from belegt.terms import load

LANGUAGES = ("de", "en", "ar")
FALLBACK = "en"


@dataclass(frozen=True)
class Language:
    """One pack; called with the dotted path of a phrase and what goes into its slots."""

    tag: str
    data: Mapping[str, Any]

    def __call__(self, path: str, **slots: object) -> str:
        value: Any = self.data
        for key in path.split("."):
            value = value[key]
        if isinstance(value, list):  # singular, plural
            value = value[0 if slots.get("n") == 1 else 1]
        shown = {k: self.number(v) if isinstance(v, int) else self.apart(str(v)) for k, v in slots.items()}
        return str(value).format(**shown)

    def apart(self, words: str) -> str:
        """Words set into a phrase; in a language from right to left each is isolated, so that none changes places with others."""
        return f"\u2068{words}\u2069" if self.direction == "rtl" and words else words

    def has(self, path: str) -> bool:
        """Whether the pack has words for a path."""
        value: Any = self.data
        for key in path.split("."):
            if not isinstance(value, Mapping) or key not in value:
                return False
            value = value[key]
        return True

    @property
    def direction(self) -> str:
        """ltr or rtl."""
        return str(self.data["direction"])

    def number(self, value: int) -> str:
        """A number with the group marks of the language."""
        return f"{value:,}".replace(",", str(self.data["group"]))

    def term(self, vocabulary: str, key: str) -> str:
        """The label of a term: the pack's own, else that of the vocabulary."""
        path = f"terms.{vocabulary}.{key}"
        return self(path) if self.has(path) else load(vocabulary)[key].label(self.tag)

    def day(self, value: date | None) -> str:
        """A day in words that nobody can turn round."""
        return self.time(When("", value, value)) if value else self("none.date")

    def time(self, when: When) -> str:
        """The days meant; the words of the report where they mean none."""
        if when.start is None and when.end is None:
            return self("quoted", words=when.text) if when.text else self("none.date")
        if self.tag in ("de", "en"):
            return span(Pen(self.tag, ()), when)
        days = [d.isoformat() if d else "…" for d in (when.start, when.end)]
        return days[0] if days[0] == days[1] else f"\u2066{days[0]} – {days[1]}\u2069"


@cache
def language(tag: str) -> Language:
    """The pack of one of ``LANGUAGES``."""
    return Language(tag, pack(tag) if tag == FALLBACK else _over(pack(FALLBACK), pack(tag)))


def pack(tag: str) -> dict[str, Any]:
    """What the file of a language says."""
    return tomllib.loads((resources.files("belegt.web") / "lang" / f"{tag}.toml").read_text(encoding="utf-8"))


def _over(under: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """The one with the other in its place wherever it has words of its own."""
    return dict(under) | {
        key: _over(under.get(key, {}), value) if isinstance(value, Mapping) else value for key, value in over.items()
    }


def preferred(accept: str) -> str:
    """The language of a browser's Accept-Language header, English where it asks for none of ours."""
    asked = re.findall(r"([a-z]{2,3})(?:-[\w-]*)?\s*(?:;\s*q=([\d.]+))?", accept.lower()[:500])
    ranked = sorted(asked, key=lambda pair: -_weight(pair[1]))
    return next((tag for tag, weight in ranked if tag in LANGUAGES and _weight(weight) > 0), "en")


def _weight(given: str) -> float:
    try:
        return float(given or 1)
    except ValueError:
        return 0.0
