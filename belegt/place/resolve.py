"""What a place expression means in the world: a place, how exactly it is known, and the larger places round it.

- A part of a place is named after it, "Aleppo (East)"; a quarter that the gazetteer lacks is named and has no position.
- "near X", "nördlich von X", "outskirts of X": the place is X with its position, but the precision is district, as UCDP's
  second class of precision (somewhere round a known point).
- Two places joined by "and" are one where both are named, without a position.
Invariant: never more exact than the text; a position is always that of the place named, never of a part or a larger one.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from belegt.model.where import Where
from belegt.place.expression import Name, adjective_country, parse, words_of
from belegt.place.gazetteer import country, is_place, lookup
from belegt.place.place import Place

FINENESS = ("site", "quarter", "town", "district", "region", "country", "continent", "unknown")
_QUARTER_KM = 30.0
_CITY = 100_000


@dataclass(frozen=True, slots=True)
class _Meant:
    """A name of the expression with what it means: its level, and the place where the gazetteer has it."""

    name: Name
    level: str
    place: Place | None

    @property
    def usual(self) -> str:
        """The name to give the place."""
        return self.place.name if self.place else self.name.text

    @property
    def fineness(self) -> int:
        """Position in ``FINENESS``."""
        return FINENESS.index(self.level)


def resolve(text: str, *, near: Sequence[str] = ()) -> Where:
    """The place that an expression means; ``near`` are ISO codes of countries that the report speaks of, likeliest first.

    Where only a people is named ("a Syrian village"), the place is its country; where nothing is, ``place`` is "".
    """
    return _resolve(text, tuple(near))


@lru_cache(maxsize=2**12)
def _resolve(text: str, near: tuple[str, ...]) -> Where:
    words = words_of(text)
    likely = _likely(words, near)
    names = parse(words, lambda name: _stands(name, likely), lambda name: is_place(name, near=likely))
    if not names:
        return _of_people(text, words)
    meant = _meaning(names, likely)
    chosen = _chosen(meant)
    several = _joined(meant, chosen)
    return _both(text, several) if len(several) > 1 else _where(text, chosen, [m for m in meant if m is not chosen])


def _likely(words: list[str], near: Sequence[str]) -> tuple[str, ...]:
    """The countries that the expression itself speaks of, by any sure name or adjective, before those of the report."""
    own = [adjective_country(word) for word in words]
    places = [p for w in words if w[0].isupper() and is_place(w) and (p := lookup(w, near=near))]
    countries = [p.country for p in sorted(places, key=lambda p: p.precision != "country")]
    return tuple(dict.fromkeys(filter(None, [*own, *countries, *near])))


def _stands(name: str, near: tuple[str, ...]) -> bool:
    """Whether the gazetteer has the name, and not only as a smaller town of a country that nobody spoke of."""
    place = lookup(name, near=near)
    if place is None or not near or place.country in near or place.precision != "town":
        return place is not None
    return place.population >= _CITY


def _of_people(text: str, words: list[str]) -> Where:
    codes = list(dict.fromkeys(filter(None, map(adjective_country, words))))
    if len(codes) != 1:
        return Where(text)
    land = country(codes[0])
    return Where(text, land.name, land.lat, land.lon, "country")


def _meaning(names: list[Name], near: tuple[str, ...]) -> list[_Meant]:
    """Every name with its level and place, each seen beside the others."""
    sure = [n for n in names if n.known and n.kind not in ("quarter", "site")]
    towns = [p for n in sure if (p := lookup(n.text, near=near)) and p.precision == "town"]
    meant = [_meant(n, near, towns) for n in names]
    for i in range(len(meant) - 1):
        if _is_elsewhere(meant[i], meant[i + 1]):
            level = "quarter" if meant[i + 1].level == "town" else meant[i].level
            meant[i] = _Meant(meant[i].name, level, None)
    return meant


def _is_elsewhere(one: _Meant, larger: _Meant) -> bool:
    """Whether the gazetteer's place for a name cannot be the one meant: "San Diego, Medellin" is not that in California."""
    a, b = one.place, larger.place
    if not (a and b) or a.precision != "town" or larger.name.link == "and" or larger.name.near or one.name.near:
        return False
    if b.precision == "town":
        return _km(a, b) > _QUARTER_KM
    return bool(b.country) and a.country != b.country


def _meant(name: Name, near: tuple[str, ...], towns: list[Place]) -> _Meant:
    kind = name.kind
    wanted = kind if kind in ("region", "country") else ""
    place = None
    if name.known:
        place = (lookup(name.text, near=near, precision=wanted) if wanted else None) or lookup(name.text, near=near)
    if place and place.precision in ("region", "country", "continent"):
        return _Meant(name, place.precision, place)
    if place and kind == "quarter" and not _lies_there(place, near, [t for t in towns if t.name != place.name]):
        place = None
    if place and kind == "site":
        kind, place = ("", place) if not near or place.country in near else ("site", None)
    if kind in ("quarter", "site", "district"):
        return _Meant(name, kind, place)
    if place:
        return _Meant(name, place.precision, place)
    return _Meant(name, kind or ("quarter" if towns and not name.near else "town"), None)


def _lies_there(place: Place, near: tuple[str, ...], towns: list[Place]) -> bool:
    """Whether the gazetteer's place may be the quarter meant: by the towns of the expression, else by the country."""
    return any(_km(place, t) <= _QUARTER_KM for t in towns) if towns else place.country in near


def _km(a: Place, b: Place) -> float:
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return math.inf
    x = math.radians(b.lon - a.lon) * math.cos(math.radians((a.lat + b.lat) / 2))
    return 6371 * math.hypot(x, math.radians(b.lat - a.lat))


def _chosen(meant: list[_Meant]) -> _Meant:
    """The finest place that the event is in; one that it is near where only a larger one is named round that."""
    inside = [m for m in meant if not m.name.near]
    beside = [m for m in meant if m.name.near]
    named = [m for m in inside if m.level != "site"] or inside
    best = min(named, key=lambda m: m.fineness, default=None)
    anchor = min(beside, key=lambda m: m.fineness, default=None)
    if anchor is None:
        return best or meant[0]
    if best is None:
        return anchor
    round_it = best.level in ("country", "continent") or (best.level == "region" and best.name.first > anchor.name.first)
    return anchor if round_it and anchor.fineness < best.fineness else best


def _joined(meant: list[_Meant], chosen: _Meant) -> list[_Meant]:
    """The names joined to the chosen one by "and" that are of its level: "Fuaa and Kafraya"."""
    at = meant.index(chosen)
    last = at
    while last + 1 < len(meant) and meant[last + 1].name.link and meant[last + 1].level == chosen.level:
        last += 1
    return meant[at : last + 1] if meant[last].name.link == "and" else [chosen]


def _both(text: str, several: list[_Meant]) -> Where:
    chains = [_round(m, []) for m in several]
    shared = tuple(x for x in chains[0] if all(x in chain for chain in chains))
    names = [m.usual for m in several]
    coarser = FINENESS[min(several[0].fineness + 1, len(FINENESS) - 2)]
    return Where(text, ", ".join(names[:-1]) + f" and {names[-1]}", precision=coarser, within=shared)


def _where(text: str, m: _Meant, others: list[_Meant]) -> Where:
    within = _round(m, [o for o in others if o.fineness > m.fineness and not o.name.near])
    if not m.place and not within:
        within = next((_round(o, []) for o in others if o.place), ())
    place, precision = m.usual, m.level
    known = m.place
    if m.name.side:
        place, within, known = f"{place} ({m.name.side})", (place, *within), None
        precision = "quarter" if precision == "town" else "region" if precision in ("region", "country") else precision
    elif m.name.near and precision in ("site", "quarter", "town"):
        precision = "district"
    return Where(text, place, known.lat if known else None, known.lon if known else None, precision, within)


def _round(m: _Meant, larger: list[_Meant]) -> tuple[str, ...]:
    """The larger places round a place, nearest first: those of the expression, then those of the gazetteer."""
    if m.place:
        return _upwards(m.place)
    names: list[str] = []
    for larger_one in sorted(larger, key=lambda o: o.fineness):
        names.append(larger_one.usual)
        if larger_one.place:
            return (*names, *_upwards(larger_one.place))
    return tuple(names)


def _upwards(place: Place) -> tuple[str, ...]:
    if place.precision in ("country", "continent"):
        return ()
    return tuple(filter(None, (place.admin, country(place.country).name if place.country else "")))
