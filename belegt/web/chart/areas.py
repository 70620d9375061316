"""Where incidents lie, as areas: a circle as wide as the place is unsure, one for all incidents of the same place (R17, R31).

Invariant: a place that has no position of its own is drawn as the place around it that has, and never as a point.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from belegt.model import IncidentCount, Where
from belegt.place.coarsen import coarsen
from belegt.web.chart.borders import Frame, frame

KM = {"site": 2.0, "quarter": 5.0, "town": 10.0, "district": 40.0, "region": 90.0}
"""Radius within which a place of each precision is taken to lie; what is coarser has no circle."""
WIDTH, HEIGHT = 960, 560


@dataclass(frozen=True)
class Area:
    """Incidents that are known to lie within ``km`` of a position; ``place`` is what they are known to."""

    place: str
    precision: str
    lat: float
    lon: float
    km: float
    incidents: tuple[IncidentCount, ...]


def areas(incidents: Sequence[IncidentCount]) -> tuple[list[Area], list[IncidentCount]]:
    """The areas, those with most incidents first, and the incidents that have none."""
    placed: dict[tuple[str, str, float, float], list[IncidentCount]] = {}
    unplaced = []
    for counted in incidents:
        where = _drawn(counted.incident.where)
        if where is None or where.lat is None or where.lon is None:
            unplaced.append(counted)
        else:
            placed.setdefault((where.place, where.precision, where.lat, where.lon), []).append(counted)
    found = [
        Area(place, precision, lat, lon, KM[precision], tuple(group))
        for (place, precision, lat, lon), group in placed.items()
    ]
    return sorted(found, key=lambda a: (-len(a.incidents), a.place)), unplaced


def view(found: Sequence[Area], at: str, zoom: int) -> Frame:
    """The frame round all areas, or round the one of a place."""
    shown = [a for a in found if a.place == at] or list(found)
    return frame([(a.lon, a.lat, a.km) for a in shown], zoom, WIDTH, HEIGHT)


def _drawn(where: Where) -> Where | None:
    if where.lat is not None and where.precision in KM:
        return where
    for precision in ("town", "district", "region"):
        around = coarsen(where, precision)
        if around.lat is not None and around.precision in KM:
            return around
    return None
