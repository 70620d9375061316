"""Expressions of time in a sentence, found by the grammar and set on the calendar from the day of publication (R16).

Invariant: mentions are in order and do not overlap; numbers that are part of one (a day, a year, a clock time, a duration,
an age) count no persons.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from belegt.read.segment import Sentence
from belegt.read.time import calendar, patterns
from belegt.read.time.calendar import UNKNOWN, Span
from belegt.read.time.readings import READINGS, Reading, Setting, Words
from belegt.read.time.words import Lexicon, Marked, lexicon, marked

DATING = frozenset(("date", "period", "since", "until", "opening", "relative", "apart", "now", "vague"))
"""Kinds of mentions that can tell when something happened; the others are numbers of time that date nothing."""


@dataclass(frozen=True, slots=True)
class TimeMention:
    """An expression of time: offsets in the text, tokens ``first`` up to ``last`` of its sentence, and what it means.

    ``kind``: date (a place in the calendar), period (up to the publication), since, until, opening (since something began,
    without saying when), relative (``steps`` of ``grain`` from the event told), apart (what is told behind it lies so many steps from what is told before), now, vague, or one that dates nothing: length (a duration), age, clock, every,
    label (a year in a name).
    ``grain``: day, week, month, season, year, decade, century or "". ``onset``: something begins then ("which began in 2011").
    ``point``: the date after "since" itself. ``bare``: no preposition leads up to it, as in a dateline.
    """

    start: int
    end: int
    first: int
    last: int
    kind: str
    span: Span = UNKNOWN
    grain: str = ""
    steps: int = 0
    point: Span = UNKNOWN
    onset: bool = False
    bare: bool = False


def find(sentence: Sentence, lang: str, setting: Setting) -> list[TimeMention]:
    """The expressions of a sentence, in order, with their intervals counted from ``setting``."""
    lex = lexicon(lang)
    line = marked(sentence, lex)
    if line is None:
        return []
    found, anchor = [], setting.anchor
    for match in patterns.grammar(lex.month_first).finditer(line.letters):
        begin, stop = match.span()
        name = match.lastgroup or ""
        if name == "year" and not _is_year(line, sentence, (begin, stop), lex, anchor):
            continue
        if name == "year" and lex.year_names and line.letters[begin - 1 : begin] == "d" and line.letters[stop : stop + 1] == "_":
            name = "label"
        reading = READINGS[name](Words(line.letters[begin:stop], line.marks[begin:stop], setting))
        found.append(_Found(reading, begin, stop))
    return [_mention(sentence, line, one) for one in _joined(line, _modified(line, found, anchor), anchor)]


@dataclass(frozen=True, slots=True)
class _Found:
    """A reading of the letters ``begin`` up to ``stop``."""

    reading: Reading
    begin: int
    stop: int
    onset: bool = False


def _is_year(line: Marked, sentence: Sentence, place: tuple[int, int], lex: Lexicon, anchor: date | None) -> bool:
    """Whether four figures alone are a year and no count: what stands around them tells."""
    begin, stop = place
    if line.letters[begin] != "Y":
        return True
    value, token = line.marks[begin].value, line.firsts[begin]
    if value > (anchor.year if anchor else 2100) + 1 or line.letters[begin - 1 : begin] == "v":
        return False
    following = sentence.words[token + 1] if token + 1 < len(sentence) else "."
    before, after = line.letters[begin - 1 : begin], line.letters[stop : stop + 1]
    joined = ("/", "–", "-")
    if (after in joined and line.letters[stop + 1 : stop + 2] not in ("Y", "D")) or (after == "-" and "D" in line.letters[stop : stop + 2]):
        return False
    led = before in ("S", "B", "T", "x", "(", "&", "d", "o", *joined) or after in (*joined, ")", ",", ".")
    round_number = value % 50 == 0 and value not in (1900, 1950, 2000)
    if led:
        return value > 1000 and not (round_number or value < 1500) or (value > 1000 and not following[0].isalpha())
    return not lex.year_names and value > 1700 and not round_number and following[0].islower()


def _modified(line: Marked, found: list[_Found], anchor: date | None) -> Iterator[_Found]:
    """With what stands right before: "in der Nacht auf", "two days before", "the first days of"."""
    for one in found:
        start, end = one.reading.span
        before = line.letters[max(0, one.begin - 8) : one.begin]
        if one.reading.kind != "date" or start is None or end is None or not before:
            yield one
        elif one.reading.grain == "day" and (match := patterns.NIGHT_BEFORE.search(before)):
            reading = replace(one.reading, span=(calendar.plus(start, -1), start))
            yield replace(one, reading=reading, begin=one.begin - len(match.group()))
        elif one.reading.grain == "day" and (match := patterns.AWAY.search(before)):
            begin = one.begin - len(match.group())
            count, unit, side = line.marks[begin : begin + 3]
            days = (-1 if side.letter == "V" else 1) * (count.value if count.letter in "ND" else 1)
            then = calendar.back(start, -days, unit.value)
            yield replace(one, reading=replace(one.reading, span=calendar.on(then)), begin=begin)
        elif match := patterns.FIRST_OF.search(before):
            begin = one.begin - len(match.group())
            yield replace(one, reading=replace(one.reading, span=_first_of((start, end), line, begin, anchor)), begin=begin)
        else:
            yield one


def _first_of(span: Span, line: Marked, begin: int, anchor: date | None) -> Span:
    """The first so many days, weeks or months of an interval, all of it where no number is said."""
    start, end = span
    count = line.marks[begin + 1]
    unit = next(m for m in line.marks[begin:] if m.letter in "Uj")
    if start and end and count.letter in "ND":
        after = calendar.back(start, -count.value, unit.value)
        end = min(end, calendar.plus(after, -1)) if after else end
    return calendar.until((start, end), anchor)


def _joined(line: Marked, found: Iterator[_Found], anchor: date | None) -> Iterator[_Found]:
    """Two dates that make a range become one; then "since" and "until" before a date are heeded."""
    earlier: _Found | None = None
    for one in found:
        if earlier is not None and one.begin < earlier.stop:
            earlier = replace(one, begin=min(one.begin, earlier.begin))
            continue
        if earlier is not None and _ranges(line, earlier, one):
            span = calendar.cover(earlier.reading.span, one.reading.span)
            earlier = replace(earlier, reading=replace(earlier.reading, span=span), stop=one.stop)
            continue
        if earlier is not None:
            yield earlier
        earlier = _bounded(line, one, earlier.stop if earlier else 0, anchor)
    if earlier is not None:
        yield earlier


def _ranges(line: Marked, one: _Found, other: _Found) -> bool:
    if not one.reading.kind == other.reading.kind == "date" or (one.reading.grain == "day") != (other.reading.grain == "day"):
        return False
    between = line.letters[one.stop : other.begin]
    match = patterns.RANGE.fullmatch(between)
    if match is None or (match.group(1) and "B" not in line.letters[max(0, one.begin - 2) : one.begin] and not _adjoin(one, other)):
        return False
    return calendar.cover(one.reading.span, other.reading.span) != UNKNOWN or one.reading.span == other.reading.span == UNKNOWN


def _adjoin(one: _Found, other: _Found) -> bool:
    end, start = one.reading.span[1], other.reading.span[0]
    return end is not None and start is not None and end <= start <= calendar.plus(end, 1)


def _bounded(line: Marked, one: _Found, after: int, anchor: date | None) -> _Found:
    """The date as the beginning or the end of a time, where "since" or "until" stands before it."""
    if one.reading.kind not in ("date", "relative"):
        return one
    start, end = one.reading.span
    before = line.letters[after : one.begin]
    onset = bool(patterns.ONSET_BEFORE.search(before) or patterns.ONSET_AFTER.match(line.letters, one.stop))
    if match := patterns.SINCE.search(before):
        if start and end and any(m.third == 2 or m == ("Q", 2, 0) for m in line.marks[one.begin : one.stop]):
            start = calendar.plus(start, (end - start).days // 2)
        reading = Reading("since", (start, anchor) if start else UNKNOWN, one.reading.grain, 0, one.reading.span)
        return _Found(reading, after + match.start(), one.stop, onset)
    if one.reading.kind == "date" and (match := patterns.UNTIL.search(before)):
        return _Found(Reading("until", (None, end), one.reading.grain), after + match.start(), one.stop)
    return replace(one, onset=onset)


def _mention(sentence: Sentence, line: Marked, one: _Found) -> TimeMention:
    """The mention with all the words that belong to it."""
    begin, stop, reading = one.begin, one.stop, one.reading
    lead = begin
    while lead and line.letters[lead - 1] in patterns.LEAD and begin - lead < 6:
        lead -= 1
    lead += max((k + 1 for k, pair in enumerate(pairwise(line.letters[lead : begin + 1])) if pair[0] in "dK" and pair[1] in "pxSTB"), default=0)
    if reading.grain == "day" and (tail := patterns.TAIL.match(line.letters, stop)):
        stop = tail.end()
    first, last = line.firsts[lead], line.firsts[stop]
    start, end = sentence.starts[first], sentence.ends[last - 1]
    return TimeMention(start, end, first, last, reading.kind, reading.span, reading.grain, reading.steps, reading.point, one.onset, lead == begin)
