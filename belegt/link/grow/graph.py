"""A graph of what may be one while nodes come and go: nodes that share keys, strong pairs among them, and what those connect.

Invariant: the strong pairs are those that ``meeting`` and the score give for all the nodes at once; what is not named in an
update stays as it is.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Generic, Protocol, TypeVar

from belegt.link.block import HUBS, LONGEST_REACH, MANY

Key = tuple[object, ...]


class Node(Protocol):
    """What is clustered; equal only to itself."""

    @property
    def key(self) -> Key:
        """Its place in the canonical order."""


N = TypeVar("N", bound=Node)


class Graph(Generic[N]):
    """``keys`` are what a node is found by; ``strong`` says of two nodes, the earlier first, whether they may be joined.

    ``most`` is how many places on two nodes are still within reach in a key that many share.
    """

    def __init__(self, keys: Callable[[N], frozenset[Key]], strong: Callable[[N, N], bool], most: int = MANY) -> None:
        self._reach = min(most, LONGEST_REACH)
        self._keys_of = keys
        self._strong = strong
        self._keys: dict[N, frozenset[Key]] = {}
        self._blocks: defaultdict[Key, list[N]] = defaultdict(list)
        self._edges: defaultdict[N, set[N]] = defaultdict(set)
        self._must: defaultdict[N, set[N]] = defaultdict(set)
        self.home: dict[N, tuple[N, ...]] = {}

    def update(
        self, gone: Iterable[N], come: Iterable[N], must: Iterable[tuple[N, N]], again: Iterable[tuple[N, N]]
    ) -> list[tuple[N, ...]]:
        """Take nodes out and in, joined by ``must``, and compare the pairs ``again``; the components that are new."""
        out, new = list(gone), list(come)
        gained, lost = self._replace(out, new)
        touched: set[N] = set(new)
        for node in out:
            touched.update(self.home.pop(node))
            for edges in (self._edges, self._must):
                for other in edges.pop(node, ()):
                    edges[other].discard(node)
        for a, b in must:
            self._must[a].add(b)
            self._must[b].add(a)
        for a, b in (*gained, *lost, *again):
            first, second = (a, b) if a.key < b.key else (b, a)
            joined = self.meet(first, second) and self._strong(first, second)
            if joined != (second in self._edges[first]):
                touched |= {first, second}
                for one, other in ((first, second), (second, first)):
                    (self._edges[one].add if joined else self._edges[one].discard)(other)
        return self._connect(touched - set(out))

    def meet(self, a: N, b: N) -> bool:
        """Whether two nodes share a key within its reach."""
        return any(self._within(key, a, b) for key in self._keys[a] & self._keys[b])

    def share(self, a: N, b: N) -> bool:
        """Whether two nodes share a key, be it beyond its reach."""
        return not self._keys[a].isdisjoint(self._keys[b])

    def partners(self, node: N) -> set[N]:
        """Every node that shares a key with this one, within its reach or beyond."""
        return {other for key in self._keys[node] for other in self._blocks[key]} - {node}

    def _within(self, key: Key, a: N, b: N) -> bool:
        block = self._blocks[key]
        if len(block) <= self._reach:
            return True
        i, j = sorted(bisect_left(block, node.key, key=_rank) for node in (a, b))
        return j - i <= self._reach or i < HUBS

    def _replace(self, out: list[N], new: list[N]) -> tuple[set[tuple[N, N]], set[tuple[N, N]]]:
        """The pairs that come within reach of one another, and those with a strong tie that no more may be."""
        left, entered = set(out), set(new)
        self._keys.update((node, self._keys_of(node)) for node in new)
        touched = {key for node in (*out, *new) for key in self._keys[node]}
        before = {key: list(self._blocks[key]) for key in touched if len(self._blocks[key]) > self._reach - len(new)}
        moved: defaultdict[Key, list[N]] = defaultdict(list)
        for node in (*out, *new):
            for key in self._keys[node]:
                moved[key].append(node)
        for node in out:
            for key in self._keys.pop(node):
                self._blocks[key].remove(node)
        for node in new:
            for key in self._keys[node]:
                insort(self._blocks[key], node, key=_rank)
        gained: set[tuple[N, N]] = set()
        lost: set[tuple[N, N]] = set()
        for key in touched:
            after = self._blocks[key]
            if max(len(before.get(key, ())), len(after)) <= self._reach:
                gained.update((a, b) for a in after if a in entered for b in after if a is not b)
            else:
                then, now = (_pairs_near(block, moved[key], self._reach) for block in (before[key], after))
                gained |= now - then
                lost |= {(a, b) for a, b in then - now if not {a, b} & left and b in self._edges[a]}
            if not after:
                del self._blocks[key]
        return {(a, b) if a.key < b.key else (b, a) for a, b in gained}, lost

    def _connect(self, touched: set[N]) -> list[tuple[N, ...]]:
        """The components of these nodes, and of all that stood in one with them."""
        open_to_it = self._stood_with(touched) | set(touched)
        found: list[tuple[N, ...]] = []
        done: set[N] = set()
        while open_to_it:
            waiting = [open_to_it.pop()]
            group = set(waiting)
            while waiting:
                node = waiting.pop()
                more = (self._edges[node] | self._must[node]) - group
                group |= more
                waiting += more
            open_to_it |= self._stood_with(group)
            done |= group
            open_to_it -= done
            component = tuple(sorted(group, key=_rank))
            self.home.update(dict.fromkeys(component, component))
            found.append(component)
        return found

    def _stood_with(self, nodes: Iterable[N]) -> set[N]:
        """All that stand in one component with any of these, of those that are still there."""
        homes = {id(home): home for node in nodes if (home := self.home.get(node))}
        return {node for home in homes.values() for node in home if node in self._keys}


class Scores(Generic[N]):
    """What pairs of nodes score, worked out once."""

    def __init__(self, work_out: Callable[[N, N], float]) -> None:
        self._work_out = work_out
        self._known: defaultdict[N, dict[N, float]] = defaultdict(dict)

    def __call__(self, a: N, b: N) -> float:
        """The score of two nodes."""
        known = self._known[a].get(b)
        if known is None:
            known = self._known[a][b] = self._known[b][a] = self._work_out(a, b)
        return known

    def forget(self, nodes: Iterable[N], pairs: Iterable[tuple[N, N]] = ()) -> None:
        """Have the scores of nodes that are gone, and of pairs that changed, worked out again."""
        for node in nodes:
            for other in self._known.pop(node, ()):
                self._known[other].pop(node)
        for a, b in pairs:
            if self._known[a].pop(b, None) is not None:
                self._known[b].pop(a)


def _rank(node: Node) -> Key:
    return node.key


def _pairs_near(block: list[N], moved: list[N], reach: int) -> set[tuple[N, N]]:
    """The pairs of a block, as ``meeting`` gives them, that may have changed with the nodes that came into it or left it.

    Only about those does a distance change; where one stands among the hubs, every pair of a hub may.
    """
    spots = {bisect_left(block, node.key, key=_rank) for node in moved}
    wide = reach + len(moved)
    many = wide * len(spots) > len(block)
    near = range(len(block)) if many else {at for spot in spots for at in range(max(0, spot - wide), min(len(block), spot + wide + 1))}
    found = {(block[at], other) for at in near for other in block[at + 1 : at + 1 + reach]}
    shown = range(len(block)) if min(spots, default=0) <= HUBS + len(moved) else near
    found.update((block[hub], block[at]) for at in shown for hub in range(min(HUBS, at)))
    return found
