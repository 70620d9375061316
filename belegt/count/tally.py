"""A tally: one number put forward for one kind of harm, with every claim that tells it.

Invariant: a tally never mixes numbers that exclude each other, nor people who are counted apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from belegt.count.authority import authority
from belegt.model import HarmClaim, Quantity

SPECIFIC = ("exact", "range", "about", "at_least", "more_than", "up_to", "vague", "unstated")
OPEN = ("at_least", "more_than")
FIGHTERS = frozenset(("combatant", "police", "attacker"))


@dataclass(frozen=True, slots=True, eq=False)
class Tally:
    """``count`` as told; ``claims`` put it forward, the one it was read from first; ``whole`` says that it counts everyone."""

    count: Quantity
    claims: tuple[HarmClaim, ...]
    whole: bool = True

    @property
    def first(self) -> HarmClaim:
        """The claim that the number was read from."""
        return self.claims[0]

    @property
    def stated(self) -> bool:
        """False for vague words and bare plurals."""
        return self.count.qualifier not in ("vague", "unstated")

    @property
    def ceiling(self) -> bool:
        """Whether it sets nothing but an upper bound."""
        return self.count.low is None

    @property
    def told(self) -> date:
        """The latest day that it was told of or on."""
        return max(c.when.end if c.scope == "total" and c.when.end else c.report.published or date.min for c in self.claims)

    @property
    def rank(self) -> tuple[int, date, str, int]:
        """The more specific first, then the earlier told."""
        claim = self.first
        return (SPECIFIC.index(self.count.qualifier), claim.report.published or date.max, claim.report.id, claim.passage.start)


def merge(tallies: Iterable[Tally]) -> list[Tally]:
    """Tallies of one number made one; a rounded retelling supports what it rounds and does not replace it.

    "More than 140" retells 141; "at least 16" and "16" are one number, and it stays open above unless another authority
    gives it as exact: a headline that drops "at least" bounds nothing.
    """
    merged: list[Tally] = []
    for tally in sorted(tallies, key=lambda t: t.rank):
        home = next((i for i, known in enumerate(merged) if one(known.count, tally.count)), None)
        if home is None:
            merged.append(tally)
        else:
            merged[home] = _support(merged[home], tally)
    return merged


def one(known: Quantity, rough: Quantity) -> bool:
    """Whether two counts put one number forward, the second no more specific than the first."""
    ceilings = {known.low is None, rough.low is None}
    if len(ceilings) == 2:
        return False
    vague = {"vague", "unstated", "range"} & {known.qualifier, rough.qualifier}
    if vague:
        return (known.qualifier, known.low, known.high) == (rough.qualifier, rough.low, rough.high)
    return known.point == rough.point or rough.retells(known)


def _support(known: Tally, told: Tally) -> Tally:
    count = known.count
    if count.point == told.count.point and count.high is not None and told.count.high is None:
        bounded = any(_another_voice(c, told.claims) for c in known.claims if c.count.high is not None)
        count = count if bounded else told.count
    return replace(known, count=count, claims=(*known.claims, *told.claims), whole=known.whole or told.whole)


def _another_voice(claim: HarmClaim, others: Sequence[HarmClaim]) -> bool:
    voice = authority(claim)
    return bool(voice) and all(voice != authority(o) and claim.report.id != o.report.id for o in others)


def total(tallies: Sequence[Tally], *, whole: bool) -> Tally:
    """The sum of tallies of different people; open above where one of them is."""
    low = sum(t.count.low or 0 for t in tallies)
    highs = [t.count.high for t in tallies]
    high = None if None in highs else sum(h for h in highs if h is not None)
    qualifier = "at_least" if high is None else "exact" if low == high else "range"
    claims = tuple(c for t in tallies for c in t.claims)
    return Tally(Quantity("", low, high, qualifier), claims, whole)
