"""Figures: low, best and high for a kind and a group, with the rule that gave them (R14).

Invariant: low <= best, and best <= high where there is a high; None as high says that the texts set no upper bound.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from belegt.errors import BelegtError
from belegt.model.claim import Claim, HarmClaim
from belegt.model.incident import Family, Incident, RunningTotal
from belegt.model.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """How many persons; ``group`` is "" for all or a term of ``victims``.

    ``claims`` are those it rests on, ``other`` those that say otherwise (denials, rival or superseded counts).
    """

    kind: str
    low: int
    best: int
    high: int | None
    rule: str
    claims: tuple[HarmClaim, ...]
    group: str = ""
    other: tuple[HarmClaim, ...] = ()
    profile: str = ""

    def __post_init__(self) -> None:
        if self.low > self.best or (self.high is not None and self.best > self.high):
            raise BelegtError("B104", low=f"{self.low}/{self.best}", high=self.high)

    def as_dict(self) -> dict[str, object]:
        """low, best, high."""
        return {"low": self.low, "best": self.best, "high": self.high}


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentCount:
    """An incident and its figures: one a kind for all, then one a kind and group."""

    incident: Incident
    figures: tuple[Figure, ...]
    independent_sources: int
    grade: str = ""

    def figure(self, kind: str, group: str = "") -> Figure | None:
        """The figure for a kind and a group, None where nothing was claimed."""
        return next((f for f in self.figures if f.kind == kind and f.group == group), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalCount:
    """A running total and its figures, the whole first and then its groups."""

    total: RunningTotal
    figures: tuple[Figure, ...]
    independent_sources: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """All that is known from a set of reports: what the brief is written from and the exports are made of."""

    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    incidents: tuple[IncidentCount, ...] = ()
    totals: tuple[TotalCount, ...] = ()
    families: tuple[Family, ...] = ()
    profile: str = ""
    notes: Mapping[str, str] = field(default_factory=dict)
