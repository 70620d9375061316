"""The map: incidents as areas on borders drawn here, filtered as everywhere, with the table that says the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import Query, Response

from belegt.team.roles import READER
from belegt.web.ask import AskedThen
from belegt.web.chart.areas import HEIGHT, WIDTH, Area, areas, view
from belegt.web.chart.borders import paths
from belegt.web.pages.incidents import passing
from belegt.web.pages.route import Route, twins

LABELS = 12
LETTER, LINE, BELOW, FIGURES = 8.0, 17.0, 4.0, 5
"""Widths and heights of a label in the units of the drawing: a letter, a line, the space below a circle; letters of " · 12"."""

Circle = tuple[Area, float, float, float]

At = Annotated[str, Query(description="A place to be in the middle.")]
Zoom = Annotated[int, Query(ge=-4, le=6, description="Steps closer; each halves what is shown.")]


def page(asked: AskedThen, at: At = "", zoom: Zoom = 0) -> Response:
    """/map"""
    found, unplaced = areas(passing(asked)[0])
    frame = view(found, at, zoom)
    circles = [(area, *frame.at(area.lon, area.lat), max(area.km * frame.per_km, 6.0)) for area in found]
    inside = [c for c in circles if -c[3] < c[1] < WIDTH + c[3] and -c[3] < c[2] < HEIGHT + c[3]]
    return asked.show(
        "map.html",
        areas=found,
        unplaced=unplaced,
        circles=sorted(inside, key=lambda c: -c[3]),
        labelled={id(area) for area in labelled(inside)},
        id_of=id,
        countries=list(paths(frame)),
        size=(WIDTH, HEIGHT),
        at=at,
        zoom=zoom,
    )


def labelled(circles: Sequence[Circle]) -> list[Area]:
    """The areas that are named on the map, the first of them first: none whose name would lie upon another's."""
    chosen: list[Area] = []
    boxes: list[tuple[float, float, float, float]] = []
    for area, x, y, r in circles:
        half, top = (len(area.place) + FIGURES) * LETTER / 2, y + r + BELOW
        if len(chosen) == LABELS:
            break
        if all(x + half < left or x - half > right or top + LINE < up or top > down for left, up, right, down in boxes):
            chosen.append(area)
            boxes.append((x - half, top, x + half, top + LINE))
    return chosen


def data(asked: AskedThen) -> dict[str, Any]:
    """/map.json, as GeoJSON"""
    found, unplaced = areas(passing(asked)[0])
    features = [_feature(area) for area in found]
    told = {"features": features, "unplaced": [counted.incident.id for counted in unplaced]}
    return asked.dated({"type": "FeatureCollection", **told})


def _feature(area: Area) -> dict[str, Any]:
    known = {"place": area.place, "precision": area.precision, "radius_km": area.km}
    incidents = [counted.incident.id for counted in area.incidents]
    point = {"type": "Point", "coordinates": [area.lon, area.lat]}
    return {"type": "Feature", "geometry": point, "properties": {**known, "incidents": incidents}}


ROUTES: tuple[Route, ...] = twins(
    "/map", page, data, "Incidents by area, as GeoJSON; each position is the middle of a circle of radius_km.", READER
)
