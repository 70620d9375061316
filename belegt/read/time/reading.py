"""What an expression of time means, and from where it is counted."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from belegt.read.time.calendar import UNKNOWN, Span
from belegt.read.time.words import Mark


class Reading(NamedTuple):
    """Kind, interval and grain of an expression (see ``TimeMention``).

    ``steps``: so many ``grain`` from the event told. ``point``: the date itself that stands behind "since".
    """

    kind: str
    span: Span = UNKNOWN
    grain: str = ""
    steps: int = 0
    point: Span = UNKNOWN


class Setting(NamedTuple):
    """From where dates are counted: the day of publication, or where there is none the last full date that was told.

    ``year`` is that date's year, or the year at the head of a list; ``month`` its month, 0 for a list.
    """

    anchor: date | None = None
    year: int = 0
    month: int = 0

    def year_of(self, month: int) -> int:
        """The year of a date without year in a report without date: that of a date close by, 0 where none tells."""
        return self.year if not self.month or abs(self.month - month) <= 1 else 0


class Words(NamedTuple):
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
        """The unit of time; its letter tells whether it stands in the plural (j)."""
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
