"""Ask for the places of a text written for a test."""

from __future__ import annotations

from belegt.model import Report, Where
from belegt.read.document import Document
from belegt.read.places import PlaceMention, Places


def places(text: str, lang: str, title: str = "") -> Places:
    """The places of a report with that text."""
    return Places(Document(Report(id="test", text=text, lang=lang, title=title)))


def mentions(text: str, lang: str) -> list[PlaceMention]:
    """All mentions of a text, sentence by sentence."""
    found = places(text, lang)
    return [m for i in range(len(found.document)) for m in found.mentions(i)]


def names(text: str, lang: str) -> list[str]:
    """The names of all mentions that name a place, with those of lists and of larger places."""
    return [name for m in mentions(text, lang) if m.name for name in (m.name, *m.within, *m.also)]


def ask(text: str, quote: str, lang: str, title: str = "", kind: str = "") -> tuple[Where, str]:
    """The place of the claim with that quote, and the rule."""
    start = text.index(quote)
    return places(text, lang, title).for_claim(start, start + len(quote), kind)
