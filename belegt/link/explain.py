"""Why claims are one incident, and why the incidents nearest to it are others: every part of every score (R28).

Invariant: what is explained is what was linked: the same mentions, weights, vetoes and decisions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from belegt.link.assemble import incident
from belegt.link.block import pairs
from belegt.link.compare.ground import weights
from belegt.link.decided import Decided
from belegt.link.linkage import Grouped, group
from belegt.link.mention import Mention, order
from belegt.link.score import Score, score
from belegt.model import Claim, Decision, Incident, Report

MOST = 3


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims, by their refs, and each ground of their mentions being one with its weight; the total is their sum."""

    first: str
    second: str
    total: float
    grounds: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another incident: its nearest pair with this one, the mean over all pairs, and what keeps them apart in words."""

    incident: Incident
    nearest: Pair
    mean: float
    because: str


@dataclass(frozen=True, slots=True)
class Explained:
    """An incident, for each of its mentions but the first the nearest before it, and its neighbours, the nearest first.

    ``needed`` is the strength at which mentions are joined: the mean of all their pairs and the best, half and half.
    """

    incident: Incident
    inside: tuple[Pair, ...]
    neighbours: tuple[Neighbour, ...]
    needed: float


def explain(
    reports: Sequence[Report], claims: Sequence[Claim], decisions: Sequence[Decision], ref: str, other: str = ""
) -> Explained | None:
    """The incident that holds the claim ``ref``; None where it stands in no incident.

    Its neighbours are the nearest, or the incident that holds the claim ``other`` alone.
    """
    found = group(reports, sorted(claims, key=order), decisions)
    built = [incident(mentions, found.grounds, ()) for mentions in found.groups]
    home = {c.ref: i for i, one in enumerate(built) for c in one.claims}
    own = home.get(ref)
    if own is None:
        return None
    inside = tuple(_inside(found.groups[own], found))
    near = [home[other]] if other in home else [] if other else _nearest(own, found)
    others = tuple(_neighbour(own, at, built[at], found) for at in near if at != own)
    return Explained(built[own], inside, others, weights()["link"])


def _inside(mentions: Sequence[Mention], found: Grouped) -> Iterator[Pair]:
    """For each mention the one before it that speaks most for it."""
    told = sorted(mentions, key=lambda m: m.key)
    for at, own in enumerate(told[1:], 1):
        yield max((_pair(before, own, found) for before in told[:at]), key=lambda pair: pair.total)


def _nearest(own: int, found: Grouped) -> list[int]:
    """The groups that any mention of this one was compared with, those with the best pair first."""
    mentions = [m for members in found.groups for m in members]
    home = [i for i, members in enumerate(found.groups) for _ in members]
    best: dict[int, float] = {}
    for i, j in pairs(mentions):
        if own in (home[i], home[j]) and home[i] != home[j]:
            other = home[j] if home[i] == own else home[i]
            best[other] = max(score(mentions[i], mentions[j], found.grounds.rarity).total, best.get(other, float("-inf")))
    return sorted(best, key=lambda other: (-best[other], other))[:MOST]


def _neighbour(own: int, other: int, built: Incident, found: Grouped) -> Neighbour:
    scores = [(score(a, b, found.grounds.rarity), a, b) for a in found.groups[own] for b in found.groups[other]]
    _, a, b = max(scores, key=lambda told: told[0].total)
    nearest, mean = _pair(a, b, found), sum(s.total for s, _, _ in scores) / len(scores)
    return Neighbour(built, nearest, round(mean, 2), _because(scores, mean, nearest, found.decided))


def _because(scores: Sequence[tuple[Score, Mention, Mention]], mean: float, nearest: Pair, decided: Decided) -> str:
    """What keeps two apart: a decision, a contradiction, or too few points."""
    if reason := decided.apart_because((c.ref for _, a, _ in scores for c in a.claims), (c.ref for _, _, b in scores for c in b.claims)):
        return reason
    worst, a, b = min(scores, key=lambda told: told[0].total)
    if worst.total <= weights()["never"]:
        return f"{worst.words} ({a.claims[0].ref} and {b.claims[0].ref}) keeps them apart whatever else they share"
    return f"{(mean + nearest.total) / 2:.1f} points, {weights()['link']:.1f} are needed"


def _pair(a: Mention, b: Mention, found: Grouped) -> Pair:
    told = score(a, b, found.grounds.rarity)
    grounds = tuple((g.words, round(g.weight, 2)) for g in told.grounds if g.words)
    return Pair(a.claims[0].ref, b.claims[0].ref, round(told.total, 2), grounds)
