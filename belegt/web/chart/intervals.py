"""Days on a line: each incident and running total covers all days that are possible for it (R16).

Invariant: an interval is never drawn shorter than its claims say; one that is open runs to the border and says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from belegt.model import IncidentCount, TotalCount, When

WIDTH = 400


@dataclass(frozen=True)
class Interval:
    """A bar from ``x`` on, ``width`` wide; ``open_start`` and ``open_end`` where the text sets no such border."""

    counted: IncidentCount | TotalCount
    x: float
    width: float
    open_start: bool
    open_end: bool


@dataclass(frozen=True)
class Axis:
    """The days from ``first`` to ``last``, both included."""

    first: date
    last: date

    def at(self, day: date) -> float:
        """Where a day begins."""
        return (day - self.first).days / ((self.last - self.first).days + 1) * WIDTH

    @property
    def ticks(self) -> list[tuple[float, date]]:
        """The first days of the months, or of the years where there are many, at most a dozen."""
        months = [
            d for d in (self.first + timedelta(n) for n in range((self.last - self.first).days + 1)) if d.day == 1
        ]
        marked = months if len(months) <= 12 else [d for d in months if d.month == 1]
        return [(self.at(d), d) for d in marked[:: max(1, len(marked) // 12)]]


def axis(counted: Sequence[IncidentCount | TotalCount]) -> Axis | None:
    """The days that all of them need; None where none has a date."""
    days = [d for one in counted for d in (when(one).start, when(one).end) if d]
    return Axis(min(days), max(days)) if days else None


def intervals(counted: Sequence[IncidentCount | TotalCount], on: Axis) -> list[Interval]:
    """Those with a date, the earliest first."""
    dated = [one for one in counted if when(one).start or when(one).end]
    ordered = sorted(dated, key=lambda one: (when(one).start or date.min, when(one).end or date.max))
    return [_interval(one, on) for one in ordered]


def when(counted: IncidentCount | TotalCount) -> When:
    """The time of either."""
    return counted.incident.when if isinstance(counted, IncidentCount) else counted.total.when


def _interval(counted: IncidentCount | TotalCount, on: Axis) -> Interval:
    start, end = when(counted).start, when(counted).end
    x, until = on.at(start or on.first), on.at(end or on.last) + WIDTH / ((on.last - on.first).days + 1)
    return Interval(counted, round(x, 1), round(max(until - x, 3), 1), start is None, end is None)
