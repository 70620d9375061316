"""Two incidents side by side: what agrees, what does not, and each ground for and against their being one (R28)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import Query, Response

from belegt.link import Neighbour
from belegt.model import IncidentCount
from belegt.pipeline import explained
from belegt.team.roles import READER
from belegt.web.ask import Ask, AskedThen, seek
from belegt.web.pages.incidents import EXPLAINED_CLAIMS
from belegt.web.pages.route import Route, twins

One = Annotated[str, Query(description="The id of an incident.")]


def page(asked: AskedThen, a: One, b: One) -> Response:
    """/compare"""
    pair = (_incident(asked, a), _incident(asked, b))
    found = _neighbour(asked, pair)
    return asked.show("compare.html", pair=pair, neighbour=found, kinds=_kinds(pair))


def data(asked: AskedThen, a: One, b: One) -> dict[str, Any]:
    """/compare.json"""
    pair = (_incident(asked, a), _incident(asked, b))
    found = _neighbour(asked, pair)
    grounds = [{"words": words, "weight": weight} for words, weight in found.nearest.grounds] if found else []
    told = {"because": found.because, "total": found.nearest.total, "grounds": grounds} if found else None
    return asked.dated({"incidents": [one.incident.id for one in pair], "apart": told})


def _incident(asked: Ask, id: str) -> IncidentCount:
    return seek(next((i for i in asked.state.account.incidents if i.incident.id == id), None), "incident", id)


def _neighbour(asked: Ask, pair: Sequence[IncidentCount]) -> Neighbour | None:
    """Why they are not one; None where nothing was compared, or the record is too large to link it for a page."""
    reading = asked.state.reading
    if len(reading.claims) > EXPLAINED_CLAIMS:
        return None
    refs = [one.incident.claims[0].ref for one in pair]
    told = explained(list(reading.reports.values()), list(reading.claims.values()), asked.state.decisions, *refs)
    return told.neighbours[0] if told and told.neighbours else None


def _kinds(pair: Sequence[IncidentCount]) -> list[tuple[str, str]]:
    """Each kind and group that one of them counts, all people of a kind before its groups."""
    found = dict.fromkeys((f.kind, f.group) for one in pair for f in one.figures)
    return sorted(found, key=lambda key: [k for k, _ in found].index(key[0]))


ROUTES: tuple[Route, ...] = twins(
    "/compare", page, data, "Two incidents, and each ground for and against their being one.", READER
)
