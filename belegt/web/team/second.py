"""Second readings at the desk: who disagrees, and how far people agree."""

from __future__ import annotations

from belegt.team.agreement import Pair, pairs
from belegt.web.desk import State


def read_twice(state: State) -> list[Pair]:
    """Every claim that two have read, as each left it."""
    return pairs(state.seconds.values(), state.reading.claims)


def disagreed(state: State) -> frozenset[str]:
    """The claims on which two readers do not say the same, and nobody has decided since."""
    if not state.seconds:
        return frozenset()
    return frozenset(p.ref for p in read_twice(state) if p.differing and not state.seconds[p.ref].settled)
