"""Incidents and running totals: which claims speak of the same harm (R10, R13).

Invariant: a claim stands in exactly one incident or one running total; claims with scope ``total`` never enter an incident.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from belegt.model.claim import Claim, HarmClaim
from belegt.model.ids import content_id
from belegt.model.when import UNKNOWN_TIME, When
from belegt.model.where import UNKNOWN_PLACE, Where


@dataclass(frozen=True, slots=True)
class Family:
    """Reports that are copies of one text: one source, the first named (R21). ``reports`` are ids, first published first."""

    reports: tuple[str, ...]

    @property
    def first(self) -> str:
        """Id of the report that had it first."""
        return self.reports[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One moment, place and cause, with every claim that speaks of it, and what else was claimed about it.

    ``links`` says for each claim but the first why it belongs here; ``beside`` holds facility, control, proposal claims.
    """

    claims: tuple[HarmClaim, ...]
    when: When = UNKNOWN_TIME
    where: Where = UNKNOWN_PLACE
    means: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    beside: tuple[Claim, ...] = ()

    @property
    def id(self) -> str:
        """Derived from the claims, whatever their order."""
        return group_id("i", self.claims)

    @property
    def reports(self) -> tuple[str, ...]:
        """Ids of the reports, in the order of the claims."""
        return tuple(dict.fromkeys(c.report.id for c in self.claims))


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningTotal:
    """One toll over a period, as one or more claims give it; never added to incidents."""

    kind: str
    claims: tuple[HarmClaim, ...]
    when: When = UNKNOWN_TIME
    where: Where = UNKNOWN_PLACE
    means: tuple[str, ...] = ()
    by: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Derived from the claims, whatever their order."""
        return group_id("t", self.claims)


def group_id(prefix: str, claims: Sequence[Claim]) -> str:
    """The id of a set of claims."""
    return content_id(prefix, sorted(c.ref for c in claims))


@dataclass(frozen=True, slots=True, kw_only=True)
class Linkage:
    """What linking found in a set of claims: incidents, running totals, and families of reports."""

    incidents: tuple[Incident, ...] = ()
    totals: tuple[RunningTotal, ...] = ()
    families: tuple[Family, ...] = ()
