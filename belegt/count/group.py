"""Figures of groups (R8, R9, R15): children, women, civilians, fighters among those who came to harm.

Invariant: a group is never larger than its whole where the whole is bounded; where it is contested whether the dead were
civilians, the minimum is 0 on both sides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from belegt.count.authority import authority
from belegt.count.nest import least
from belegt.count.profile import Profile
from belegt.count.range import House, figure
from belegt.count.tally import FIGHTERS, Tally, one
from belegt.model import Figure, HarmClaim
from belegt.terms import load

VICTIMS = load("victims")
EXCLUSIVE = (frozenset(("child", "woman", "man")), frozenset(("civilian", "combatant", "police", "attacker")))


def groups(whole: Figure, claims: Sequence[HarmClaim], house: House) -> list[Figure]:
    """The figures of all groups named for one kind, in the order of the vocabulary."""
    told = [c for c in claims if c.kind == whole.kind]
    found = []
    for group in (g for g in VICTIMS if g != "person"):
        single = [_share(c, group) for c in told if group in c.who]
        result = figure(whole.kind, [c for c in single if c], house, group) if any(single) else None
        result = result or (_civilians(whole, told, house.profile) if group == "civilian" else None)
        if result:
            found.append(_within(result, whole))
    return _contested(found, told, house.profile)


def _share(claim: HarmClaim, group: str) -> HarmClaim | None:
    """The claim where it counts this group alone: "women and children" does not say how many are children."""
    mixed = any(len(exclusive & set(claim.who)) > 1 for exclusive in EXCLUSIVE)
    return None if mixed else claim


def _civilians(whole: Figure, told: Sequence[HarmClaim], profile: Profile) -> Figure | None:
    """At least the children, women and others who are civilian by what they are, where nobody counts civilians."""
    certain = [c for c in told if c.stance == "asserted" and any(VICTIMS[g].fields.get("civilian") for g in c.who)]
    single = [c for c in certain if not FIGHTERS & set(c.who)]
    floor = least(Tally(c.count, (c,), whole=False) for c in single)
    if floor is None:
        return None
    low = floor.count.point
    rule = f"{profile.rule}: at least the groups that are civilian"
    return Figure(kind=whole.kind, group="civilian", low=low, best=low, high=None, rule=rule, claims=floor.claims, profile=profile.name)


def _within(found: Figure, whole: Figure) -> Figure:
    if whole.high is None or (found.high is not None and found.high <= whole.high):
        return found
    return replace(found, high=max(found.best, whole.high))


def _contested(found: list[Figure], told: Sequence[HarmClaim], profile: Profile) -> list[Figure]:
    """The same number called civilians by one voice and fighters by another gives neither a minimum (Airwars)."""
    civilians = [c for c in told if c.stance == "asserted" and "civilian" in c.who]
    fighters = [c for c in told if c.stance == "asserted" and FIGHTERS & set(c.who)]
    pairs = [(a, b) for a in civilians for b in fighters if _same_dead(a, b)]
    if not pairs:
        return found
    rule = f"{profile.rule}: civilian status contested"
    sides = {"civilian", *FIGHTERS}
    return [replace(f, low=0, best=0, rule=rule, other=_all(f)) if f.group in sides else f for f in found]


def _same_dead(a: HarmClaim, b: HarmClaim) -> bool:
    voices = authority(a), authority(b)
    apart = a.report.id != b.report.id or voices[0] != voices[1]
    return apart and a.count.stated and b.count.stated and a.count.point > 1 and (one(a.count, b.count) or one(b.count, a.count))


def _all(found: Figure) -> tuple[HarmClaim, ...]:
    return tuple(c for c in found.other if c not in found.claims)
