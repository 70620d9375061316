"""What people decided: claims that are the same, claims that are different; they outrank every score.

Invariant: the later decision outranks an earlier one that contradicts it, also through others; undone ones are gone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise

from belegt.link.union import Union
from belegt.model import Decision


class Decided:
    """Must-links and cannot-links between claims, by their refs; targets that are no claim are passed over."""

    def __init__(self, decisions: Sequence[Decision], refs: Iterable[str]) -> None:
        self._known = frozenset(refs)
        self._same = Union()
        self._apart: list[tuple[str, str]] = []
        self._reasons: dict[str, str] = {}
        for decision in sorted(in_force(decisions), key=lambda d: (d.at, d.id), reverse=True):
            targets = [t for t in decision.targets if t in self._known]
            if decision.act == "same":
                self._join(targets, decision)
            elif decision.act == "different":
                self._apart += [pair for pair in combinations(targets, 2) if not self.same(*pair)]

    def same(self, a: str, b: str) -> bool:
        """Whether someone decided that both are one incident."""
        return self._same.find(a) == self._same.find(b)

    def apart(self, a: str, b: str) -> bool:
        """Whether someone decided that they are not."""
        if not self._apart:
            return False
        roots = {self._same.find(a), self._same.find(b)}
        return len(roots) == 2 and any({self._same.find(x), self._same.find(y)} == roots for x, y in self._apart)

    @property
    def targets(self) -> frozenset[str]:
        """The claims that someone decided about."""
        return frozenset(self._reasons) | frozenset(ref for pair in self._apart for ref in pair)

    @property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """The sets of claims decided to be the same."""
        return self._same.groups()

    @property
    def pairs_apart(self) -> tuple[tuple[str, str], ...]:
        """The pairs decided to be different."""
        return tuple(self._apart)

    def reason(self, ref: str) -> str:
        """Who decided that this claim belongs with others, and why."""
        return self._reasons.get(ref, "")

    def _join(self, targets: Sequence[str], decision: Decision) -> None:
        for a, b in pairwise(targets):
            if not self.apart(a, b):
                self._same.join(a, b)
                for ref in (a, b):
                    self._reasons.setdefault(ref, f"decided by {decision.author}: {decision.reason or 'the same'}")


def in_force(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """The decisions that no later undo, itself in force, has taken back."""
    undone: set[str] = set()
    for decision in sorted(decisions, key=lambda d: (d.at, d.id), reverse=True):
        if decision.act == "undo" and decision.id not in undone:
            undone.update(decision.targets)
    return tuple(d for d in decisions if d.id not in undone and d.act != "undo")
