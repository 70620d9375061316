"""Assessments: reports that weigh many sources on one incident, so that all they count is of that incident.

Invariant: what an assessment dates weeks or days off is another event that it mentions, never part of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from belegt.model import HarmClaim, is_assessment

REPORTED_LATER = 4
"""Days on which sources still tell of the incident; an expression of time may date their telling, not the harm."""

DATED_BEFORE = 1
"""A night has two days: what is dated on the first of them is told of the same incident."""
OPENING = 500


def opened(claims: Iterable[HarmClaim]) -> frozenset[str]:
    """Refs of the figures of people that assessments open with in their own words: they are of the incident, whatever their dates look like."""
    return frozenset(
        c.ref
        for c in claims
        if c.scope == "total" and c.passage.start < OPENING and not c.source and c.count.stated and is_assessment(c.report)
    )


def assessed_together(claims: Sequence[HarmClaim]) -> Iterator[tuple[HarmClaim, HarmClaim]]:
    """The first figure of each assessment, with every other that its report tells of the same days."""
    by_report: defaultdict[str, list[HarmClaim]] = defaultdict(list)
    for claim in claims:
        if is_assessment(claim.report):
            by_report[claim.report.id].append(claim)
    for told in by_report.values():
        yield from ((told[0], c) for c in told[1:] if not _another_time(told[0], c))


def _another_time(first: HarmClaim, claim: HarmClaim) -> bool:
    ours, theirs = first.when, claim.when
    if not (ours.start and ours.end and theirs.start and theirs.end):
        return False
    return (ours.start - theirs.end).days > DATED_BEFORE or (theirs.start - ours.end).days > REPORTED_LATER
