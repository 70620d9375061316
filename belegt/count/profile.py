"""House profiles: how a recording house reads vague words, plurals and open bounds (R6). Data in profiles/*.toml.

A profile codes incidents. Running totals stand as they were told, in no house's coding: the profile ``told`` reads them.
Invariant: a profile never changes a stated number; it reads only what the words leave open.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from types import MappingProxyType

from belegt.errors import BelegtError
from belegt.model import Quantity

PROFILES = ("airwars", "ucdp", "acled", "ibc")
RULES = ("conservative", "informative", "representative")
WORDS = MappingProxyType(
    {
        (2, 9): "several",
        (2, -1): "many",
        (20, 99): "tens",
        (24, 99): "dozens",
        (40, 99): "scores",
        (200, 999): "hundreds",
        (2000, 9999): "thousands",
    }
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A count as a profile reads it: ``high`` None leaves the bound open; ``stated`` is False for vague words and plurals."""

    low: int
    high: int | None
    stated: bool = True


@dataclass(frozen=True, slots=True)
class Profile:
    """One house's rules. ``rule`` names how best is chosen (R14)."""

    name: str
    title: str
    rule: str
    plural: tuple[int, int] | None = None
    vague: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    open_bound: str = "open"
    more_than: int = 0
    assessors: tuple[str, ...] = ()
    assessments: bool = False

    def read(self, count: Quantity) -> Reading:
        """The bounds that this house takes a count for."""
        low = count.low if count.low is not None else 0
        if not count.stated:
            plural = self.plural or (low, None)
            return Reading(plural[0], None, stated=False)
        if count.qualifier == "vague":
            word = WORDS.get((low, count.high or -1), "")
            return Reading(*self.vague.get(word, (low, count.high)), stated=False)
        if count.qualifier == "more_than" and count.high is None:
            return Reading(low + self.more_than, None)
        return Reading(low, count.high)

    def coded_high(self, best: int, high: int | None, highest: int) -> int | None:
        """The maximum that the house enters: an open bound is entered as the highest number told, or left open."""
        if high is not None or self.open_bound == "open":
            return high
        return max(best, highest)


TOLD = Profile("told", "As told", "conservative")


@cache
def house(name: str) -> Profile:
    """The profile of a house; raises B103 for an unknown one."""
    if name not in PROFILES:
        raise BelegtError("B103", value=name, vocabulary="profile", known=", ".join(PROFILES))
    raw = resources.files("belegt.count.profiles").joinpath(f"{name}.toml").read_text(encoding="utf-8")
    data = tomllib.loads(raw)
    return Profile(
        name=name,
        title=data["title"],
        rule=data["rule"],
        plural=(data["plural"][0], data["plural"][1]),
        vague=MappingProxyType({word: (low, high) for word, (low, high) in data["vague"].items()}),
        open_bound=data["open_bound"],
        more_than=data["more_than"],
        assessors=tuple(data["assessors"]),
        assessments=data.get("assessments", False),
    )
