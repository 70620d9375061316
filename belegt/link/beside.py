"""What else was claimed about an incident: facilities struck, areas taken, proposals made at its place and time.

Invariant: a claim stands beside one incident at most, the one it is told nearest to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from belegt.link.compare.time import apart
from belegt.link.compare.where import path, relation
from belegt.link.mention import order, span
from belegt.model import Claim, HarmClaim

KINDS = frozenset(("facility", "control", "proposal"))


def beside(claims: Sequence[Claim], incidents: Sequence[Sequence[HarmClaim]]) -> dict[int, list[Claim]]:
    """For each incident, by its index, the claims that stand beside it."""
    found: defaultdict[int, list[Claim]] = defaultdict(list)
    by_day: defaultdict[tuple[date, str], list[tuple[int, HarmClaim]]] = defaultdict(list)
    by_report: defaultdict[str, list[tuple[int, HarmClaim]]] = defaultdict(list)
    for i, told in enumerate(incidents):
        for harm in told:
            by_report[harm.report.id].append((i, harm))
            if harm.when.start and harm.when.start == harm.when.end:
                for level in _levels(harm):
                    by_day[harm.when.start, level].append((i, harm))
    for claim in sorted((c for c in claims if c.kind in KINDS), key=order):
        day = claim.when.start
        near = [*by_report[claim.report.id], *(found for level in _levels(claim) if day for found in by_day.get((day, level), ()))]
        ranked = [(rank, i) for i, harm in near if (rank := _nearness(claim, harm)) is not None]
        if ranked:
            found[min(ranked)[1]].append(claim)
    return found


def _levels(claim: Claim) -> frozenset[str]:
    """The names of its place and of those around it: two places that can be one share one of them."""
    found = path(claim.where)
    return frozenset(found.levels) if found else frozenset()


def _nearness(claim: Claim, harm: HarmClaim) -> tuple[int, int] | None:
    """0 for one passage, 1 for one sentence, 2 for the same place and day; None where they do not belong together."""
    ours, theirs = path(claim.where), path(harm.where)
    known = ours is not None and theirs is not None
    same_place = ours is not None and theirs is not None and relation(ours, theirs) in ("same", "inside")
    if apart((claim.when.start, claim.when.end), (harm.when.start, harm.when.end)) or (known and not same_place):
        return None
    distance = abs(claim.passage.start - harm.passage.start)
    if claim.passage.overlaps(harm.passage):
        return 0, distance
    if claim.report.id == harm.report.id and span(claim) == span(harm):
        return 1, distance
    dated = claim.when.start is not None and claim.when.start == harm.when.start
    return (2, distance) if same_place and dated else None
