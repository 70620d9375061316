"""Running totals: which claims tell the same toll, of one kind, place, period and group of people (R10).

Invariant: a total is a set of claims with scope ``total`` (or sums that a report draws over its own incidents); parts
follow their whole; nothing here is ever added to an incident.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from belegt.link.assemble import agreed_place, by_frequency
from belegt.link.block import meeting
from belegt.link.cluster import Limits, cluster, components
from belegt.link.compare.ground import weights
from belegt.link.copies.twins import with_twins
from belegt.link.decided import Decided
from belegt.link.mention import order
from belegt.link.toll import Toll, alike, comparable, keys, likeness, tolls
from belegt.model import HarmClaim, RunningTotal, When

SEPARATE = -100.0
REACH = 12
"""Every report of a war tells its toll since it began: each is compared with the next in time, not with hundreds."""


def running_totals(
    claims: Sequence[HarmClaim], decided: Decided, following: Mapping[str, list[HarmClaim]]
) -> tuple[RunningTotal, ...]:
    """The totals that these claims tell, each claim in exactly one, with the claims of copies that follow them."""
    told = tolls(claims)
    home = {c.ref: i for i, toll in enumerate(told) for c in toll.claims}
    must = list(must_join(told, home, decided))
    connected = components(len(told), (*must, *((i, j) for i, j in _meeting(told) if strong(told[i], told[j]))))
    groups = sorted((group for nodes in connected for group in clustered([told[i] for i in nodes], decided)), key=lambda g: g[0].key)
    return tuple(total(group, following) for group in groups)


def strong(a: Toll, b: Toll) -> bool:
    """Whether two tolls may be joined."""
    return comparable(a, b) and alike(a, b, weights()["total"])


def _meeting(told: Sequence[Toll]) -> Iterator[tuple[int, int]]:
    return ((i, j) for i, j in meeting([keys(t) for t in told], REACH) if comparable(told[i], told[j]))


def clustered(told: Sequence[Toll], decided: Decided, compare: Callable[[Toll, Toll], float] = likeness) -> list[list[Toll]]:
    """The clusters of tolls that are connected; ``compare`` gives the likeness of two."""
    if len(told) == 1:
        return [list(told)]
    home = {c.ref: i for i, toll in enumerate(told) for c in toll.claims}
    scores = {(i, j): compare(told[i], told[j]) for i, j in _meeting(told)}
    for a, b in decided.pairs_apart:
        if a in home and b in home and home[a] != home[b]:
            first, second = sorted((home[a], home[b]))
            scores[first, second] = SEPARATE
    limits = Limits(weights()["total"], weights()["never"], weights()["uncompared"])
    return [[told[i] for i in group] for group in cluster(len(told), scores, must_join(told, home, decided), limits)]


def must_join(told: Sequence[Toll], home: Mapping[str, int], decided: Decided) -> Iterator[tuple[int, int]]:
    """Tolls decided to be one; a decision joins no two kinds of harm."""
    for group in decided.groups:
        for i, j in pairwise([home[ref] for ref in group if ref in home]):
            if told[i].whole.kind == told[j].whole.kind:
                yield i, j


def total(told: Sequence[Toll], following: Mapping[str, list[HarmClaim]]) -> RunningTotal:
    """The running total that these tolls tell."""
    claims = sorted(with_twins((c for toll in told for c in toll.claims), following), key=order)
    wholes = [toll.whole for toll in told]
    return RunningTotal(
        kind=wholes[0].kind,
        claims=tuple(claims),
        when=_span(wholes),
        where=agreed_place(wholes),
        means=by_frequency(m for c in wholes for m in c.means),
        by=by_frequency(b for c in wholes for b in c.by),
    )


def _span(wholes: Sequence[HarmClaim]) -> When:
    """Since the start that most of them give, until the latest end."""
    starts = Counter(c.when.start for c in wholes if c.when.start)
    start = min(starts, key=lambda s: (-starts[s], s)) if starts else None
    ends = [c.when.end for c in wholes if c.when.end and (start is None or c.when.end >= start)]
    text = next((c.when.text for c in wholes if c.when.start == start and c.when.text), "")
    return When(text, start, max(ends) if ends else None)
