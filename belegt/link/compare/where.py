"""Places as paths from the most exact to the largest: a quarter in its town in its province.

Invariant: a place that is not known says nothing, neither for nor against.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from math import asin, cos, radians, sin, sqrt

from belegt.link.compare.names import lexicon, plain, skeleton
from belegt.model import Where
from belegt.terms import load

OPPOSITE = frozenset((frozenset(("east", "west")), frozenset(("north", "south"))))
WORD = re.compile(r"[^\W\d_]+")
PRECISION = load("precision")
WIDE = frozenset(("region", "country", "continent"))
QUARTERS = frozenset(("quarter", "site"))
EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True)
class Path:
    """``levels`` are skeletons from the most exact to the largest; ``precision`` is that of the first.

    A town may bear the name of its province: [aleppo, aleppo, syria] is the town, [aleppo, syria] the province.
    """

    levels: tuple[str, ...]
    precision: str = "unknown"
    position: tuple[float, float] | None = None

    def __hash__(self) -> int:
        return hash(self.levels)

    @property
    def name(self) -> str:
        """The most exact level."""
        return self.levels[0]

    @property
    def around(self) -> tuple[tuple[str, ...], ...]:
        """The larger places, each as a chain of its own."""
        return tuple(self.levels[i:] for i in range(1, len(self.levels)))

    @property
    def wide(self) -> bool:
        """Whether it is a region, a country or larger, in which many things happen on one day."""
        return self.precision in WIDE

    @property
    def sided(self) -> bool:
        """Whether the most exact level is a side of the next: the east of a town."""
        return " " in self.levels[0]

    def km(self, other: Path) -> float | None:
        """Great-circle distance, None where one of the positions is not known."""
        if self.position is None or other.position is None:
            return None
        (lat, lon), (lat2, lon2) = self.position, other.position
        a = (
            sin(radians(lat2 - lat) / 2) ** 2
            + cos(radians(lat)) * cos(radians(lat2)) * sin(radians(lon2 - lon) / 2) ** 2
        )
        return 2 * EARTH_KM * asin(sqrt(a))


@lru_cache(maxsize=1 << 15)
def path(where: Where) -> Path | None:
    """The path of a place, None when it is not known."""
    own = _levels(where.place or where.text)
    if not own:
        return None
    within = tuple(level for larger in where.within for level in _levels(larger))
    told = next((n for n in range(len(own) - 1, 0, -1) if own[-n:] == within[:n]), 0)
    position = (where.lat, where.lon) if where.lat is not None and where.lon is not None else None
    return Path((*own, *within[told:]), where.precision, position)


@cache
def _levels(name: str) -> tuple[str, ...]:
    """ "Tal al-Sultan, Rafah" is a quarter and its town; "Aleppo (East)" and "East Aleppo" a side and its town."""
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


@lru_cache(maxsize=65536)
def relation(a: Path, b: Path) -> str:
    """same, inside, beside (two places of one larger), unsure (a side of a town and a quarter of it), or other.

    A chain that ends early leaves the rest open: "Hanano" may be that of any town that has one.
    """
    if _agree(a.levels, b.levels):
        return "same"
    if contains(a, b) or contains(b, a):
        return "inside"
    if a.name == b.name and set(a.around) & set(b.around):
        return "same"
    shared = set(a.around) & set(b.around) - {a.levels[-1:]}
    if not shared and not (a.around and b.around and a.levels[1] == b.levels[1]):
        return "other"
    sides = _side(a.name), _side(b.name)
    return "beside" if not any(sides) or frozenset(sides) in OPPOSITE else "unsure"


def contains(larger: Path, smaller: Path) -> bool:
    """Whether one place lies in the other; a quarter of a town does, also where the province bears the name of the town."""
    quarter = smaller.precision in QUARTERS and smaller.levels[1:2] == larger.levels[:1]
    return quarter or any(_agree(chain, larger.levels) for chain in smaller.around)


def _agree(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether one chain begins with the other."""
    shorter = min(len(a), len(b))
    return a[:shorter] == b[:shorter]


def _side(level: str) -> str:
    return level.split(" ")[0] if " " in level else ""


@cache
def _sides() -> dict[str, str]:
    return {word: side for side, words in lexicon()["sides"].items() for word in words}
