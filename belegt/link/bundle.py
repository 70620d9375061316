"""Claims of one report that surely speak of one incident, bundled before anything is weighed.

Sure are: a part and its whole, two figures of one sentence, the same figure told again, and a figure that names neither
place nor time after one that does. Invariant: no bundle holds claims that exclude each other in time, place or means,
nor any that someone decided to be different.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise

from belegt.link.assessment import assessed_together
from belegt.link.compare.telling import differ, same_people, told_as_another
from belegt.link.compare.time import apart, days_between
from belegt.link.compare.where import path, relation
from belegt.link.decided import Decided
from belegt.link.mention import Mention, mention, order, span
from belegt.link.union import Union
from belegt.model import HarmClaim
from belegt.model.quantity import grain

NEXT_SENTENCES = 400
LARGEST_SPREAD = 2000
MANY = 10
HUNDRED = 100
TOLD_WITHIN = 3
RETOLD_SUM = "the figures of one sentence told together"
Reasons = defaultdict[str, list[tuple[str, str]]]


@dataclass(slots=True)
class Bundles:
    """Claims joined so far, and for each the ground it was joined on."""

    decided: Decided
    union: Union = field(default_factory=Union)
    members: dict[str, list[HarmClaim]] = field(default_factory=dict)
    reasons: Reasons = field(default_factory=lambda: defaultdict(list))

    def group(self, claim: HarmClaim) -> list[HarmClaim]:
        """All claims joined with this one, itself among them."""
        return self.members.setdefault(self.union.find(claim.ref), [claim])

    def join(self, first: HarmClaim, second: HarmClaim, ground: str, *, sure: bool = False) -> None:
        """Join two claims where their groups agree, the second on this ground; ``sure`` does unless someone decided otherwise."""
        ours, theirs = self.group(first), self.group(second)
        if ours is theirs or any(self.decided.apart(a.ref, b.ref) for a in ours for b in theirs):
            return
        if not sure and not all(fits(a, b) for a in ours for b in theirs if a.report.id == b.report.id):
            return
        self.union.join(first.ref, second.ref)
        self.members[self.union.find(first.ref)] = sorted((*ours, *theirs), key=order)
        whole_of = ground == f"part of {first.id}"
        self.reasons[first.ref].append((second.ref, f"the whole of {second.id}" if whole_of else ground))
        self.reasons[second.ref].append((first.ref, ground))


def bundle(claims: Sequence[HarmClaim], decided: Decided) -> tuple[list[Mention], Reasons]:
    """The mentions of claims in canonical order, and for each claim with which others it was joined, and why."""
    known = {c.ref: c for c in claims}
    bundles = Bundles(decided)
    for group in decided.groups:
        together = [known[ref] for ref in group if ref in known]
        for first, second in pairwise(together):
            bundles.join(first, second, decided.reason(second.ref), sure=True)
    for first, second in assessed_together(claims):
        bundles.join(first, second, "told in the assessment of one incident", sure=True)
    by_report: defaultdict[str, list[HarmClaim]] = defaultdict(list)
    for claim in claims:
        by_report[claim.report.id].append(claim)
    for told in by_report.values():
        for first, second, ground in _sure(told):
            sure = ground == RETOLD_SUM or _same_great_number(first, second) or _told_inside(first, second)
            bundles.join(first, second, ground, sure=sure)
    return _mentions(claims, bundles), bundles.reasons


def _mentions(claims: Sequence[HarmClaim], bundles: Bundles) -> list[Mention]:
    """One mention a report and group: claims of other reports may be in the group by decision."""
    groups: defaultdict[tuple[str, str], list[HarmClaim]] = defaultdict(list)
    for claim in claims:
        groups[bundles.union.find(claim.ref), claim.report.id].append(claim)
    return sorted((mention(group) for group in groups.values()), key=lambda m: m.key)


def _sure(claims: Sequence[HarmClaim]) -> Iterator[tuple[HarmClaim, HarmClaim, str]]:
    """The sure pairs of one report, the surest first."""
    ids = {c.id: c for c in claims}
    parts = ((ids[c.part_of], c) for c in claims if c.part_of in ids)
    yield from ((whole, c, f"part of {c.part_of}") for whole, c in parts)
    yield from ((a, b, "in the same sentence") for a, b in _sharing(claims, _sentence) if not _two_events(a, b))
    yield from (
        (a, b, "the same figure told again")
        for a, b in _sharing(claims, _numbers)
        if retold(a, b) or _same_great_number(a, b)
    )
    yield from ((a, b, RETOLD_SUM) for a, b in _sums_retold(claims))
    for before, claim in pairwise(claims):
        near = claim.passage.start - before.passage.end < NEXT_SENTENCES
        if near and not claim.when.start and path(claim.where) is None and not differ(before, claim):
            yield before, claim, "told on, with no other place or time"


def _sums_retold(claims: Sequence[HarmClaim]) -> Iterator[tuple[HarmClaim, HarmClaim]]:
    """What one sentence counts apart, with the sum that another gives of the day: a leader and 34 of his men are the 35 killed."""
    by_number: defaultdict[tuple[str, int], list[HarmClaim]] = defaultdict(list)
    for claim in claims:
        if claim.count.stated and claim.count.point >= MANY and not claim.part_of and claim.count.qualifier != "vague":
            by_number[claim.kind, claim.count.point].append(claim)
    if not by_number:
        return
    for a, b in _sharing(claims, _sentence):
        if a.kind == b.kind and not a.part_of and not b.part_of and _disjoint(a, b):
            for whole in by_number.get((a.kind, a.count.point + b.count.point), ()):
                if span(whole) != span(a) and not told_as_another(whole) and not _days_off(whole, a):
                    yield max(a, b, key=lambda c: c.count.point), whole


def _disjoint(a: HarmClaim, b: HarmClaim) -> bool:
    """Whether two figures of a sentence count two sets of people: other groups, or a single person and others."""
    stated = all(c.count.stated and c.count.qualifier in ("exact", "at_least") for c in (a, b))
    return stated and (set(a.who) != set(b.who) or min(a.count.point, b.count.point) == 1)


def _days_off(a: HarmClaim, b: HarmClaim) -> bool:
    return apart((a.when.start, a.when.end), (b.when.start, b.when.end))


def _sharing(
    claims: Sequence[HarmClaim], traits: Callable[[HarmClaim], Iterable[object]]
) -> Iterator[tuple[HarmClaim, HarmClaim]]:
    """The pairs that share a trait, in canonical order, without comparing all with all."""
    holders: defaultdict[object, list[int]] = defaultdict(list)
    for i, claim in enumerate(claims):
        for trait in set(traits(claim)):
            holders[trait].append(i)
    pairs = {pair for members in holders.values() for pair in combinations(members, 2)}
    yield from ((claims[i], claims[j]) for i, j in sorted(pairs))


def _sentence(claim: HarmClaim) -> Iterable[object]:
    return (span(claim),)


def _numbers(claim: HarmClaim) -> Iterable[object]:
    """Its bounds; and for a rounded number all that it may round."""
    count = claim.count
    bounds = {n for n in (count.low, count.high) if n is not None}
    reach = grain(count.point) if count.qualifier in ("more_than", "about") and count.point < LARGEST_SPREAD else 0
    return ((claim.kind, n) for n in bounds | set(range(count.point - reach, count.point + reach + 1)))


def _two_events(a: HarmClaim, b: HarmClaim) -> bool:
    """Whether one sentence may tell two events: two numbers of the same people, or another number in another place."""
    if not differ(a, b):
        return False
    return same_people(a, b) or (path(a.where) != path(b.where) and told_as_another(b))


def retold(a: HarmClaim, b: HarmClaim) -> bool:
    """Whether two claims give the same figure; a single person only where group, place and time are the same too."""
    if a.kind != b.kind or a.part_of or b.part_of or "vague" in (a.count.qualifier, b.count.qualifier):
        return False
    same = a.count.stated and b.count.stated and {a.count.low, a.count.high} & {b.count.low, b.count.high} - {None}
    if not (same or a.count.retells(b.count) or b.count.retells(a.count)):
        return False
    single = a.count.high == 1 or b.count.high == 1
    return not single or (set(a.who) == set(b.who) and path(a.where) == path(b.where) and a.when == b.when)


def _same_great_number(a: HarmClaim, b: HarmClaim) -> bool:
    """The same number of many within one report, of days that may be one: two names are read of one place, not two events.

    Days that lie close are one as well, the day of the telling mostly taken for that of the harm, where the places agree.
    """
    if (
        a.kind != b.kind
        or min(a.count.point, b.count.point) < MANY
        or not (a.count.stated and b.count.stated)
        or told_as_another(b)
    ):
        return False
    if a.count.point != b.count.point and not (_rounded(a, b) and set(a.means) & set(b.means)):
        return False
    if (a.part_of or b.part_of) and set(a.who) != set(b.who):
        return False
    gap = days_between((a.when.start, a.when.end), (b.when.start, b.when.end))
    return gap == 0 or ((gap <= TOLD_WITHIN or _peculiar(a.count.point)) and _one_place(a, b))


def _rounded(a: HarmClaim, b: HarmClaim) -> bool:
    """Whether one figure rounds the other: "more than 30" and 32."""
    return "vague" not in (a.count.qualifier, b.count.qualifier) and (
        a.count.retells(b.count) or b.count.retells(a.count)
    )


def _peculiar(number: int) -> bool:
    """A number of hundreds or more that is no round one: 1,400, not 1,000; no report tells it of two events of one place."""
    return number >= HUNDRED and len(str(number).rstrip("0")) > 1


def _told_inside(whole: HarmClaim, part: HarmClaim) -> bool:
    """Whether a part of a figure may lie inside it: not days apart, nor in a place known to be another, nor by other means."""
    if part.part_of != whole.id or (whole.means and part.means and not set(whole.means) & set(part.means)):
        return False
    return days_between(
        (whole.when.start, whole.when.end), (part.when.start, part.when.end)
    ) <= TOLD_WITHIN and _one_place(whole, part)


def _one_place(a: HarmClaim, b: HarmClaim) -> bool:
    """Whether two places may be one: the same, one inside the other, near the other, or one that no gazetteer knows."""
    first, second = path(a.where), path(b.where)
    if first is None or second is None:
        return True
    unknown = any(len(p.levels) == 1 and not p.wide for p in (first, second))
    wide = first.wide != second.wide and first.levels[-1] == second.levels[-1]
    near = "district" in (first.precision, second.precision) and set(first.around) & set(second.around) - {
        first.levels[-1:]
    }
    return bool(unknown or wide or near) or relation(first, second) not in ("beside", "other")


def fits(a: HarmClaim, b: HarmClaim) -> bool:
    """Whether nothing in time, place or means says that these two are different events."""
    places = path(a.where), path(b.where)
    if places[0] and places[1] and relation(places[0], places[1]) in ("beside", "other"):
        return False
    if apart((a.when.start, a.when.end), (b.when.start, b.when.end)):
        return False
    return not (a.means and b.means and not set(a.means) & set(b.means))
