"""The timeline: incidents with the days that are possible for them, running totals as bands below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from fastapi import Response

from belegt.model import Incident, IncidentCount, RunningTotal, TotalCount
from belegt.team.roles import READER
from belegt.web.ask import Ask, Asked
from belegt.web.chart.intervals import WIDTH, Axis, Interval, axis, intervals, when
from belegt.web.pages.incidents import passing
from belegt.web.pages.route import Route, twins


@dataclass(frozen=True)
class Row:
    """An incident or a running total in its section of the table, with its bar where it has a date."""

    section: str
    counted: IncidentCount | TotalCount
    bar: Interval | None = None

    @property
    def group(self) -> Incident | RunningTotal:
        """What is counted."""
        return self.counted.incident if isinstance(self.counted, IncidentCount) else self.counted.total


def page(asked: Asked) -> Response:
    """/timeline"""
    on, rows = _rows(asked)
    return asked.show("timeline.html", axis=on, ticks=on.ticks if on else [], slice=asked.slice(rows), width=WIDTH)


def data(asked: Asked) -> dict[str, Any]:
    """/timeline.json"""
    part = asked.slice(_rows(asked)[1])
    told = [_told(row.counted) | {"section": row.section} for row in part.rows]
    return {"total": part.total, "page": part.page, "pages": part.pages, "rows": told}


def _rows(asked: Ask) -> tuple[Axis | None, list[Row]]:
    """The axis, and all rows: incidents, then running totals, then what has no date."""
    incidents, totals = passing(asked)
    every: list[IncidentCount | TotalCount] = [*incidents, *totals]
    on = axis(every)
    undated = [Row("undated", one) for one in every if not (when(one).start or when(one).end)]
    if on is None:
        return None, undated
    dated = [Row("incidents", bar.counted, bar) for bar in intervals(incidents, on)]
    return on, [*dated, *(Row("totals", bar.counted, bar) for bar in intervals(totals, on)), *undated]


def _told(one: IncidentCount | TotalCount) -> dict[str, Any]:
    group = one.incident if isinstance(one, IncidentCount) else one.total
    figures = {f.kind: f.as_dict() for f in one.figures if not f.group}
    return {"id": group.id, "total": isinstance(one, TotalCount), "when": group.when.as_dict(), "figures": figures}


ROUTES: tuple[Route, ...] = twins(
    "/timeline", page, data, "Incidents and running totals by the days that are possible for them.", READER
)
