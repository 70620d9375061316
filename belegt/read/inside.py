"""Figures of places inside the place of a total are its parts: 81 dead in a country, 27 of them in one of its provinces.

Invariant: the parts of one total never add up to more than it, and a part lies in the time of its whole where both are known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from belegt.model import HarmClaim
from belegt.read.grammar.findings import Finding

FEWEST, REACH = 10, 8
"""Least number of a total that is told by places; figures between it and its part at most."""
HARM = frozenset(("killed", "injured", "missing"))


def parts_by_place(claims: dict[int, HarmClaim], found: Sequence[Finding]) -> None:
    """Name the whole of every figure that belongs to a total told before it, by place and time."""
    ordered = [f for f in found if id(f) in claims]
    taken: dict[str, int] = {}
    for number, finding in enumerate(ordered):
        claim = claims[id(finding)]
        if claim.kind not in HARM or claim.part_of is not None or not claim.where.within or claim.count.high == 0:
            continue
        for earlier in reversed(ordered[max(0, number - REACH) : number]):
            whole = claims[id(earlier)]
            if earlier.sentence < finding.sentence and _holds(whole, claim, taken.get(whole.id, 0)):
                claims[id(finding)] = replace(claim, part_of=whole.id)
                taken[whole.id] = taken.get(whole.id, 0) + (claim.count.low or 1)
                break


def _holds(whole: HarmClaim, part: HarmClaim, taken: int) -> bool:
    """Whether the count of one figure contains that of another."""
    least, size = whole.count.low, part.count.low
    if whole.kind != part.kind or whole.part_of is not None or least is None or size is None or least < FEWEST:
        return False
    if "natural" not in whole.means or not set(part.means) <= set(whole.means):
        return False
    if not whole.where.place or whole.where.place not in part.where.within or size >= least:
        return False
    if whole.count.qualifier in ("exact", "about") and taken + size > least:
        return False
    if whole.when.start is None or part.when.start is None or whole.when.end is None or part.when.end is None:
        return True
    return whole.when.start <= part.when.start and part.when.end <= whole.when.end
