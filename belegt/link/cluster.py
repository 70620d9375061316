"""Clustering of a sparse graph of scores by mean and best link, with vetoes.

Two clusters join while the mean over all their pairs and the best of them together reach the threshold: a report that
tells little must not keep two apart that agree. Invariant: never over a veto, nor on one likeness against the others, so that
a chain of likenesses does not glue two rival incidents. The outcome depends on the scores and the order of the nodes alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

EXACT = 1e-9
BEST_SHARE = 0.5
MISSING_WEIGHT = 3
"""Pairs never compared count at most three times those that were: in a great event not all can be compared with all."""
COMPARED_LATER = 400
"""Two clusters that may join have all their pairs compared while there are no more than these."""


@dataclass(slots=True)
class Tie:
    """What joins two clusters: the sum and number of the compared pairs, and whether one of them is a veto."""

    total: float
    compared: int
    best: float
    vetoed: bool

    def plus(self, other: Tie) -> Tie:
        """The tie after one end has grown."""
        best = max(self.best, other.best)
        return Tie(self.total + other.total, self.compared + other.compared, best, self.vetoed or other.vetoed)


@dataclass(frozen=True, slots=True)
class Limits:
    """``link`` is the strength to join at, ``never`` the score of a veto, ``uncompared`` what a pair without score counts."""

    link: float
    never: float
    uncompared: float


def cluster(
    size: int,
    scores: Mapping[tuple[int, int], float],
    must: Iterable[tuple[int, int]],
    limits: Limits,
    compare: Callable[[int, int], float] | None = None,
) -> list[list[int]]:
    """Nodes 0..size-1 in clusters; pairs of ``must`` stand together whatever their score.

    ``compare`` scores a pair that has no score yet, the smaller node first: it is asked when two clusters are about to join.
    """
    state = _State(size, scores, limits, compare)
    for a, b in must:
        state.force(a, b)
    state.run()
    return sorted(sorted(members) for members in state.members.values())


def components(size: int, edges: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Nodes 0..size-1 in the sets that edges connect, each in order, by their first node.

    Clusters of pairs that reach the strength to join at never cross from one to another: a mean is no more than its best.
    """
    parent = list(range(size))

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = node = parent[parent[node]]
        return node

    for a, b in edges:
        first, second = sorted((root(a), root(b)))
        parent[second] = first
    found: dict[int, list[int]] = {}
    for node in range(size):
        found.setdefault(root(node), []).append(node)
    return list(found.values())


class _State:
    def __init__(
        self, size: int, scores: Mapping[tuple[int, int], float], limits: Limits, compare: Callable[[int, int], float] | None
    ) -> None:
        self.limits = limits
        self.compare = compare
        self.scores = dict(scores)
        self.members = {i: [i] for i in range(size)}
        self.home = list(range(size))
        self.ties: dict[int, dict[int, Tie]] = {i: {} for i in range(size)}
        for (a, b), score in scores.items():
            self.ties[a][b] = self.ties[b][a] = Tie(score, 1, score, score <= limits.never)

    def force(self, a: int, b: int) -> None:
        first, second = sorted((self.home[a], self.home[b]))
        if first != second:
            self.merge(first, second)

    def run(self) -> None:
        heap = [self._entry(a, b) for a, others in self.ties.items() for b in others if a < b and self._joins(a, b)]
        heapify(heap)
        while heap:
            _, a, b, sizes = heappop(heap)
            if a not in self.members or b not in self.members or sizes != self._sizes(a, b):
                continue
            self.merge(a, b)
            for c in self.ties[a]:
                if self._joins(a, c):
                    heappush(heap, self._entry(min(a, c), max(a, c)))

    def merge(self, a: int, b: int) -> None:
        """b joins a, the smaller of the two."""
        for node in self.members[b]:
            self.home[node] = a
        self.members[a] += self.members.pop(b)
        self.ties[a].pop(b, None)
        for c, tie in self.ties.pop(b).items():
            if c == a:
                continue
            self.ties[c].pop(b)
            own = self.ties[a].get(c)
            self.ties[a][c] = self.ties[c][a] = own.plus(tie) if own else tie

    def _strength(self, a: int, b: int) -> float:
        tie = self._whole(a, b)
        missing = min(len(self.members[a]) * len(self.members[b]) - tie.compared, MISSING_WEIGHT * tie.compared)
        mean = (tie.total + self.limits.uncompared * missing) / (tie.compared + missing)
        return round(mean * (1 - BEST_SHARE) + tie.best * BEST_SHARE, 9)

    def _whole(self, a: int, b: int) -> Tie:
        """The tie with all its pairs compared, where they are few enough and it might join."""
        tie, size = self.ties[a][b], len(self.members[a]) * len(self.members[b])
        if self.compare is None or tie.vetoed or tie.best < self.limits.link - EXACT or tie.compared == size or size > COMPARED_LATER:
            return tie
        pairs = [(min(i, j), max(i, j)) for i in self.members[a] for j in self.members[b]]
        for pair in pairs:
            if pair not in self.scores:
                self.scores[pair] = self.compare(*pair)
        told = [self.scores[pair] for pair in pairs]
        vetoed = min(told) <= self.limits.never
        self.ties[a][b] = self.ties[b][a] = tie = Tie(sum(told), size, max(told), vetoed)
        return tie

    def _joins(self, a: int, b: int) -> bool:
        tie = self.ties[a][b]
        if tie.vetoed or tie.best < self.limits.link - EXACT:
            return False
        return not self._whole(a, b).vetoed and self._strength(a, b) >= self.limits.link

    def _sizes(self, a: int, b: int) -> tuple[int, int]:
        return len(self.members[a]), len(self.members[b])

    def _entry(self, a: int, b: int) -> tuple[float, int, int, tuple[int, int]]:
        return -self._strength(a, b), a, b, self._sizes(a, b)
