"""Links that were decided by little: incidents left apart just below the strength that joins, and mentions joined just above it.

Invariant: what is proposed is what was linked: the same mentions, weights, vetoes and decisions. What a veto or a person keeps
apart, and what a person joined, is never proposed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from belegt.link.block import pairs
from belegt.link.cluster import BEST_SHARE, COMPARED_LATER
from belegt.link.compare.ground import weights
from belegt.link.decided import Decided
from belegt.link.linkage import Grouped, group
from belegt.link.mention import Mention, order
from belegt.link.score import Score, reaches, score
from belegt.model import Claim, Decision, Report

LARGEST = 25
"""Mentions of an incident up to which each is looked at for itself: in a greater one no single link decides."""


@dataclass(frozen=True, slots=True)
class Narrow:
    """Two sets of claims, by their refs, and how strongly they are linked beside the strength that is ``needed``.

    ``nearest`` are the two claims that speak most for it, ``grounds`` what their mentions share or not, each with its weight.
    """

    first: tuple[str, ...]
    second: tuple[str, ...]
    joined: bool
    strength: float
    needed: float
    nearest: tuple[str, str]
    grounds: tuple[tuple[str, float], ...]


def narrow(
    reports: Sequence[Report], claims: Sequence[Claim], decisions: Sequence[Decision] = (), margin: float = 1.5
) -> list[Narrow]:
    """Every link within ``margin`` points of the strength that joins, the narrowest first."""
    found = group(reports, sorted(claims, key=order), decisions)
    told = [*_apart(found, margin), *_joined(found, margin)]
    return sorted(told, key=lambda one: (abs(one.strength - one.needed), one.first, one.second))


def _apart(found: Grouped, margin: float) -> Iterator[Narrow]:
    """Pairs of incidents that were compared and fell short by little."""
    mentions = [m for members in found.groups for m in members]
    home = [i for i, members in enumerate(found.groups) for _ in members]
    near: set[tuple[int, int]] = set()
    for i, j in pairs(mentions):
        if home[i] != home[j] and reaches(mentions[i], mentions[j], found.grounds.rarity, weights()["link"] - margin):
            near.add((min(home[i], home[j]), max(home[i], home[j])))
    for a, b in sorted(near):
        told = _weighed(found.groups[a], found.groups[b], found, joined=False)
        if told and 0 < told.needed - told.strength <= margin:
            yield told


def _joined(found: Grouped, margin: float) -> Iterator[Narrow]:
    """For each incident the mention that belongs to the rest of it by the least, where that is little."""
    for members in found.groups:
        if not 1 < len(members) <= LARGEST:
            continue
        split = (_weighed([m], [o for o in members if o is not m], found, joined=True) for m in members)
        weakest = min((one for one in split if one), key=lambda one: one.strength, default=None)
        if weakest and weakest.strength - weakest.needed <= margin:
            yield weakest


def _weighed(ours: Sequence[Mention], theirs: Sequence[Mention], found: Grouped, *, joined: bool) -> Narrow | None:
    """How strongly two sets of mentions are linked; None over a veto, a decision, or more pairs than are ever compared."""
    if len(ours) * len(theirs) > COMPARED_LATER or _settled(ours, theirs, found.decided):
        return None
    told = [(score(a, b, found.grounds.rarity), a, b) for a in ours for b in theirs]
    totals = [one.total for one, _, _ in told]
    if min(totals) <= weights()["never"]:
        return None
    nearest, a, b = max(told, key=lambda row: row[0].total)
    mean = sum(totals) / len(totals)
    strength = mean * (1 - BEST_SHARE) + nearest.total * BEST_SHARE
    pair = (a.claims[0].ref, b.claims[0].ref)
    return Narrow(_refs(ours), _refs(theirs), joined, round(strength, 2), weights()["link"], pair, _grounds(nearest))


def _settled(ours: Sequence[Mention], theirs: Sequence[Mention], decided: Decided) -> bool:
    """Whether somebody decided that one of ours and one of theirs are one, or are not."""
    touched = decided.targets
    left, right = ([ref for ref in _refs(side) if ref in touched] for side in (ours, theirs))
    return any(decided.same(a, b) or decided.apart(a, b) for a in left for b in right)


def _refs(mentions: Sequence[Mention]) -> tuple[str, ...]:
    return tuple(c.ref for m in mentions for c in m.claims)


def _grounds(told: Score) -> tuple[tuple[str, float], ...]:
    return tuple((g.words, round(g.weight, 2)) for g in told.grounds if g.words)
