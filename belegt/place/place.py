"""A place of the gazetteer: its usual name, what kind of place it is, and where.

Invariant: latitude and longitude are both given or both None; for a region or country they are the middle of its towns,
a point to put a label on and never a claim about where something happened.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Place:
    """``name`` is the usual English name; ``lat`` and ``lon`` WGS 84 degrees or None.

    ``precision`` is town, region, country or continent (spans countries); ``country`` an ISO 3166 alpha-2 code, "" where
    it spans several; ``admin`` the province, "" where none is known; ``population`` 0 where GeoNames has none.
    ``ambiguous``: the name it was found by is also an ordinary word or a person's name, so that bare it says nothing.
    """

    name: str
    lat: float | None
    lon: float | None
    precision: str
    country: str = ""
    admin: str = ""
    population: int = 0
    ambiguous: bool = False
    names: tuple[tuple[str, str], ...] = field(default=(), repr=False)

    def local(self, lang: str) -> str:
        """The name in ``lang`` where the gazetteer has one (countries, regions, well-known towns), else the usual name."""
        return dict(self.names).get(lang, self.name)
