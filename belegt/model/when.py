"""A time as an interval of days, never more exact than the text (R16)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from belegt.model.parcel import parcelled


@parcelled
@dataclass(frozen=True, slots=True)
class When:
    """The expression as written and the first and last day it means; None where text and date do not say."""

    text: str = ""
    start: date | None = None
    end: date | None = None

    @property
    def precision(self) -> str:
        """day, days (up to 6), week, month, year, period, or unknown."""
        if self.start is None or self.end is None:
            return "period" if self.start or self.end else "unknown"
        length = (self.end - self.start).days
        for precision, longest in (("day", 0), ("days", 5), ("week", 9), ("month", 31), ("year", 366)):
            if length <= longest:
                return precision
        return "period"

    def as_dict(self) -> dict[str, object]:
        """The form of the contract."""
        return {
            "text": self.text,
            "from": self.start.isoformat() if self.start else None,
            "to": self.end.isoformat() if self.end else None,
        }


UNKNOWN_TIME = When()
