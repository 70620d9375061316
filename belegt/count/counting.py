"""The stage: a linkage in, the figures of its incidents and running totals out.

Invariant: every figure has its rule, its profile and its claims; a running total is never added to an incident; incidents
come the most prominent first: the gravest kind, then the larger, then the earlier told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from belegt.count.grade import grade
from belegt.count.group import groups
from belegt.count.independent import first_reports, independent_sources, originals, voices
from belegt.count.profile import TOLD, Profile, house
from belegt.count.range import House, figure
from belegt.count.split import restored, split
from belegt.model import Figure, HarmClaim, Incident, IncidentCount, Linkage, Report, RunningTotal, TotalCount
from belegt.terms import load

HARM = load("harm")


def count(linkage: Linkage, reports: Sequence[Report], name: str = "airwars") -> tuple[list[IncidentCount], list[TotalCount]]:
    """Figures of all incidents and totals by the profile of a house; raises B103 for an unknown one.

    ``reports`` are those that the claims stand in; their order is that in which equally prominent incidents come.
    """
    rules, first = house(name), first_reports(linkage.families)
    position = {report.id: i for i, report in enumerate(reports)}
    incidents = [_incident(i, rules, first) for i in linkage.incidents]
    totals = [_total(t, first) for t in linkage.totals]
    return sorted(incidents, key=lambda i: _prominence(i, position)), sorted(totals, key=lambda t: _weight(t, position))


def _incident(incident: Incident, rules: Profile, first: Mapping[str, str]) -> IncidentCount:
    independent = independent_sources(incident.claims, first)
    figures = _figures(originals(incident.claims, first), House(rules, voices(incident.claims, first)), apart=True)
    return IncidentCount(incident=incident, figures=figures, independent_sources=independent, grade=grade(incident, independent))


def _total(total: RunningTotal, first: Mapping[str, str]) -> TotalCount:
    figures = _figures(originals(total.claims, first), House(TOLD, voices(total.claims, first)))
    return TotalCount(total=total, figures=figures, independent_sources=independent_sources(total.claims, first))


def _figures(told: Sequence[HarmClaim], by: House, *, apart: bool = False) -> tuple[Figure, ...]:
    """For each kind, gravest first, the figure for all and then its groups; ``apart`` splits casualties into their kinds."""
    found: list[Figure] = []
    claims = [*told, *split(told)] if apart else told
    for kind in sorted({c.kind for c in claims}, key=HARM.rank):
        whole = figure(kind, claims, by)
        if whole:
            found += [whole, *groups(whole, claims, by)]
    return tuple(restored(f, told) for f in found)


def _prominence(counted: IncidentCount, position: Mapping[str, int]) -> tuple[int, int, int, int, str]:
    harmed = [f for f in counted.figures if not f.group and (f.best or f.high)]
    gravest = min(harmed, key=lambda f: HARM.rank(f.kind), default=None)
    rank = HARM.rank(gravest.kind) if gravest else len(HARM.terms)
    size = gravest.best if gravest else 0
    return (rank, -size, *_earliest(counted.incident.claims, position), counted.incident.id)


def _weight(counted: TotalCount, position: Mapping[str, int]) -> tuple[int, int, int, int, str]:
    size = counted.figures[0].best if counted.figures else 0
    return (HARM.rank(counted.total.kind), -size, *_earliest(counted.total.claims, position), counted.total.id)


def _earliest(claims: Sequence[HarmClaim], position: Mapping[str, int]) -> tuple[int, int]:
    return min((position.get(c.report.id, len(position)), c.passage.start) for c in claims)
