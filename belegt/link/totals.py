"""Running totals: which claims tell the same toll, of one kind, place, period and group of people (R10).

Invariant: a total is a set of claims with scope ``total`` (or sums that a report draws over its own incidents); parts
follow their whole; nothing here is ever added to an incident.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from belegt.link.assemble import agreed_place, by_frequency
from belegt.link.cluster import Limits, cluster
from belegt.link.compare.actor import compare_actor
from belegt.link.compare.ground import weights
from belegt.link.compare.place import compare_place
from belegt.link.compare.rarity import Rarity
from belegt.link.copies.twins import with_twins
from belegt.link.decided import Decided
from belegt.link.mention import Mention, mention, order
from belegt.model import HarmClaim, RunningTotal, When
from belegt.model.quantity import grain

EVERYONE = frozenset(("person", "civilian", "official", "foreigner"))
SAME_START_DAYS = 3
NEAR = 0.8
RIVAL = 0.5
SEPARATE = -100.0


def running_totals(
    claims: Sequence[HarmClaim], decided: Decided, following: Mapping[str, list[HarmClaim]]
) -> tuple[RunningTotal, ...]:
    """The totals that these claims tell, each claim in exactly one, with the claims of copies that follow them."""
    tolls = _tolls(claims)
    rarity = Rarity((), {})
    by_kind: defaultdict[str, list[int]] = defaultdict(list)
    for i, toll in enumerate(tolls):
        by_kind[toll.claims[0].kind].append(i)
    scores = {
        (i, j): _score(tolls[i], tolls[j], rarity, decided)
        for members in by_kind.values()
        for i, j in combinations(members, 2)
        if _comparable(tolls[i], tolls[j])
    }
    home = {c.ref: i for i, toll in enumerate(tolls) for c in toll.claims}
    must = [
        (home[a], home[b])
        for group in decided.groups
        for a, b in combinations([r for r in group if r in home], 2)
        if tolls[home[a]].claims[0].kind == tolls[home[b]].claims[0].kind
    ]
    limits = Limits(weights()["total"], weights()["never"], weights()["uncompared"])
    groups = cluster(len(tolls), scores, must, limits)
    return tuple(_total([tolls[i] for i in group], following) for group in groups)


def _tolls(claims: Sequence[HarmClaim]) -> list[Mention]:
    """A toll and its parts of the same kind, as one report tells them."""
    known = {c.ref: c for c in claims}
    wholes: defaultdict[str, list[HarmClaim]] = defaultdict(list)
    for claim in claims:
        root, seen = claim, {claim.ref}
        while (whole := known.get(f"{root.report.id}#{root.part_of}")) and whole.ref not in seen and whole.kind == claim.kind:
            root = whole
            seen.add(root.ref)
        wholes[root.ref].append(claim)
    return sorted((mention(group) for group in wholes.values()), key=lambda m: m.key)


def _comparable(a: Mention, b: Mention) -> bool:
    """Tolls of different people are never one: children and everyone, fighters and civilians."""
    first, second = frozenset(_root(a).who), frozenset(_root(b).who)
    return first == second or (first <= EVERYONE and second <= EVERYONE)


def _root(toll: Mention) -> HarmClaim:
    ids = {c.id for c in toll.claims}
    return next((c for c in toll.claims if c.part_of not in ids), toll.claims[0])


def _score(a: Mention, b: Mention, rarity: Rarity, decided: Decided) -> float:
    if any(decided.apart(x.ref, y.ref) for x in a.claims for y in b.claims):
        return SEPARATE
    place, actor = compare_place(a, b, rarity), compare_actor(a, b)
    total = (place.weight if place else 0.0) + (actor.weight if actor else 0.0)
    return total + _period(_root(a), _root(b)) + _number(_root(a), _root(b))


def _period(a: HarmClaim, b: HarmClaim) -> float:
    starts, ends = (a.when.start, b.when.start), (a.when.end, b.when.end)
    if starts[0] and starts[1]:
        same = abs((starts[0] - starts[1]).days) <= SAME_START_DAYS
        overlap = not (ends[0] and ends[1]) or (starts[0] <= ends[1] and starts[1] <= ends[0])
        return 2.0 if same and overlap else 0.0 if overlap else -7.0
    published = a.report.published, b.report.published
    if published[0] and published[1]:
        return 0.5 if abs((published[0] - published[1]).days) <= 31 else 0.0
    return 0.0


def _number(a: HarmClaim, b: HarmClaim) -> float:
    if not (a.count.stated and b.count.stated):
        return 0.0
    first, second = a.count.point, b.count.point
    if first == second:
        return 2.5 if first > grain(first) else 1.5
    if a.count.retells(b.count) or b.count.retells(a.count) or ("vague" in (a.count.qualifier, b.count.qualifier) and a.count.admits(b.count)):
        return 2.0
    ratio = min(first, second) / max(first, second, 1)
    return 0.5 if ratio >= NEAR else -0.5 if ratio >= RIVAL else -2.5


def _total(tolls: Sequence[Mention], following: Mapping[str, list[HarmClaim]]) -> RunningTotal:
    claims = sorted(with_twins((c for toll in tolls for c in toll.claims), following), key=order)
    roots = [_root(toll) for toll in tolls]
    return RunningTotal(
        kind=roots[0].kind,
        claims=tuple(claims),
        when=_span(roots),
        where=agreed_place(roots),
        means=by_frequency(m for c in roots for m in c.means),
        by=by_frequency(b for c in roots for b in c.by),
    )


def _span(roots: Sequence[HarmClaim]) -> When:
    """Since the start that most of them give, until the latest end."""
    starts = Counter(c.when.start for c in roots if c.when.start)
    start = min(starts, key=lambda s: (-starts[s], s)) if starts else None
    ends = [c.when.end for c in roots if c.when.end and (start is None or c.when.end >= start)]
    text = next((c.when.text for c in roots if c.when.start == start and c.when.text), "")
    return When(text, start, max(ends) if ends else None)
