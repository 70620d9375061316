"""The order in which claims and links need a person: doubt x harm x age, each with its reasons.

Invariant: the order is derived from the record alone; weights are data, and every number that orders is shown.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from importlib import resources
from typing import Any

from belegt.link import Narrow
from belegt.model import Account, Claim, HarmClaim, content_id
from belegt.web.held.reading import Reading

PEOPLE = frozenset(("person",))
WIDE_DAYS = 7
LINK_MARGIN = 1.5
"""Points from the strength that joins within which a link is proposed."""


@dataclass(frozen=True)
class Waiting:
    """A claim in the queue; ``reasons`` are keys of phrases, gravest first, ``rival`` a claim that says otherwise."""

    claim: Claim
    doubt: float
    harm: float
    age: float
    days: int
    reasons: tuple[str, ...]
    rival: HarmClaim | None = None

    @cached_property
    def score(self) -> float:
        """What it is ordered by."""
        return self.doubt * self.harm * self.age

    @cached_property
    def ref(self) -> str:
        """What it is asked for by."""
        return self.claim.ref


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
    latest = max((r.published for r in reading.reports.values() if r.published), default=None)
    return sorted((_proposed(reading, link, latest) for link in links), key=lambda p: -p.score)


def _proposed(reading: Reading, link: Narrow, latest: date | None) -> Proposed:
    sides = [
        [c for ref in refs if isinstance(c := reading.claims[ref], HarmClaim)] for refs in (link.first, link.second)
    ]
    told = [*sides[0], *sides[1]]
    days = min(_days(claim, latest) for claim in told)
    distance = min(abs(link.strength - link.needed) / LINK_MARGIN, 1)
    doubt = _data()["weights"]["narrow"] * (1 - distance / 2)
    harm, reasons = max(map(_harm, told)), ("joined" if link.joined else "apart",)
    return Proposed(link, tuple(sides[0]), tuple(sides[1]), doubt, harm, _age(days), days, reasons)


def order(reading: Reading, account: Account | None = None) -> list[Waiting]:
    """Every claim of a reading, the one that needs a person most first; decisions are not looked at.

    ``account`` says what is linked with what: without it neither rivals nor single sources count.
    """
    latest = max((r.published for r in reading.reports.values() if r.published), default=None)
    linked = _linked(account) if account else {}
    waiting = [_waiting(claim, latest, linked.get(claim.ref)) for claim in reading.claims.values()]
    return sorted(waiting, key=lambda w: -w.score)


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


def _waiting(claim: Claim, latest: date | None, place: _Place | None) -> Waiting:
    weights = _data()["weights"]
    rival = place.rival if place else None
    found = sorted(_doubts(claim, place), key=lambda key: -weights[key])
    doubt = 1 - math.prod(1 - weights[key] for key in found) if found else weights["plain"]
    days = _days(claim, latest)
    return Waiting(claim, doubt, _harm(claim), _age(days), days, tuple(found) or ("plain",), rival)


def _days(claim: Claim, latest: date | None) -> int:
    """How much older its report is than the latest."""
    return (latest - claim.report.published).days if latest and claim.report.published else 0


def _age(days: int) -> float:
    return 1 + float(_data()["age"]["per_day"]) * min(days, int(_data()["age"]["most"]))


def _doubts(claim: Claim, place: _Place | None) -> Iterator[str]:
    if claim.stance in ("denied", "disputed"):
        yield claim.stance
    if not isinstance(claim, HarmClaim):
        return
    if not claim.count.stated:
        yield "unstated"
    elif claim.count.qualifier == "vague":
        yield "vague"
    if claim.when.start is None and claim.when.end is None:
        yield "no_date"
    elif not (claim.when.start and claim.when.end) or (claim.when.end - claim.when.start).days > WIDE_DAYS:
        yield "wide_date"
    if not claim.where.place:
        yield "no_place"
    if not claim.source:
        yield "no_source"
    if claim.scope == "total":
        yield "total"
    if set(claim.who) == PEOPLE:
        yield "civilian"
    if place and place.rival:
        yield "rivals"
    if place and place.sources < 2:
        yield "single"


def _harm(claim: Claim) -> float:
    gravity = _data()["gravity"]
    if not isinstance(claim, HarmClaim):
        return float(gravity["other"])
    return float(gravity[claim.kind]) * math.log2(2 + claim.count.point)


@cache
def _data() -> Any:
    return tomllib.loads((resources.files("belegt.web") / "doubt.toml").read_text(encoding="utf-8"))
