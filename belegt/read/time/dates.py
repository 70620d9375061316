"""Places in the calendar: what each branch of the grammar that names one means, counted from the day of publication.

Invariant: an interval is never narrower than the words; where words and publication do not say, it is (None, None).
A weekday or a date without year is the last one up to the publication, for what is told has happened.
"""

from __future__ import annotations

from datetime import date

from belegt.read.time import calendar
from belegt.read.time.calendar import UNKNOWN, Span
from belegt.read.time.reading import Reading, Words

WEEKEND = 7
AHEAD = 90
"""A day without year at most so many days after the publication is one to come: "on 23 October", told in September."""


def in_figures(words: Words) -> Reading:
    """A full date in figures: "26.06.2013", "2016-07-01"."""
    mark = words.mark("F")
    return Reading("date", calendar.on(mark.value if mark else None), "day")


def day_and_month(words: Words) -> Reading:
    """A day and a month in figures: "26.06."."""
    mark = words.mark("f")
    number, month = mark.value if mark else (0, 0)
    return Reading("date", _latest_day(words, month, number), "day")


def in_words(words: Words) -> Reading:
    """A day with its month, and perhaps its year: "7. Mai", "October 7, 2023"."""
    return Reading("date", _latest_day(words, words.value("Mm"), words.value("D")), "day")


def few_days(words: Words) -> Reading:
    """Days of one month: "3 to 5 May"."""
    month = words.value("Mm")
    first, last = (m.value for m in words.marks if m.letter == "D")
    end = _latest_day(words, month, last)
    start = calendar.on(calendar.day(end[1].year, month, first) if end[1] else None)
    return Reading("date", calendar.cover(start, end), "day")


def stretch(words: Words) -> Reading:
    """Between days or months, whose year is said once: "from January to September 2005"."""
    year = words.value("Y")
    stops: list[Span] = []
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


def month(words: Words) -> Reading:
    """A month or its third: "im März dieses Jahres", "early May", "last December"."""
    year, anchor, number = words.stated_year(), words.anchor, words.value("Mm")
    if year is None and anchor is None:
        year = words.setting.year_of(number)
    if year is None and anchor is not None:
        later = number > anchor.month or (number == anchor.month and "L" in words.letters)
        year = anchor.year - later + (words.aside == 1)
    span = calendar.month(year, number, words.third()) if year else UNKNOWN
    return Reading("date", calendar.until(span, anchor), "month")


def season(words: Words) -> Reading:
    """A season: "im Sommer 2014"."""
    year, anchor, first = words.stated_year(), words.anchor, words.value("Z")
    if year is None and anchor is not None:
        year = anchor.year - (date(anchor.year, first, 1) > anchor)
    return Reading("date", calendar.until(calendar.season(year, first), anchor) if year else UNKNOWN, "season")


def year(words: Words) -> Reading:
    """A year or its third: "2012", "Ende 2014"; "heuer" is the year of publication."""
    number = words.value("Y") or (words.anchor.year if words.anchor else 0)
    return Reading(
        "date", calendar.until(calendar.year(number, words.third()), words.anchor) if number else UNKNOWN, "year"
    )


def years(words: Words) -> Reading:
    """Two years of which the second is short: "2014/15", "1992-95"; "2012-07" is no such thing."""
    first, last = words.value("Y"), words.value("DN")
    last += first // 100 * 100
    if not first < last < first + 100:
        return Reading("label")
    return Reading("date", (calendar.year(first)[0], calendar.year(last)[1]), "year")


def decade(words: Words) -> Reading:
    """A decade: "the 1990s"."""
    return Reading("date", calendar.unit(date(words.value("Y"), 1, 1), "decade"), "decade")


def feast(words: Words) -> Reading:
    """A feast: "zu Weihnachten 2004", "Good Friday"."""
    mark, anchor, year = words.mark("J"), words.anchor, words.stated_year()
    rule = mark.value if mark else (1, 1, 1)
    if year is None and anchor is not None:
        start = calendar.feast(anchor.year, rule)[0]
        year = anchor.year - (start is not None and start > anchor)
    return Reading("date", calendar.feast(year, rule) if year else UNKNOWN, "day")


def weekday(words: Words) -> Reading:
    """A weekday or the weekend; on the weekday itself it is the day of publication."""
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


def night(words: Words) -> Reading:
    """The night into the day of publication, or, for "overnight Wednesday", into the day after that."""
    anchor = words.anchor
    if anchor and "W" in words.letters:
        evening = calendar.weekday(anchor, words.value("W"))
        return Reading("date", calendar.until((evening, calendar.plus(evening, 1)), anchor), "day")
    return Reading("date", (calendar.plus(anchor, -1), anchor) if anchor else UNKNOWN, "day")


def deictic(words: Words) -> Reading:
    """A day named from the day of publication: "gestern", "today"."""
    return Reading("date", calendar.on(calendar.plus(words.anchor, words.value("H")) if words.anchor else None), "day")


def ago(words: Words) -> Reading:
    """So long ago: "two days ago" is a day, but "two weeks ago" no more than a week, "two years ago" than a year."""
    unit, anchor = words.unit(), words.anchor
    if "d" in words.letters and unit.letter == "j":
        return Reading("vague")
    if anchor is None:
        return Reading("date", UNKNOWN, unit.value)
    if unit.letter == "u":
        hours_of_day = words.value("ND", 1) < 12
        return Reading("date", calendar.on(anchor) if hours_of_day else (calendar.plus(anchor, -1), anchor), "day")
    then = calendar.back(anchor, words.value("ND", 1), unit.value)
    return Reading("date", calendar.unit(then, unit.value) if then else UNKNOWN, unit.value)


def unit(words: Words) -> Reading:
    """This, the last or the next week, month or year, or its third: "earlier this month", "Anfang des Jahres"."""
    unit, anchor = words.unit(), words.anchor
    if unit.value == "day":
        return Reading("vague") if words.aside < 0 else Reading("relative", UNKNOWN, "day", words.aside)
    if anchor is None:
        return Reading("date", UNKNOWN, unit.value)
    span = calendar.unit(anchor, unit.value, words.aside)
    if span[0] and words.third() and unit.value in ("year", "month"):
        number, index = span[0].year, span[0].month
        span = (
            calendar.year(number, words.third())
            if unit.value == "year"
            else calendar.month(number, index, words.third())
        )
    return Reading("date", calendar.until(span, anchor), unit.value)
