"""Days, spans and years in words, never more exact than the claim (R16)."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from belegt.brief import numerals
from belegt.brief.words.pen import Pen
from belegt.model import Claim, When

LONGEST_TIME = 60


def when_words(pen: Pen, claim: Claim, as_of: date | None = None, again: bool = True) -> str:
    """When the harm of a claim was done, as an adverbial: "am Sonntag (20. November 2016)"; "" where no date is known.

    ``again`` says "on the same day" where the sentence before gave the date; without it, nothing.
    """
    when = claim.when
    if when.start is None and when.end is None:
        return ""
    if pen.time == (when.start, when.end):
        return "" if not again else pen.phrases("date.same_day" if when.start == when.end else "date.same_span")
    pen.time = (when.start, when.end)
    bare = span(pen, when)
    text = pen.plain(when.text)
    written = text[:1].lower() + text[1:]
    own = pen.lang == claim.report.lang and any(written.startswith(s) for s in pen.phrases.get("date.since_words"))
    if own and len(text) < LONGEST_TIME and not numerals.read(text, pen.lang) and not any(c.isdigit() for c in text):
        return pen.phrases("date.as_written", text=written, days=pen.mark(bare, claim, "when"))
    if when.start == when.end and when.start and as_of and timedelta(0) <= as_of - when.start < timedelta(7):
        weekday = pen.phrases.get("date.weekdays")[when.start.weekday()]
        return pen.phrases("date.on_weekday", weekday=weekday, day=pen.mark(bare, claim, "when"))
    return pen.mark(_adverbial(pen, when, bare), claim, "when")


def day_words(pen: Pen, claim: Claim) -> str:
    """The bare date of a claim, for a list; "" where no date is known."""
    if claim.when.start is None and claim.when.end is None:
        return ""
    return pen.mark(span(pen, claim.when), claim, "when")


def time_as_written(pen: Pen, claim: Claim) -> str:
    """The report's own words for the time where they mean no date: " (Zeitangabe: „am Dienstag“)"."""
    text = claim.when.text
    if not text or len(text) > LONGEST_TIME or claim.when.start or claim.when.end:
        return ""
    return pen.phrases("sentence.time_as_written", text=pen.quote(text))


def published_words(pen: Pen, claim: Claim) -> str:
    """The day on which the report of a claim was published."""
    published = claim.report.published
    return pen.mark(day(pen.lang, published), claim, "published") if published else ""


def day(lang: str, value: date) -> str:
    """20. November 2016."""
    from belegt.brief.words.phrases import phrases

    pack = phrases(lang)
    return pack("date.day", d=str(value.day), month=pack.get("date.months")[value.month - 1], y=f"{value.year:04}")


def span(pen: Pen, when: When) -> str:
    """The bare words for an interval of days."""
    first, last, p = when.start, when.end, pen.phrases
    if first is None or last is None:
        one = first or last
        assert one is not None
        return p("date.since" if first else "date.until", day=day(pen.lang, one))
    if first == last:
        return day(pen.lang, first)
    if _whole_year(first, last):
        return p("date.in_year", y=f"{first.year:04}")
    if _whole_month(first, last):
        return p(
            "date.month", **_slots(pen, first, last), month=_slots(pen, first, last)["month1"], y=f"{first.year:04}"
        )
    same_year, same_month = first.year == last.year, (first.year, first.month) == (last.year, last.month)
    form = "days" if same_month else "months_apart" if same_year else "years_apart"
    return p(f"date.{form}", **_slots(pen, first, last))


def _adverbial(pen: Pen, when: When, bare: str) -> str:
    first, last, p = when.start, when.end, pen.phrases
    if first is None or last is None or _whole_year(first, last):
        return bare
    if first == last:
        return p("date.on", day=bare)
    if _whole_month(first, last):
        return p("date.in_month", month=p.get("date.months")[first.month - 1], y=f"{first.year:04}")
    return p("date.span", days=bare)


def _slots(pen: Pen, first: date, last: date) -> dict[str, str]:
    months = pen.phrases.get("date.months")
    return {
        "d1": str(first.day),
        "d2": str(last.day),
        "month1": months[first.month - 1],
        "month2": months[last.month - 1],
        "y1": f"{first.year:04}",
        "y2": f"{last.year:04}",
    }


def _whole_year(first: date, last: date) -> bool:
    return (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year


def _whole_month(first: date, last: date) -> bool:
    ends = calendar.monthrange(first.year, first.month)[1]
    return (first.year, first.month) == (last.year, last.month) and first.day == 1 and last.day == ends
