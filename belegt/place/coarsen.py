"""Say less exactly where: the same place at a coarser level, for what must not be pointed at (R31).

Invariant: the result names nothing finer than the level asked for, and its position is that of the coarser place.
"""

from __future__ import annotations

from collections.abc import Sequence

from belegt.errors import BelegtError
from belegt.model.where import Where
from belegt.place.gazetteer import lookup
from belegt.place.place import Place
from belegt.place.resolve import FINENESS


def coarsen(where: Where, precision: str) -> Where:
    """``where`` at ``precision`` (site, quarter, town, district, region, country, continent, unknown) or coarser.

    What is as coarse already is given back as it is. Where the record knows no place of that level, the next coarser one
    is taken; none at all gives a place that is unknown. The words of the text go, since they say more.
    Raises B603 for any other precision.
    """
    if precision not in FINENESS:
        raise BelegtError("B603", value=precision, known=", ".join(FINENESS))
    if _rank(where.precision) >= _rank(precision):
        return where
    levels = _levels(where.within)
    for i, (name, level, place) in enumerate(levels):
        if _rank(level) >= _rank(precision):
            lat, lon = (place.lat, place.lon) if place else (None, None)
            return Where("", name, lat, lon, level, tuple(n for n, _, _ in levels[i + 1 :]))
    return Where()


def _rank(precision: str) -> int:
    return FINENESS.index(precision) if precision in FINENESS else 0


def _levels(within: Sequence[str]) -> list[tuple[str, str, Place | None]]:
    """The larger places with their levels, read from the country inwards: each is finer than the one round it."""
    levels: list[tuple[str, str, Place | None]] = []
    finer_than, land = "continent", ""
    for name in reversed(within):
        known = next((p for level in _finer(finer_than) if (p := _in_country(name, level, land))), None)
        level = known.precision if known else "town" if finer_than != "town" else "quarter"
        land = land or (known.country if known and known.precision == "country" else "")
        levels.append((name, level, known))
        finer_than = level
    return levels[::-1]


def _finer(level: str) -> tuple[str, ...]:
    return tuple(p for p in ("country", "region", "town") if _rank(p) < _rank(level))


def _in_country(name: str, level: str, land: str) -> Place | None:
    found = lookup(name, near=(land,) if land else (), precision=level)
    return found if found and (not land or found.country == land) else None
