"""Read every date out of finished words, as the check needs it: days, spans of days, months and years.

Independent of the words of the writer; a date with a year is seen in any of the forms German and English briefs use.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache

MONTHS = {
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(),
    "en": "January February March April May June July August September October November December".split(),
}
Bounds = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Days:
    """Characters ``start`` to ``end`` name the days ``first`` to ``last``, None where open."""

    start: int
    end: int
    first: date | None
    last: date | None


def read(text: str, lang: str) -> list[Days]:
    """Every date of a text, in order; a date that no calendar knows is seen as the days None to None."""
    found: list[Days] = []
    for pattern, meaning in _forms(lang):
        for match in pattern.finditer(text):
            try:
                bounds = meaning(match.groupdict(), lang)
            except ValueError:
                bounds = (None, None)
            found.append(Days(match.start(), match.end(), *bounds))
        text = pattern.sub(lambda m: "·" * len(m[0]), text)
    return sorted(found, key=lambda d: d.start)


@cache
def _forms(lang: str) -> list[tuple[re.Pattern[str], Callable[[dict[str, str], str], Bounds]]]:
    month = "|".join(MONTHS.get(lang, MONTHS["en"]))
    dot = r"\." if lang == "de" else ""
    to = "bis" if lang == "de" else "to"
    since, until = (r"seit dem", r"bis zum") if lang == "de" else ("since", "until")

    def day(suffix: str) -> str:
        return rf"(?P<d{suffix}>\d{{1,2}}){dot}"

    def full(suffix: str) -> str:
        return rf"{day(suffix)} (?P<m{suffix}>{month}) (?P<y{suffix}>\d{{4}})"

    return [
        (re.compile(rf"{full('1')} {to} {full('2')}"), _span),
        (re.compile(rf"{day('1')} (?P<m1>{month}) {to} {full('2')}"), _span),
        (re.compile(rf"{day('1')} {to} {full('2')}"), _span),
        (re.compile(rf"\b(?i:{since}) {full('1')}"), _since),
        (re.compile(rf"\b(?i:{until}) {full('1')}"), _until),
        (re.compile(rf"{full('1')}"), _day),
        (re.compile(rf"(?P<m1>{month}) (?P<y1>\d{{4}})"), _month),
        (re.compile(r"(?i:\bim Jahr|\bin) (?P<y1>\d{4})\b(?![.,]\d)"), _year),
    ]


def _date(parts: dict[str, str], suffix: str, lang: str) -> date:
    """Day, month and year of a form; the second of a span lends what the first leaves out."""
    month = parts.get(f"m{suffix}") or parts["m2"]
    year = parts.get(f"y{suffix}") or parts["y2"]
    return date(int(year), MONTHS[lang].index(month) + 1, int(parts[f"d{suffix}"]))


def _span(parts: dict[str, str], lang: str) -> Bounds:
    return _date(parts, "1", lang), _date(parts, "2", lang)


def _since(parts: dict[str, str], lang: str) -> Bounds:
    return _date(parts, "1", lang), None


def _until(parts: dict[str, str], lang: str) -> Bounds:
    return None, _date(parts, "1", lang)


def _day(parts: dict[str, str], lang: str) -> Bounds:
    return _date(parts, "1", lang), _date(parts, "1", lang)


def _month(parts: dict[str, str], lang: str) -> Bounds:
    year, month = int(parts["y1"]), MONTHS[lang].index(parts["m1"]) + 1
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _year(parts: dict[str, str], lang: str) -> Bounds:
    return date(int(parts["y1"]), 1, 1), date(int(parts["y1"]), 12, 31)
