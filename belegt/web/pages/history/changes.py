"""What the record says otherwise than it did at the end of an earlier day: new, raised, lowered, retracted, merged, split (R12, R35)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from fastapi import Response

from belegt.count import Change
from belegt.count import changes as compared
from belegt.model import Figure, IncidentCount
from belegt.record.carry import moved
from belegt.team.roles import READER
from belegt.web.ask import Ask, AskedThen
from belegt.web.pages.route import Route, twins


@dataclass(frozen=True)
class Row:
    """A change with the incidents it is of, as they were and as they are."""

    change: Change
    before: tuple[IncidentCount, ...]
    after: tuple[IncidentCount, ...]

    @property
    def incident(self) -> IncidentCount:
        """What it is told by: the incident as it is, or as it was where it is no more."""
        return (*self.after, *self.before)[0]

    @property
    def figure(self) -> Figure:
        """The figure as it is, or as it was; of one that was merged or split the first."""
        known = [f for f in self.change.figures[::-1] if f]
        return (*known, *self.incident.figures)[0]


def page(asked: AskedThen) -> Response:
    """/history/changes"""
    return asked.show("history/changes.html", slice=asked.slice(rows(asked)))


def data(asked: AskedThen) -> dict[str, Any]:
    """/history/changes.json"""
    part = asked.slice(rows(asked))
    told = {"total": part.total, "page": part.page, "pages": part.pages}
    return asked.dated({**told, "changes": [_told(row.change) for row in part.rows]})


def rows(asked: Ask) -> Sequence[Row]:
    """What changed since the day that is asked for, of incidents that pass the filter; nothing where none is asked for."""
    if asked.today is None or asked.today.head == asked.state.head:
        return []
    then, now = asked.state.account, asked.today.account
    old, new = ({one.incident.id: one for one in side.incidents} for side in (then, now))
    homes = moved(*(state.reading.claims.values() for state in (asked.state, asked.today)))
    told = compared(then.incidents, now.incidents, homes)
    found = (Row(c, tuple(old[i] for i in c.before), tuple(new[i] for i in c.after)) for c in told)
    if not asked.filter.given:
        return list(found)
    return [row for row in found if any(asked.filter.counted(one) for one in (*row.before, *row.after))]


def _told(change: Change) -> dict[str, Any]:
    was, now = change.figures
    kind = next((f.kind for f in change.figures if f), None)
    figures = {"was": was.as_dict() if was else None, "now": now.as_dict() if now else None}
    return {"change": change.what, "kind": kind, **figures, "before": list(change.before), "after": list(change.after)}


ROUTES: tuple[Route, ...] = twins(
    "/history/changes",
    page,
    data,
    "What changed since the end of a day: figures new, raised, lowered, retracted.",
    READER,
)
"""The page and its twin."""
