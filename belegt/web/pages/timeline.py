"""The timeline: incidents with the days that are possible for them, running totals as bands below."""

from __future__ import annotations

from typing import Any

from fastapi import Response

from belegt.model import IncidentCount, TotalCount
from belegt.web.ask import Asked
from belegt.web.chart.intervals import WIDTH, axis, intervals, when
from belegt.web.pages.incidents import passing
from belegt.web.pages.route import Route, twins


def page(asked: Asked) -> Response:
    """/timeline"""
    incidents, totals = passing(asked)
    every: list[IncidentCount | TotalCount] = [*incidents, *totals]
    on = axis(every)
    return asked.show(
        "timeline.html",
        axis=on,
        slice=asked.slice(intervals(incidents, on) if on else []),
        bands=intervals(totals, on) if on else [],
        undated=[one for one in every if not (when(one).start or when(one).end)],
        width=WIDTH,
        is_incident=lambda one: isinstance(one, IncidentCount),
    )


def data(asked: Asked) -> dict[str, Any]:
    """/timeline.json"""
    incidents, totals = passing(asked)
    every: list[IncidentCount | TotalCount] = [*incidents, *totals]
    on = axis(every)
    rows = [bar.counted for bar in intervals(every, on)] if on else []
    undated = [_told(one) for one in every if one not in rows]
    return {"dated": [_told(one) for one in rows], "undated": undated}


def _told(one: IncidentCount | TotalCount) -> dict[str, Any]:
    group = one.incident if isinstance(one, IncidentCount) else one.total
    figures = {f.kind: f.as_dict() for f in one.figures if not f.group}
    return {"id": group.id, "total": isinstance(one, TotalCount), "when": group.when.as_dict(), "figures": figures}


ROUTES: tuple[Route, ...] = twins(
    "/timeline", page, data, "Incidents and running totals by the days that are possible for them."
)
