"""Where it happened: the same place, one inside the other, or another one; a common place says less than a rare one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from belegt.link.compare.ground import Ground
from belegt.link.compare.where import Path, contains, relation

if TYPE_CHECKING:
    from belegt.link.compare.rarity import Rarity
    from belegt.link.mention import Mention

NEAR_KM = 8.0
FAR_KM = 60.0
RARE_NAME = 0.5
PARTS = frozenset(("quarter", "site"))
"""Of a town; a village that has no position may lie in the district of the town that others name."""


def compare_place(a: Mention, b: Mention, rarity: Rarity) -> Ground | None:
    """The strongest ground for one place that any pair of their places gives, else the strongest against."""
    one_voice = a.report.id == b.report.id
    grounds = [g for p in a.paths for q in b.paths if (g := _ground(p, q, rarity) or _apart(p, q, one_voice=one_voice))]
    if not one_voice and (named := _same_name(a, b, rarity)):
        grounds.append(named)
    return max(grounds, key=lambda g: (g.weight, g.words)) if grounds else None


def _same_name(a: Mention, b: Mention, rarity: Rarity) -> Ground | None:
    """A rare name that both say the place by, however it was resolved: "Abu al-Duhur" and "Abu Alduhour"."""
    rarest = max((rarity.word(name) for name in a.places & b.places), default=0.0)
    return Ground("same_name", "a name of the place in common", rarest) if rarest >= RARE_NAME else None


def _ground(a: Path, b: Path, rarity: Rarity) -> Ground | None:
    found = relation(a, b)
    if found == "same":
        return Ground("wide_place", "same region") if a.wide and b.wide else Ground("same_place", "same place", rarity.place(a))
    if found == "inside":
        wide = a.wide or b.wide
        outer = a if contains(a, b) else b
        return Ground("wide_place", "within the same region") if wide else Ground("inside", "one place inside the other", rarity.place(outer))
    return None


def _apart(a: Path, b: Path, *, one_voice: bool) -> Ground | None:
    """Two names in one voice are two places; else one may stand for the other where it is not known where they lie."""
    if relation(a, b) == "unsure":
        return None
    km = a.km(b)
    if km is not None and not (a.wide or b.wide):
        if km <= NEAR_KM:
            return Ground("near", f"{km:.0f} km apart")
        if km > FAR_KM:
            return Ground("far", f"{km:.0f} km apart")
    if a.wide != b.wide:
        return None
    if relation(a, b) == "beside" and (one_voice or (a.precision in PARTS and b.precision in PARTS)):
        return Ground("beside", "another part of the place")
    if km is None and not (one_voice or a.wide or b.wide):
        return Ground("unplaced", "a place of another name")
    return Ground("other_place", "another place")
