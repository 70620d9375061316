"""Families of reprints while reports come and go: only the reports that share words with a new one are compared with it.

Invariant: the families are those that ``families`` finds in all the reports at once.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import combinations

from belegt.link.copies.families import COMMON_REPORTS, by_day, copies, enough, neighbours, sample, triples_of
from belegt.model import Family, Report

Pair = tuple[str, str]


class Copies:
    """Reports by their sampled triples, and which of them are copies of which."""

    def __init__(self) -> None:
        self.reports: dict[str, Report] = {}
        self.family: dict[str, Family] = {}
        self._sampled: dict[str, list[int]] = {}
        self._holders: defaultdict[int, set[str]] = defaultdict(set)
        self._alike: defaultdict[int, set[str]] = defaultdict(set)
        self._whole: dict[str, int] = {}
        self._near: defaultdict[str, set[str]] = defaultdict(set)
        self._same: defaultdict[int, set[Pair]] = defaultdict(set)
        self._triples: dict[str, frozenset[int]] = {}

    @property
    def families(self) -> tuple[Family, ...]:
        """All families, the first published first."""
        found = {family.first: family for family in self.family.values()}
        return tuple(sorted(found.values(), key=lambda f: by_day(self.reports[f.first])))

    def update(self, gone: Iterable[str], come: Iterable[Report]) -> set[str]:
        """Take reports out and in; the ids of all whose family is another than before."""
        doubtful: set[Pair] = set()
        touched: set[str] = set()
        for id in gone:
            touched |= {id, *self._near[id]}
            doubtful |= self._take_out(id)
        added = list(come)
        for report in added:
            doubtful |= self._take_in(report)
        new = {report.id for report in added}
        for pair in sorted(doubtful | {pair for id in sorted(new) for pair in self._candidates(id)}):
            touched |= self._compare(*pair)
        self._triples.clear()
        touched |= {id for pairs in self._same.values() for pair in pairs for id in pair if set(pair) & (new | touched)}
        return self._regroup(touched | new)

    def _take_in(self, report: Report) -> set[Pair]:
        """The pairs whose shared words have become stock phrases."""
        self.reports[report.id] = report
        triples = self._triples[report.id] = triples_of(report.text)
        self._sampled[report.id] = sample(triples)
        self._whole[report.id] = hash(triples)
        self._alike[hash(triples)].add(report.id)
        self._match(hash(triples))
        doubtful: set[Pair] = set()
        for triple in self._sampled[report.id]:
            held = self._holders[triple]
            held.add(report.id)
            if len(held) == COMMON_REPORTS + 1:
                doubtful.update((a, b) for a in held for b in self._near[a] & held if a < b)
        return doubtful

    def _take_out(self, id: str) -> set[Pair]:
        """The pairs whose shared words are no stock phrases any more."""
        whole = self._whole.pop(id)
        self._alike[whole].discard(id)
        del self.reports[id]
        self._match(whole)
        doubtful: set[Pair] = set()
        for triple in self._sampled.pop(id):
            held = self._holders[triple]
            held.discard(id)
            if len(held) == COMMON_REPORTS:
                doubtful.update(combinations(sorted(held), 2))
        for other in self._near.pop(id, ()):
            self._near[other].discard(id)
        return {pair for pair in doubtful if id not in pair}

    def _match(self, whole: int) -> None:
        """Those that are the same to the word, each with the next published."""
        pairs = neighbours(self._alike[whole], self.reports)
        self._same[whole] = {
            (a, b) for a, b in pairs if copies(self.reports[a], self.reports[b], self._all(a), self._all(b))
        }

    def _candidates(self, id: str) -> set[Pair]:
        shared = Counter(other for triple in self._sampled[id] for other in self._few(triple))
        del shared[id]
        own = len(self._sampled[id])
        return {(min(id, o), max(id, o)) for o, n in shared.items() if n >= enough(own, len(self._sampled[o]))}

    def _few(self, triple: int) -> Iterable[str]:
        held = self._holders[triple]
        return held if len(held) <= COMMON_REPORTS else ()

    def _compare(self, a: str, b: str) -> set[str]:
        """Settle whether two are near copies; both where that has changed."""
        if a not in self.reports or b not in self.reports:
            return set()
        shared = sum(a in held and b in held for held in map(self._few, self._sampled[a]))
        near = shared >= enough(len(self._sampled[a]), len(self._sampled[b]))
        near = near and copies(self.reports[a], self.reports[b], self._all(a), self._all(b))
        if near == (b in self._near[a]):
            return set()
        for one, other in ((a, b), (b, a)):
            (self._near[one].add if near else self._near[one].discard)(other)
        return {a, b}

    def _all(self, id: str) -> frozenset[int]:
        if id not in self._triples:
            self._triples[id] = triples_of(self.reports[id].text)
        return self._triples[id]

    def _regroup(self, touched: set[str]) -> set[str]:
        """Families anew for the reports that may have got another, and for all that stand in one with them."""
        changed: set[str] = set()
        open_to_it = {
            member for id in touched for member in (id, *(self.family[id].reports if id in self.family else ()))
        }
        seen: set[str] = set()
        for id in sorted(open_to_it):
            if id in seen:
                continue
            group = self._connected(id)
            seen |= group
            family = Family(tuple(sorted(group, key=lambda i: by_day(self.reports[i])))) if len(group) > 1 else None
            for member in group or {id}:
                if self.family.get(member) != family:
                    changed.add(member)
                    if family:
                        self.family[member] = family
                    else:
                        del self.family[member]
        return changed

    def _connected(self, id: str) -> set[str]:
        group = {id} & self.reports.keys()
        waiting = list(group)
        while waiting:
            one = waiting.pop()
            same = {o for pair in self._same[self._whole[one]] if one in pair for o in pair}
            more = (self._near[one] | same) - group
            group |= more
            waiting += more
        return group
