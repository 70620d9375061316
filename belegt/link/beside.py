"""What else was claimed about an incident: facilities struck, areas taken, proposals made at its place and time.

Invariant: a claim stands beside one incident at most, the one it is told nearest to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from belegt.link.compare.time import apart
from belegt.link.compare.where import path, relation
from belegt.link.mention import order, span
from belegt.model import Claim, HarmClaim

Key = tuple[object, ...]
KINDS = frozenset(("facility", "control", "proposal"))


def beside(claims: Sequence[Claim], incidents: Sequence[Sequence[HarmClaim]]) -> dict[int, list[Claim]]:
    """For each incident, by its index, the claims that stand beside it."""
    found: defaultdict[int, list[Claim]] = defaultdict(list)
    by_key: defaultdict[Key, list[tuple[int, HarmClaim]]] = defaultdict(list)
    for i, told in enumerate(incidents):
        for harm in told:
            for key in harm_keys(harm):
                by_key[key].append((i, harm))
    for claim in sorted((c for c in claims if c.kind in KINDS), key=order):
        near = (found for key in keys(claim) for found in by_key.get(key, ()))
        ranked = [(rank, i) for i, harm in near if (rank := nearness(claim, harm)) is not None]
        if ranked:
            found[min(ranked)[1]].append(claim)
    return found


def keys(claim: Claim) -> Iterator[Key]:
    """What a claim finds figures by: its report, or the day and each name of its place."""
    yield (claim.report.id,)
    if claim.when.start:
        for level in _levels(claim):
            yield claim.when.start, level


def harm_keys(harm: HarmClaim) -> Iterator[Key]:
    """What a figure is found by; only a day, not a longer time, makes it of the day of another claim."""
    yield (harm.report.id,)
    if harm.when.start and harm.when.start == harm.when.end:
        for level in _levels(harm):
            yield harm.when.start, level


def _levels(claim: Claim) -> frozenset[str]:
    """The names of its place and of those around it: two places that can be one share one of them."""
    found = path(claim.where)
    return frozenset(found.levels) if found else frozenset()


def nearness(claim: Claim, harm: HarmClaim) -> tuple[int, int] | None:
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
