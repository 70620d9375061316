"""Datelines: the full date at the head of a report's text, as agencies and outlets write it.

Invariant: a date is a dateline only when it begins within the first 200 characters, has its year, agrees with the weekday
beside it, and stands where datelines stand: first in a line ("17-02-2016 Syrian Army ..."), after a place ("BEIRUT 2016-07-01",
"Damaskus, 22. November 2016"), after an agency ("... Monitor AFP Friday 1 Jul 2016"), after a label ("Published August 15
2016") or before a clock time. A date inside a sentence ("On Tuesday, October 10, 2023, at least ...") is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from belegt.intake.day.fulldate import FullDate, either, find, numbered, words

WITHIN = 200


@dataclass(frozen=True, slots=True)
class Dateline:
    """The day of a dateline. ``firm``: its form leaves no doubt that it is one.

    ``start`` and ``end`` are code points of the text; ``turned`` is the day when read month first, where that is possible.
    """

    day: date
    firm: bool
    start: int
    end: int
    turned: date | None = None


def dateline(text: str) -> Dateline | None:
    """The first dateline of a text, None where it has none."""
    head = text[: WITHIN + 60]
    if not _MAYBE.search(head):
        return None
    return next((line for line in _candidates(head) if line.start < WITHIN), None)


_MAYBE = re.compile(r"(?:19|20)\d\d|\d\d \(")
_CLOCK = re.compile(
    r"[\s,]{0,2}(?:(?:at|um)\s)?(?:[01]?\d|2[0-3])[:.]?[0-5]\d(?!\d)(?:\s?(?:[AP]M|Uhr|GMT))?", re.IGNORECASE
)
_LINE_END = re.compile(r"[\r\n\x0b\x0c\x85\u2028\u2029]")
_MARK = re.compile(r"\s*\([A-Z][\w .&/-]{1,40}\)\s*(?:--|[-–—:])")
_SHORT_YEAR = r"(?P<day>[12]\d|3[01]|0?[1-9]) (?P<month>{months}) (?P<year>\d\d) \([A-Z][^()\n]{{1,60}}\)\s*--"


def _candidates(head: str) -> Iterator[Dateline]:
    for found in find(head):
        line = _judge(head, found)
        if line is not None:
            yield line
    yield from _short_years(head)


def _judge(head: str, found: FullDate) -> Dateline | None:
    before, weekday = _weekday(head[: found.start])
    after = head[found.end :]
    if weekday is not None and weekday != found.day.isoweekday():
        return None
    context = _context(before)
    clock = _CLOCK.match(after) is not None
    if context == "" and (clock or weekday is not None) and not _in_sentence(before):
        context = "clock" if clock else "weekday"
    dated_agency = context == "agency" and weekday is not None
    if context == "" or (context != "label" and not dated_agency and _goes_on(after)):
        return None
    turned = found.turned if weekday is None else None
    plain = found.figures and context in ("head", "capitals")
    told = weekday is not None or clock or plain or context in ("label", "agency") or _MARK.match(after) is not None
    firm = told and (turned is None or plain) and context not in ("update", "weekday")
    return Dateline(found.day, firm, found.start, found.end, turned)


def _weekday(before: str) -> tuple[str, int | None]:
    """What stands before a date without the weekday that belongs to it, and that weekday (Monday is 1)."""
    match = _patterns().weekday.search(before)
    if match is None:
        return before, None
    return before[: match.start()], numbered("weekdays")[match["day"].lower()]


def _context(before: str) -> str:
    """What a date stands after: head, label, update, agency, place, capitals (a place in capitals), or "" for anything else."""
    *above, line = (part.strip(" \t\u00a0\ufeff*_#|[") for part in _LINE_END.split(before))
    if any(part.endswith((".", "!", "?", ":")) and len(part) > 60 for part in above):
        return ""
    bare = line.rstrip("(").rstrip()
    if not bare:
        return "head"
    label = _patterns().label.fullmatch(bare)
    if label is not None:
        return "update" if label["updated"] else "label"
    if _patterns().agency.search(bare):
        return "agency"
    return _place(bare, in_brackets=line.endswith("("))


def _place(bare: str, *, in_brackets: bool) -> str:
    match = _PLACE.fullmatch(bare)
    if match is None:
        return ""
    names = re.findall(r"[^\W\d_][\w'’.-]*", match["place"])
    if not names or names[0].lower() in words()["sentence"]["openers"]:
        return ""
    town = re.findall(r"[^\W\d_]+", match["place"].split(",")[0])
    if all(name.isupper() for name in town) and names[-1][0].isupper():
        return "capitals"
    named = names[0][0].isupper() and names[-1][0].isupper()
    return "place" if named and (match["comma"] or in_brackets) else ""


_PLACE = re.compile(
    r"(?P<place>[^\W\d_][^\d.:;!?()]{1,40}?)(?:\s?\([^()]{2,40}\))?(?P<comma>\s?[,،](?:\s?den)?)?", re.IGNORECASE
)


def _in_sentence(before: str) -> bool:
    """Whether the last word before a date is one of running text."""
    last = before.split()[-1:] or [""]
    return last[0].islower() or last[0].lower() in words()["sentence"]["openers"]


def _goes_on(after: str) -> bool:
    """Whether the date is followed by words in lower case, as inside a sentence."""
    clock = _CLOCK.match(after)
    rest = after[clock.end() if clock else 0 :].lstrip(" \t\u00a0,،")
    return rest[:1].islower() and re.match(r"\w+:", rest) is None


def _short_years(head: str) -> Iterator[Dateline]:
    """A year of two figures, only in the form "Lima, 10 Dec 88 (EFE) --"; by POSIX: 69-99 are 19xx, 00-68 are 20xx."""
    for match in _patterns().short_year.finditer(head):
        if _context(head[: match.start()]) not in ("place", "capitals"):
            continue
        year = int(match["year"])
        try:
            day = date(
                year + (1900 if year >= 69 else 2000), numbered("months")[match["month"].lower()], int(match["day"])
            )
        except ValueError:
            continue
        yield Dateline(day, True, match.start(), match.end())


@dataclass(frozen=True, slots=True)
class _Patterns:
    weekday: re.Pattern[str]
    label: re.Pattern[str]
    agency: re.Pattern[str]
    short_year: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    labels = words()["labels"]
    return _Patterns(
        weekday=re.compile(rf"(?<!\w)(?P<day>{either(numbered('weekdays'))})\.?,?\s(?:den\s)?$", re.IGNORECASE),
        label=re.compile(
            rf"(?:(?P<published>{either(labels['published'])})|(?P<updated>{either(labels['updated'])}))\s?:?",
            re.IGNORECASE,
        ),
        agency=re.compile(rf"(?:^|[\s(/])(?:{either(words()['agencies']['names'])})\)?[\s,:–—-]*$"),
        short_year=re.compile(_SHORT_YEAR.format(months=either(numbered("months"))), re.IGNORECASE),
    )
