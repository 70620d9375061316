"""Documented harm added up over incidents: a minimum with the list it is the sum of, never an estimate (R33, R34).

Invariant: the numbers are the sums of the figures of the incidents listed; running totals stand beside and are in no sum.
"""

from __future__ import annotations

from dataclasses import dataclass

BY = ("day", "place", "side", "group", "means")


@dataclass(frozen=True, slots=True, kw_only=True)
class Documented:
    """What is documented of one ``kind`` under one ``key`` of ``by``; ``group`` is "" for all.

    ``incidents`` are ids, ``beside`` those of running totals that may hold some of them; high None is open above.
    """

    by: str
    key: str
    kind: str
    low: int
    best: int
    high: int | None
    incidents: tuple[str, ...]
    beside: tuple[str, ...] = ()
    group: str = ""
