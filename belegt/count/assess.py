"""Assessments: a publisher that weighs its sources itself opens with its own figure, and quotes what it weighed.

A house says in its profile whose it follows: those of publishers (``assessors``) or all (``assessments``). Invariant: only numbers of the same report are outranked; what
others report stays a rival.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from belegt.count.authority import authority, speaker
from belegt.count.profile import Profile
from belegt.count.tally import FIGHTERS, OPEN, Tally
from belegt.model import HarmClaim, is_assessment

OPENING = 500
ONE = re.compile(r"\b(?:martyr|fatality|victim|death|body|family|friend|brother|sister|colleague)$", re.I)


def opening(told: Sequence[Tally], profile: Profile) -> Tally | None:
    """The first number of several people that an assessor gives in its own words at the head of its report; else its only victim."""
    first = sorted((t for t in told if _assessed(t, profile) and _opens(t) < OPENING), key=_opens)
    several = [t for t in first if (t.whole or (t is first[0] and t.stated)) and t.count.point > 1 and (t.stated or t is first[0])]
    if several:
        return several[0]
    return first[0] if first and first[0].count.point == 1 and first[0].count.qualifier == "exact" and len(first) == 1 else None


def _opens(tally: Tally) -> int:
    """Where the report first gives this number in its own words."""
    return min((c.passage.start for c in tally.claims if not authority(c)), default=OPENING)


def outranked(tally: Tally, known: Sequence[Tally], profile: Profile) -> bool:
    """Whether an assessor that quotes a number puts it otherwise in its own words.

    An exact opening figure outranks every other number of its report, one that is open or a range every lower one; without
    an opening figure a lower count that is quoted yields to the lowest that the report gives itself.
    """
    if not _assessed(tally, profile):
        return False
    report = tally.first.report
    own = [t for t in known if t.first.report.id == report.id]
    first = opening(own, profile)
    if first is not None and not first.ceiling:
        lower = tally.count.point < profile.read(first.count).low
        exact = first.count.qualifier not in (*OPEN, "range", "vague", "unstated")
        return tally is not first and not (tally.ceiling and tally.count.point >= first.count.point and not exact) and (lower or exact)
    stated = [t for t in own if not t.ceiling and any(not speaker(c) for c in t.claims)]
    return bool(speaker(tally.first)) and bool(stated) and not tally.ceiling and tally.count.point < min(t.count.point for t in stated)


def only_victim(in_force: Sequence[Tally], profile: Profile) -> bool:
    """Whether an assessor opens with the only victim that it counts: other names in its report are spellings and mourners."""
    single = in_force[0] if len(in_force) == 1 else None
    return single is not None and single.count.high == 1 and _assessed(single, profile) and opening(in_force, profile) is single


def several(told: Sequence[HarmClaim], low: int, high: int | None, profile: Profile) -> int | None:
    """The maximum where an assessment finds one dead and quotes a source that tells of several without a number."""
    if profile.plural is None or low != 1 or (high or 1) > 1:
        return high
    plural = any(_assessor(c, profile) and speaker(c) and c.count.qualifier in ("unstated", "vague") and not ONE.search(c.quote) and not c.part_of for c in told)
    return max(profile.plural[1], 1) if plural else high


def belligerents_apart(told: Sequence[HarmClaim], profile: Profile) -> list[HarmClaim]:
    """The claims without those of an assessment that count belligerents alone beside others: such a house ranges civilian harm."""
    others = {c.report.id for c in told if c.stance == "asserted" and not set(c.who) <= FIGHTERS}
    return [c for c in told if not (set(c.who) <= FIGHTERS and c.report.id in others and _assessor(c, profile))]


def _assessed(tally: Tally, profile: Profile) -> bool:
    return _assessor(tally.first, profile)


def _assessor(claim: HarmClaim, profile: Profile) -> bool:
    name = claim.report.source.name.casefold()
    return any(known in name for known in profile.assessors) or (profile.assessments and is_assessment(claim.report))
