"""What changed between two states of a record, incident by incident: new, raised, lowered, retracted, merged, split (R12, R35).

Invariant: incidents are the same as far as they share claims; a change of a figure names both figures.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from belegt.model import Figure, IncidentCount
from belegt.terms import load

HARM = load("harm")
WHAT = ("new", "raised", "lowered", "retracted", "merged", "split")


@dataclass(frozen=True, slots=True)
class Change:
    """``what`` is one of WHAT; ``before`` and ``after`` are ids of incidents, ``figures`` those of one kind, None where there was none."""

    what: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    figures: tuple[Figure | None, Figure | None] = (None, None)


def changes(before: Sequence[IncidentCount], after: Sequence[IncidentCount]) -> tuple[Change, ...]:
    """Every change, those of today's incidents in their order, then what is retracted."""
    old, new = [_refs(i) for i in before], [_refs(i) for i in after]
    found: list[Change] = []
    for at, refs in enumerate(new):
        kin = [i for i, known in enumerate(old) if known & refs]
        parts = [j for i in kin for j, known in enumerate(new) if known & old[i]]
        if len(kin) > 1:
            found.append(Change("merged", tuple(before[i].incident.id for i in kin), (after[at].incident.id,)))
        elif len(set(parts)) > 1:
            if at == min(parts):
                ids = tuple(after[j].incident.id for j in dict.fromkeys(parts))
                found.append(Change("split", (before[kin[0]].incident.id,), ids))
        else:
            found += _figures(before[kin[0]] if kin else None, after[at])
    gone = [i for i, known in enumerate(old) if not any(known & refs for refs in new)]
    return (*found, *(change for i in gone for change in _figures(before[i], None)))


def _figures(before: IncidentCount | None, after: IncidentCount | None) -> Iterator[Change]:
    ids = tuple((one.incident.id,) if one else () for one in (before, after))
    kinds = {f.kind for one in (before, after) if one for f in one.figures}
    for kind in sorted(kinds, key=HARM.rank):
        was, now = before.figure(kind) if before else None, after.figure(kind) if after else None
        if what := _what(was, now):
            yield Change(what, ids[0], ids[1], (was, now))


def _what(was: Figure | None, now: Figure | None) -> str:
    if was is None or now is None:
        return "new" if now else "retracted"
    if _size(was) == _size(now):
        return ""
    return "raised" if _size(now) > _size(was) else "lowered"


def _size(figure: Figure) -> tuple[int, int, float]:
    return (figure.best, figure.low, float("inf") if figure.high is None else figure.high)


def _refs(counted: IncidentCount) -> frozenset[str]:
    return frozenset(c.ref for c in counted.incident.claims)
