"""The borders of countries as paths of a drawing: Natural Earth at 1:50 million, by way of world-atlas (TopoJSON).

Invariant: a drawing shows the whole of its frame, and nothing is loaded from elsewhere.
"""

from __future__ import annotations

import gzip
import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

Point = tuple[float, float]
LEAST = 4.0
"""Degrees that a frame shows at least before anyone goes closer: without borders nobody knows where a circle lies."""
NEAR = 0.8
"""Points nearer to the one before than this, in units of the drawing, are left out."""


@dataclass(frozen=True)
class Frame:
    """A part of the world, in degrees, drawn ``width`` by ``height``; degrees of longitude are as short as at its middle."""

    west: float
    south: float
    east: float
    north: float
    width: float
    height: float

    def at(self, lon: float, lat: float) -> Point:
        """Where a position lies in the drawing."""
        x = (lon - self.west) / (self.east - self.west) * self.width
        return x, (self.north - lat) / (self.north - self.south) * self.height

    @property
    def per_km(self) -> float:
        """Units of the drawing for a kilometre."""
        return self.height / ((self.north - self.south) * 111.2)


def frame(points: Sequence[tuple[float, float, float]], zoom: int, width: float, height: float) -> Frame:
    """A frame round circles, each given as (lon, lat, radius in km); ``zoom`` halves it for each step."""
    lats = [lat + sign * km / 111.2 for _, lat, km in points for sign in (-1, 1)] or [-55.0, 75.0]
    middle = math.cos(math.radians((min(lats) + max(lats)) / 2))
    lons = [lon + sign * km / 111.2 / middle for lon, _, km in points for sign in (-1, 1)] or [-170.0, 170.0]
    tall = max((max(lats) - min(lats)) * 1.3, LEAST)
    wide = max((max(lons) - min(lons)) * 1.3, LEAST)
    tall = max(tall, wide * middle * height / width) / 2**zoom
    wide = tall * width / height / middle
    lon, lat = (min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2
    return Frame(lon - wide / 2, lat - tall / 2, lon + wide / 2, lat + tall / 2, width, height)


def paths(view: Frame) -> Iterator[tuple[str, str]]:
    """Name and path of every country that touches the frame."""
    for name, rings in _countries():
        drawn = [_path(ring, view) for ring, box in rings if _touches(box, view)]
        if drawn:
            yield name, "".join(drawn)


def _path(ring: Sequence[Point], view: Frame) -> str:
    out: list[str] = []
    last = (math.inf, math.inf)
    for lon, lat in ring:
        x, y = view.at(lon, lat)
        if not out or abs(x - last[0]) + abs(y - last[1]) >= NEAR:
            out.append(f"{'L' if out else 'M'}{x:.1f} {y:.1f}")
            last = (x, y)
    return "".join(out) + "Z" if len(out) > 2 else ""


def _touches(box: tuple[float, float, float, float], view: Frame) -> bool:
    west, south, east, north = box
    return west <= view.east and east >= view.west and south <= view.north and north >= view.south


@cache
def _countries() -> list[tuple[str, list[tuple[list[Point], tuple[float, float, float, float]]]]]:
    raw = (resources.files("belegt.web.chart") / "countries-50m.json.gz").read_bytes()
    world = json.loads(gzip.decompress(raw))
    arcs = [_arc(arc, world["transform"]) for arc in world["arcs"]]
    found = []
    for shape in world["objects"]["countries"]["geometries"]:
        polygons = shape.get("arcs", ()) if shape["type"] == "MultiPolygon" else [shape.get("arcs", ())]
        rings = [_ring(ring, arcs) for polygon in polygons for ring in polygon]
        found.append((str(shape["properties"]["name"]), [(ring, _box(ring)) for ring in rings]))
    return found


def _arc(deltas: Sequence[Sequence[int]], transform: Any) -> list[Point]:
    x = y = 0
    points = []
    for dx, dy in deltas:
        x, y = x + dx, y + dy
        lon = x * transform["scale"][0] + transform["translate"][0]
        points.append((lon, y * transform["scale"][1] + transform["translate"][1]))
    return points


def _ring(indices: Sequence[int], arcs: Sequence[list[Point]]) -> list[Point]:
    """The points of arcs in a row; a negative index is an arc taken backwards."""
    return [point for i in indices for point in (arcs[i] if i >= 0 else arcs[~i][::-1])]


def _box(ring: Sequence[Point]) -> tuple[float, float, float, float]:
    lons, lats = [p[0] for p in ring], [p[1] for p in ring]
    return min(lons), min(lats), max(lons), max(lats)
