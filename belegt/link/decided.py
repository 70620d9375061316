"""What people decided: claims that are the same, claims that are different; they outrank every score.

Invariant: the later decision outranks an earlier one that contradicts it, also through others; undone ones are gone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise, product

from belegt.link.union import Union
from belegt.model import Decision


class Decided:
    """Must-links and cannot-links between claims, by their refs; targets that are no claim are passed over."""

    def __init__(self, decisions: Sequence[Decision], refs: Iterable[str]) -> None:
        self._known = frozenset(refs)
        self._same = Union()
        self._apart: list[tuple[str, str]] = []
        self._apart_reasons: dict[tuple[str, str], str] = {}
        self._reasons: dict[str, str] = {}
        for decision in sorted(in_force(decisions), key=lambda d: (d.at, d.id), reverse=True):
            targets = [t for t in decision.targets if t in self._known]
            if decision.act == "same":
                self._join(targets, decision)
            elif decision.act == "different":
                self._separate(targets, decision)

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

    def apart_because(self, ours: Iterable[str], theirs: Iterable[str]) -> str:
        """Who decided that one of ours and one of theirs are different, and why; "" where nobody did."""
        first, second = {self._same.find(ref) for ref in ours}, {self._same.find(ref) for ref in theirs}
        for (a, b), reason in self._apart_reasons.items():
            roots = self._same.find(a), self._same.find(b)
            if (roots[0] in first and roots[1] in second) or (roots[1] in first and roots[0] in second):
                return reason
        return ""

    def _separate(self, targets: Sequence[str], decision: Decision) -> None:
        """All targets from one another; with a number as value, that many of the first from the rest."""
        head = int(decision.value) if decision.value.isdecimal() else 0
        named = [t for t in decision.targets[:head] if t in self._known]
        pairs = product(named, [t for t in targets if t not in named]) if named else combinations(targets, 2)
        for pair in pairs:
            if not self.same(*pair):
                self._apart.append(pair)
                self._apart_reasons.setdefault(pair, f"decided by {decision.author}: {decision.reason or 'different'}")

    def _join(self, targets: Sequence[str], decision: Decision) -> None:
        for a, b in pairwise(targets):
            if not self.apart(a, b):
                self._same.join(a, b)
                for ref in (a, b):
                    self._reasons.setdefault(ref, f"decided by {decision.author}: {decision.reason or 'the same'}")


def standing(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """The decisions, undos among them, that no later undo, itself standing, has taken back."""
    undone = _undone(decisions)
    return tuple(d for d in decisions if d.id not in undone)


def in_force(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """The decisions that no later undo, itself in force, has taken back."""
    return tuple(d for d in standing(decisions) if d.act != "undo")


def _undone(decisions: Sequence[Decision]) -> frozenset[str]:
    undone: set[str] = set()
    for decision in sorted(decisions, key=lambda d: (d.at, d.id), reverse=True):
        if decision.act == "undo" and decision.id not in undone:
            undone.update(decision.targets)
    return frozenset(undone)
