"""The signature under a report: "(APA, 24.10.2015)", agency or author and the day, by which it can be dated."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from belegt.read.time.calendar import day

_SIGNED = re.compile(r"\([^()\d\n]{2,60}[,;–-]\s?(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d\d)\)")


@dataclass(frozen=True, slots=True)
class Signature:
    """The day, and where in the text it is said."""

    day: date
    start: int
    end: int


def signature(text: str) -> Signature | None:
    """The last signature of a text, None where it has none or names no day."""
    found = None
    for match in _SIGNED.finditer(text):
        number, month, year = map(int, match.groups())
        signed = day(year, month, number)
        found = Signature(signed, *match.span()) if signed else found
    return found
