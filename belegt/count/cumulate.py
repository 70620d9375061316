"""Tolls that rise, and figures taken back: what is told later supersedes what the same voice told before (R12).

The earlier number stays visible beside the figure. Invariant: one authority's later word never supersedes another's: rivals
remain rivals, however late they are told.
"""

from __future__ import annotations

from collections.abc import Sequence

from belegt.count.authority import authority
from belegt.count.tally import OPEN, Tally


def supersede(tallies: Sequence[Tally]) -> tuple[list[Tally], list[Tally]]:
    """Those in force, and those that a later word of the same voice has replaced."""
    replaced = [t for t in tallies if any(_replaces(later, t) for later in tallies if later is not t)]
    return [t for t in tallies if t not in replaced], replaced


def _replaces(later: Tally, earlier: Tally) -> bool:
    """A higher number always does; a lower one only when it is exact: "at least 10" after 15 may be a loose retelling."""
    if later.told <= earlier.told or not later.stated or later.ceiling or not _one_voice(later, earlier):
        return False
    if not earlier.stated or later.count.point > earlier.count.point:
        return True
    return later.count.qualifier not in OPEN and later.count.qualifier == "exact"


def _one_voice(a: Tally, b: Tally) -> bool:
    return bool(_voices(a) & _voices(b))


def _voices(tally: Tally) -> frozenset[str]:
    """Its authorities; a text that speaks for itself is the voice of its outlet."""
    return frozenset(authority(c) or f"outlet:{c.report.source.name}" for c in tally.claims if authority(c) or c.report.source.name)
