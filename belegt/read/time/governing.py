"""Which time a claim has: the expression that governs its clause, else the time of the event that is being told.

Invariant: a date of the telling, of the report itself or still to come never dates harm; an expression that says no more
than "recently" leaves the time open and keeps other dates away.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from belegt.model import UNKNOWN_TIME, When
from belegt.read.document import Document
from belegt.read.lang import table
from belegt.read.segment import Sentence
from belegt.read.time import calendar
from belegt.read.time.calendar import UNKNOWN, Span
from belegt.read.time.expressions import TimeMention, find
from belegt.read.time.signature import signature
from belegt.read.time.telling import publishes, tells

DATES = frozenset(("date", "period", "since", "until", "opening", "relative"))
TOLD = frozenset(("date", "period", "relative"))
HEAD = 200
"""A date within so many characters of the start can be the dateline."""
STATES = frozenset(("missing", "displaced", "at_risk"))
RECENT = 14
REACH = 10
NEAR = 2
"""So many sentences a date is carried on within its paragraph, before the day of the main event is taken."""


@dataclass(frozen=True, slots=True)
class Guide:
    """The words of a language by which a date is given to a clause."""

    attached: frozenset[str]
    boundaries: frozenset[str]
    back: frozenset[str]
    beside: frozenset[str]
    happening: frozenset[str]
    openers: frozenset[str]
    courses: tuple[str, ...]
    verb_second: bool


@cache
def guide(lang: str) -> Guide:
    """The compiled lists of a pack."""
    data = table(lang, "times")["governing"]
    sets = (frozenset(data[name]) for name in ("attached", "boundaries", "back", "beside", "happening", "openers"))
    return Guide(*sets, tuple(data["courses"]), data["verb_second"])


class Times:
    """The times of one report."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._signed = signature(document.text) if document.published is None else None
        self._anchor: date | None = document.published or (self._signed.day if self._signed else None)
        self._guide = guide(document.lang)
        self._mentions: list[list[TimeMention]] = []
        self._dated: dict[int, list[TimeMention]] = {}
        self._year: int | None = None

    def mentions(self, index: int) -> list[TimeMention]:
        """The expressions of time of sentence ``index``."""
        while len(self._mentions) <= index:
            found = find(self._document.sentence(len(self._mentions)), self._document.lang, self._anchor, self._year)
            self._mentions.append(found)
            if self._anchor is None:
                self._year = next((m.span[0].year for m in reversed(found) if self._sets_year(m)), self._year)
        return self._mentions[index]

    def _sets_year(self, m: TimeMention) -> bool:
        """Whether days without year that follow are of its year: after a full date, or a list headed "in 2022:"."""
        return m.kind == "date" and m.span[0] is not None and (m.grain in ("day", "month") or self._document.text[m.end : m.end + 1] == ":")

    def for_claim(self, start: int, end: int, scope: str, kind: str = "") -> tuple[When, str]:
        """The time of the claim that the report quotes at ``start`` to ``end``, and the rule that gave it.

        ``kind`` is the kind of harm where it is known: a state that lasts has not the day of the main event.
        """
        index = self._document.index_at(start)
        claim = _Claim(self._document.sentence(index), start, end, scope, self._guide)
        own = [(cost, m) for m in self._events(index) if (cost := claim.cost(m)) is not None]
        if own:
            best = min(own, key=lambda row: row[0])[1]
            return self._when(best, index, claim), "clause"
        if scope == "total" and (dated := self._as_of(index)):
            return dated, "list"
        vague = [m for m in self.mentions(index) if m.kind == "vague" and claim.near(m)]
        if vague:
            return self._when(vague[0], index, claim), "vague"
        carried = self._carried(index, scope, kind)
        if carried:
            return self._when(carried[0], carried[1], claim), carried[2]
        now = [m for m in self.mentions(index) if m.kind == "now"]
        return (self._when(now[0], index, claim), "now") if now else (UNKNOWN_TIME, "")

    def _as_of(self, index: int) -> When | None:
        """A total that is taken from a list or report of a day: up to that day."""
        sentence = self._document.sentence(index)
        for m in self.mentions(index):
            if m.kind == "date" and m.grain == "day" and m.span[1] and publishes(sentence, m, self._document.lang):
                return When(self._document.text[m.start : m.end], None, m.span[1])
        return None

    def _events(self, index: int) -> list[TimeMention]:
        """The mentions of a sentence that can date an event."""
        if index not in self._dated:
            sentence, lang = self._document.sentence(index), self._document.lang
            self._dated[index] = [
                m for m in self.mentions(index) if m.kind in DATES and not self._beside_it(m) and not (m.kind in TOLD and tells(sentence, m, lang))
            ]
        return self._dated[index]

    def _beside_it(self, m: TimeMention) -> bool:
        """Whether it is the dateline, or lies ahead."""
        start = m.span[0]
        if start and self._anchor and start > self._anchor:
            return True
        if self._signed and self._signed.start <= m.start < self._signed.end:
            return True
        words = self._document.text[m.start : m.end]
        return m.bare and m.start < HEAD and m.kind == "date" and m.grain == "day" and start == self._anchor and any(c.isdigit() for c in words)

    def _carried(self, index: int, scope: str, kind: str) -> tuple[TimeMention, int, str] | None:
        """The time that goes on from sentences before; for an incident else the day of the main event."""
        document = self._document
        kinds = ("date", "relative", "period") if scope == "incident" else ("since", "period", "opening")
        back = document.sentence(index).lower[0] in self._guide.back
        for other in range(index - 1, max(-1, index - 1 - NEAR), -1):
            if document.paragraph(other) != document.paragraph(index):
                break
            near = scope == "total" or (back and other == index - 1)
            found = [m for m in self._events(other) if m.kind in kinds and (near or m.grain == "day")]
            if found:
                return found[-1], other, "before"
        if scope == "total" or kind in STATES:
            return None
        for other in range(len(document)):
            for m in self._events(other):
                if m.kind in ("date", "period") and m.grain == "day":
                    if other < index:
                        return m, other, "main"
                    if self._same_story(m, other, index):
                        return m, other, "later"
        return None

    def _same_story(self, m: TimeMention, index: int, told: int) -> bool:
        """Whether a day told only later can be that of what was told before: recent, and not of something beside it."""
        sentence = self._document.sentence(index)
        words = sentence.lower[: m.first] + sentence.lower[m.last :]
        if not self._guide.happening.isdisjoint(words):
            return True
        if not self._guide.beside.isdisjoint(words):
            return False
        start = m.span[0]
        return index == told + 1 or start is None or self._anchor is None or (self._anchor - start).days <= RECENT

    def _when(self, m: TimeMention, index: int, claim: _Claim) -> When:
        text = self._document.text[m.start : m.end]
        span = m.span
        if m.kind == "relative":
            span = self._shifted(m, index)
        elif m.kind in ("opening", "now") and claim.scope == "total":
            span = self._begun(m, index)
        elif claim.scope == "total" and m.kind == "date" and m.onset and span[0]:
            span = (span[0], self._anchor)
        elif claim.scope == "incident" and m.kind == "since" and claim.opens(m):
            span = m.point
        return When(text, *span)

    def _shifted(self, m: TimeMention, index: int) -> Span:
        """So many days from the day told before."""
        for other in range(index, -1, -1):
            for x in reversed(self._events(other)):
                start, end = x.span
                if start and end and x.kind in (("period", "since") if m.grain == "period" else ("date", "period")) and (other < index or x.start < m.start):
                    if m.steps == 0:
                        return x.span
                    if m.grain == "day" and x.grain == "day":
                        return calendar.plus(start, m.steps), calendar.plus(end, m.steps)
                    return UNKNOWN
        return UNKNOWN

    def _begun(self, m: TimeMention, index: int) -> Span:
        """From the beginning of what the words name, told elsewhere in the report."""
        sentence = self._document.sentence(index)
        words = sentence.lower[m.last : m.last + 6] if m.kind == "opening" else sentence.lower
        course = next((w for w in words if w.endswith(self._guide.courses)), "")
        for x, other in self._beginnings():
            if course and any(w.endswith(course[-6:]) for w in self._document.sentence(other).lower):
                return x.span[0], self._anchor
        return UNKNOWN

    def _beginnings(self) -> Iterator[tuple[TimeMention, int]]:
        for other in range(len(self._document)):
            for x in self._events(other):
                if x.span[0] and (x.kind == "since" or x.onset):
                    yield x, other


@dataclass(frozen=True, slots=True)
class _Claim:
    """A quote in its sentence."""

    sentence: Sentence
    start: int
    end: int
    scope: str
    guide: Guide

    def _gap(self, m: TimeMention) -> list[str]:
        """The words between the quote and the mention."""
        sentence = self.sentence
        if m.end <= self.start:
            return sentence.lower[m.last : bisect_right(sentence.starts, self.start - 1)]
        if m.start >= self.end:
            return sentence.lower[bisect_right(sentence.starts, self.end - 1) : m.first]
        return []

    def cost(self, m: TimeMention) -> float | None:
        """How far the mention is from governing the quote; None where it cannot."""
        gap = self._gap(m)
        breaks = sum(w in (",", ";", "(", ")", "–", ":") for w in gap)
        if breaks and m.start >= self.end and self.guide.verb_second:
            last = max(k for k, w in enumerate(gap) if w in (",", ";", "–", ":", "(", ")"))
            opener = gap[last + 1] if last + 1 < len(gap) else self.sentence.lower[m.first]
            if gap[last] in (",", ";") and opener not in self.guide.attached:
                return None
        cost = len(gap) + 4 * breaks + 3 * sum(w in self.guide.boundaries for w in gap)
        if self.scope == "total":
            return cost - 15 * (m.kind in ("since", "period", "opening"))
        return cost + 8 * (m.kind in ("since", "until", "opening")) - 12 * self.opens(m)

    def near(self, m: TimeMention) -> bool:
        """Whether nothing parts the mention from the quote."""
        return not any(w in (",", ";", "(", ")", "–", ":") or w in self.guide.boundaries for w in self._gap(m))

    def opens(self, m: TimeMention) -> bool:
        """Whether the quote stands in a clause that hangs on the mention: "since 2009, when"."""
        gap = self._gap(m) if m.end <= self.start else []
        return any(w in self.guide.openers for w in gap[: 2 if self.guide.verb_second else REACH])
