"""What stands beside incidents while they change: only claims of the reports, days and places that were touched are placed anew.

Invariant: a claim stands where ``beside`` places it among all the incidents at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from belegt.link.beside import KINDS, Key, harm_keys, keys, nearness
from belegt.link.mention import order
from belegt.model import Claim, HarmClaim

Group = tuple[object, ...]
"""An incident, by the place of its first mention in the canonical order."""


class Near:
    """Claims of facilities, control and proposals, the figures that they may stand beside, and where they stand."""

    def __init__(self) -> None:
        self._claims: dict[str, Claim] = {}
        self._by_key: defaultdict[Key, set[str]] = defaultdict(set)
        self._harm: defaultdict[Key, dict[str, tuple[HarmClaim, Group]]] = defaultdict(dict)
        self._stands: dict[str, Group] = {}
        self._at: defaultdict[Group, set[str]] = defaultdict(set)
        self._touched: set[Key] = set()
        self._changed: set[Group] = set()

    def replace(self, gone: Iterable[Claim], come: Iterable[Claim]) -> None:
        """Take claims of these kinds out and in."""
        for claim in (c for c in gone if c.kind in KINDS):
            del self._claims[claim.ref]
            for key in keys(claim):
                self._by_key[key].discard(claim.ref)
            self._leave(claim.ref)
        for claim in (c for c in come if c.kind in KINDS):
            self._claims[claim.ref] = claim
            for key in keys(claim):
                self._by_key[key].add(claim.ref)
                self._touched.add(key)

    def leave(self, harm: HarmClaim) -> None:
        """A figure stands in no incident any more."""
        for key in harm_keys(harm):
            self._harm[key].pop(harm.ref, None)
            self._touched.add(key)

    def enter(self, harm: HarmClaim, group: Group) -> None:
        """A figure stands in an incident now."""
        for key in harm_keys(harm):
            self._harm[key][harm.ref] = harm, group
            self._touched.add(key)

    def settle(self) -> set[Group]:
        """Place anew what was touched; the incidents that have gained or lost a claim beside them."""
        for ref in {ref for key in self._touched for ref in self._by_key.get(key, ())}:
            claim = self._claims[ref]
            near = (found for key in keys(claim) for found in self._harm.get(key, {}).values())
            ranked = [(rank, group) for harm, group in near if (rank := nearness(claim, harm)) is not None]
            group = min(ranked)[1] if ranked else None
            if group != self._stands.get(ref):
                self._leave(ref)
                if group is not None:
                    self._stands[ref] = group
                    self._at[group].add(ref)
                    self._changed.add(group)
        changed, self._changed, self._touched = self._changed, set(), set()
        return changed

    def beside(self, group: Group) -> list[Claim]:
        """The claims that stand beside an incident."""
        return sorted((self._claims[ref] for ref in self._at.get(group, ())), key=order)

    def _leave(self, ref: str) -> None:
        group = self._stands.pop(ref, None)
        if group is not None:
            self._at[group].discard(ref)
            self._changed.add(group)
