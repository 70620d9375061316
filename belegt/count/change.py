"""What changed between two states of a record, incident by incident: new, raised, lowered, retracted, merged, split (R12, R35).

Invariant: incidents are the same as far as they share claims; a change of a figure names both figures.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

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


def changes(
    before: Sequence[IncidentCount], after: Sequence[IncidentCount], moved: Mapping[str, str] = MappingProxyType({})
) -> tuple[Change, ...]:
    """Every change, those of today's incidents in their order, then what is retracted.

    ``moved`` gives, for claims that another reading replaced, the claim that quotes their words now.
    """
    earlier, later = _holders(before, moved), _holders(after)
    found: list[Change] = []
    for at, counted in enumerate(after):
        kin = _met(counted, earlier)
        parts = [j for i in kin for j in _met(before[i], later, moved)]
        if len(kin) > 1:
            found.append(Change("merged", tuple(before[i].incident.id for i in kin), (after[at].incident.id,)))
        elif len(set(parts)) > 1:
            if at == min(parts):
                ids = tuple(after[j].incident.id for j in dict.fromkeys(parts))
                found.append(Change("split", (before[kin[0]].incident.id,), ids))
        else:
            found += _figures(before[kin[0]] if kin else None, after[at])
    gone = [one for one in before if not _met(one, later, moved)]
    return (*found, *(change for one in gone for change in _figures(one, None)))


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


def _holders(counted: Sequence[IncidentCount], moved: Mapping[str, str] = MappingProxyType({})) -> Mapping[str, Sequence[int]]:
    """For each claim the incidents that hold it, by their place among these."""
    found: dict[str, list[int]] = {}
    for at, one in enumerate(counted):
        for claim in one.incident.claims:
            found.setdefault(moved.get(claim.ref, claim.ref), []).append(at)
    return found


def _met(
    counted: IncidentCount, holders: Mapping[str, Sequence[int]], moved: Mapping[str, str] = MappingProxyType({})
) -> list[int]:
    """Those that share a claim with an incident, in their order."""
    refs = (moved.get(claim.ref, claim.ref) for claim in counted.incident.claims)
    return sorted({at for ref in refs for at in holders.get(ref, ())})
