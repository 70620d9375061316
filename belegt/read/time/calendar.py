"""Arithmetic of days and intervals, in the proleptic Gregorian calendar (ISO 8601: weeks begin on Monday).

Invariant: an interval is never narrower than what its words say; (None, None) is one of which nothing is known.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

YEARS = range(2, 9999)
"""Years that can be reckoned with: their neighbours have a calendar too."""
Span = tuple[date | None, date | None]
UNKNOWN: Span = (None, None)


def day(year: int, month: int, number: int) -> date | None:
    """The day, None where no calendar has it (31 February, month 13)."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def on(one: date | None) -> Span:
    """A single day."""
    return one, one


def plus(one: date, days: int) -> date:
    """``days`` later; the edge of the calendar where there is no such day."""
    try:
        return one + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def month(year: int, number: int, third: int = 0) -> Span:
    """A month of a year; ``third`` 1, 2, 3 for its beginning, middle and end."""
    if year not in YEARS:
        return UNKNOWN
    last = monthrange(year, number)[1]
    low, high = ((1, last), (1, 10), (11, 20), (21, last))[third]
    return date(year, number, low), date(year, number, high)


def year(number: int, third: int = 0) -> Span:
    """A year; ``third`` 1, 2, 3 for its first, second and last four months."""
    if number not in YEARS:
        return UNKNOWN
    low, high = ((1, 12), (1, 4), (5, 8), (9, 12))[third]
    return date(number, low, 1), month(number, high)[1]


def season(number: int, first_month: int) -> Span:
    """The three months from ``first_month`` of a year; winter ends in the next."""
    if number not in YEARS:
        return UNKNOWN
    ends = number + (first_month + 2 > 12)
    return date(number, first_month, 1), month(ends, (first_month + 1) % 12 + 1)[1]


def easter(number: int) -> date:
    """Easter Sunday of a year (Butcher's algorithm)."""
    a, b, c = number % 19, number // 100, number % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    number_of_month, days = divmod(h + weekday - 7 * m + 114, 31)
    return date(number, number_of_month, days + 1)


def feast(number: int, rule: tuple[int, int, int]) -> Span:
    """A feast of a year: (month, day, days) or, for movable ones, (0, days from Easter, days)."""
    if number not in YEARS:
        return UNKNOWN
    first = plus(easter(number), rule[1]) if rule[0] == 0 else date(number, rule[0], rule[1])
    return first, plus(first, rule[2] - 1)


def weekday(anchor: date, number: int, *, strictly: bool = False, ahead: bool = False) -> date:
    """The last such weekday (Monday is 0) up to ``anchor``, before it when ``strictly``, the next one when ``ahead``."""
    if ahead:
        return plus(anchor, (number - anchor.weekday() - 1) % 7 + 1)
    back = (anchor.weekday() - number) % 7
    return plus(anchor, -(back or 7 * strictly))


def weekend(anchor: date, *, strictly: bool = False, ahead: bool = False) -> Span:
    """The last Saturday and Sunday begun by ``anchor``, those before this weekend when ``strictly``, or the next."""
    saturday = weekday(anchor, 5, ahead=ahead)
    if strictly and anchor.weekday() >= 5:
        saturday = plus(saturday, -7)
    return saturday, plus(saturday, 1)


def unit(anchor: date, name: str, step: int = 0) -> Span:
    """The calendar day, week, month, year, decade or century that holds ``anchor``, or the one ``step`` after it."""
    if name == "week":
        monday = plus(anchor, -anchor.weekday() + 7 * step)
        return monday, plus(monday, 6)
    if name == "month":
        number, index = divmod(anchor.year * 12 + anchor.month - 1 + step, 12)
        return month(number, index + 1) if 1 <= number <= 9999 else UNKNOWN
    size = {"year": 1, "decade": 10, "century": 100}.get(name)
    if size is None:
        return on(plus(anchor, step))
    first = (anchor.year // size + step) * size
    return (date(first, 1, 1), date(first + size - 1, 12, 31)) if 1 <= first <= 9900 else UNKNOWN


def back(anchor: date, count: int, name: str) -> date | None:
    """The day ``count`` hours, days, weeks, months or years before ``anchor``."""
    if name in ("month", "year", "decade"):
        number, index = divmod(
            anchor.year * 12 + anchor.month - 1 - count * {"month": 1, "year": 12, "decade": 120}[name], 12
        )
        if not 1 <= number <= 9999:
            return None
        return date(number, index + 1, min(anchor.day, monthrange(number, index + 1)[1]))
    if name in ("hour", "minute"):
        return plus(anchor, -max(1, -(-count // 24)))
    return plus(anchor, -count * {"day": 1, "week": 7}[name]) if name in ("day", "week") else None


def cover(one: Span, other: Span) -> Span:
    """From the beginning of one interval to the end of the other, UNKNOWN where they are not in order."""
    start, end = one[0], other[1]
    return (start, end) if start and end and start <= end else UNKNOWN


def until(span: Span, anchor: date | None) -> Span:
    """The interval cut off at ``anchor``: what is told has happened."""
    start, end = span
    if anchor and start and end and start <= anchor < end:
        return start, anchor
    return span
