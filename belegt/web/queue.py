"""The order in which claims and links need a person: doubt x harm x age, each with its reasons.

Invariant: the order is derived from the record alone; weights are data, and every number that orders is shown.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from belegt.link import Narrow
from belegt.model import Account, Claim, HarmClaim, content_id
from belegt.web.held.reading import Reading
from belegt.web.held.signs import Signs, weights

LINK_MARGIN = 1.5
"""Points from the strength that joins within which a link is proposed."""


class Waiting(NamedTuple):
    """A claim in the queue, as it stands in ``held``; ``reasons`` are keys of phrases, gravest first, ``rival`` a claim that says otherwise."""

    ref: str
    held: Mapping[str, Claim]
    doubt: float
    harm: float
    age: float
    days: int
    reasons: tuple[str, ...]
    rival: HarmClaim | None = None

    @property
    def claim(self) -> Claim:
        """The claim itself."""
        return self.held[self.ref]

    @property
    def report(self) -> str:
        """The id of its report."""
        return self.ref.rpartition("#")[0]

    @property
    def score(self) -> float:
        """What it is ordered by."""
        return self.doubt * self.harm * self.age


@dataclass(frozen=True)
class Proposed:
    """A link in the queue: two sets of claims that were joined, or left apart, by little."""

    link: Narrow
    first: tuple[HarmClaim, ...]
    second: tuple[HarmClaim, ...]
    doubt: float
    harm: float
    age: float
    days: int
    reasons: tuple[str, ...]

    @cached_property
    def score(self) -> float:
        """What it is ordered by."""
        return self.doubt * self.harm * self.age

    @cached_property
    def ref(self) -> str:
        """What it is asked for by; it follows from the claims."""
        return content_id("l", sorted(self.link.first), sorted(self.link.second))


def proposals(reading: Reading, links: Sequence[Narrow]) -> list[Proposed]:
    """The links that were decided by little, the one that needs a person most first; decisions are not looked at."""
    latest = max(reading.index.reports.values(), default=0)
    return sorted((_proposed(reading, link, latest) for link in links), key=lambda p: -p.score)


def _proposed(reading: Reading, link: Narrow, latest: int) -> Proposed:
    sides = [
        [c for ref in refs if isinstance(c := reading.claims[ref], HarmClaim)] for refs in (link.first, link.second)
    ]
    told = [*sides[0], *sides[1]]
    own = [reading.index.claims[claim.ref] for claim in told]
    days = min(_days(one, latest) for one in own)
    distance = min(abs(link.strength - link.needed) / LINK_MARGIN, 1)
    doubt = weights()["weights"]["narrow"] * (1 - distance / 2)
    harm, reasons = max(one.harm for one in own), ("joined" if link.joined else "apart",)
    return Proposed(link, tuple(sides[0]), tuple(sides[1]), doubt, harm, _age(days), days, reasons)


def order(reading: Reading, account: Account | None = None) -> list[Waiting]:
    """Every claim of a reading, the one that needs a person most first; decisions are not looked at.

    ``account`` says what is linked with what: without it neither rivals nor single sources count.
    """
    latest = max(reading.index.reports.values(), default=0)
    linked = _linked(account) if account else {}
    held, ages = reading.claims, [_age(days) for days in range(_most_days() + 1)]
    waiting = []
    for ref, own in reading.index.claims.items():
        place, days = linked.get(ref) if linked else None, _days(own, latest)
        doubt, reasons = _weighed((*own.doubts, *_told_by(place)) if place else own.doubts)
        age = ages[min(days, len(ages) - 1)]
        waiting.append(Waiting(ref, held, doubt, own.harm, age, days, reasons, place.rival if place else None))
    return sorted(waiting, key=lambda w: -(w.doubt * w.harm * w.age))


@dataclass(frozen=True)
class _Place:
    """What linking says of a claim: how many independent sources tell it, and who tells it otherwise."""

    sources: int
    rival: HarmClaim | None


def _linked(account: Account) -> Mapping[str, _Place]:
    found: dict[str, _Place] = {}
    groups: list[tuple[Sequence[HarmClaim], int]] = [
        *((i.incident.claims, i.independent_sources) for i in account.incidents),
        *((t.total.claims, t.independent_sources) for t in account.totals),
    ]
    for claims, sources in groups:
        for claim in claims:
            found[claim.ref] = _Place(sources, next((o for o in claims if _rival(claim, o)), None))
    return found


def _rival(claim: HarmClaim, other: HarmClaim) -> bool:
    same = claim.kind == other.kind and set(claim.who) == set(other.who) and claim.report.id != other.report.id
    return same and not (
        claim.count.admits(other.count) or claim.count.retells(other.count) or other.count.retells(claim.count)
    )


def _told_by(place: _Place) -> Iterator[str]:
    """What linking makes doubtful."""
    if place.rival:
        yield "rivals"
    if place.sources < 2:
        yield "single"


@cache
def _weighed(doubts: tuple[str, ...]) -> tuple[float, tuple[str, ...]]:
    """How doubtful all of these make a claim, and the reasons, gravest first."""
    known = weights()["weights"]
    if not doubts:
        return float(known["plain"]), ("plain",)
    return 1 - math.prod(1 - known[key] for key in doubts), tuple(sorted(doubts, key=lambda key: -known[key]))


def _days(own: Signs, latest: int) -> int:
    """How much older its report is than the latest."""
    return latest - own.published if own.published else 0


def _age(days: int) -> float:
    return 1 + float(weights()["age"]["per_day"]) * min(days, _most_days())


def _most_days() -> int:
    return int(weights()["age"]["most"])
