"""Reprints: reports that carry the same text, whole or shortened, under whatever headline; a family is one source (R21).

Texts are compared as sets of word triples. A sample of the triples (those whose hash falls low, the same in every text)
finds candidates without comparing all with all; whole sets decide by containment, since a shortened copy lies inside its
original but is little like it. Invariant: the families do not depend on the order of the reports.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from hashlib import blake2b
from importlib import resources
from itertools import combinations, pairwise

from belegt.link.compare.names import plain
from belegt.link.union import Union
from belegt.model import Family, Report

TRIPLE = 3
SECOND, THIRD, BITS = 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, (1 << 62) - 1
"""Odd numbers that mix the hashes of the words of a triple, so that their order counts."""
SAMPLE = 3
SHARED_SAMPLES = 2
SHARED_PART = 16
COMMON_REPORTS = 60
LEAST_TRIPLES = 12
ANYTIME = 0.6
SAME_DAYS = 0.45
SAME_CREDIT = 0.3
DAYS = 3
HEAD, TAIL = 300, 160
WORD = re.compile(r"[^\W_]+")


def families(reports: Sequence[Report]) -> tuple[Family, ...]:
    """The families of two reports or more; in each the first published stands first."""
    known = {r.id: r for r in reports}
    triples = {id: triples_of(report.text) for id, report in known.items()}
    union = Union()
    for a, b in _candidates(known, triples):
        if copies(known[a], known[b], triples[a], triples[b]):
            union.join(a, b)
    found = [sorted(group, key=lambda i: by_day(known[i])) for group in union.groups()]
    return tuple(Family(tuple(group)) for group in sorted(found, key=lambda g: by_day(known[g[0]])))


def copies(a: Report, b: Report, triples: frozenset[int], triples2: frozenset[int]) -> bool:
    """Whether one of two reports is a copy of the other, by how much of the shorter lies in the longer."""
    shorter = min(len(triples), len(triples2))
    near = a.published is None or b.published is None or abs((a.published - b.published).days) <= DAYS
    if shorter < LEAST_TRIPLES:
        return near and triples == triples2
    shared = len(triples & triples2)
    contained = shared / shorter
    if contained >= ANYTIME:
        return True
    if not near or contained < SAME_CREDIT or shared < LEAST_TRIPLES:
        return False
    credited = credit(a.text) & credit(b.text)
    return contained >= (SAME_CREDIT if credited else SAME_DAYS)


def credit(text: str) -> frozenset[str]:
    """The agencies that a report credits in its head or at its end."""
    edges = plain(text[:HEAD] + "\n" + text[-TAIL:])
    return frozenset(agency for agency, pattern in _agencies().items() if pattern.search(edges))


def triples_of(text: str) -> frozenset[int]:
    """The triples of words in a text, as numbers that are the same on every machine."""
    words = [_hash(word) for word in WORD.findall(plain(text)) or [text]]
    if len(words) < TRIPLE:
        return frozenset((sum(words),))
    return frozenset((a * SECOND + b * THIRD + c) & BITS for a, b, c in zip(words, words[1:], words[2:], strict=False))


@lru_cache(maxsize=1 << 16)
def _hash(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def _candidates(known: Mapping[str, Report], triples: Mapping[str, frozenset[int]]) -> Iterator[tuple[str, str]]:
    """Pairs that share enough sampled triples, those of stock phrases left out; and those that are the same to the word."""
    names = sorted(triples)
    sampled = [sample(triples[name]) for name in names]
    holders: defaultdict[int, list[int]] = defaultdict(list)
    alike: defaultdict[frozenset[int], list[str]] = defaultdict(list)
    for at, name in enumerate(names):
        alike[triples[name]].append(name)
        for triple in sampled[at]:
            holders[triple].append(at)
    shared: Counter[tuple[int, int]] = Counter()
    for held in holders.values():
        if 1 < len(held) <= COMMON_REPORTS:
            shared.update(combinations(held, 2))
    same = {pair for told in alike.values() for pair in neighbours(told, known)}
    near = {(names[a], names[b]) for (a, b), n in shared.items() if n >= enough(len(sampled[a]), len(sampled[b]))}
    yield from sorted(same | near)


def sample(triples: Iterable[int]) -> list[int]:
    """The triples that candidates are found by."""
    return [t for t in triples if t % SAMPLE == 0]


def neighbours(told: Iterable[str], known: Mapping[str, Report]) -> Iterator[tuple[str, str]]:
    """Each report of those that are the same to the word with the next published, the smaller id first."""
    for a, b in pairwise(sorted(told, key=lambda name: by_day(known[name]))):
        yield min(a, b), max(a, b)


def enough(sampled: int, sampled2: int) -> int:
    """How many sampled triples two reports must share to be compared: far fewer than copies do."""
    return max(SHARED_SAMPLES, min(sampled, sampled2) // SHARED_PART)


def by_day(report: Report) -> tuple[date, str]:
    """The canonical order of reports: first published first."""
    return (report.published or date.max, report.id)


@cache
def _agencies() -> Mapping[str, re.Pattern[str]]:
    raw = resources.files("belegt.link.copies").joinpath("agencies.toml").read_text(encoding="utf-8")
    names: dict[str, list[str]] = tomllib.loads(raw)["agencies"]
    return {key: re.compile(r"\b(?:" + "|".join(map(re.escape, found)) + r")\b") for key, found in names.items()}
