"""A toll: one running total as one report tells it, with its parts; and the score of two tolls being one.

Invariant: the score is symmetric; tolls of different people (children and everyone, fighters and civilians) are never compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from belegt.link.compare.actor import compare_actor
from belegt.link.compare.ground import best, weights
from belegt.link.compare.place import compare_place
from belegt.link.compare.rarity import Rarity
from belegt.link.mention import Mention, mention
from belegt.link.score import EXACT
from belegt.model import HarmClaim, Quantity
from belegt.model.quantity import grain

EVERYONE = frozenset(("person", "civilian", "official", "foreigner"))
UNWEIGHED = Rarity((), {})
SAME_START_DAYS = 3
SAME_START_SHARE = 0.15
NEWS_DAYS = 31
NEAR = 0.8
RIVAL = 0.5


@dataclass(frozen=True, eq=False)
class Toll:
    """The whole, and the mention that it makes with its parts."""

    whole: HarmClaim
    mention: Mention

    @property
    def key(self) -> tuple[object, ...]:
        """Its place in the canonical order."""
        return self.mention.key

    @cached_property
    def keys(self) -> frozenset[tuple[object, ...]]:
        """What it is found by."""
        return _keys(self.whole, self.mention)

    @property
    def claims(self) -> tuple[HarmClaim, ...]:
        """The whole and its parts."""
        return self.mention.claims


def tolls(claims: Sequence[HarmClaim]) -> list[Toll]:
    """Each whole with its parts of the same kind, in canonical order."""
    known = {c.ref: c for c in claims}
    found: defaultdict[str, list[HarmClaim]] = defaultdict(list)
    for claim in claims:
        found[_whole(claim, known).ref].append(claim)
    told = (Toll(known[ref], mention(group)) for ref, group in found.items())
    return sorted(told, key=lambda t: t.mention.key)


def _whole(claim: HarmClaim, known: dict[str, HarmClaim]) -> HarmClaim:
    seen = {claim.ref}
    while (whole := known.get(f"{claim.report.id}#{claim.part_of}")) and whole.ref not in seen and whole.kind == claim.kind:
        claim = whole
        seen.add(claim.ref)
    return claim


def keys(toll: Toll) -> frozenset[tuple[object, ...]]:
    """What a toll is found by: its kind, with its start, its month of telling, or its number, each with a place or none."""
    return toll.keys


def _keys(whole: HarmClaim, m: Mention) -> frozenset[tuple[object, ...]]:
    places = {level for p in m.paths for level in p.levels} or {""}
    told = whole.when.end or whole.report.published
    months = {told.year * 12 + told.month + step for step in (0, 1)} if told else {0}
    found: set[tuple[object, ...]] = {("number", whole.kind, whole.count.point)}
    found |= {("month", whole.kind, place, month) for place in places for month in months}
    return frozenset(found | {("start", whole.kind, place, whole.when.start) for place in places if whole.when.start})


def comparable(a: Toll, b: Toll) -> bool:
    """Whether both count the same kind of harm to the same people."""
    first, second = frozenset(a.whole.who), frozenset(b.whole.who)
    return a.whole.kind == b.whole.kind and (first == second or (first <= EVERYONE and second <= EVERYONE))


def likeness(a: Toll, b: Toll) -> float:
    """By place, period, actor and number."""
    grounds = (compare_place(a.mention, b.mention, UNWEIGHED), compare_actor(a.mention, b.mention))
    return sum(g.weight for g in grounds if g) + _period(a.whole, b.whole) + _number(a.whole.count, b.whole.count)


def alike(a: Toll, b: Toll, limit: float) -> bool:
    """Whether the likeness of two tolls reaches a limit; the places are compared only where it still can."""
    least = limit - EXACT
    actor = weights()["same_actor"]
    total = _period(a.whole, b.whole) + _number(a.whole.count, b.whole.count)
    if total + best("place") + actor < least:
        return False
    place = compare_place(a.mention, b.mention, UNWEIGHED)
    total += place.weight if place else 0.0
    if total + actor < least:
        return False
    told = compare_actor(a.mention, b.mention)
    return total + (told.weight if told else 0.0) >= least


def _period(a: HarmClaim, b: HarmClaim) -> float:
    if a.when.start and b.when.start:
        ends = a.when.end or a.report.published or a.when.start, b.when.end or b.report.published or b.when.start
        longer = max((end - start).days for start, end in zip((a.when.start, b.when.start), ends, strict=True))
        same = abs((a.when.start - b.when.start).days) <= max(SAME_START_DAYS, longer * SAME_START_SHARE)
        overlap = a.when.start <= ends[1] and b.when.start <= ends[0]
        return 2.0 if same and overlap else 0.0 if overlap else -7.0
    if a.report.published and b.report.published:
        return 0.5 if abs((a.report.published - b.report.published).days) <= NEWS_DAYS else 0.0
    return 0.0


def _number(a: Quantity, b: Quantity) -> float:
    if not (a.stated and b.stated):
        return 0.0
    if a.point == b.point:
        return 2.5 if a.point > grain(a.point) else 1.5
    if a.retells(b) or b.retells(a) or ("vague" in (a.qualifier, b.qualifier) and a.admits(b)):
        return 2.0
    ratio = min(a.point, b.point) / max(a.point, b.point, 1)
    return 0.5 if ratio >= NEAR else -0.5 if ratio >= RIVAL else -2.5
