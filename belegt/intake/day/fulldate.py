"""Full dates as reports write them: day, month and year, in figures or in German and English words.

Invariant: a date without its year is no full date, and nothing is guessed. "05.04.2016" and "05-04-2016" are read day first;
for the dashes ``turned`` holds the other reading; "05/04/2016", which half the world reads otherwise, is no full date at all.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any


@dataclass(frozen=True, slots=True)
class FullDate:
    """Characters ``start`` to ``end`` of a text say ``day``; ``figures`` is False when the month is a word."""

    start: int
    end: int
    day: date
    figures: bool
    turned: date | None = None


@cache
def words() -> Mapping[str, Any]:
    """The vocabulary of datelines."""
    source = resources.files("belegt.intake.day") / "datelines.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))


@cache
def numbered(group: str) -> Mapping[str, int]:
    """Each word of a numbered group (months, weekdays) with its number."""
    return {word: int(number) for number, forms in words()[group].items() for word in forms}


def either(forms: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(forms, key=len, reverse=True))


def find(text: str) -> Iterator[FullDate]:
    """Every full date in the text, in order; a date that no calendar has (31 February) is passed over."""
    for match in _pattern().finditer(text):
        found = _read(match)
        if found is not None:
            yield found


def read(text: str) -> date | None:
    """The day that a metadata value such as "2016-11-22T09:15:00Z" or "Tue, 22 Nov 2016 09:15" gives, None where it gives none.

    The day is taken as written: no time zone is applied. A value that could be read both ways round gives none.
    """
    first = next(find(text[:80]), None)
    return None if first is None or first.turned else first.day


@cache
def _pattern() -> re.Pattern[str]:
    day, year, month = r"(?:[12]\d|3[01]|0?[1-9])", r"(?:19|20)\d\d", either(numbered("months"))
    return re.compile(
        rf"""(?<![\w/.-])(?=[\djfmasond])(?:
            (?P<iso>{year}(?P<dash>[/-])\d\d(?P=dash)\d\d)
          | (?P<one>\d\d?)(?P<sep>[./-])\ ?(?P<two>\d\d?)(?P=sep)\ ?(?P<y1>{year})
          | (?P<d2>{day})(?:\.|st|nd|rd|th)?[\s-]{{1,2}}(?P<m2>{month})\.?[,،]?[\s-]{{0,2}}(?P<y2>{year})
          | (?P<m3>{month})\.?\s(?P<d3>{day})(?:st|nd|rd|th)?[,،]?\s?(?P<y3>{year})
        )(?!\d)""",
        re.VERBOSE | re.IGNORECASE,
    )


def _read(match: re.Match[str]) -> FullDate | None:
    part = match.groupdict()
    start, end = match.span()
    if part["iso"]:
        day = _day(*map(int, part["iso"].split(part["dash"])))
        return FullDate(start, end, day, True) if day else None
    if part["sep"]:
        return _figures(start, end, part)
    months = numbered("months")
    year, month, number = (part["y2"], part["m2"], part["d2"]) if part["m2"] else (part["y3"], part["m3"], part["d3"])
    day = _day(int(year), months[month.lower()], int(number))
    return FullDate(start, end, day, False) if day else None


def _figures(start: int, end: int, part: Mapping[str, str]) -> FullDate | None:
    """Day first; month first only with slashes and where no other reading is possible."""
    one, two, year = int(part["one"]), int(part["two"]), int(part["y1"])
    day_first, month_first = _day(year, two, one), _day(year, one, two)
    if part["sep"] == "/":
        sure = month_first if day_first in (None, month_first) else day_first if month_first is None else None
        return FullDate(start, end, sure, True) if sure else None
    if day_first is None:
        return None
    turned = month_first if part["sep"] == "-" and month_first != day_first else None
    return FullDate(start, end, day_first, True, turned)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
