"""Figures too great for the incidents that their report tells: the toll of a war beside that of a raid (R10).

Invariant: what nature, hunger or illness did may be of any size, and a figure that others are part of is never taken out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from belegt.model import HarmClaim

VAST = 10_000
TIMES = 100
OF_ANY_SIZE = frozenset(("natural", "illness", "starvation"))


def vast(claims: Sequence[HarmClaim]) -> frozenset[str]:
    """Refs of the killed, ten thousand and more, that are a hundred times those of another incident of their report."""
    by_report: defaultdict[str, list[HarmClaim]] = defaultdict(list)
    for claim in claims:
        if claim.kind == "killed" and claim.scope == "incident":
            by_report[claim.report.id].append(claim)
    found: set[str] = set()
    for told in by_report.values():
        least = min((c.count.point for c in told if c.count.stated and c.count.point > 1), default=0)
        wholes = {c.part_of for c in told}
        found |= {
            c.ref
            for c in told
            if c.count.point >= max(VAST, TIMES * least) and c.id not in wholes and not OF_ANY_SIZE & set(c.means)
        }
    return frozenset(found)
