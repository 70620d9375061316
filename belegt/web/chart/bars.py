"""A figure as a drawing: the range as a bar, the best value on it, and each claim it rests on as a line of its own (R14).

Invariant: what is open above is drawn open, and nothing is drawn more exact than its claim.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from belegt.model import Figure, HarmClaim, Quantity

WIDTH = 600
LANE = 14
LANES = 16
"""How many claims are drawn at most; all of them stand in the table beside."""


@dataclass(frozen=True)
class Line:
    """From ``x1`` to ``x2``; ``open`` where no upper bound is told. ``against`` marks a claim that says otherwise."""

    x1: float
    x2: float
    y: float
    open: bool
    claim: HarmClaim | None = None
    against: bool = False


@dataclass(frozen=True)
class Bar:
    """One figure drawn on an axis from 0 to ``top``; lengths are those of the drawing, not persons."""

    figure: Figure
    top: int
    whole: Line
    best: float
    lines: tuple[Line, ...]
    height: float


def bars(figures: Sequence[Figure]) -> list[Bar]:
    """The figures for all people of each kind, then their groups; a kind's groups share its axis."""
    tops = {f.kind: _top([g for g in figures if g.kind == f.kind]) for f in figures}
    return [bar(figure, tops[figure.kind]) for figure in figures]


def bar(figure: Figure, top: int) -> Bar:
    """One figure on an axis that ends at ``top``."""
    told = [*((c, False) for c in figure.claims), *((c, True) for c in figure.other)][:LANES]
    lines = tuple(_line(c.count, top, 28 + i * LANE, c, against) for i, (c, against) in enumerate(told))
    whole = _line(Quantity("", figure.low, figure.high), top, 10)
    return Bar(figure, top, whole, _x(figure.best, top), lines, 28 + len(lines) * LANE)


def _top(figures: Sequence[Figure]) -> int:
    counts = [c.count for f in figures for c in (*f.claims, *f.other)]
    told = [n for count in counts for n in (count.low, count.high) if n is not None]
    drawn = [n for f in figures for n in (f.best, f.high) if n is not None]
    open_above = any(f.high is None for f in figures)
    most = max([1, *told, *drawn])
    return round(most * 1.25) + 1 if open_above else most


def _line(count: Quantity, top: int, y: float, claim: HarmClaim | None = None, against: bool = False) -> Line:
    low = count.low if count.low is not None else 0
    high = count.high if count.high is not None else top
    return Line(_x(low, top), max(_x(high, top), _x(low, top)), y, count.high is None, claim, against)


def _x(value: int, top: int) -> float:
    return round(8 + min(value, top) / top * (WIDTH - 16), 1)
