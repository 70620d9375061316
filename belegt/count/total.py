"""Totals by day, place, side, group and means: sums over incidents, each person once (R23, R33, R34).

Invariant: an incident stands under one key alone (by group: under each group that it counts), so that the totals of all keys
add up to that of all incidents; a running total is never in a sum, it stands beside those that it may contain.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from belegt.errors import BelegtError
from belegt.model import Figure, Incident, IncidentCount, RunningTotal, TotalCount, When
from belegt.model.documented import BY, Documented
from belegt.terms import load

HARM, VICTIMS, MEANS = load("harm"), load("victims"), load("means")
UNKNOWN = "unknown"


def documented(incidents: Sequence[IncidentCount], totals: Sequence[TotalCount], by: str) -> tuple[Documented, ...]:
    """A total for each key and kind of harm, in the order of the keys; raises B103 for an unknown ``by``."""
    if by not in BY:
        raise BelegtError("B103", value=by, vocabulary="way to add up", known=", ".join(BY))
    found: defaultdict[tuple[str, str, str], list[tuple[Figure, Incident]]] = defaultdict(list)
    for counted in incidents:
        for figure in counted.figures:
            if bool(figure.group) == (by == "group"):
                key = figure.group if by == "group" else _key(counted.incident, by)
                found[key, figure.kind, figure.group].append((figure, counted.incident))
    rows = (_total(by, key, figures, totals) for key, figures in found.items())
    return tuple(sorted(rows, key=lambda row: (row.key == UNKNOWN, _rank(by, row.key), row.key, HARM.rank(row.kind))))


def _total(by: str, key: tuple[str, str, str], figures: Sequence[tuple[Figure, Incident]], totals: Sequence[TotalCount]) -> Documented:
    named, kind, group = key
    highs = [figure.high for figure, _ in figures]
    return Documented(
        by=by,
        key=named,
        kind=kind,
        group=group,
        low=sum(figure.low for figure, _ in figures),
        best=sum(figure.best for figure, _ in figures),
        high=None if None in highs else sum(high for high in highs if high is not None),
        incidents=tuple(incident.id for _, incident in figures),
        beside=tuple(_beside(kind, [incident for _, incident in figures], totals)),
    )


def _beside(kind: str, incidents: Sequence[Incident], totals: Sequence[TotalCount]) -> Iterator[str]:
    for counted in totals:
        if counted.total.kind == kind and any(_may_contain(counted.total, incident) for incident in incidents):
            yield counted.total.id


def _may_contain(total: RunningTotal, incident: Incident) -> bool:
    """Whether a running total may count an incident: its place is that of the incident or around it, its period no other."""
    places = {incident.where.place, *incident.where.within} - {""}
    ours, theirs = incident.when, total.when
    apart = bool((ours.end and theirs.start and ours.end < theirs.start) or (ours.start and theirs.end and ours.start > theirs.end))
    return total.where.place in places and not apart


def _key(incident: Incident, by: str) -> str:
    if by == "day":
        return _days(incident.when)
    if by == "place":
        return incident.where.place or incident.where.text or UNKNOWN
    if by == "side":
        return " / ".join(sorted(incident.by)) or UNKNOWN
    return "+".join(sorted(incident.means, key=MEANS.rank)) or UNKNOWN


def _days(when: When) -> str:
    days = [day.isoformat() for day in dict.fromkeys((when.start, when.end)) if day]
    return "..".join(days) or UNKNOWN


def _rank(by: str, key: str) -> int:
    return VICTIMS.rank(key) if by == "group" else 0
