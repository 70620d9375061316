"""low, best and high of a figure from the numbers put forward, by a named rule (R9, R14).

How bounds are read:
- "at least 16" alone is a low bound: low and best 16, high None. A count by another authority that is closed at or above it
  bounds it (16 to 25); two open bounds (12 or more, 20 or more) give low 12 and no high. The houses close such ranges when
  they enter them in their databases, at the highest number reported (Airwars enters "at least 20" as 20): that coding is
  the profile's (``coded_high``) and is done at the interchange, not to the figure.
- "up to 50" gives only a high; vague words and plurals count only where no number is told.
- rival numbers widen low..high; retellings support; denied and disputed claims, and numbers since replaced, stand in
  ``other`` and never raise best.
- distinct names set the minimum; partial figures (some of the dead, by group) set it only where no whole is told.

Rules for best, after van Baalen and Höglund (aggregation of event reports): ``conservative`` the lowest number in force,
``informative`` the most specific and latest, ``representative`` the one that most independent voices tell.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from belegt.count.assess import belligerents_apart, only_victim, opening, outranked, several
from belegt.count.cumulate import supersede
from belegt.count.nest import least, tallies
from belegt.count.profile import Profile
from belegt.count.tally import OPEN, SPECIFIC, Tally, merge
from belegt.count.victims import distinct
from belegt.model import Figure, HarmClaim


@dataclass(frozen=True, slots=True)
class House:
    """By whose rules figures are made, and for each claim, by its ref, the voices that it rests on."""

    profile: Profile
    voices: Mapping[str, frozenset[str]]

    def told_by(self, tally: Tally) -> int:
        """How many independent voices tell a number."""
        return len(frozenset[str]().union(*(self.voices[c.ref] for c in tally.claims)))


def figure(kind: str, claims: Sequence[HarmClaim], house: House, group: str = "") -> Figure | None:
    """The figure of one kind, for all or for a group; None where nobody asserts or denies anything of it."""
    told = [c for c in claims if c.kind == kind and (not group or group in c.who)]
    told = told if group else belligerents_apart(told, house.profile)
    asserted = [c for c in told if c.stance == "asserted"]
    contrary = [c for c in told if c.stance != "asserted"]
    if not asserted:
        return _unasserted(kind, group, contrary, house.profile) if told else None
    in_force, replaced = supersede(_wholes(tallies(asserted, group), house.profile))
    yielding = [t for t in in_force if outranked(t, in_force, house.profile)]
    in_force = [t for t in in_force if t not in yielding]
    named = 1 if only_victim(in_force, house.profile) else distinct(asserted)
    low, high = _bounds(in_force, named, house.profile)
    mixed = [c for c in claims if c.kind == "casualties" and c.stance == "asserted"] if not group else []
    high = several([*asserted, *mixed], low, high, house.profile)
    chosen = _best(in_force, house)
    best = max(low, house.profile.read(chosen.count).low)
    says_otherwise = [c for t in (*in_force, *replaced, *yielding) if t is not chosen for c in t.claims]
    return Figure(
        kind=kind,
        group=group,
        low=low,
        best=best if high is None else min(best, high),
        high=high,
        rule=_words(house.profile.rule, in_force, named, low),
        claims=chosen.claims,
        other=tuple(c for c in dict.fromkeys((*says_otherwise, *contrary)) if c not in chosen.claims),
        profile=house.profile.name,
    )


def _wholes(found: Sequence[Tally], profile: Profile) -> list[Tally]:
    """The numbers for all, vague ones only where nothing better is told; else the least that the partial figures give."""
    first = opening(found, profile)
    if first is not None and first.count.point == 1:
        return [first]
    found = [replace(t, whole=True) if t is first else t for t in found]
    first = opening(found, profile)
    stated = [t for t in found if t.whole and t.stated]
    partial = [t for t in found if not t.whole]
    wholes = merge(t for t in stated if not _single(t, [t for t in found if t.stated]))
    floor = least(partial)
    if first is not None and not first.stated:
        return [*(t for t in wholes if t.count.point >= profile.read(first.count).low or t.ceiling), first]
    if [t for t in wholes if not t.ceiling]:
        return wholes
    vague = merge(t for t in found if t.whole and not t.stated)
    if floor and (not vague or floor.count.point > max(profile.read(t.count).low for t in vague)):
        return [*wholes, floor]
    worded = [t for t in vague if t.count.qualifier == "vague"]
    return [*wholes, *(worded or vague)] or [t for t in partial if t.ceiling]


def _single(tally: Tally, stated: Sequence[Tally]) -> bool:
    """One person told beside a larger number in the same report is one of them, not a rival count."""
    if tally.count.point != 1 or tally.count.qualifier != "exact":
        return False
    return any(t.count.point > 1 and not t.ceiling and t.first.report.id == tally.first.report.id for t in stated)


def _bounds(in_force: Sequence[Tally], named: int, profile: Profile) -> tuple[int, int | None]:
    readings = [profile.read(t.count) for t in in_force]
    lows = [r.low for r, t in zip(readings, in_force, strict=True) if not t.ceiling]
    low = max(min(lows, default=0), named)
    closed = [r.high for r in readings if r.high is not None]
    reach = [r.low for r in readings if r.high is None]
    highest = max(closed, default=None)
    if reach and (highest is None or highest < max(reach) or (highest == max(reach) and not _bounding(in_force, highest))):
        return low, None
    return low, None if highest is None else max(highest, low)


def _bounding(in_force: Sequence[Tally], number: int) -> bool:
    """Whether a closed count stands at this number in its own right, beside an open one that reaches it."""
    return any(t.count.high == number and t.count.qualifier not in OPEN for t in in_force)


def _best(in_force: Sequence[Tally], house: House) -> Tally:
    floors = [t for t in in_force if not t.ceiling] or list(in_force)
    if house.profile.rule == "informative":
        return min(floors, key=lambda t: (SPECIFIC.index(t.count.qualifier), -t.told.toordinal(), -t.count.point, t.rank))
    if house.profile.rule == "representative":
        return max(floors, key=lambda t: (house.told_by(t), -t.count.point))
    return min(floors, key=lambda t: (house.profile.read(t.count).low, t.rank))


def _words(rule: str, in_force: Sequence[Tally], named: int, low: int) -> str:
    """The rule's name, and what it chose between."""
    numbers = sorted({t.count.point for t in in_force})
    if named and named == low and low not in numbers:
        return f"{rule}: {named} named, above the lowest count"
    if len(numbers) > 1:
        return f"{rule}: of the counts " + ", ".join(map(str, numbers))
    return f"{rule}: one count"


def _unasserted(kind: str, group: str, contrary: Sequence[HarmClaim], profile: Profile) -> Figure:
    """What is only denied or disputed is documented as zero, with the claims beside it."""
    highs = [c.count.high if c.count.high is not None else c.count.low or 0 for c in contrary]
    rule = f"{profile.rule}: only denied or disputed"
    return Figure(kind=kind, group=group, low=0, best=0, high=max(highs), rule=rule, claims=(), other=tuple(contrary), profile=profile.name)
