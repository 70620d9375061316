"""How an expression of time stands to a quote in its sentence: what parts them, and whether it can govern the quote."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from belegt.read.lang import table
from belegt.read.segment import Sentence
from belegt.read.time.expressions import TimeMention

BREAKS = frozenset(",;()–:")
REACH = 10
"""So many words behind a date its "when" can stand, where no commas are to be relied on."""
LONGEST = 31
"""An incident does not last longer than so many days: "a city divided since 2012" dates no attack."""
HEAD = 2
"""An expression among the first words of a sentence dates its main clause."""


@dataclass(frozen=True, slots=True)
class Guide:
    """The words of a language by which a date is given to a clause (see ``times.toml``)."""

    attached: frozenset[str]
    boundaries: frozenset[str]
    openers: frozenset[str]
    back: frozenset[str]
    sequence: frozenset[str]
    beside: frozenset[str]
    happening: frozenset[str]
    courses: tuple[str, ...]
    verb_second: bool

    def course(self, word: str) -> str:
        """The course of events that a word names ("Bürgerkrieg": krieg), "" where it names none."""
        return next((course for course in self.courses if word.endswith(course)), "")


@cache
def guide(lang: str) -> Guide:
    """The compiled lists of a pack."""
    data = table(lang, "times")["governing"]
    lists = {
        name: frozenset(data[name])
        for name in ("attached", "boundaries", "openers", "back", "sequence", "beside", "happening")
    }
    return Guide(**lists, courses=tuple(data["courses"]), verb_second=data["verb_second"])


class Quote(NamedTuple):
    """A quote, from offset ``start`` to ``end``, in the sentence where it begins."""

    sentence: Sentence
    start: int
    end: int
    scope: str
    guide: Guide

    def gap(self, mention: TimeMention) -> list[str]:
        """The words between the quote and the mention; none where one lies in the other."""
        sentence = self.sentence
        if mention.end <= self.start:
            return sentence.lower[mention.last : bisect_right(sentence.starts, self.start - 1)]
        if mention.start >= self.end:
            return sentence.lower[bisect_right(sentence.starts, self.end - 1) : mention.first]
        return []

    def cost(self, mention: TimeMention) -> float | None:
        """How far the mention is from governing the quote, in words; None where it cannot."""
        gap = self.gap(mention)
        if mention.start >= self.end and gap[-1:] == ["("]:
            gap = gap[:-1]  # a date in brackets belongs to what stands before them
        breaks = [k for k, word in enumerate(gap) if word in BREAKS]
        behind = bool(breaks) and mention.start >= self.end
        if not self._can(mention) or (behind and self._elsewhere(mention, gap, breaks[-1])):
            return None
        cost = len(gap) + 4 * len(breaks) + 3 * sum(word in self.guide.boundaries for word in gap)
        running = mention.kind in ("since", "until", "opening")
        if self.scope == "total":
            return cost - 15 * (mention.kind in ("since", "period", "opening"))
        return cost + 8 * running - 12 * self.opened(mention)

    def _can(self, mention: TimeMention) -> bool:
        if mention.kind == "apart":
            return mention.end <= self.start and mention.first > HEAD
        start, end = mention.span
        if self.scope == "incident" and mention.kind == "since" and start and end:
            return (end - start).days <= LONGEST or not self.gap(mention) or self.opened(mention)
        return True

    def _elsewhere(self, mention: TimeMention, gap: list[str], last: int) -> bool:
        """Whether a mention behind the quote stands in another main clause: behind a comma, and no word ties it on."""
        opener = gap[last + 1] if last + 1 < len(gap) else self.sentence.lower[mention.first]
        return self.guide.verb_second and gap[last] in (",", ";") and opener not in self.guide.attached

    def near(self, mention: TimeMention) -> bool:
        """Whether nothing parts the mention from the quote."""
        return not any(word in BREAKS or word in self.guide.boundaries for word in self.gap(mention))

    def opened(self, mention: TimeMention) -> bool:
        """Whether the quote stands in a clause that hangs on the mention: "since 2009, when"."""
        gap = self.gap(mention) if mention.end <= self.start else []
        return not self.guide.openers.isdisjoint(gap[: 2 if self.guide.verb_second else REACH])
