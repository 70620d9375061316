"""Expressions of time in a sentence, found by the grammar and set on the calendar from the day of publication (R16).

Invariant: mentions are in order; the numbers in them (days, years, clock times, durations, ages) count no persons.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from belegt.read.segment import Sentence
from belegt.read.time import calendar, patterns
from belegt.read.time.calendar import UNKNOWN, Span
from belegt.read.time.reading import Reading, Setting, Words
from belegt.read.time.readings import READINGS
from belegt.read.time.words import Lexicon, Marked, lexicon, marked

JOINTS = frozenset("/-–")
LEADS = frozenset("SBTVx(")
"""Letters that lead up to a year, even to the year 2000."""
WEAK_LEADS = frozenset("&do/-–")
"""Letters that can lead up to a year, but to a count as well."""


class TimeMention(NamedTuple):
    """An expression of time: offsets in the text, tokens ``first`` up to ``last`` of its sentence, and what it means.

    Kinds that can date harm: date (a place in the calendar), period (up to the publication), since, until, opening (since
    something began, without saying when), relative (``steps`` of ``grain`` from the event told), apart (what is told behind
    it lies so many steps from what is told before), now, vague. Kinds that date nothing: length (a duration), age, clock,
    every ("per week"), label (a year in a name).

    ``grain``: day, week, month, season, year, decade, century, or "" where it has none. ``point``: the date itself that
    stands behind "since". ``onset``: something begins then ("which began in 2011"). ``bare``: no preposition leads up to
    it, as in a dateline.
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
        if name == "year" and line.letters[begin] == "Y":
            name = _year_or_label(line, sentence, begin, lex, anchor)
        if not name:
            continue
        reading = READINGS[name](Words(line.letters[begin:stop], line.marks[begin:stop], setting))
        found.append(_Found(reading, begin, stop))
    mentions: list[TimeMention] = []
    for one in _joined(line, _modified(line, found, anchor), anchor):
        mention = _mention(sentence, line, one, mentions[-1].last if mentions else 0)
        if mention is not None:
            mentions.append(mention)
    return mentions


class _Found(NamedTuple):
    """A reading of the letters ``begin`` up to ``stop``."""

    reading: Reading
    begin: int
    stop: int
    onset: bool = False


def _year_or_label(line: Marked, sentence: Sentence, at: int, lex: Lexicon, anchor: date | None) -> str:
    """What four figures alone are: a year, the label of something ("the 2014 campaign"), or "", a count."""
    value, token = line.marks[at].value, line.firsts[at]
    before, after, beyond = line.letters[at - 1 : at], line.letters[at + 1 : at + 2], line.letters[at + 2 : at + 3]
    if value > (anchor.year if anchor else 2100) + 1 or before == "v" or (after in JOINTS and beyond not in ("Y", "D")):
        return ""
    if after == "-" and beyond == "D":
        return ""
    following = sentence.words[token + 1] if token + 1 < len(sentence) else "."
    led = before in LEADS or before in WEAK_LEADS or after in JOINTS or after in (")", ",", ".")
    counts = value < 1500 or (value % 50 == 0 and not (before in LEADS and value in (1900, 1950, 2000)))
    if led and (not counts or not following[0].isalpha()):
        return "label" if lex.year_names and before == "d" and after == "_" else "year"
    bare = not led and not lex.year_names and value > 1700 and not counts and following[0].islower()
    return "year" if bare else ""


def _modified(line: Marked, found: list[_Found], anchor: date | None) -> Iterator[_Found]:
    """With what stands right before: "in der Nacht auf", "two days before", "the first days of"."""
    for one in found:
        start, end = one.reading.span
        before = line.letters[max(0, one.begin - 8) : one.begin]
        if one.reading.kind != "date" or start is None or end is None or not before:
            yield one
        elif one.reading.grain == "day" and (match := patterns.NIGHT_BEFORE.search(before)):
            reading = one.reading._replace(span=(calendar.plus(start, -1), start))
            yield one._replace(reading=reading, begin=one.begin - len(match.group()))
        elif one.reading.grain == "day" and (match := patterns.AWAY.search(before)):
            begin = one.begin - len(match.group())
            count, unit, side = line.marks[begin : begin + 3]
            days = (-1 if side.letter == "V" else 1) * (count.value if count.letter in "ND" else 1)
            then = calendar.back(start, -days, unit.value)
            yield one._replace(reading=one.reading._replace(span=calendar.on(then)), begin=begin)
        elif match := patterns.FIRST_OF.search(before):
            begin = one.begin - len(match.group())
            reading = one.reading._replace(span=_first_of((start, end), line, begin, anchor))
            yield one._replace(reading=reading, begin=begin)
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
            earlier = _bounded(line, one._replace(begin=min(one.begin, earlier.begin)), 0, anchor)
            continue
        if earlier is not None and _ranges(line, earlier, one):
            span = calendar.cover(earlier.reading.span, one.reading.span)
            earlier = earlier._replace(reading=earlier.reading._replace(span=span), stop=one.stop)
            continue
        if earlier is not None:
            yield earlier
        earlier = _bounded(line, one, earlier.stop if earlier else 0, anchor)
    if earlier is not None:
        yield earlier


def _ranges(line: Marked, one: _Found, other: _Found) -> bool:
    """Whether the two make one interval: "between ... and ...", "... to ...", or one day and the next."""
    first, second = one.reading, other.reading
    if not first.kind == second.kind == "date" or (first.grain == "day") != (second.grain == "day"):
        return False
    match = patterns.RANGE.fullmatch(line.letters[one.stop : other.begin])
    if match is None:
        return False
    told_between = "B" in line.letters[max(0, one.begin - 2) : one.begin]
    if match.group(1) and not told_between and not _adjoin(first, second):
        return False
    return calendar.cover(first.span, second.span) != UNKNOWN or first.span == second.span == UNKNOWN


def _adjoin(one: Reading, other: Reading) -> bool:
    end, start = one.span[1], other.span[0]
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
        span = calendar.cover(one.reading.span, (anchor, anchor)) if anchor else (start, None)
        span = (start, span[1]) if start and (span[1] or not anchor) else UNKNOWN
        reading = Reading("since", span, one.reading.grain, 0, one.reading.span)
        return _Found(reading, after + match.start(), one.stop, onset)
    if one.reading.kind == "date" and (match := patterns.UNTIL.search(before)):
        last = end if match.group(1) == "T" or start is None else calendar.plus(start, -1)
        return _Found(Reading("until", (None, last), one.reading.grain), after + match.start(), one.stop)
    return one._replace(onset=onset)


def _mention(sentence: Sentence, line: Marked, one: _Found, after: int) -> TimeMention | None:
    """The mention with all the words that belong to it, from token ``after``; None where it is part of the one before."""
    begin, stop, reading = one.begin, one.stop, one.reading
    if line.firsts[begin] < after:
        return None
    lead = begin
    while lead and line.letters[lead - 1] in patterns.LEAD and begin - lead < 6 and line.firsts[lead - 1] >= after:
        lead -= 1
    for at in range(begin, lead, -1):
        if line.letters[at - 1] in "dK" and line.letters[at] in "pxSTB":
            lead = at
            break
    if reading.grain == "day" and (tail := patterns.TAIL.match(line.letters, stop)):
        stop = tail.end()
    first, last = line.firsts[lead], line.firsts[stop]
    start, end = sentence.starts[first], sentence.ends[last - 1]
    return TimeMention(
        start,
        end,
        first,
        last,
        reading.kind,
        reading.span,
        reading.grain,
        reading.steps,
        reading.point,
        onset=one.onset,
        bare=lead == begin,
    )
