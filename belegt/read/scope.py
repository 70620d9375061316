"""Single incident or running total (R10): words of a period, or a number that no single incident has."""

from __future__ import annotations

from functools import cache

from belegt.read.lang import table
from belegt.read.segment import Sentence


@cache
def _words(lang: str) -> frozenset[str]:
    return frozenset(table(lang, "scope")["words"])


def scope(sentence: Sentence, text: str, kind: str, low: int | None, lang: str) -> tuple[str, str]:
    """"total" or "incident", and the words it rests on."""
    data = table(lang, "scope")
    for lower in sentence.lower:
        if lower in _words(lang):
            return "total", lower
    folded = text[sentence.start : sentence.end].lower()
    for phrase in data["phrases"]:
        if phrase in folded:
            return "total", phrase
    if low is not None and low >= data["large"].get(kind, 10**12):
        return "total", str(low)
    return "incident", ""
