"""Which time a claim has: the expression that governs its clause, else the time of the event that is being told.

Invariant: a date of the telling, of the report itself or still to come never dates harm; an expression that says no
more than "recently" leaves the time open and keeps other dates away.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from belegt.model import UNKNOWN_TIME, When
from belegt.read.document import Document
from belegt.read.lang import table
from belegt.read.time import calendar
from belegt.read.time.calendar import UNKNOWN, Span
from belegt.read.time.clause import Quote, guide
from belegt.read.time.expressions import TimeMention, find
from belegt.read.time.reading import Setting
from belegt.read.time.signature import signature
from belegt.read.time.stamp import counted_from
from belegt.read.time.telling import publishes, tells

EVENTS = frozenset(("date", "period", "since", "until", "opening", "relative", "apart"))
TOLD = frozenset(("date", "period", "relative"))
"""Kinds that can be the time of the telling."""
HEAD = 200
"""A full date so near to the start, in characters, with no word that leads up to it, is the dateline or a caption's."""
FOUR = 4
"""A date with more figures says its year."""
NEAR = 2
"""So many sentences a time is carried on within its paragraph, before the day of the main event is taken."""
RECENT = 14
"""A day told only after a claim can be its day when it is at most so many days before the publication."""
PAST = 365
"""What lies so many days before the publication is history."""
STATES = frozenset(("missing", "displaced", "at_risk"))
LASTING = STATES | {"detained"}
"""Harm that goes on: "seit März in Haft" says when it began."""
"""Harm that lasts: the day of the main event is not its day."""


BESIDE = 3
"""Tokens between a beginning and its date: "seit Beginn der Kämpfe am 12. Juli"."""
AGE_WITHIN = 12
"""Characters behind "heute" within which an age says that it is today's."""


class Times:
    """The times of one report, read as far as somebody asks."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._signature = None if document.published else signature(document.text)
        self._anchor: date | None = self._signature.day if self._signature else counted_from(document)
        self._guide = guide(document.lang)
        self._mentions: dict[int, list[TimeMention]] = {}
        self._dated: dict[int, list[TimeMention]] = {}
        self._setting = Setting(self._anchor)

    def mentions(self, index: int) -> list[TimeMention]:
        """All expressions of time of sentence ``index``, in order, also clock times, durations and ages."""
        if index not in self._mentions:
            for one in range(len(self._mentions), index + 1) if self._anchor is None else (index,):
                self._mentions[one] = self._find(one)
        return self._mentions[index]

    def _find(self, index: int) -> list[TimeMention]:
        """The mentions of a sentence; without a day of publication, what it tells sets the years of those behind it."""
        found = find(self._document.sentence(index), self._document.lang, self._setting)
        if self._anchor is None:
            self._setting = next((told for m in reversed(found) if (told := self._set_by(m))), self._setting)
        return found

    def governing(self, start: int, end: int) -> tuple[When, TimeMention] | None:
        """The expression that governs the quote at ``start`` to ``end``, and its time, before the scope is known."""
        index = self._document.index_at(start)
        quote = Quote(self._document.sentence(index), start, end, "", self._guide)
        own = self._nearest(index, quote)
        return (self._when(own, index, quote), own) if own else None

    def _nearest(self, index: int, quote: Quote) -> TimeMention | None:
        """The mention of the quote's sentence that governs it."""
        costs = [(cost, m) for m in self._events(index) if (cost := quote.cost(m)) is not None]
        return min(costs, key=lambda row: row[0])[1] if costs else None

    def for_claim(self, start: int, end: int, scope: str, kind: str = "") -> tuple[When, str]:
        """The time of the claim that the report quotes at ``start`` to ``end``, and the rule that gave it.

        ``scope`` is incident or total; ``kind`` the kind of harm where it is known. Rules: clause (an expression governs
        the quote), list (a total taken from a list of that day), vague, before (carried on from the sentences before),
        main (the day of the main event), later (told only further on), now, "" (nothing known).
        """
        index = self._document.index_at(start)
        lasting = kind in LASTING and scope == "incident"
        quote = Quote(self._document.sentence(index), start, end, "state" if lasting else scope, self._guide)
        own = self._nearest(index, quote)
        if own:
            return self._when(own, index, quote), "clause"
        if scope == "total" and (listed := self._listed(index)):
            return listed, "list"
        vague = next((m for m in self.mentions(index) if m.kind == "vague" and quote.near(m)), None)
        if vague:
            return When(self._words(vague)), "vague"
        carried = self._before(index, scope) or (None if scope == "total" or kind in STATES else self._main(index))
        if carried:
            return self._when(carried[0], carried[1], quote), carried[2]
        now = next((m for m in self.mentions(index) if m.kind == "now"), None)
        return (self._when(now, index, quote), "now") if now else (UNKNOWN_TIME, "")

    def _words(self, m: TimeMention) -> str:
        return self._document.text[m.start : m.end]

    def _set_by(self, m: TimeMention) -> Setting | None:
        """From where days without year are counted after this: a full date, or the head of a list ("in 2022:")."""
        start = m.span[0]
        if start is None or m.kind != "date" or str(start.year) not in self._words(m):
            return None
        if m.grain in ("day", "month"):
            return Setting(None, start.year, start.month)
        return Setting(None, start.year) if self._document.text[m.end : m.end + 1] == ":" else None

    def _events(self, index: int) -> list[TimeMention]:
        """The mentions of a sentence that can date an event."""
        if index not in self._dated:
            sentence, lang = self._document.sentence(index), self._document.lang
            self._dated[index] = [
                m
                for m in self.mentions(index)
                if m.kind in EVENTS and not self._of_report(m) and not (m.kind in TOLD and tells(sentence, m, lang))
            ]
        return self._dated[index]

    def _of_report(self, m: TimeMention) -> bool:
        """Whether it lies ahead, is the report's own (dateline, caption, signature), or dates an age: "die heute 46-Jährige"."""
        start = m.span[0]
        if start and self._anchor and start > self._anchor:
            return True
        behind = self._document.text[m.end : m.end + AGE_WITHIN].lower()
        if any(suffix in behind for suffix in table(self._document.lang, "victims")["ages"]["suffix"]):
            return True
        if self._signature and self._signature.start <= m.start < self._signature.end:
            return True
        if not m.bare or m.kind != "date" or m.grain != "day":
            return False
        figures = sum(c.isdigit() for c in self._words(m))
        full = figures > FOUR
        if m.start < HEAD:
            bracketed = self._document.text[m.start - 1 : m.start] == "("
            return (full and not bracketed) or (figures > 0 and start == self._anchor)
        return full and self._document.text[m.end : m.end + 2].lstrip() == "("

    def _listed(self, index: int) -> When | None:
        """The time of a total that is taken from a list or report of a day: up to that day."""
        sentence = self._document.sentence(index)
        for m in self.mentions(index):
            if m.kind == "date" and m.grain == "day" and m.span[1] and publishes(sentence, m, self._document.lang):
                return When(self._words(m), None, m.span[1])
        return None

    def _before(self, index: int, scope: str) -> tuple[TimeMention, int, str] | None:
        """The time that goes on from the sentences before."""
        document = self._document
        kinds = ("since", "period", "opening") if scope == "total" else ("date", "relative", "period")
        sentence = document.sentence(index)
        points_back = sentence.lower[0] in self._guide.back or not self._guide.sequence.isdisjoint(sentence.vocabulary)
        for other in range(index - 1, max(-1, index - 1 - NEAR), -1):
            if document.paragraph(other) != document.paragraph(index):
                return None
            coarse = scope == "total" or (points_back and other == index - 1)
            found = [m for m in self._events(other) if m.kind in kinds and (coarse or m.grain == "day")]
            if scope == "total":
                found = found or [m for m in self._events(other) if self._is_past(m)]
            if found:
                return found[-1], other, "before"
        return None

    def _is_past(self, m: TimeMention) -> bool:
        """Whether it is history, a day or the beginning of something: a toll told behind it is that of then, or since."""
        if m.kind != "date" or not (m.onset or m.grain == "day") or not m.span[1] or not self._anchor:
            return False
        return (self._anchor - m.span[1]).days > PAST

    def _main(self, index: int) -> tuple[TimeMention, int, str] | None:
        """The day of the main event: the first that is told, though it may be told only after the claim."""
        for other in range(len(self._document)):
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

    def _when(self, m: TimeMention, index: int, quote: Quote) -> When:
        """The time that the mention means for this claim: for a total all from a beginning on."""
        total, span = quote.scope == "total", m.span
        if m.kind in ("relative", "apart"):
            span = self._shifted(m, index)
        elif m.kind in ("opening", "now"):
            span = self._begun(m, index) if total else UNKNOWN
        elif total and m.kind == "date" and m.onset and span[0]:
            span = (span[0], self._anchor)
        elif not total and m.kind == "since" and quote.opened(m):
            span = m.point
        return When(self._words(m) if m.kind != "opening" else self._opening(m, index), *span)

    def _opening(self, m: TimeMention, index: int) -> str:
        """The words of a beginning with what begins, where that is a course of events: "since the start of the war"."""
        sentence = self._document.sentence(index)
        named = next((at for at, word in self._named(m, index) if self._guide.course(word)), m.last)
        led = self._guide.attached.isdisjoint(sentence.lower[m.last + 1 : named])
        at = named if led and named > m.last else m.last - 1
        return self._document.text[m.start : sentence.ends[at]]

    def _named(self, m: TimeMention, index: int) -> Iterator[tuple[int, str]]:
        """The tokens behind a beginning that can name what begins, with their words."""
        return enumerate(self._document.sentence(index).lower[m.last : m.last + 6], m.last)

    def _shifted(self, m: TimeMention, index: int) -> Span:
        """So many days from the time told before; for "came two days after" else from the main event."""
        kinds = ("period", "since") if m.grain == "period" else ("date", "period")
        then = self._words(m).lower() in table(self._document.lang, "times")["governing"].get("then", ())
        for other in range(index, -1, -1):
            for told in reversed(self._events(other) if other < index else self._told(index)):
                if told.kind in kinds and told.span[0] and (other < index or told.start < m.start):
                    return told.span if then and other == index - 1 else _moved(told, m)
                if then and other == index - 1 and told.kind == "since" and told.point[0]:
                    return told.point
        main = self._main(index) if m.kind == "apart" else None
        return _moved(main[0], m) if main else UNKNOWN

    def _told(self, index: int) -> list[TimeMention]:
        """The mentions from which a sentence counts on, the day on which it was said among them."""
        return [m for m in self.mentions(index) if m.kind in EVENTS and not self._of_report(m)]

    def _begun(self, m: TimeMention, index: int) -> Span:
        """From the beginning of what the words name, told elsewhere in the report."""
        sentence = self._document.sentence(index)
        dated = next((d.span[0] for d in self.mentions(index) if d.kind == "date" and 0 <= d.first - m.last <= BESIDE), None)
        if m.kind == "opening" and dated:
            return dated, self._anchor
        named = (word for _, word in self._named(m, index)) if m.kind == "opening" else sentence.lower
        course = next((course for word in named if (course := self._guide.course(word))), "")
        for begun, other in self._beginnings() if course else ():
            if any(course[:5] in word and self._guide.course(word) for word in self._document.sentence(other).lower):
                return begun.span[0], self._anchor
        return UNKNOWN

    def _beginnings(self) -> Iterator[tuple[TimeMention, int]]:
        for other in range(len(self._document)):
            for m in self._events(other):
                if m.span[0] and (m.kind == "since" or m.onset):
                    yield m, other


def _moved(told: TimeMention, m: TimeMention) -> Span:
    """The interval of ``told``, moved by the steps of ``m``; UNKNOWN where days would be counted from a month."""
    start, end = told.span
    if m.steps == 0 and (m.grain != "day" or told.grain == "day"):
        return told.span
    if start and end and m.grain == told.grain == "day":
        return calendar.plus(start, m.steps), calendar.plus(end, m.steps)
    return UNKNOWN
