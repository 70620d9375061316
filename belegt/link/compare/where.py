"""Places as paths from the most exact to the largest: a quarter in its town in its province.

Invariant: a place that is not known says nothing, neither for nor against.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from math import asin, cos, radians, sin, sqrt

from belegt.link.compare.names import lexicon, plain, skeleton
from belegt.model import Where
from belegt.terms import load

OPPOSITE = frozenset((frozenset(("east", "west")), frozenset(("north", "south"))))
WORD = re.compile(r"[^\W\d_]+")
PRECISION = load("precision")
WIDE = frozenset(("region", "country"))
EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True)
class Path:
    """``levels`` are skeletons, the most exact first; ``precision`` is that of the first."""

    levels: tuple[str, ...]
    precision: str = "unknown"
    position: tuple[float, float] | None = None

    @property
    def wide(self) -> bool:
        """Whether it is a region or a country, in which many things happen on one day."""
        return self.precision in WIDE

    def km(self, other: Path) -> float | None:
        """Great-circle distance, None where one of the positions is not known."""
        if self.position is None or other.position is None:
            return None
        (lat, lon), (lat2, lon2) = self.position, other.position
        a = sin(radians(lat2 - lat) / 2) ** 2 + cos(radians(lat)) * cos(radians(lat2)) * sin(radians(lon2 - lon) / 2) ** 2
        return 2 * EARTH_KM * asin(sqrt(a))


def path(where: Where) -> Path | None:
    """The path of a place, None when it is not known."""
    levels = [level for name in (where.place or where.text, *where.within) for level in _levels(name)]
    if not levels:
        return None
    position = (where.lat, where.lon) if where.lat is not None and where.lon is not None else None
    return Path(tuple(dict.fromkeys(levels)), where.precision, position)


@cache
def _levels(name: str) -> tuple[str, ...]:
    """"Tal al-Sultan, Rafah" is a quarter and its town; "Aleppo (East)" and "East Aleppo" a side and its town."""
    kinds, sides = lexicon()["kinds"], _sides()
    found = []
    for part in re.split(r"[,;]", name):
        spoken = [w for w in WORD.findall(plain(part)) if w not in kinds]
        side = next((sides[w] for w in spoken if w in sides), "")
        town = skeleton(" ".join(w for w in spoken if w not in sides))
        if town and side:
            found.append(f"{side} {town}")
        if town:
            found.append(town)
    return tuple(found)


def relation(a: Path, b: Path) -> str:
    """same, inside, beside (two places of one larger), unsure (a side of a town and a quarter of it), or other."""
    first, second = a.levels[0], b.levels[0]
    shared = set(a.levels) & set(b.levels)
    if first == second:
        return "same" if len(shared) > 1 or 1 in (len(a.levels), len(b.levels)) else "other"
    if first in b.levels or second in a.levels:
        return "inside"
    if not shared:
        return "other"
    sides = _side(first), _side(second)
    return "beside" if not any(sides) or frozenset(sides) in OPPOSITE else "unsure"


def _side(level: str) -> str:
    return level.split(" ")[0] if " " in level else ""


@cache
def _sides() -> dict[str, str]:
    return {word: side for side, words in lexicon()["sides"].items() for word in words}
