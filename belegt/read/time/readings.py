"""What each branch of the grammar means on the calendar, counted from the day of publication.

Invariant: an interval is never narrower than the words; where words and publication do not say, it is (None, None).
A weekday or a date without year is the last one up to the publication, for what is told has happened.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from belegt.read.time import calendar
from belegt.read.time.calendar import UNKNOWN, Span
from belegt.read.time.words import Mark


WEEKEND = 7
AHEAD = 90
"""A day without year at most so many days after the publication is one to come: "on 23 October", written in September."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Kind, interval and grain of an expression (see ``TimeMention``); ``steps`` of ``grain`` from the event told; ``point``: the
    date after "since" itself."""

    kind: str
    span: Span = UNKNOWN
    grain: str = ""
    steps: int = 0
    point: Span = UNKNOWN


@dataclass(frozen=True, slots=True)
class Setting:
    """From where dates are counted: the day of publication, or where there is none the last full date that was told.

    ``year`` is that date's year, or the year at the head of a list; ``month`` its month, 0 for a list.
    """

    anchor: date | None = None
    year: int = 0
    month: int = 0

    def year_of(self, month: int) -> int:
        """The year of a date without year in a report without date: that of a date close by, 0 where none tells."""
        return self.year if not self.month or abs(self.month - month) <= 1 else 0


@dataclass(frozen=True, slots=True)
class Words:
    """The marks of one match, and from where dates are counted."""

    letters: str
    marks: list[Mark]
    setting: Setting

    @property
    def anchor(self) -> date | None:
        """The day of publication."""
        return self.setting.anchor

    def mark(self, letters: str) -> Mark | None:
        """The first mark that has one of the letters."""
        return next((m for m in self.marks if m.letter in letters), None)

    def value(self, letters: str, default: int = 0) -> int:
        """The number of the first mark that has one of the letters."""
        mark = self.mark(letters)
        return default if mark is None else int(mark.value)

    def unit(self) -> Mark:
        """The unit of time: its name, and whether it stands in the plural."""
        return next(m for m in self.marks if m.letter in "uUj")

    @property
    def aside(self) -> int:
        """-1 for last, 1 for next, 0 for this one."""
        return 1 if "E" in self.letters else -1 if "L" in self.letters else 0

    def stated_year(self) -> int | None:
        """The year that is said: "2011", "last year", "dieses Jahres"."""
        if "Y" in self.letters:
            return self.value("Y")
        if "U" in self.letters and self.anchor and "y" not in self.letters:
            return self.anchor.year + self.aside
        return None

    def third(self) -> int:
        """1, 2, 3 for the beginning, the middle, the end of a month or year, else 0."""
        mark = self.mark("M")
        return mark.third if mark and mark.third else self.value("Q")


def _numeric(words: Words) -> Reading:
    mark = words.mark("F")
    return Reading("date", calendar.on(mark.value if mark else None), "day")


def _dotted(words: Words) -> Reading:
    mark = words.mark("f")
    number, month = mark.value if mark else (0, 0)
    return Reading("date", _latest_day(words, month, number), "day")


def _date(words: Words) -> Reading:
    return Reading("date", _latest_day(words, words.value("Mm"), words.value("D")), "day")


def _days(words: Words) -> Reading:
    month = words.value("Mm")
    first, last = (m.value for m in words.marks if m.letter == "D")
    end = _latest_day(words, month, last)
    start = calendar.on(calendar.day(end[1].year, month, first) if end[1] else None)
    return Reading("date", calendar.cover(start, end), "day")


def _stretch(words: Words) -> Reading:
    """"from January to September 2005", "30 December to 2 January 2011": the year is said once."""
    year, stops = words.value("Y"), []
    first, last = (m.value for m in words.marks if m.letter in "Mm")
    days = [m.value for m in words.marks if m.letter == "D"]
    if len(days) == 1:
        return Reading("date", UNKNOWN, "day")
    for number, at in ((first, year - (first > last)), (last, year)):
        stops.append(calendar.on(calendar.day(at, number, days[len(stops)])) if days else calendar.month(at, number))
    return Reading("date", calendar.cover(stops[0], stops[1]), "day" if days else "month")


def _latest_day(words: Words, month: int, number: int) -> Span:
    """The day of the year that is said, else the last one up to the publication, or the next one when that is near."""
    year, anchor = words.stated_year(), words.anchor
    if year is not None:
        return calendar.on(calendar.day(year, month, number))
    if anchor is None:
        told = words.setting.year_of(month)
        return calendar.on(calendar.day(told, month, number) if told else None)
    this = calendar.day(anchor.year, month, number)
    if this and this <= anchor:
        return calendar.on(this)
    ahead = calendar.day(anchor.year + (month < anchor.month), month, number) if month != anchor.month else this
    if ahead and 0 < (ahead - anchor).days <= AHEAD:
        return calendar.on(ahead)
    return calendar.on(calendar.day(anchor.year - 1, month, number))


def _month(words: Words) -> Reading:
    year, anchor, month = words.stated_year(), words.anchor, words.value("Mm")
    if year is None and anchor is None:
        year = words.setting.year_of(month)
    if year is None and anchor is not None:
        later = month > anchor.month or (month == anchor.month and "L" in words.letters)
        year = anchor.year - later + (words.aside == 1)
    span = calendar.month(year, month, words.third()) if year else UNKNOWN
    return Reading("date", calendar.until(span, anchor), "month")


def _season(words: Words) -> Reading:
    year, anchor, first = words.stated_year(), words.anchor, words.value("Z")
    if year is None and anchor is not None:
        year = anchor.year - (date(anchor.year, first, 1) > anchor)
    return Reading("date", calendar.until(calendar.season(year, first), anchor) if year else UNKNOWN, "season")


def _year(words: Words) -> Reading:
    year = words.value("Y") or (words.anchor.year if words.anchor else 0)
    return Reading("date", calendar.until(calendar.year(year, words.third()), words.anchor) if year else UNKNOWN, "year")


def _years(words: Words) -> Reading:
    """"2014/15", "1992-95"; what is no later year ("2012-07") is none."""
    first, last = words.value("Y"), words.value("DN")
    last += first // 100 * 100
    if not first < last < first + 100:
        return Reading("label")
    return Reading("date", (calendar.year(first)[0], calendar.year(last)[1]), "year")


def _decade(words: Words) -> Reading:
    return Reading("date", calendar.unit(date(words.value("Y"), 1, 1), "decade"), "decade")


def _feast(words: Words) -> Reading:
    mark, anchor, year = words.mark("J"), words.anchor, words.stated_year()
    rule = mark.value if mark else (1, 1, 1)
    if year is None and anchor is not None:
        start = calendar.feast(anchor.year, rule)[0]
        year = anchor.year - (start is not None and start > anchor)
    return Reading("date", calendar.feast(year, rule) if year else UNKNOWN, "day")


def _weekday(words: Words) -> Reading:
    anchor = words.anchor
    if anchor is None:
        return Reading("date", UNKNOWN, "day")
    if "H" in words.letters:
        return Reading("date", calendar.on(calendar.plus(anchor, words.value("H"))), "day")
    if words.value("W") == WEEKEND:
        ahead = "E" in words.letters or ("X" in words.letters and 2 <= anchor.weekday() <= 4)
        span = calendar.weekend(anchor, strictly="L" in words.letters, ahead=ahead)
        return Reading("date", calendar.until(span, anchor), "day")
    one = calendar.weekday(anchor, words.value("W"), strictly="L" in words.letters, ahead="E" in words.letters)
    return Reading("date", calendar.on(one), "day")


def _nightly(words: Words) -> Reading:
    """"overnight" reaches into the day of publication, "overnight Wednesday" into the day after."""
    anchor = words.anchor
    if anchor and "W" in words.letters:
        evening = calendar.weekday(anchor, words.value("W"))
        return Reading("date", calendar.until((evening, calendar.plus(evening, 1)), anchor), "day")
    return Reading("date", (calendar.plus(anchor, -1), anchor) if anchor else UNKNOWN, "day")


def _deictic(words: Words) -> Reading:
    return Reading("date", calendar.on(calendar.plus(words.anchor, words.value("H")) if words.anchor else None), "day")


def _ago(words: Words) -> Reading:
    """"two days ago" is a day; "two weeks ago" no more than the week, "two years ago" than the year."""
    unit, anchor = words.unit(), words.anchor
    if "d" in words.letters and unit.letter == "j":
        return Reading("vague")
    if anchor is None:
        return Reading("date", UNKNOWN, unit.value)
    if unit.letter == "u":
        return Reading("date", calendar.on(anchor) if words.value("ND", 1) < 12 else (calendar.plus(anchor, -1), anchor), "day")
    then = calendar.back(anchor, words.value("ND", 1), unit.value)
    return Reading("date", calendar.unit(then, unit.value) if then else UNKNOWN, unit.value)


def _lasting(words: Words) -> Reading:
    if "d" in words.letters and words.unit().letter == "j":
        return Reading("since")
    return Reading("since", _rolled(words))


def _rolling(words: Words) -> Reading:
    return Reading("period", _rolled(words), "day" if words.unit().letter == "u" else "")


def _hours(words: Words) -> Reading:
    """"in 24 hours": those before the publication, as headlines have it."""
    return Reading("period", _rolled(words), "day") if words.value("ND") in (24, 48) else Reading("length")


def _rolled(words: Words) -> Span:
    anchor = words.anchor
    start = calendar.back(anchor, words.value("ND", 1), words.unit().value) if anchor else None
    return (start, anchor) if start else UNKNOWN


def _shifted(words: Words) -> Reading:
    """"two days later" than what was told; "came two days after" sets what follows so many days before it."""
    unit = words.unit()
    if "K" not in words.letters:
        steps = words.value("ND", 1) * (-1 if "k" in words.letters else 1)
        return Reading("apart", UNKNOWN, unit.value, steps) if unit.value == "day" else Reading("length")
    if unit.letter == "u":
        return Reading("vague")
    return Reading("relative", UNKNOWN, unit.value, words.value("K") * words.value("ND", 1))


def _adverb(words: Words) -> Reading:
    """"the day before", with nothing behind it."""
    return Reading("relative", UNKNOWN, words.unit().value, -1)


def _other(words: Words) -> Reading:
    """"the next morning", "the same day", "the previous week"; "this morning" is the day of publication."""
    unit = next((m.value for m in words.marks if m.letter in "uUj"), "day")
    if "X" in words.letters:
        return Reading("date", calendar.on(words.anchor), "day")
    return Reading("relative", UNKNOWN, unit, 1 if "E" in words.letters else words.value("r"))


def _unit(words: Words) -> Reading:
    unit, anchor = words.unit(), words.anchor
    if unit.value == "day":
        return Reading("relative", UNKNOWN, "day", 1 if words.aside == 1 else 0) if words.aside >= 0 else Reading("vague")
    if anchor is None:
        return Reading("date", UNKNOWN, unit.value)
    span = calendar.unit(anchor, unit.value, words.aside)
    if span[0] and words.third() and unit.value in ("year", "month"):
        start = span[0]
        span = calendar.year(start.year, words.third()) if unit.value == "year" else calendar.month(start.year, start.month, words.third())
    return Reading("date", calendar.until(span, anchor), unit.value)


def _same(words: Words) -> Reading:
    return Reading("relative", UNKNOWN, "period" if words.value("g") else "day", words.value("R"))


READINGS: Mapping[str, Callable[[Words], Reading]] = {
    "numeric": _numeric, "dotted": _dotted, "days": _days, "stretch": _stretch, "date": _date, "months": _days, "monthly": _date,
    "feast": _feast, "month": _month, "season": _season, "weekday": _weekday, "years": _years, "decade": _decade, "year": _year,
    "nightly": _nightly, "deictic": _deictic, "ago": _ago, "lasting": _lasting, "rolling": _rolling, "hours": _hours, "shifted": _shifted, "adverb": _adverb,
    "vague": lambda words: Reading("vague"), "other": _other, "unit": _unit, "same": _same,
    **{name: (lambda words, kind=name: Reading(kind)) for name in ("now", "opening", "label", "every", "age", "clock", "length")},
}  # fmt: skip
