"""Sums by day as bars on a line of days, a drawing for each kind of harm (R16, R34).

Invariant: a bar stands only on a day that is certain; what can lie on several days is drawn below the line over all of them,
and is in no bar. The sure part of a bar is its lowest sum, the rest its range.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from belegt.web.chart.intervals import WIDTH, Axis

HEIGHT = 100
LEAST = 2.0
"""How wide a day is drawn at least."""


@dataclass(frozen=True)
class Summed:
    """The bounds of one kind on the days from ``first`` to ``last``: one day, or several that are possible; None as high where none is set."""

    kind: str
    first: date
    last: date
    low: int
    high: int | None


@dataclass(frozen=True)
class Bar:
    """``sure`` and ``most`` are heights above the line, both 0 for one that lies below it; ``open`` has no upper bound."""

    x: float
    width: float
    sure: float = 0
    most: float = 0
    open: bool = False


@dataclass(frozen=True)
class Plot:
    """The drawing of one kind; ``top`` is the number at its upper border."""

    kind: str
    top: int
    bars: tuple[Bar, ...]
    below: tuple[Bar, ...]


def plots(sums: Sequence[Summed], on: Axis) -> list[Plot]:
    """A drawing for each kind, in the order in which the kinds first come."""
    kinds = dict.fromkeys(one.kind for one in sums)
    return [_plot(kind, [one for one in sums if one.kind == kind], on) for kind in kinds]


def days(sums: Iterable[Summed]) -> Axis | None:
    """The days that sums need; None where there are none."""
    known = [day for one in sums for day in (one.first, one.last)]
    return Axis(min(known), max(known)) if known else None


def _plot(kind: str, sums: Sequence[Summed], on: Axis) -> Plot:
    certain = [one for one in sums if one.first == one.last]
    most = max((max(one.low, one.high or 0) for one in certain), default=1)
    top = max(1, round(most * 1.15) if any(one.high is None for one in certain) else most)
    bars = tuple(_bar(one, top, on) for one in certain)
    return Plot(kind, top, bars, tuple(Bar(*_stretch(one, on)) for one in sums if one.first != one.last))


def _bar(one: Summed, top: int, on: Axis) -> Bar:
    most = top if one.high is None else one.high
    return Bar(*_stretch(one, on), round(one.low / top * HEIGHT, 1), round(most / top * HEIGHT, 1), one.high is None)


def _stretch(one: Summed, on: Axis) -> tuple[float, float]:
    day = WIDTH / ((on.last - on.first).days + 1)
    width = on.at(one.last) + day - on.at(one.first)
    return round(on.at(one.first), 1), round(max(width - min(0.15 * day, 2), LEAST), 1)
