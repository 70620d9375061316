"""The map: incidents as areas on borders drawn here, filtered as everywhere, with the table that says the same."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Query, Response

from belegt.team.roles import READER
from belegt.web.ask import AskedThen
from belegt.web.chart.areas import HEIGHT, WIDTH, Area, areas, view
from belegt.web.chart.borders import paths
from belegt.web.pages.incidents import passing
from belegt.web.pages.route import Route, twins

LABELS = 12

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
        labelled={id(c[0]) for c in inside[:LABELS]},
        id_of=id,
        countries=list(paths(frame)),
        size=(WIDTH, HEIGHT),
        at=at,
        zoom=zoom,
    )


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
