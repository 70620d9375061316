"""Disjoint sets whose representative is the smallest member, so that the order of joining never shows."""

from __future__ import annotations

from collections import defaultdict


class Union:
    """Sets of strings; every string is a set of its own until it is joined."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def find(self, item: str) -> str:
        """The representative of the set that an item is in."""
        root = item
        while (parent := self._parent.get(root, root)) != root:
            root = parent
        while (parent := self._parent.get(item, item)) != root:
            self._parent[item] = root
            item = parent
        return root

    def join(self, a: str, b: str) -> None:
        """Make one set of two."""
        first, second = sorted((self.find(a), self.find(b)))
        self._parent.setdefault(first, first)
        self._parent[second] = first

    def groups(self) -> tuple[tuple[str, ...], ...]:
        """The sets that were joined, each sorted."""
        members: defaultdict[str, list[str]] = defaultdict(list)
        for item in sorted(self._parent):
            members[self.find(item)].append(item)
        return tuple(tuple(group) for group in members.values())
