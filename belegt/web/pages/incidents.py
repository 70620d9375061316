"""The incidents and running totals of the record, and one of them with everything that is said about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated, Any

from fastapi import Form, Response

from belegt.count import count
from belegt.count.grade import GRADES
from belegt.errors import BelegtError
from belegt.link import Explained
from belegt.model import Account, Decision, Figure, HarmClaim, IncidentCount, Linkage, TotalCount
from belegt.pipeline import explained, figures_lines
from belegt.team.roles import READER, REVIEWER
from belegt.web import acts, noted
from belegt.web.ask import Ask, Asked, AskedThen, back, seek
from belegt.web.chart.bars import bars
from belegt.web.compare import columns
from belegt.web.pages.route import Route, twins

NEIGHBOURS = 30
PROFILES = ("airwars", "ucdp", "acled", "ibc")
EXPLAINED_CLAIMS = 5000
"""Claims up to which a page says why the nearest others are others: that links everything once more."""


def listing(asked: AskedThen, of: str = "") -> Response:
    """/incidents; with the ref of a claim in ``of``, on to the incident or total that it is counted in."""
    if of:
        found = of_claim(asked.state.account, of)
        if found is None:
            raise BelegtError("B806", thing="incident of the claim", id=of)
        id = found.incident.id if isinstance(found, IncidentCount) else found.total.id
        return back(f"/incidents/{id}{asked.filter.then}")
    incidents, totals = passing(asked)
    first = asked.slice(incidents)
    return asked.show("incidents.html", slice=first, totals=totals if first.page == first.pages else [])


def listing_data(asked: AskedThen) -> dict[str, Any]:
    """/incidents.json"""
    incidents, totals = passing(asked)
    part = asked.slice(incidents)
    lines = figures_lines(replace(asked.state.account, incidents=tuple(part.rows), totals=()))
    beside = figures_lines(replace(asked.state.account, incidents=(), totals=tuple(totals)))
    told = {"profile": asked.desk.profile, "incidents": list(lines), "totals": list(beside)}
    return asked.dated({"total": part.total, "page": part.page, "pages": part.pages, **told})


def one(asked: AskedThen, id: str) -> Response:
    """/incidents/ID"""
    counted, account = _found(asked, id), asked.state.account
    group = counted.incident if isinstance(counted, IncidentCount) else counted.total
    shown = columns(group.claims, account)
    return asked.show(
        "incident.html",
        counted=counted,
        group=group,
        incident=counted.incident if isinstance(counted, IncidentCount) else None,
        bars=bars(counted.figures),
        columns=shown,
        kinds=list(dict.fromkeys(c.kind for c in group.claims)),
        grades=GRADES,
        neighbours=_neighbours(counted, account) if isinstance(counted, IncidentCount) else [],
        houses=[(house, _counted_by(asked, counted, house)) for house in PROFILES],
        explained=_explained(asked, counted) if isinstance(counted, IncidentCount) else None,
        decisions=asked.state.about([group.id, *(c.ref for c in group.claims)]),
        in_force={d.id for d in asked.state.in_force},
        notes=_notes(asked, group.claims),
    )


def one_data(asked: AskedThen, id: str) -> dict[str, Any]:
    """/incidents/ID.json"""
    counted = _found(asked, id)
    single = isinstance(counted, IncidentCount)
    part = {"incidents": (counted,) if single else (), "totals": () if single else (counted,)}
    (line,) = figures_lines(replace(asked.state.account, **part))  # type: ignore[arg-type]
    group = counted.incident if isinstance(counted, IncidentCount) else counted.total
    told = [c.as_dict() | {"ref": c.ref, "state": asked.state.verdict(c) or "open"} for c in group.claims]
    links = list(counted.incident.links) if isinstance(counted, IncidentCount) else []
    notes = noted.told(_notes(asked, group.claims))
    return asked.dated({"counted": line, "claims": told, "links": links, "notes": notes})


def _notes(asked: Ask, claims: Sequence[HarmClaim]) -> Sequence[Decision]:
    """What people noted on those who publish and who vouch for these claims, and on texts that several carry."""
    names = dict.fromkeys(name for c in claims for name in (c.report.source.name, c.source, c.authority) if name)
    told = {c.report.id for c in claims}
    texts = [id for family in asked.state.account.families if told & set(family.reports) for id in family.reports]
    return noted.of(asked.state, [*map(noted.source, names), *map(noted.family, (*told, *texts))])


def grade(
    asked: Asked,
    id: str,
    grade: Annotated[str, Form()],
    seen: Annotated[int, Form()],
    reason: Annotated[str, Form()] = "",
) -> Response:
    """Give the incident a grade."""
    acts.grade(asked.desk, _incident(asked, id).incident, grade, reason, seen)
    return back(f"/incidents/{id}")


def split(
    asked: Asked,
    id: str,
    claim: Annotated[str, Form()],
    seen: Annotated[int, Form()],
    reason: Annotated[str, Form()] = "",
) -> Response:
    """Split a claim off; on to the incident that the others stay in."""
    incident = _incident(asked, id).incident
    acts.split(asked.desk, incident, claim, reason, seen)
    return _to(asked, next((c.ref for c in incident.claims if c.ref != claim), claim))


def merge(
    asked: Asked,
    id: str,
    other: Annotated[str, Form()],
    seen: Annotated[int, Form()],
    reason: Annotated[str, Form()] = "",
) -> Response:
    """Say that the incident is one with another; on to the one that both are now."""
    incident = _incident(asked, id).incident
    acts.merge(asked.desk, incident, _incident(asked, other).incident, reason, seen)
    return _to(asked, incident.claims[0].ref)


def passing(asked: Ask) -> tuple[list[IncidentCount], list[TotalCount]]:
    """The incidents and running totals that pass the filter, in the order of the account."""
    known = asked.state.account
    return [i for i in known.incidents if asked.filter.counted(i)], [t for t in known.totals if asked.filter.counted(t)]


def of_claim(account: Account, ref: str) -> IncidentCount | TotalCount | None:
    """What a claim is counted in."""
    incident = next((i for i in account.incidents if any(c.ref == ref for c in i.incident.claims)), None)
    return incident or next((t for t in account.totals if any(c.ref == ref for c in t.total.claims)), None)


def _found(asked: Ask, id: str) -> IncidentCount | TotalCount:
    account = asked.state.account
    found = next((i for i in account.incidents if i.incident.id == id), None)
    return found or seek(next((t for t in account.totals if t.total.id == id), None), "incident", id)


def _counted_by(asked: Ask, counted: IncidentCount | TotalCount, house: str) -> Sequence[Figure]:
    """The figures of the same claims by the rules of a house (R6)."""
    account = asked.state.account
    single = isinstance(counted, IncidentCount)
    alone = Linkage(
        incidents=(counted.incident,) if isinstance(counted, IncidentCount) else (),
        totals=() if isinstance(counted, IncidentCount) else (counted.total,),
        families=account.families,
    )
    incidents, totals = count(alone, account.reports, house)
    return incidents[0].figures if single else totals[0].figures


def _explained(asked: Ask, counted: IncidentCount) -> Explained | None:
    reading = asked.state.reading
    if len(reading.claims) > EXPLAINED_CLAIMS:
        return None
    reports, claims = list(reading.reports.values()), list(reading.claims.values())
    return explained(reports, claims, asked.state.decisions, counted.incident.claims[0].ref)


def _incident(asked: Ask, id: str) -> IncidentCount:
    return seek(next((i for i in asked.state.account.incidents if i.incident.id == id), None), "incident", id)


def _to(asked: Ask, ref: str) -> Response:
    found = of_claim(asked.desk.now().account, ref)
    return back(f"/incidents/{found.incident.id}" if isinstance(found, IncidentCount) else "/incidents")


def _neighbours(counted: IncidentCount, account: Account) -> list[IncidentCount]:
    """Other incidents, those at the same place and nearest in time first: what it could be one with."""
    own = counted.incident

    def distance(other: IncidentCount) -> tuple[bool, int]:
        days = [i.when.start.toordinal() if i.when.start else None for i in (own, other.incident)]
        apart = abs(days[0] - days[1]) if days[0] is not None and days[1] is not None else 10_000
        return other.incident.where.place != own.where.place, apart

    return sorted((i for i in account.incidents if i is not counted), key=distance)[:NEIGHBOURS]


ROUTES: tuple[Route, ...] = (
    *twins(
        "/incidents",
        listing,
        listing_data,
        "The incidents that pass the filter, with the running totals beside them.",
        READER,
    ),
    *twins(
        "/incidents/{id}",
        one,
        one_data,
        "One incident or running total with its claims and why they are linked.",
        READER,
    ),
    Route("/incidents/{id}/grade", grade, "POST", role=REVIEWER),
    Route("/incidents/{id}/split", split, "POST", role=REVIEWER),
    Route("/incidents/{id}/merge", merge, "POST", role=REVIEWER),
)
