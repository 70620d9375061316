"""Candidate pairs without comparing all with all: mentions that share a day or a week with a place or a number.

Invariant: the pairs depend on the mentions alone; two mentions that share no key are never compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations

from belegt.link.mention import Mention

LONGEST_BLOCK = 200
DAYS = 8
TELLING_NUMBER = 3
RARE_NUMBER = 10


def pairs(mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Each pair once, as indices with the smaller first, in order."""
    blocks: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    for i, m in enumerate(mentions):
        for key in keys(m):
            blocks[key].append(i)
    found = {pair for members in blocks.values() for part in _parts(members, mentions) for pair in combinations(part, 2)}
    yield from sorted(found)


def keys(m: Mention) -> frozenset[tuple[object, ...]]:
    """What a mention is found by."""
    places = {level for p in m.paths for level in p.levels if not (p.wide and level != p.levels[0])}
    numbers = {(kind, count.point) for kind, count in m.counts if count.point >= TELLING_NUMBER}
    found: set[tuple[object, ...]] = {("report", m.report.id), *(("victim", v) for v in m.victims)}
    for day in _days(m):
        found |= {("day", day, place) for place in places}
        found |= {("day", day, *number) for number in numbers}
    for week in _weeks(m):
        found |= {("week", week, place) for place in places}
        found |= {("week", week, *number) for number in numbers if number[1] >= RARE_NUMBER}
    return frozenset(found)


def _days(m: Mention) -> Iterator[date]:
    if m.start and m.end and (m.end - m.start).days < DAYS:
        for n in range((m.end - m.start).days + 1):
            yield m.start + timedelta(n)


def _weeks(m: Mention) -> set[date]:
    """The weeks of a known time; else that of publication and the one before."""
    if m.start and m.end:
        known = [m.start, m.end] if (m.end - m.start).days < 62 else [m.end]
    else:
        known = [m.report.published, m.report.published - timedelta(7)] if m.report.published else []
    return {day - timedelta(day.weekday()) for day in known}


def _parts(members: list[int], mentions: Sequence[Mention]) -> Iterator[list[int]]:
    """A block too long to compare whole is split by kind and size of the counts."""
    if len(members) <= LONGEST_BLOCK:
        yield members
        return
    split: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    for i in members:
        for kind, count in mentions[i].counts:
            split[kind, count.point].append(i)
    for part in split.values():
        yield from (part[i : i + LONGEST_BLOCK] for i in range(0, len(part), LONGEST_BLOCK))
