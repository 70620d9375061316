"""Corpora of any size for the benches: what was read once, told again of other days, places and people.

A copy of a report is another report: its rarer words are spelt otherwise, letter for letter, so that every offset holds and
no copy is taken for a reprint; its days are moved; every second copy tells of the same places, so that they grow more common,
as they do in a long war. Invariant: the same base and size give the same corpus, to the byte.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

from belegt.intake import Received, receive
from belegt.model import Claim, HarmClaim, Passage, Report, When, Where
from belegt.read.reader import read

T = TypeVar("T", str, None)
WORD = re.compile(r"[^\W\d_]{4,}")
DAYS_APART = 45
"""By how many days each copy of the base is moved on."""
COMMON = 0.25
"""Words of a larger part of the reports than this are spelt alike in all copies."""
RINGS = ("aeiou", "bdfgkmnprst", "chlvz")


def base(path: Path) -> list[tuple[Report, list[Claim]]]:
    """The reports of a file, each with its claims."""
    reports = (item.report for item in receive([path]) if isinstance(item, Received))
    return [(report, read(report)) for report in reports]


def corpus(told: Sequence[tuple[Report, list[Claim]]], claims: int) -> Iterator[tuple[Report, list[Claim]]]:
    """The base and as many copies of its reports as it takes to have so many claims."""
    common = _common([report for report, _ in told])
    count = copy = 0
    while count < claims:
        spelling = Spelling(copy, common)
        for report, own in told:
            if count >= claims:
                return
            count += len(own)
            yield (report, own) if copy == 0 else spelling.retold(report, own)
        copy += 1


class Spelling:
    """How copy number ``n`` spells words and names, and how far its days are moved."""

    def __init__(self, n: int, common: frozenset[str]) -> None:
        self.n = n
        self.common = common
        self.days = timedelta(days=DAYS_APART * n)
        rings = [ring for low in RINGS for ring in (low, low.upper())]
        turned = [ring[n % len(ring) :] + ring[: n % len(ring)] for ring in rings]
        self.letters = str.maketrans("".join(rings), "".join(turned))

    def retold(self, report: Report, claims: Sequence[Claim]) -> tuple[Report, list[Claim]]:
        """A report and its claims in this spelling."""
        copy = replace(
            report,
            id=f"{report.id}~{self.n}",
            text=self.words(report.text),
            title=self.words(report.title),
            published=self.day(report.published),
            sha256="",
        )
        return copy, [self._claim(copy, claim) for claim in claims]

    def words(self, text: str) -> str:
        """A text with its rarer words spelt otherwise; its length stays."""
        return WORD.sub(lambda m: m[0] if m[0].lower() in self.common else m[0].translate(self.letters), text)

    def day(self, day: date | None) -> date | None:
        """A day, moved on."""
        return day + self.days if day else None

    def _claim(self, report: Report, claim: Claim) -> Claim:
        passage = Passage(report, claim.passage.start, claim.passage.end)
        when = When(claim.when.text, self.day(claim.when.start), self.day(claim.when.end))
        told = replace(
            claim, passage=passage, when=when, where=self._where(claim.where), by=tuple(map(self.words, claim.by))
        )
        if isinstance(told, HarmClaim):
            return replace(told, named=tuple(map(self.words, told.named)))
        return told

    def _where(self, where: Where) -> Where:
        if self.n % 2 == 0:
            return where
        within = (*map(self.words, where.within[:-1]), *where.within[-1:])
        return replace(where, text=self.words(where.text), place=self.words(where.place), within=within)


def _common(reports: Sequence[Report]) -> frozenset[str]:
    held = Counter(word for report in reports for word in {w.lower() for w in WORD.findall(report.text)})
    return frozenset(word for word, n in held.items() if n >= COMMON * len(reports))
