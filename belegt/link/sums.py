"""Sums that a report draws over several of its own incidents ("raids kill 25": 11 here, 5 there, 9 elsewhere).

Such a figure is a total of that day, whatever its words look like: counted as an incident it would count people twice (R10).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations, product

from belegt.link.bundle import fits
from belegt.link.compare.actor import compare_actor
from belegt.link.compare.time import apart
from belegt.link.compare.where import Path, contains, relation
from belegt.link.mention import Mention
from belegt.model import HarmClaim

MOST_PARTS = 4
MOST_CANDIDATES = 12
LEAST_SUM = 4


def broken_down(claims: Sequence[HarmClaim]) -> frozenset[str]:
    """Refs of wholes that their parts, which lie in different places or times, add up to: sums over incidents."""
    known = {c.ref: c for c in claims}
    parts: defaultdict[str, list[HarmClaim]] = defaultdict(list)
    for claim in claims:
        if claim.part_of:
            parts[f"{claim.report.id}#{claim.part_of}"].append(claim)
    return frozenset(
        whole
        for whole, told in parts.items()
        if whole in known
        and sum(p.count.point for p in told if p.kind == known[whole].kind) == known[whole].count.point
        and any(not fits(a, b) for a, b in combinations(told, 2))
    )


def added_up(mentions: Sequence[Mention]) -> frozenset[str]:
    """Refs of the claims of mentions that are the exact sum of others in their report, told in other places or by other means."""
    by_report: defaultdict[str, list[Mention]] = defaultdict(list)
    for m in mentions:
        by_report[m.report.id].append(m)
    return frozenset(c.ref for told in by_report.values() for whole in told if _is_sum(whole, told) for c in whole.claims)


def _is_sum(whole: Mention, told: Sequence[Mention]) -> bool:
    return any(_adds_up(kind, count.point, whole, told) for kind, count in whole.counts if count.point >= LEAST_SUM)


def _adds_up(kind: str, number: int, whole: Mention, told: Sequence[Mention]) -> bool:
    held = [m for m in told if m is not whole and any(k == kind for k, _ in m.counts) and _may_hold(whole, m)]
    parts = [(m, n) for m in held if (n := frozenset(v for v in _numbers(kind, m) if v < number))][:MOST_CANDIDATES]
    for size in range(2, MOST_PARTS + 1):
        for chosen in combinations(parts, size):
            sums = any(sum(numbers) == number for numbers in product(*(n for _, n in chosen)))
            if sums and all(_apart(a, b) for (a, _), (b, _) in combinations(chosen, 2)):
                return True
    return False


def _numbers(kind: str, m: Mention) -> frozenset[int]:
    """What a mention may add up to for a kind: any of its counts, or all that differ together."""
    counts = {count.point for k, count in m.counts if k == kind}
    return frozenset(counts | {sum(counts)}) - {0}


def _may_hold(whole: Mention, part: Mention) -> bool:
    """Whether a part told after it may be counted in the whole: not on another day, nor outside its place."""
    if part.key < whole.key or apart((whole.start, whole.end), (part.start, part.end)):
        return False
    return all(_may_lie_in(p, q) for p in whole.paths for q in part.paths)


def _may_lie_in(whole: Path, part: Path) -> bool:
    found = relation(whole, part)
    if found in ("beside", "other"):
        return whole.wide and not part.wide
    return found != "inside" or contains(whole, part)


def _apart(a: Mention, b: Mention) -> bool:
    """Whether two mentions are certainly not of the same people: other places, means or actors, or told as another."""
    if a.means and b.means and not a.means & b.means:
        return True
    if a.paths and b.paths and all(relation(p, q) in ("beside", "other") for p in a.paths for q in b.paths):
        return True
    actor = compare_actor(a, b)
    return (actor is not None and actor.name == "rival_actor") or max(a, b, key=lambda m: m.key).another
