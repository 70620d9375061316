"""Totals of the incidents that pass the filter, by day, place, side, group or means; no number without its list (R33, R34).

Invariant: running totals are never added, and a sum keeps what is open: open in one incident is open in the sum.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from fastapi import Query, Response

from belegt.errors import BelegtError
from belegt.model import IncidentCount, When
from belegt.team.roles import READER
from belegt.terms import load
from belegt.web.ask import Ask, AskedThen
from belegt.web.pages.incidents import passing
from belegt.web.pages.route import Route, twins

BY = ("place", "day", "side", "group", "means")
By = Annotated[str, Query(alias="per", description="place, day, side, group or means.")]


@dataclass(frozen=True)
class Sum:
    """low, best and high of one kind over several incidents; None as high where one of them sets none."""

    kind: str
    low: int
    best: int
    high: int | None


@dataclass(frozen=True)
class Row:
    """A value, the incidents that have it and their sums."""

    key: str
    label: str
    incidents: Sequence[IncidentCount]
    sums: Sequence[Sum]


def page(asked: AskedThen, per: By = "place") -> Response:
    """/totals"""
    found = rows(asked, per)
    most = max((s.best for row in found for s in row.sums), default=1)
    incidents = passing(asked)[0]
    return asked.show(
        "totals.html",
        slice=asked.slice(found),
        per=per,
        choices=BY,
        most=most or 1,
        all=_sums(incidents),
        count=len(incidents),
    )


def data(asked: AskedThen, per: By = "place") -> dict[str, Any]:
    """/totals.json"""
    part = asked.slice(rows(asked, per))
    told = [
        {"value": row.key, "incidents": [i.incident.id for i in row.incidents], "sums": [as_dict(s) for s in row.sums]}
        for row in part.rows
    ]
    every = [as_dict(s) for s in _sums(passing(asked)[0])]
    listed = {"total": part.total, "page": part.page, "pages": part.pages, "rows": told}
    return asked.dated({"per": per, **listed, "all": every})


def rows(asked: Ask, per: str) -> list[Row]:
    """The sums of the incidents that pass the filter; by day in the order of the days, else the largest first. Raises B808."""
    if per not in BY:
        raise BelegtError("B808", value=per, field="per", known=", ".join(BY))
    groups: dict[str, list[IncidentCount]] = {}
    for counted in passing(asked)[0]:
        for key in _keys(counted, per) or [""]:
            groups.setdefault(key, []).append(counted)
    found = [
        Row(key, _label(asked, per, key), group, _sums(group, key if per == "group" else ""))
        for key, group in groups.items()
    ]
    if per == "day":
        return sorted(found, key=lambda row: row.key)
    return sorted(found, key=lambda row: (not row.key, -sum(s.best for s in row.sums[:1]), row.label))


def _keys(counted: IncidentCount, per: str) -> list[str]:
    incident = counted.incident
    if per == "place":
        return [incident.where.place] if incident.where.place else []
    if per == "day":
        start, end = incident.when.start, incident.when.end
        if not start or not end:
            return []
        return [start.isoformat() if start == end else f"{start.isoformat()}/{end.isoformat()}"]
    if per == "side":
        return list(incident.by)
    if per == "means":
        return list(incident.means)
    return list(dict.fromkeys(f.group for f in counted.figures if f.group))


def _label(asked: Ask, per: str, key: str) -> str:
    if not key:
        return asked.say("totals.unknown")
    if per == "means":
        return asked.say.term("means", key)
    if per == "group":
        return asked.words.group(key)
    if per != "day":
        return key
    first, _, last = key.partition("/")
    return asked.say.time(When("", date.fromisoformat(first), date.fromisoformat(last or first)))


def _sums(incidents: Iterable[IncidentCount], group: str = "") -> list[Sum]:
    figures = [f for counted in incidents for f in counted.figures if f.group == group]
    found = []
    for kind in load("harm"):
        own = [f for f in figures if f.kind == kind]
        if own:
            highs = [f.high for f in own]
            high = None if None in highs else sum(h for h in highs if h is not None)
            found.append(Sum(kind, sum(f.low for f in own), sum(f.best for f in own), high))
    return found


def as_dict(one: Sum) -> dict[str, Any]:
    """A sum as its twin gives it."""
    return {"kind": one.kind, "low": one.low, "best": one.best, "high": one.high}


ROUTES: tuple[Route, ...] = twins(
    "/totals", page, data, "Sums of incidents: a documented minimum, each row with its incidents.", READER
)
