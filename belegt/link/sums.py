"""Sums that a report draws over several of its own incidents ("raids kill 25": 11 here, 5 there, 9 elsewhere).

Such a figure is a total of that day, whatever its words look like: counted as an incident it would count people twice (R10).
Invariant: a sum and its parts stand in one report, and the parts are certainly of different incidents inside its place and day.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from belegt.link.battles import with_parts
from belegt.link.bundle import fits, retold
from belegt.link.compare.actor import compare_actor
from belegt.link.compare.means import compare_means
from belegt.link.compare.telling import other_people, set_apart, told_as_another
from belegt.link.compare.time import apart, compare_time
from belegt.link.compare.where import Path, contains, path, relation
from belegt.link.mention import Mention, mention, order, span
from belegt.model import HarmClaim

MOST_PARTS = 4
MOST_CANDIDATES = 12
LEAST_SUM = 5
TELLING_NUMBER = 10
SEVERAL = 3
SumKey = tuple[str, int, int]
COUNTED = frozenset(("exact", "at_least", "more_than", "about"))
ONE_EVENT_DAYS = 1
MANY_EVENTS = re.compile(
    r"\b(?:since|seit|seitdem|villages|towns|cities|provinces|governorates|(?:air)?strikes|attacks|raids|bombings|explosions|blasts"
    r"|dörfern?|orten?|ortschaften|städten?|provinzen|angriffen?|anschlägen?|explosionen)\b"
)
TOWNS = re.compile(r"\b(?:and|und) [\w -]{3,40} (?:cities|towns|villages)\b|\b(?:cities|towns|villages|städten?|dörfern?) (?:of |von )?[\w -]{3,40} (?:and|und) (?:al-)?[A-ZÄÖÜ]")
BETWEEN = re.compile(r"\b(?:between|near|zwischen|bei)\b", re.I)
TWO_TOWNS = re.compile(r"\w (?:and|und) \w")
NEWS = frozenset(("same_day", "same_days", "overlapping", "told_next_day", "told_near"))


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """Figures of one kind that one sentence tells of one place, and the numbers that they may add to a sum."""

    mention: Mention
    numbers: frozenset[int]


def broken_down(claims: Sequence[HarmClaim]) -> frozenset[str]:
    """Refs of wholes that their parts, which lie in different places or times inside it, add up to: sums over incidents."""
    known = {c.ref: c for c in claims}
    parts: defaultdict[str, list[HarmClaim]] = defaultdict(list)
    for claim in claims:
        if claim.part_of:
            parts[f"{claim.report.id}#{claim.part_of}"].append(claim)
    return frozenset(
        whole
        for whole, told in parts.items()
        if whole in known
        and sum(p.count.point for p in told if p.kind == known[whole].kind) == known[whole].count.point
        and known[whole].count.point >= LEAST_SUM
        and any(not fits(a, b) and _placed_itself(a) and _placed_itself(b) for a, b in combinations(told, 2))
        and all(_may_be_broken_into(known[whole], p) for p in told)
    )


def of_two_towns(claims: Sequence[HarmClaim]) -> frozenset[str]:
    """Refs of the figures that are told of several settlements at once ("eight killed in Aleppo and Homs"), with the parts told there."""
    there = [c for c in claims if _several_towns(c)]
    return with_parts(there, (c.ref for c in there if c.scope == "incident" and c.count.point > 1))


def _several_towns(claim: HarmClaim) -> bool:
    where = claim.where
    if BETWEEN.search(where.text):
        return False
    return (where.precision == "district" and bool(TWO_TOWNS.search(where.place))) or bool(TOWNS.search(where.text))


def _may_be_broken_into(whole: HarmClaim, part: HarmClaim) -> bool:
    """Whether a part may be counted in a whole that its report breaks down; "near Damascus" may be in any place around."""
    own, other = mention([whole]), mention([part])
    around = all(p.precision == "district" for p in own.paths)
    return _may_hold(own, other) or (around and not apart((own.start, own.end), (other.start, other.end)))


def _placed_itself(claim: HarmClaim) -> bool:
    """Whether its own sentence names its place: what is carried over from another sets no part apart."""
    start, end = span(claim)
    return claim.where.text in claim.report.text[start:end] or claim.where.text not in claim.report.text


def added_up(claims: Sequence[HarmClaim]) -> frozenset[str]:
    """Refs of the claims that are exact sums of others in their report, told in other places or by other means, and what goes with them.

    With a sum go the figures that tell it again and those that its own sentence gives for the same place.
    """
    by_report: defaultdict[str, list[HarmClaim]] = defaultdict(list)
    for claim in sorted(claims, key=order):
        by_report[claim.report.id].append(claim)
    return frozenset(ref for told in by_report.values() for ref in _sums(told))


def told_shorter(claims: Sequence[HarmClaim]) -> frozenset[str]:
    """Refs of the claims that tell a running total of their own report again without its period, as headlines do."""
    totals: defaultdict[str, list[HarmClaim]] = defaultdict(list)
    for claim in claims:
        if claim.scope == "total" and _lasting(claim):
            totals[claim.report.id].append(claim)
    return frozenset(
        c.ref for c in claims for t in totals.get(c.report.id, ()) if c.scope == "incident" and retold(c, t) and _may_tell_again(c, t) and not _another_day(c, t)
    )


def told_as_totals(claims: Sequence[HarmClaim]) -> frozenset[str]:
    """Refs of figures read as totals without a period that their report tells as one incident as well, and of their parts.

    "Nearly 30 have been killed" under the headline "29 killed in a raid" retells the raid.
    """
    single: defaultdict[str, list[HarmClaim]] = defaultdict(list)
    for claim in claims:
        if claim.scope == "incident" and not claim.part_of:
            single[claim.report.id].append(claim)
    totals = [c for c in claims if c.scope == "total"]
    found = (c.ref for c in totals if not _lasting(c) and any(_tells_incident(c, i) for i in single[c.report.id]))
    return with_parts(totals, found)


def _tells_incident(claim: HarmClaim, single: HarmClaim) -> bool:
    return retold(claim, single) and _may_tell_again(claim, single) and not _another_day(claim, single)


def _lasting(claim: HarmClaim) -> bool:
    """Whether its words name a period of more than a day, or several attacks or settlements."""
    when = claim.when
    if when.start and (when.end is None or (when.end - when.start).days > ONE_EVENT_DAYS):
        return True
    grounds = " ".join((when.text, *(w.words for w in claim.why if w.rule == "scope:total")))
    return bool(MANY_EVENTS.search(grounds.casefold()))


def _another_day(claim: HarmClaim, total: HarmClaim) -> bool:
    return apart((claim.when.start, claim.when.end), (total.when.start, total.when.end))


def told_elsewhere(claims: Sequence[HarmClaim], sums: frozenset[str]) -> frozenset[str]:
    """Refs of the claims of other reports that tell a known sum: its number, on its day, of its place or of none.

    What only one of the reports breaks down is a sum in all of them; its companions are told with it.
    """
    known: defaultdict[SumKey, list[HarmClaim]] = defaultdict(list)
    for claim in claims:
        if claim.ref in sums:
            for key in sum_keys(claim):
                known[key].append(claim)
    return tell_sums(claims, sums, known)


def tell_sums(claims: Iterable[HarmClaim], sums: frozenset[str], known: Mapping[SumKey, Iterable[HarmClaim]]) -> frozenset[str]:
    """Refs of the claims that tell one of the known sums, which are found by ``sum_keys``."""
    return frozenset(c.ref for c in claims if c.ref not in sums and (key := open_key(c)) and any(_same_sum(c, s) for s in known.get(key, ())))


def sum_keys(claim: HarmClaim) -> Iterator[SumKey]:
    """What a sum is found by: its kind, its number, and its week and those beside it."""
    for week in (-1, 0, 1) if claim.count.stated and claim.count.point >= TELLING_NUMBER else ():
        yield claim.kind, claim.count.point, _week(claim) + week


def open_key(claim: HarmClaim) -> SumKey | None:
    """What a claim finds a sum by that it may tell; None where it may tell none."""
    told = not claim.part_of and claim.count.stated and claim.count.point >= TELLING_NUMBER
    return (claim.kind, claim.count.point, _week(claim)) if told else None


def _week(claim: HarmClaim) -> int:
    """The week that a figure is of, else that it was told in; 0 where neither is known."""
    day = claim.when.start or claim.report.published
    return day.toordinal() // 7 if day else 0


def _same_sum(claim: HarmClaim, known: HarmClaim) -> bool:
    """Whether a figure is told of the same days as a sum and of a place at least as large."""
    if known.count.point < TELLING_NUMBER or claim.report.id == known.report.id:
        return False
    own, other = mention([claim]), mention([known])
    time = compare_time(own, other)
    return time is not None and time.name in NEWS and bool(own.paths) and _may_hold(own, other)


def _sums(told: Sequence[HarmClaim]) -> frozenset[str]:
    """The sums of one report with what goes with them; a claim that is a part of one is never among them."""
    sums: dict[str, HarmClaim] = {}
    parts: set[str] = set()
    for whole in told:
        if whole.ref not in parts and (found := _broken_into(whole, told)):
            sums[whole.ref] = whole
            parts |= {c.ref for part in found for c in part.mention.claims}
    wholes = frozenset(sums)
    for whole in list(sums.values()):
        for claim in told:
            if claim.ref not in parts and (_told_with(claim, whole) or (retold(claim, whole) and _may_tell_again(claim, whole))):
                sums[claim.ref] = claim
    sums = {ref: c for ref, c in sums.items() if ref in wholes or not any(_told_with(c, p) for p in told if p.ref in parts)}
    inside = {f"{c.report.id}#{c.id}" for c in sums.values()}
    return frozenset(sums) | {c.ref for c in told if c.ref not in parts and f"{c.report.id}#{c.part_of}" in inside and _one_sentence(c, told)}


def _one_sentence(part: HarmClaim, told: Iterable[HarmClaim]) -> bool:
    return any(c.id == part.part_of and span(c) == span(part) for c in told)


def _told_with(claim: HarmClaim, whole: HarmClaim) -> bool:
    """Whether the sentence of a whole gives another kind of harm with it."""
    return claim.kind != whole.kind and span(claim) == span(whole) and path(claim.where) == path(whole.where) and claim.when == whole.when


def _broken_into(whole: HarmClaim, told: Sequence[HarmClaim]) -> Sequence[Part]:
    """The parts that a figure is the sum of; none where it is no sum."""
    if whole.count.point < LEAST_SUM or whole.count.qualifier not in COUNTED or whole.part_of:
        return ()
    parts = list(_parts(whole, told))
    if sum(max(numbers) for _, numbers in parts) < whole.count.point:
        return ()
    known = mention([whole])
    held = [p for p in (Part(mention(group), numbers) for group, numbers in parts) if _may_hold(known, p.mention)][:MOST_CANDIDATES]
    for size in range(2, MOST_PARTS + 1):
        for chosen in combinations(held, size):
            sums = any(sum(numbers) == whole.count.point for numbers in product(*(p.numbers for p in chosen)))
            if sums and all(_apart(a.mention, b.mention, whole) for a, b in combinations(chosen, 2)):
                return chosen
    return ()


def _parts(whole: HarmClaim, told: Sequence[HarmClaim]) -> Iterator[tuple[list[HarmClaim], frozenset[int]]]:
    """What is told after a figure of the same kind, sentence by sentence and place by place, with smaller numbers."""
    groups: defaultdict[tuple[object, ...], list[HarmClaim]] = defaultdict(list)
    others = 0
    for claim in told:
        if claim.kind == whole.kind and order(claim) > order(whole) and span(claim) != span(whole) and claim.stance == "asserted":
            others += told_as_another(claim)
            groups[span(claim), path(claim.where), others].append(claim)
    for group in groups.values():
        ids = {c.id for c in group}
        counts = [c.count.point for c in group if c.part_of not in ids and c.count.qualifier in COUNTED]
        if numbers := frozenset(n for n in {*counts, sum(counts)} if 0 < n < whole.count.point):
            yield group, numbers


def _may_hold(whole: Mention, part: Mention) -> bool:
    """Whether a part may be counted in the whole: not on another day, nor outside its place."""
    if apart((whole.start, whole.end), (part.start, part.end)):
        return False
    return all(_may_lie_in(p, q) for p in whole.paths for q in part.paths)


def _may_lie_in(whole: Path, part: Path) -> bool:
    """What surrounds a place that no gazetteer knows is open: it may lie in a town or in anything larger."""
    found = relation(whole, part)
    if found in ("beside", "other"):
        unknown = len(part.levels) == 1 and not part.wide and (whole.wide or len(whole.levels) > 1)
        return (whole.wide and not part.wide) or unknown or _around(whole, part)
    return found != "inside" or contains(whole, part)


def _around(town: Path, part: Path) -> bool:
    """Whether a part lies in the province that bears the name of a town: "raids on Aleppo" may be on either."""
    return len(town.levels) > 1 and town.levels[0] == town.levels[1] and contains(Path(town.levels[1:]), part)


def _may_tell_again(claim: HarmClaim, whole: HarmClaim) -> bool:
    """Whether a figure told again may be of the place of a sum."""
    return any(_may_hold(mention([a]), mention([b])) for a, b in ((whole, claim), (claim, whole)))


def _apart(a: Mention, b: Mention, whole: HarmClaim) -> bool:
    """Whether two mentions are certainly of two events: other places, means or actors, or told as another event.

    What a single victim is told by (a name taken for a place, "was also killed") sets no event apart; nor do "24 others" where
    they complete a figure that its text breaks down by people.
    """
    means, actor = compare_means(a, b), compare_actor(a, b)
    if (means is not None and means.name == "rival_means") or (actor is not None and actor.name == "rival_actor"):
        return True
    several = all(count.point >= SEVERAL for m in (a, b) for _, count in m.counts)
    named = all(_placed_itself(m.claims[0]) for m in (a, b))
    by_people = all(m.claims[0].part_of == whole.id for m in (a, b)) and not named
    several_named = named and all(m.claims[0].count.point > 1 for m in (a, b))
    known = [(p, q) for p in a.paths for q in b.paths if several or several_named or (len(p.levels) > 1 and len(q.levels) > 1)]
    if known and not by_people and all(relation(p, q) in ("beside", "other") for p, q in known):
        return True
    later = max(a, b, key=lambda m: m.key)
    if set_apart(later.claims[0]):
        return True
    elsewhere = other_people(later.claims[0]) or (later.another and set(a.paths) != set(b.paths))
    return several and ((elsewhere and not by_people) or bool(a.means and b.means and not a.means & b.means))
