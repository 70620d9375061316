"""The stage: a linkage in, the figures of its incidents and running totals out.

Invariant: every figure has its rule, its profile and its claims; a running total is never added to an incident; incidents
come the most prominent first: the gravest kind, then the larger, then the earlier told.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from belegt.count.grade import grade
from belegt.count.group import groups
from belegt.count.independent import first_reports, independent_sources, originals, voices
from belegt.count.profile import TOLD, Profile, house
from belegt.count.range import House, figure
from belegt.count.split import restored, split
from belegt.model import Figure, HarmClaim, Incident, IncidentCount, Linkage, Report, RunningTotal, TotalCount
from belegt.terms import load

HARM = load("harm")
T = TypeVar("T")
Place = tuple[int, int, str, int, str]
"""How grave, how large, the report and the offset that it is told at first, and its id."""


def count(
    linkage: Linkage, reports: Sequence[Report], name: str = "airwars", known: Counted | None = None
) -> tuple[list[IncidentCount], list[TotalCount]]:
    """Figures of all incidents and totals by the profile of a house; raises B103 for an unknown one.

    ``reports`` are those that the claims stand in; their order is that in which equally prominent incidents come. What ``known``
    has counted by this profile is not counted again.
    """
    rules, first, known = house(name), first_reports(linkage.families), known or Counted()
    position = {report.id: i for i, report in enumerate(reports)}
    known.keep(linkage)
    for incident in linkage.incidents:
        if id(incident) not in known.incidents:
            known.incidents[id(incident)] = _incident(incident, rules, first)
    for total in linkage.totals:
        if id(total) not in known.totals:
            known.totals[id(total)] = _total(total, first)
    return (
        known.ordered(known.incidents, lambda counted: _prominence(counted, position), position),
        known.ordered(known.totals, lambda counted: _weight(counted, position), position),
    )


@dataclass(slots=True)
class Counted:
    """What was counted of incidents and totals that have not changed since: the very same objects, by their identity.

    An incident is another object as soon as one of its claims, or the family of one of its reports, is another.
    """

    incidents: dict[int, IncidentCount] = field(default_factory=dict)
    totals: dict[int, TotalCount] = field(default_factory=dict)
    places: dict[int, Place] = field(default_factory=dict)

    def keep(self, linkage: Linkage) -> None:
        """Forget what is not in a linkage any more; an identity may come again only with what it stood for."""
        single, running = {id(i) for i in linkage.incidents}, {id(t) for t in linkage.totals}
        self.incidents = {at: counted for at, counted in self.incidents.items() if at in single}
        self.totals = {at: counted for at, counted in self.totals.items() if at in running}
        self.places = {at: place for at, place in self.places.items() if at in single or at in running}

    def ordered(self, counts: Mapping[int, T], place: Callable[[T], Place], position: Mapping[str, int]) -> list[T]:
        """The counts by their prominence; which claim of theirs was told first stays so, whatever reports come behind."""
        for at, counted in counts.items():
            if at not in self.places:
                self.places[at] = place(counted)

        def key(at: int) -> tuple[int, int, int, int, str]:
            rank, size, report, start, name = self.places[at]
            return rank, size, position.get(report, len(position)), start, name

        return [counts[at] for at in sorted(counts, key=key)]


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


def _prominence(counted: IncidentCount, position: Mapping[str, int]) -> Place:
    harmed = [f for f in counted.figures if not f.group and (f.best or f.high)]
    gravest = min(harmed, key=lambda f: HARM.rank(f.kind), default=None)
    rank = HARM.rank(gravest.kind) if gravest else len(HARM.terms)
    size = gravest.best if gravest else 0
    return (rank, -size, *_earliest(counted.incident.claims, position), counted.incident.id)


def _weight(counted: TotalCount, position: Mapping[str, int]) -> Place:
    size = counted.figures[0].best if counted.figures else 0
    return (HARM.rank(counted.total.kind), -size, *_earliest(counted.total.claims, position), counted.total.id)


def _earliest(claims: Sequence[HarmClaim], position: Mapping[str, int]) -> tuple[str, int]:
    first = min(claims, key=lambda c: (position.get(c.report.id, len(position)), c.passage.start))
    return first.report.id, first.passage.start
