"""Who is counted inside whom: parts inside wholes, different people added, the same people counted once (R8).

A part never adds to its whole; parts alone set a minimum. Figures of different people told in one breath ("two soldiers and
a child") add up; "another three" adds to what was told before. Invariant: no person is counted twice within one report.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from belegt.count.authority import speaker
from belegt.count.breath import breaths
from belegt.count.tally import FIGHTERS, Tally, total
from belegt.count.victims import distinct
from belegt.model import HarmClaim, Quantity
from belegt.terms import load

VICTIMS = load("victims")
EVERYONE = frozenset(("person", "civilian", "foreigner", "official", "prisoner", "refugee"))
ANOTHER = re.compile(r"\b(another|further|additional|more(?! than)|weitere[rns]?|zusätzlich\w*)\b", re.I)
REACH = 24
BY_AGE = ("child", "woman", "man")


def tallies(claims: Sequence[HarmClaim], group: str = "") -> list[Tally]:
    """The numbers put forward for one kind of harm, report by report; for a ``group``, of the claims that count it."""
    by_report: defaultdict[str, list[HarmClaim]] = defaultdict(list)
    for claim in claims:
        by_report[claim.report.id].append(claim)
    return [t for told in by_report.values() for t in _report(sorted(told, key=lambda c: c.passage.start), group)]


def _report(claims: Sequence[HarmClaim], group: str) -> list[Tally]:
    roots, parts = _tree(claims)
    told = [_tally(root, parts.get(root.id, ()), group) for root in roots]
    return _both_sides(_inside(_continued(breaths(told))))


def _tree(claims: Sequence[HarmClaim]) -> tuple[list[HarmClaim], Mapping[str, list[HarmClaim]]]:
    """The claims that are part of no other here, and those directly inside each."""
    ids = {c.id for c in claims}
    parts: defaultdict[str, list[HarmClaim]] = defaultdict(list)
    roots = []
    for claim in claims:
        if claim.part_of in ids and claim.part_of != claim.id:
            parts[str(claim.part_of)].append(claim)
        else:
            roots.append(claim)
    return roots, parts


def _tally(root: HarmClaim, parts: Sequence[HarmClaim], group: str) -> Tally:
    """A whole with a bare plural is at least what its parts add up to."""
    tally = Tally(root.count, (root,), _counts_all(root, group))
    if tally.stated or not parts:
        return tally
    floor = least([Tally(p.count, (p,), whole=False) for p in parts])
    if floor is None or floor.count.point <= root.count.point:
        return tally
    return replace(tally, count=Quantity(root.count.text, floor.count.point, None, "at_least"), claims=(root, *floor.claims))


def _counts_all(claim: HarmClaim, group: str) -> bool:
    """Whether a claim counts all who came to harm, not some of them by name or by group."""
    named = bool(claim.named) and len(claim.named) >= (claim.count.high or 1)
    return not named and (bool(group) or bool(EVERYONE & set(claim.who)) or len(claim.who) > 1)


def _continued(told: Sequence[Tally]) -> list[Tally]:
    """"Another three" added to the number told before it in the report."""
    found: list[Tally] = []
    for tally in sorted(told, key=lambda t: t.first.passage.start):
        if found and tally.stated and found[-1].stated and _another(tally.first) and not tally.ceiling:
            found[-1] = total([found[-1], tally], whole=found[-1].whole or tally.whole)
        else:
            found.append(tally)
    return found


def _inside(told: Sequence[Tally]) -> list[Tally]:
    """Without the smaller numbers that a voice tells after a larger one of all: they are some of those."""
    return [t for t in told if not any(_after_larger(t, known) for known in told)]


def _after_larger(tally: Tally, known: Tally) -> bool:
    smaller = tally.stated and not tally.ceiling and 0 < tally.count.point < known.count.point
    if not smaller or not known.whole or not tally.whole or known.ceiling or not known.stated:
        return False
    voice, start = speaker(tally.first), min(c.passage.start for c in tally.claims)
    return any(c.passage.end <= start and speaker(c) == voice for c in known.claims)


def _both_sides(told: Sequence[Tally]) -> list[Tally]:
    """Fighters added to the civilians that the same voice counts, where no figure of the report counts everyone."""
    fighters = [t for t in told if set(t.first.who) <= FIGHTERS and t.stated and not t.ceiling]
    civilians = [t for t in told if t.whole and all("civilian" in c.who for c in t.claims)]
    if not fighters or any(t.whole and t not in civilians and t not in fighters for t in told):
        return list(told)
    added = {id(t): [f for f in fighters if speaker(f.first) == speaker(t.first) and f.count.point != t.count.point] for t in civilians}
    kept = [t for t in told if not any(t in sides for sides in added.values())]
    return [total([t, *added[id(t)][:1]], whole=True) if added.get(id(t)) else t for t in kept]


def _another(claim: HarmClaim) -> bool:
    start = claim.passage.start
    return bool(ANOTHER.search(claim.report.text[max(0, start - REACH // 2) : start + REACH]))


def least(told: Iterable[Tally]) -> Tally | None:
    """The least number of different people in partial figures: each group once, names once; None where there are none."""
    by_group: defaultdict[str, list[Tally]] = defaultdict(list)
    for tally in told:
        if not tally.ceiling:
            by_group[_category(tally.first)].append(tally)
    if not by_group:
        return None
    chosen = [max(group, key=lambda t: (t.count.point, t.stated)) for group in _sorted(by_group)]
    named = {key: distinct(c for t in group for c in t.claims) for key, group in by_group.items()}
    least_of = {_category(t.first): max(t.count.point, named[_category(t.first)]) for t in chosen}
    number = _people(least_of)
    rivals = any(t.count.point != most.count.point for most, group in zip(chosen, _sorted(by_group), strict=True) for t in group)
    open_above = rivals or any(t.count.high is None or not t.stated for t in chosen)
    qualifier = "at_least" if open_above else "exact"
    count = Quantity("", number, None if open_above else number, qualifier)
    return Tally(count, tuple(c for t in chosen for c in t.claims), whole=True)


def _people(least_of: Mapping[str, int]) -> int:
    """Children, women and men are different people, and so are fighters; anyone else may be one of the first three."""
    by_age = sum(least_of.get(group, 0) for group in BY_AGE)
    return least_of.get("fighters", 0) + (max(by_age, least_of["others"]) if least_of.get("others", 0) > 1 else by_age + least_of.get("others", 0))


def _sorted(by_group: Mapping[str, list[Tally]]) -> list[list[Tally]]:
    return [group for _, group in sorted(by_group.items())]


def _category(claim: HarmClaim) -> str:
    """Groups that no one person is in twice: fighters, children, women, men, everyone else."""
    groups = set(claim.who)
    if groups & FIGHTERS:
        return "fighters"
    return next((g for g in BY_AGE if g in groups), "others")
