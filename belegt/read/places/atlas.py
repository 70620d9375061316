"""The gazetteer as the place finder asks it: every question is remembered.

Invariant: a name is answered the same way all through a report.
"""

from __future__ import annotations

from functools import lru_cache

from belegt.model import Where
from belegt.place.gazetteer import country, lookup, people
from belegt.place.place import Place
from belegt.place.resolve import resolve

_REMEMBERED = 2**13


@lru_cache(maxsize=2 * _REMEMBERED)
def known(name: str) -> Place | None:
    """The place of that name, wherever it is."""
    return lookup(name)


@lru_cache(maxsize=_REMEMBERED)
def near_by(name: str, near: tuple[str, ...]) -> Place | None:
    """The place of that name, rather near the countries ``near``."""
    return lookup(name, near=near)


@lru_cache(maxsize=_REMEMBERED)
def people_of(word: str) -> str:
    """The country (ISO code) that an adjective or a word for its people, in any case of letters, speaks of, or ""."""
    return people(word.capitalize() if word.islower() else word) or ""


@lru_cache(maxsize=_REMEMBERED)
def country_of(word: str) -> str:
    """The country that a word with a capital names or speaks of, or ""."""
    place = known(word)
    return people_of(word) or (place.country if place and place.precision == "country" else "")


def country_name(code: str, lang: str) -> str:
    """The usual name of a country in a language."""
    return country(code).local(lang)


@lru_cache(maxsize=2**13)
def resolved(text: str, near: tuple[str, ...]) -> Where:
    """What a place expression means in a report that speaks of the countries ``near``."""
    return resolve(text, near=near)


class Atlas:
    """Looks names up for one report, whose countries are ``near``."""

    __slots__ = ("near",)

    def __init__(self, near: tuple[str, ...] = ()) -> None:
        self.near = near

    def place(self, name: str) -> Place | None:
        """The place of that name as it is written."""
        place = known(name)
        return near_by(name, self.near) if place and self.near else place
