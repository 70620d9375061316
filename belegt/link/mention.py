"""A mention: what one report says of one incident, one claim or several.

Invariant: all claims of a mention stand in one report; its comparable traits are derived from them and their sentences.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from belegt.link.compare.actor import actors
from belegt.link.compare.names import skeleton, words
from belegt.link.compare.target import targets
from belegt.link.compare.telling import revises, told_as_another
from belegt.link.compare.where import Path, contains, path
from belegt.model import Claim, HarmClaim, Quantity, Report
from belegt.terms import load

LONGEST_DAYS = 366
LONG_PAST_DAYS = 60
GREAT = 10
SENTENCE_END = re.compile(r"[.!?]['\"”“»)]*\s+(?=[^a-z])|\n+")
NAME = re.compile(r"\b[A-ZÄÖÜ][^\W\d_]{3,}")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
VICTIMS = load("victims")


@dataclass(frozen=True, eq=False)
class Mention:
    """The traits that mentions are compared by; ``counts`` are the wholes, each with its kind, and
    ``numbers`` the great numbers, parts among them.

    ``key`` is its place in the canonical order. What is read from the sentences is found out when it is first asked for.
    """

    key: tuple[object, ...]
    report: Report
    claims: tuple[HarmClaim, ...]
    start: date | None
    end: date | None
    paths: tuple[Path, ...]
    counts: tuple[tuple[str, Quantity], ...]
    numbers: frozenset[tuple[str, int]]
    groups: frozenset[str]
    means: frozenset[str]
    victims: frozenset[str]

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds of harm that it counts."""
        return frozenset(kind for kind, _ in self.counts)

    @cached_property
    def actors(self) -> frozenset[str]:
        """Who is said to have done it."""
        return frozenset(a for c in self.claims for b in c.by for a in actors(b))

    @cached_property
    def targets(self) -> frozenset[str]:
        """The kinds of places struck."""
        return frozenset(t for text in self._sentences for t in targets(text))

    @cached_property
    def words(self) -> frozenset[str]:
        """The telling words around its claims."""
        return frozenset(w for text in self._sentences for w in content(text))

    @cached_property
    def places(self) -> frozenset[str]:
        """The names that its places are told by."""
        return _own_names(self.claims)

    @cached_property
    def long_past(self) -> bool:
        """Whether its time lies months before its telling."""
        return self.end is not None and long_past(self.end, self.report.published)

    @cached_property
    def revised(self) -> bool:
        """Whether its sentence revises a toll."""
        return revises(sentence(self.claims[0]))

    @cached_property
    def another(self) -> bool:
        """Whether its words set it off from what was told before."""
        return told_as_another(self.claims[0])

    @cached_property
    def _sentences(self) -> frozenset[str]:
        return frozenset(sentence(c) for c in self.claims)


def order(claim: Claim) -> tuple[object, ...]:
    """The canonical order of claims: first published first, then by report, then as the text goes."""
    report = claim.report
    return (report.published or date.max, report.id, claim.passage.start, claim.passage.end, claim.id)


def mention(claims: Sequence[HarmClaim]) -> Mention:
    """The mention that these claims of one report make."""
    told = sorted(claims, key=order)
    start, end = _days(told)
    ids = {c.id for c in told}
    return Mention(
        key=order(told[0]),
        report=told[0].report,
        claims=tuple(told),
        start=start,
        end=end,
        paths=_paths(told),
        counts=tuple((c.kind, c.count) for c in told if c.part_of not in ids),
        numbers=frozenset((c.kind, c.count.point) for c in told if c.count.stated and c.count.point >= GREAT),
        groups=frozenset(g for c in told for g in c.who),
        means=frozenset(m for c in told for m in c.means if m != "other"),
        victims=frozenset(skeleton(n) for c in told for n in c.named if len(words(n)) > 1),
    )


def sentence(claim: Claim) -> str:
    """The sentence, or the sentences, that a claim's quote stands in."""
    start, end = span(claim)
    return claim.report.text[start:end]


def span(claim: Claim) -> tuple[int, int]:
    """Where the sentence of a claim starts and ends in its report."""
    text, passage = claim.report.text, claim.passage
    ends = _ends(text)
    before, after = bisect_right(ends, passage.start), bisect_left(ends, passage.end)
    return (ends[before - 1] if before else 0), (ends[after] if after < len(ends) else len(text))


def _own_names(claims: Sequence[HarmClaim]) -> frozenset[str]:
    """The names that their places are told by, without those of the larger places around."""
    found = [p for c in claims if (p := path(c.where))]
    around = {f"{level}." for p in found for level in (p.levels if p.wide else p.levels[1:])}
    return frozenset(n for c in claims for n in names(c.where.text)) - around


@lru_cache(maxsize=4096)
def names(text: str) -> frozenset[str]:
    """The names in a text as they sound, each with a full stop so that none is taken for a word."""
    return frozenset(f"{bones}." for name in NAME.findall(text) if len(bones := skeleton(name)) > 2)


@lru_cache(maxsize=4096)
def content(text: str) -> frozenset[str]:
    """The words of a sentence that may tell one event from another: long words, and names as they sound."""
    return names(text) | {w[:9] for w in words(NAME.sub(" ", text)) if len(w) > 3 and not w.isdigit()}


@lru_cache(maxsize=256)
def _ends(text: str) -> tuple[int, ...]:
    return tuple(m.end() for m in SENTENCE_END.finditer(text))


def _days(claims: Sequence[HarmClaim]) -> tuple[date | None, date | None]:
    """The shortest interval that a claim gives, of several the one that most give, then one long past, then the latest; open
    ones and those longer than a year tell nothing.

    The date in the head of a report dates its telling: it counts only where no other claim gives a time.
    """
    told = [c for c in claims if not _dateline(c)] or claims
    spans = [(c.when.start, c.when.end) for c in told if c.when.start and c.when.end]
    lengths = [((end - start).days, start, end) for start, end in spans if start and end]
    known = [span for span in lengths if span[0] <= LONGEST_DAYS]
    if not known:
        return _days([c for c in claims if _dateline(c)]) if len(told) < len(claims) else (None, None)
    shortest = min(length for length, _, _ in known)
    days = Counter((start, end) for length, start, end in known if length == shortest)
    published = claims[0].report.published
    return max(days, key=lambda day: (days[day], long_past(day[1], published), day))


def long_past(day: date, published: date | None) -> bool:
    """Whether a day is months before the telling: what is dated so is never dated by the news around it."""
    return published is not None and (published - day).days > LONG_PAST_DAYS


def _dateline(claim: HarmClaim) -> bool:
    when = claim.when
    return when.start is not None and when.start == when.end == claim.report.published and bool(YEAR.search(when.text))


def _paths(claims: Iterable[HarmClaim]) -> tuple[Path, ...]:
    """The most exact places: one that contains another of them is left out, and a region or country beside a place that no
    gazetteer knows, which may lie in it."""
    found = tuple(dict.fromkeys(p for c in claims if (p := path(c.where))))
    lost = any(len(p.levels) == 1 and not p.wide for p in found)
    return tuple(p for p in found if not any(contains(p, q) for q in found) and not (p.wide and lost))
