"""What every branch of the grammar means: a place in the calendar, a period, or steps from what was told."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from belegt.read.time import calendar, dates
from belegt.read.time.calendar import UNKNOWN, Span
from belegt.read.time.reading import Reading, Words


def _lasting(words: Words) -> Reading:
    if "d" in words.letters and words.unit().letter == "j":
        return Reading("since")
    return Reading("since", _rolled(words))


def _rolling(words: Words) -> Reading:
    return Reading("period", _rolled(words), "day" if words.unit().letter == "u" else "")


def _hours(words: Words) -> Reading:
    """The hours before the publication, as headlines have it: "in 24 hours"."""
    return Reading("period", _rolled(words), "day") if words.value("ND") in (24, 48) else Reading("length")


def _rolled(words: Words) -> Span:
    anchor = words.anchor
    start = calendar.back(anchor, words.value("ND", 1), words.unit().value) if anchor else None
    return (start, anchor) if start else UNKNOWN


def _shifted(words: Words) -> Reading:
    """So long after or before what was told ("two days later"), or before what is told next ("came two days after")."""
    unit = words.unit()
    if "K" not in words.letters:
        steps = words.value("ND", 1) * (-1 if "k" in words.letters else 1)
        return Reading("apart", UNKNOWN, unit.value, steps) if unit.value == "day" else Reading("length")
    if unit.letter == "u":
        return Reading("vague")
    return Reading("relative", UNKNOWN, unit.value, words.value("K") * words.value("ND", 1))


def _adverb(words: Words) -> Reading:
    """The day before what was told, where nothing follows it."""
    return Reading("relative", UNKNOWN, words.unit().value, -1)


def _other(words: Words) -> Reading:
    """The next or the same day, morning or week; "this morning" is on the day of publication."""
    unit = next((m.value for m in words.marks if m.letter in "uUj"), "day")
    if "X" in words.letters:
        return Reading("date", calendar.on(words.anchor), "day")
    return Reading("relative", UNKNOWN, unit, 1 if "E" in words.letters else words.value("r"))


def _same(words: Words) -> Reading:
    return Reading("relative", UNKNOWN, "period" if words.value("g") else "day", words.value("R"))


def _says(kind: str) -> Callable[[Words], Reading]:
    """A branch that means its kind and no interval."""
    return lambda words: Reading(kind)


READINGS: Mapping[str, Callable[[Words], Reading]] = {
    "numeric": dates.in_figures,
    "dotted": dates.day_and_month,
    "days": dates.few_days,
    "months": dates.few_days,
    "stretch": dates.stretch,
    "date": dates.in_words,
    "monthly": dates.in_words,
    "feast": dates.feast,
    "month": dates.month,
    "season": dates.season,
    "weekday": dates.weekday,
    "decade": dates.decade,
    "years": dates.years,
    "year": dates.year,
    "nightly": dates.night,
    "deictic": dates.deictic,
    "ago": dates.ago,
    "unit": dates.unit,
    "lasting": _lasting,
    "rolling": _rolling,
    "hours": _hours,
    "shifted": _shifted,
    "adverb": _adverb,
    "other": _other,
    "same": _same,
    **{kind: _says(kind) for kind in ("vague", "now", "opening", "label", "every", "age", "clock", "length")},
}
"""A reading for each branch of ``patterns.grammar``, by its name."""
