"""Which time a claim has: the expression that governs its clause, else the time of the event that is being told."""

from __future__ import annotations

from datetime import date

from belegt.model import UNKNOWN_TIME, When
from belegt.read.document import Document
from belegt.read.time import calendar
from belegt.read.time.expressions import DATING, TimeMention, find


class Times:
    """The times of one report."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._anchor: date | None = document.published
        self._mentions: dict[int, list[TimeMention]] = {}

    def mentions(self, index: int) -> list[TimeMention]:
        """The expressions of time of sentence ``index``."""
        if index not in self._mentions:
            self._mentions[index] = find(self._document.sentence(index), self._document.lang, self._anchor)
        return self._mentions[index]

    def for_claim(self, start: int, end: int, scope: str) -> tuple[When, str]:
        """The time of the claim that the report quotes at ``start`` to ``end``, and the rule that gave it."""
        index = self._document.index_at(start)
        own = [m for m in self.mentions(index) if m.kind in DATING and not self._dateline(index, m)]
        if own:
            best = min(own, key=lambda m: self._cost(m, start, end, scope))
            return self._when(best), "own"
        if scope == "incident":
            for other in [*range(index - 1, -1, -1), *range(index + 1, len(self._document))]:
                for m in reversed(self.mentions(other)):
                    if m.kind == "date" and m.grain == "day" and not self._dateline(other, m):
                        return self._when(m), "carried"
        return UNKNOWN_TIME, ""

    def _dateline(self, index: int, m: TimeMention) -> bool:
        return m.start < 200 and m.grain == "day" and m.kind == "date" and m.span[0] == self._anchor and any(c.isdigit() for c in self._document.text[m.start:m.end])

    def _cost(self, m: TimeMention, start: int, end: int, scope: str) -> float:
        text = self._document.text
        gap = text[m.end : start] if m.end <= start else text[end : m.start]
        cost = len(gap) / 6 + 4 * gap.count(",")
        if scope == "total":
            cost -= 15 * (m.kind in ("since", "period"))
        else:
            cost += 10 * (m.kind == "since")
        return cost + 15 * (m.kind in ("now", "vague"))

    def _when(self, m: TimeMention) -> When:
        return When(self._document.text[m.start : m.end], *m.span)
