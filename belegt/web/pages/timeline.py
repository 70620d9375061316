"""The timeline: incidents with the days that are possible for them, running totals as bands below, and the sums by day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from fastapi import Response

from belegt.model import Incident, IncidentCount, RunningTotal, TotalCount
from belegt.team.roles import READER
from belegt.web.ask import Ask, AskedThen
from belegt.web.chart.days import Summed, days, plots
from belegt.web.chart.intervals import WIDTH, Axis, Interval, axis, intervals, when
from belegt.web.pages import totals
from belegt.web.pages.incidents import passing
from belegt.web.pages.route import Route, twins

DAYS = 400
"""Rows of the table by day on this page; all of them stand in the totals."""


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


def page(asked: AskedThen) -> Response:
    """/timeline"""
    on, rows = _rows(asked)
    found, summed = _days(asked)
    line = days(summed)
    return asked.show(
        "timeline.html",
        axis=on,
        ticks=on.ticks if on else [],
        slice=asked.slice(rows),
        width=WIDTH,
        days=found,
        dayline=line,
        plots=plots(summed, line) if line else [],
        most=DAYS,
    )


def data(asked: AskedThen) -> dict[str, Any]:
    """/timeline.json"""
    part = asked.slice(_rows(asked)[1])
    told = [_told(row.counted) | {"section": row.section} for row in part.rows]
    listed = {"total": part.total, "page": part.page, "pages": part.pages, "rows": told}
    return asked.dated({**listed, "days": [_day(row) for row in _days(asked)[0]]})


def _days(asked: Ask) -> tuple[list[totals.Row], list[Summed]]:
    """The sums by day, the earliest first, and each of them with its days; what has no date is in neither."""
    found = [row for row in totals.rows(asked, "day") if row.key]
    return found, [Summed(s.kind, *_ends(row), s.low, s.high) for row in found for s in row.sums]


def _ends(row: totals.Row) -> tuple[date, date]:
    first, _, last = row.key.partition("/")
    return date.fromisoformat(first), date.fromisoformat(last or first)


def _day(row: totals.Row) -> dict[str, Any]:
    first, last = (day.isoformat() for day in _ends(row))
    incidents = [one.incident.id for one in row.incidents]
    return {"from": first, "to": last, "incidents": incidents, "sums": [totals.as_dict(s) for s in row.sums]}


def _rows(asked: Ask) -> tuple[Axis | None, list[Row]]:
    """The axis, and all rows: incidents, then running totals, then what has no date."""
    incidents, running = passing(asked)
    every: list[IncidentCount | TotalCount] = [*incidents, *running]
    on = axis(every)
    undated = [Row("undated", one) for one in every if not (when(one).start or when(one).end)]
    if on is None:
        return None, undated
    dated = [Row("incidents", bar.counted, bar) for bar in intervals(incidents, on)]
    return on, [*dated, *(Row("totals", bar.counted, bar) for bar in intervals(running, on)), *undated]


def _told(one: IncidentCount | TotalCount) -> dict[str, Any]:
    group = one.incident if isinstance(one, IncidentCount) else one.total
    figures = {f.kind: f.as_dict() for f in one.figures if not f.group}
    return {"id": group.id, "total": isinstance(one, TotalCount), "when": group.when.as_dict(), "figures": figures}


ROUTES: tuple[Route, ...] = twins(
    "/timeline",
    page,
    data,
    "Incidents and running totals by the days that are possible for them, and the sums by day.",
    READER,
)
