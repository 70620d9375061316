"""Units: reports that have to be looked at together before any are compared: copies of one text, and what decisions name at once.

Invariant: what a unit tells depends on its own reports and decisions, and on the sums that others tell (``told_elsewhere``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from belegt.link.bundle import Reasons
from belegt.link.decided import Decided
from belegt.link.linkage import Told
from belegt.link.mention import Mention
from belegt.link.sums import SumKey, open_key, sum_keys, tell_sums
from belegt.link.toll import Toll, tolls
from belegt.model import Decision, HarmClaim


@dataclass(eq=False)
class Unit:
    """Some reports and what they tell; ``sums`` are all that are counted as sums, the mentions and tolls follow from them."""

    reports: tuple[str, ...]
    own: Told
    decided: Decided
    sums: frozenset[str] = frozenset()
    mentions: list[Mention] = field(default_factory=list)
    reasons: Reasons = field(default_factory=lambda: defaultdict(list))
    tolls: list[Toll] = field(default_factory=list)

    def tell(self, sums: frozenset[str]) -> None:
        """Work out mentions and tolls."""
        self.sums = sums
        self.mentions, self.reasons, rest = self.own.bundled(sums, self.decided)
        self.tolls = tolls(rest)


class Sums:
    """The sums that reports draw over their incidents, and the units that may tell one of them."""

    def __init__(self) -> None:
        self._known: defaultdict[SumKey, dict[str, HarmClaim]] = defaultdict(dict)
        self._open: defaultdict[SumKey, set[Unit]] = defaultdict(set)

    def replace(self, gone: Iterable[Unit], come: Iterable[Unit]) -> set[Unit]:
        """Take units out and in; those that now may tell other sums than before."""
        changed: set[SumKey] = set()
        for unit, takes in (*((u, False) for u in gone), *((u, True) for u in come)):
            for claim in unit.own.news:
                if claim.ref in unit.own.sums:
                    changed |= self._put(claim, takes)
                elif key := open_key(claim):
                    (self._open[key].add if takes else self._open[key].discard)(unit)
        return {unit for key in changed for unit in self._open.get(key, ())}

    def _put(self, claim: HarmClaim, takes: bool) -> set[SumKey]:
        keys = set(sum_keys(claim))
        for key in keys:
            if takes:
                self._known[key][claim.ref] = claim
            else:
                self._known[key].pop(claim.ref, None)
        return keys

    def of(self, unit: Unit) -> frozenset[str]:
        """The refs of all claims of a unit that are sums, or tell one."""
        near = {key: self._known[key].values() for c in unit.own.news if (key := open_key(c)) and self._known.get(key)}
        return unit.own.sums | (tell_sums(unit.own.news, unit.own.sums, near) if near else frozenset())


def partners(acts: Sequence[Decision], reports: Mapping[str, object]) -> dict[str, set[str]]:
    """For each report that a decision on sameness names, those named with it."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for act in acts:
        if act.act in ("same", "different"):
            named = {report for target in act.targets if (report := target.rpartition("#")[0]) in reports}
            for report in named:
                found[report] |= named
    return found
