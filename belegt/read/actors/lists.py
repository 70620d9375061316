"""The word lists of actors in one language (see ``actors.toml``)."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from belegt.read.lang import words

ALLIES = ("us", "nato", "israel")
ENDS = frozenset(".,;:()\"“”„–—|")


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of one language; ``allied`` are strikes that name an ally ("us-airstrike")."""

    nouns: frozenset[str]
    strikes: frozenset[str]
    weapons: frozenset[str]
    adjectives: frozenset[str]
    owners: frozenset[str]
    lead: frozenset[str]
    openers: frozenset[str]
    attack_verbs: frozenset[str]
    bodies: frozenset[str]
    stops: frozenset[str]
    unreal: frozenset[str]
    launched: frozenset[str]
    blasts: frozenset[str]
    carried_out: frozenset[str]
    clashes: frozenset[str]
    between: frozenset[str]
    of: frozenset[str]
    police: frozenset[str]
    arrests: frozenset[str]
    blame: frozenset[str]
    blame_links: frozenset[str]
    suffered: frozenset[str]
    accusing: frozenset[str]
    failed: frozenset[str]
    generic: frozenset[str]
    held: frozenset[str]
    letters: frozenset[str]
    sayings: frozenset[str]
    places: frozenset[str]
    voices: frozenset[str]
    claiming: frozenset[str]
    claimed: frozenset[str]
    unclaimed: frozenset[str]
    allied: frozenset[str]


@cache
def lists(lang: str) -> Lists:
    """The lists of a language, read once."""
    found = {field.name: words(lang, "actors", field.name) for field in fields(Lists) if field.name != "allied"}
    return Lists(**found, allied=frozenset(f"{ally}-{strike}" for ally in ALLIES for strike in found["strikes"]))
