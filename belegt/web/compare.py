"""Claims of an incident side by side, a column a source family, with what does not agree marked ("disagreement before consensus").

Invariant: copies of one text stand in one column, that of the report which had it first.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from belegt.model import Account, HarmClaim, Report, Where


@dataclass(frozen=True)
class Told:
    """A claim in its column, and whether its number excludes that of another column."""

    claim: HarmClaim
    differs: bool


@dataclass(frozen=True)
class Column:
    """What one source family says; the fields hold each value once, with whether others say otherwise."""

    report: Report
    copies: tuple[Report, ...]
    told: tuple[Told, ...]
    times: tuple[tuple[HarmClaim, bool], ...]
    places: tuple[tuple[HarmClaim, bool], ...]
    speakers: tuple[HarmClaim, ...]
    by: tuple[tuple[str, bool], ...]
    means: tuple[tuple[str, bool], ...]

    def kind(self, kind: str) -> list[Told]:
        """What it says of one kind of harm."""
        return [told for told in self.told if told.claim.kind == kind]


def columns(claims: Sequence[HarmClaim], account: Account) -> list[Column]:
    """One column for each family that speaks, in the order of the claims."""
    reports = {r.id: r for r in account.reports}
    first = {id: family.first for family in account.families for id in family.reports}
    groups: dict[str, list[HarmClaim]] = {}
    for claim in claims:
        groups.setdefault(first.get(claim.report.id, claim.report.id), []).append(claim)
    return [
        _column(reports[id], own, [c for other in groups if other != id for c in groups[other]])
        for id, own in groups.items()
    ]


def _column(report: Report, own: Sequence[HarmClaim], others: Sequence[HarmClaim]) -> Column:
    copies = {c.report.id: c.report for c in own if c.report.id != report.id}
    shown = [c for c in own if c.report.id == report.id] or list(own)
    return Column(
        report=report,
        copies=tuple(copies.values()),
        told=tuple(Told(c, any(_excludes(c, other) for other in others)) for c in shown),
        times=tuple(
            (c, any(_apart(c, o) for o in others))
            for c in _once(shown, lambda c: (c.when.start, c.when.end))
            if c.when.start or c.when.end
        ),
        places=tuple(
            (c, any(_elsewhere(c.where, o.where) for o in others))
            for c in _once(shown, lambda c: c.where.place)
            if c.where.place
        ),
        speakers=tuple(_once(shown, lambda c: (c.source, c.authority))),
        by=_values(shown, others, "by"),
        means=_values(shown, others, "means"),
    )


def _once(claims: Sequence[HarmClaim], key: Callable[[HarmClaim], Hashable]) -> list[HarmClaim]:
    """The first claim of each key."""
    return list({key(c): c for c in reversed(claims)}.values())[::-1]


def _values(own: Sequence[HarmClaim], others: Sequence[HarmClaim], field: str) -> tuple[tuple[str, bool], ...]:
    said = dict.fromkeys(value for c in own for value in getattr(c, field))
    elsewhere = {value for c in others for value in getattr(c, field)}
    agree = not elsewhere or bool(elsewhere & set(said))
    return tuple((value, not agree) for value in said)


def _excludes(claim: HarmClaim, other: HarmClaim) -> bool:
    """Whether no number satisfies both counts of the same people, or one denies what the other asserts."""
    if claim.kind != other.kind or set(claim.who) != set(other.who):
        return False
    return not claim.count.admits(other.count) or (claim.stance == "asserted") != (other.stance == "asserted")


def _apart(claim: HarmClaim, other: HarmClaim) -> bool:
    a, b = claim.when, other.when
    return bool(a.end and b.start and a.end < b.start) or bool(b.end and a.start and b.end < a.start)


def _elsewhere(a: Where, b: Where) -> bool:
    """Whether both places are known and neither lies in the other."""
    return bool(a.place and b.place) and a.place != b.place and a.place not in b.within and b.place not in a.within
