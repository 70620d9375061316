"""Candidate pairs without comparing all with all: mentions that share a day or a week with a place or a number.

Invariant: the pairs depend on the mentions alone; two mentions that share no key are never compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from belegt.link.compare.time import DATED_WITHIN, MONTH_DAYS, apart
from belegt.link.compare.where import path
from belegt.link.mention import Mention

LONGEST_REACH = 100
MANY = 1_000_000
HUBS = 8
DAYS = 8
TELLING_NUMBER = 3


def pairs(mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Each pair that may be one incident, once, as indices with the smaller first, in order.

    Mentions of one report that it tells of different days are never one.
    """
    return ((i, j) for i, j in meeting([keys(m) for m in mentions]) if may_be_one(mentions[i], mentions[j]))


def may_be_one(a: Mention, b: Mention) -> bool:
    """Whether two mentions are not told of different days by one report."""
    return a.report.id != b.report.id or not apart((a.start, a.end), (b.start, b.end))


def meeting(found_by: Sequence[frozenset[tuple[object, ...]]], most: int = MANY) -> Iterator[tuple[int, int]]:
    """Each pair that shares a key; a key that very many share joins neighbours, at ``most`` so many places on, and hubs."""
    reach = min(most, LONGEST_REACH)
    blocks: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    for i, known in enumerate(found_by):
        for key in known:
            blocks[key].append(i)
    found: set[tuple[int, int]] = set()
    for members in blocks.values():
        for at, i in enumerate(members):
            found.update((i, j) for j in members[at + 1 : at + 1 + reach])
            found.update((members[hub], i) for hub in range(min(HUBS, at)))
    yield from sorted(found)


def keys(m: Mention) -> frozenset[tuple[object, ...]]:
    """What a mention is found by."""
    places = {level for p in m.paths for level in p.levels if not (p.wide and level != p.name)}
    places |= {level for c in m.claims if (p := path(c.where)) for level in p.levels[: 1 + p.sided]}
    numbers = {(kind, count.point) for kind, count in m.counts if count.point >= TELLING_NUMBER} | m.numbers
    found: set[tuple[object, ...]] = {("report", m.report.id), *(("victim", v) for v in m.victims)}
    for day in _days(m):
        found |= {("day", day, place) for place in places}
        found |= {("day", day, *number) for number in numbers}
    for week in _weeks(m):
        found |= {("week", week, place) for place in places}
    for week in _weeks(m, DATED_WITHIN):
        found |= {("week", week, *number) for number in m.numbers}
    return frozenset(found)


def _days(m: Mention) -> Iterator[date]:
    if m.start and m.end and (m.end - m.start).days < DAYS:
        for n in range((m.end - m.start).days + 1):
            yield m.start + timedelta(n)


def _weeks(m: Mention, around: int = 0) -> set[date]:
    """The weeks of a known time, of a month long past all, and those of the days ``around`` it; else that of publication and the one before."""
    reach = timedelta(around)
    if m.start and m.end:
        days = (m.end - m.start).days
        within = range(7, days, 7) if m.long_past and days <= MONTH_DAYS else ()
        known = [m.start - reach, m.end + reach, *(m.start + timedelta(n) for n in within)] if days < 62 else [m.end]
    else:
        known = [m.report.published, m.report.published - timedelta(7)] if m.report.published else []
    return {day - timedelta(day.weekday()) for day in known}
