"""The linkage of a record that grows: an update links anew what it touches, however large the rest is.

Invariant: after every update the linkage is the one that ``link`` makes of all reports, claims and decisions at once. Where the
measure of all changes (a fifth more families of reports than before: see ``Rarity.scale``) all pairs are compared again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from belegt.link.assemble import Grounds, incident
from belegt.link.block import keys, may_be_one
from belegt.link.compare.ground import weights
from belegt.link.compare.place import RARE_NAME
from belegt.link.compare.rarity import Rarity
from belegt.link.compare.words import RARE
from belegt.link.decided import Decided
from belegt.link.grow.copies import Copies
from belegt.link.grow.graph import Graph, Key, Scores
from belegt.link.grow.near import Near
from belegt.link.grow.units import Sums, Unit, partners
from belegt.link.linkage import by_themselves, clustered, must_join
from belegt.link.mention import Mention, order
from belegt.link.score import reaches, score
from belegt.link.toll import Toll, likeness
from belegt.link.toll import keys as toll_keys
from belegt.link.totals import REACH, strong, total
from belegt.link.totals import clustered as clustered_tolls
from belegt.link.totals import must_join as must_join_tolls
from belegt.model import Claim, Decision, HarmClaim, Incident, Linkage, Report, RunningTotal

UNDECIDED = Decided((), ())
CROWD = 40
"""Mentions that share a word or a place from which on those are sought among partners alone."""


class Growing:
    """Reports, their claims and the decisions on sameness, linked; nothing in it is changed but by ``update``."""

    def __init__(self) -> None:
        self.claims: dict[str, tuple[Claim, ...]] = {}
        self._acts: dict[str, Decision] = {}
        self._decided = UNDECIDED
        self._copies = Copies()
        self._units: dict[str, Unit] = {}
        self._sums = Sums()
        self._rarity = Rarity()
        self._by_word: defaultdict[str, set[Mention]] = defaultdict(set)
        self._by_place: defaultdict[str, set[Mention]] = defaultdict(set)
        self._grounds = Grounds(defaultdict(list), self._rarity, {})
        self._mentions: Graph[Mention] = Graph(keys, self._strong)
        self._tolls: Graph[Toll] = Graph(toll_keys, strong, REACH)
        self._scores: Scores[Mention] = Scores(lambda a, b: score(a, b, self._rarity).total)
        self._likenesses: Scores[Toll] = Scores(likeness)
        self._near = Near()
        self._groups: dict[Key, list[Mention]] = {}
        self._place: dict[Mention, Key] = {}
        self._place_of_toll: dict[Toll, Key] = {}
        self._incidents: dict[Key, Incident] = {}
        self._totals: dict[Key, RunningTotal] = {}
        self._tolled: dict[Key, list[Toll]] = {}
        self._family_of: dict[Mention, str] = {}

    def report(self, id: str) -> Report | None:
        """A report that was taken in, None where it was not."""
        return self._copies.reports.get(id)

    def linkage(self) -> Linkage:
        """Incidents, running totals and families as they stand."""
        return Linkage(
            incidents=tuple(one for _, one in sorted(self._incidents.items(), key=_first)),
            totals=tuple(one for _, one in sorted(self._totals.items(), key=_first)),
            families=self._copies.families,
        )

    def update(
        self,
        come: Mapping[str, tuple[Report, Sequence[Claim]]],
        gone: Iterable[str] = (),
        acts: Sequence[Decision] = (),
    ) -> None:
        """Take in reports with their claims, new ones and such as were read again, leave others out, and heed these decisions.

        ``acts`` are all decisions in force; of those named before only the ones that are missing now, or new, touch anything.
        """
        leaving = [id for id in gone if id in self.claims]
        self._near.replace(
            (c for id in (*come, *leaving) for c in self.claims.get(id, ())),
            (c for _, own in come.values() for c in own),
        )
        known = self._copies.reports
        again = [id for id, (report, _) in come.items() if id in known and known[id] != report]
        new = [report for id, (report, _) in come.items() if id not in known or id in again]
        touched = {*come, *leaving, *self._copies.update([*leaving, *again], new)}
        for id in leaving:
            del self.claims[id]
        self.claims.update((id, tuple(sorted(own, key=order))) for id, (_, own) in come.items())
        touched |= self._decide(acts)
        self._relink(*self._reunite(touched, partners(list(self._acts.values()), self.claims)))

    def _decide(self, acts: Sequence[Decision]) -> set[str]:
        """Heed decisions; the reports that those which are new or gone name."""
        before, self._acts = self._acts, {d.id: d for d in acts if d.act in ("same", "different")}
        named = {target for d in self._acts.values() for target in d.targets}
        refs = {
            c.ref
            for report in {t.rpartition("#")[0] for t in named}
            for c in self.claims.get(report, ())
            if isinstance(c, HarmClaim)
        }
        self._decided = Decided(list(self._acts.values()), named & refs) if self._acts else UNDECIDED
        changed = [d for id, d in (before | self._acts).items() if (id in before) != (id in self._acts)]
        return {target.rpartition("#")[0] for d in changed for target in d.targets} & self.claims.keys()

    def _reunite(self, touched: set[str], named: Mapping[str, set[str]]) -> tuple[list[Unit], list[Unit]]:
        """The units that go, and those that come in their place."""
        waiting, seen = list(touched), set(touched)
        while waiting:
            id = waiting.pop()
            more = {*(self._units[id].reports if id in self._units else ()), *self._together(id, named)} - seen
            seen |= more
            waiting += more
        gone = list(dict.fromkeys(self._units[id] for id in sorted(seen & self._units.keys())))
        come: list[Unit] = []
        united: set[str] = set()
        for id in sorted(seen & self.claims.keys()):
            if id not in united:
                group = self._united(id, named)
                united |= group
                come.append(self._unit(group))
        for unit in gone:
            for id in unit.reports:
                self._units.pop(id)
        self._units.update((id, unit) for unit in come for id in unit.reports)
        return gone, come

    def _united(self, id: str, named: Mapping[str, set[str]]) -> set[str]:
        """All reports of the unit that a report stands in."""
        group, waiting = {id}, [id]
        while waiting:
            more = self._together(waiting.pop(), named) - group
            group |= more
            waiting += more
        return group

    def _together(self, id: str, named: Mapping[str, set[str]]) -> set[str]:
        family = self._copies.family.get(id)
        return {*(family.reports if family else ()), *named.get(id, ())} & self.claims.keys()

    def _unit(self, group: set[str]) -> Unit:
        told = sorted((c for id in group for c in self.claims[id]), key=order)
        decided = self._decided if any(c.ref in self._decided.targets for c in told) else UNDECIDED
        copies = list(dict.fromkeys(f for id in sorted(group) if (f := self._copies.family.get(id))))
        return Unit(tuple(sorted(group)), by_themselves(told, copies, decided), decided)

    def _relink(self, gone: list[Unit], come: list[Unit]) -> None:
        """Mentions and tolls of these units, and of those that tell their sums, and what they touch."""
        told = self._sums.replace(gone, come) - set(gone) - set(come)
        others = [unit for unit in told if self._sums.of(unit) != unit.sums]
        left, entered = [*gone, *others], [*come, *others]
        mentions, tolls = [m for u in left for m in u.mentions], [t for u in left for t in u.tolls]
        for unit in left:
            for ref in (*unit.reasons, *unit.own.following):
                self._grounds.reasons.pop(ref, None)
                self._grounds.following.pop(ref, None)  # type: ignore[attr-defined]
        for unit in entered:
            unit.tell(self._sums.of(unit))
            self._grounds.reasons.update(unit.reasons)
            self._grounds.following.update(unit.own.following)  # type: ignore[attr-defined]
        self._regroup(mentions, entered)
        self._retotal(tolls, entered)

    def _regroup(self, left: list[Mention], units: list[Unit]) -> None:
        """Incidents anew, of the mentions that come and all that they touch."""
        come = [m for unit in units for m in unit.mentions]
        again, restated = self._weigh(left, come)
        found = self._mentions.update(left, come, [pair for unit in units for pair in _must(unit)], again)
        components = dict.fromkeys((*found, *(self._mentions.home[m] for m in restated)))
        stood: dict[Mention, Key] = {}
        known: dict[Key, tuple[list[Mention], Incident]] = {}
        for m in (*left, *(m for component in components for m in component)):
            stood[m] = key = self._place.pop(m, ())
            if key in self._incidents:
                known[key] = self._groups.pop(key), self._incidents.pop(key)
        for m in left:
            for claim in m.claims:
                self._near.leave(claim)
        self._scores.forget(left, again)
        afresh = {*come, *restated, *(m for pair in again for m in pair)}
        stated: set[Key] = set()
        for component in components:
            for group in clustered(list(component), self._decided_on(component), self._scores):
                key = group[0].key
                self._groups[key] = group
                if key in known and known[key][0] == group and afresh.isdisjoint(group):
                    self._incidents[key] = known[key][1]
                else:
                    stated.add(key)
                for m in group:
                    self._place[m] = key
                    for claim in m.claims if stood[m] != key else ():
                        self._near.enter(claim, key)
        for key in stated | (self._near.settle() & self._groups.keys()):
            self._incidents[key] = incident(self._groups[key], self._grounds, self._near.beside(key))

    def _retotal(self, left: list[Toll], units: list[Unit]) -> None:
        """Running totals anew, of the tolls that come and all that they touch."""
        come = [t for unit in units for t in unit.tolls]
        must = [
            (unit.tolls[i], unit.tolls[j])
            for unit in units
            for i, j in must_join_tolls(unit.tolls, _home(unit.tolls), unit.decided)
        ]
        components = self._tolls.update(left, come, must, ())
        self._likenesses.forget(left)
        known: dict[Key, tuple[list[Toll], RunningTotal]] = {}
        for t in (*left, *(t for component in components for t in component)):
            key = self._place_of_toll.pop(t, ())
            if key in self._totals:
                known[key] = self._tolled.pop(key), self._totals.pop(key)
        for component in components:
            for group in clustered_tolls(component, self._decided_on(component), self._likenesses):
                key = group[0].key
                stood, told = known.get(key, ([], None))
                self._tolled[key] = group
                self._totals[key] = told if told and stood == group else total(group, self._grounds.following)
                self._place_of_toll.update(dict.fromkeys(group, key))

    def _decided_on(self, component: Sequence[Mention | Toll]) -> Decided:
        """The decisions, where any of them is about one of these."""
        return UNDECIDED if self._decided.targets.isdisjoint(_home(component)) else self._decided

    def _strong(self, a: Mention, b: Mention) -> bool:
        return may_be_one(a, b) and reaches(a, b, self._rarity, weights()["link"])

    def _weigh(self, left: list[Mention], come: list[Mention]) -> tuple[list[tuple[Mention, Mention]], list[Mention]]:
        """Count mentions out and in; the pairs that are rare in another measure now, and the mentions of such in one component."""
        words = {word for m in (*left, *come) for word in m.words | m.places}
        scale, frequent, before = self._rarity.scale, self._rarity.frequent, {w: self._telling(w) for w in words}
        for m in left:
            self._count(m, -1)
        for m in come:
            self._count(m, 1)
        if scale != self._rarity.scale:
            staying = self._mentions.home.keys() - set(left)
            again = [(a, b) for a in staying for b in self._mentions.partners(a) if a.key < b.key and b in staying]
            return again, list(staying)
        sharing = [self._by_word[w] for w in words if self._telling(w) != before[w]]
        sharing += [self._by_place[name] for name, _ in frequent ^ self._rarity.frequent]
        return self._sharing(sharing)

    def _sharing(self, sets: Iterable[set[Mention]]) -> tuple[list[tuple[Mention, Mention]], list[Mention]]:
        """The pairs that stand together in one of these sets, and those in one component."""
        again: dict[tuple[Mention, Mention], None] = {}
        restated: dict[Mention, None] = {}
        home = self._mentions.home
        for told in sets:
            known = told & home.keys()
            for a in known:
                for b in known if len(known) < CROWD else self._mentions.partners(a) & known:
                    if a.key < b.key and self._mentions.share(a, b):
                        again[a, b] = None
                        if home[a] is home[b]:
                            restated.update({a: None, b: None})
        return list(again), list(restated)

    def _telling(self, word: str) -> float:
        """How rare a word is, 0 where it is so common that nobody asks."""
        return rare if (rare := self._rarity.word(word)) >= min(RARE, RARE_NAME) else 0.0

    def _count(self, m: Mention, by: int) -> None:
        unit = self._units.get(m.report.id) if by > 0 else None
        family = self._family_of[m] if unit is None else self._family(m.report.id)
        self._rarity.count(m, family, by)
        if by > 0:
            self._family_of[m] = family
        else:
            del self._family_of[m]
        for index, names in (
            (self._by_word, m.words | m.places),
            (self._by_place, {level for p in m.paths for level in p.levels}),
        ):
            for name in names:
                (index[name].add if by > 0 else index[name].discard)(m)

    def _family(self, report: str) -> str:
        family = self._copies.family.get(report)
        return family.first if family else report


def _first(pair: tuple[Key, object]) -> Key:
    return pair[0]


def _must(unit: Unit) -> list[tuple[Mention, Mention]]:
    return [(unit.mentions[i], unit.mentions[j]) for i, j in must_join(_home(unit.mentions), unit.decided)]


def _home(nodes: Sequence[Mention | Toll]) -> dict[str, int]:
    """For each ref the node that it stands in."""
    return {c.ref: i for i, node in enumerate(nodes) for c in node.claims}
