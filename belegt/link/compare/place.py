"""Where it happened: the same place, one inside the other, or another one; a common place says less than a rare one."""

from __future__ import annotations

from functools import lru_cache
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
    found = [between for p in a.paths for q in b.paths if (between := _between(p, q, one_voice))]
    grounds = [g._replace(share=rarity.place(named)) if named else g for g, named in found]
    if not one_voice and (named_alike := _same_name(a, b, rarity)):
        grounds.append(named_alike)
    if len(grounds) < 2:
        return grounds[0] if grounds else None
    return max(grounds, key=lambda g: (g.weight, g.words))


def _same_name(a: Mention, b: Mention, rarity: Rarity) -> Ground | None:
    """A rare name that both say the place by, however it was resolved: "Abu al-Duhur" and "Abu Alduhour"."""
    if not (shared := a.places & b.places):
        return None
    rarest = max(rarity.word(name) for name in shared)
    return Ground("same_name", "a name of the place in common", rarest) if rarest >= RARE_NAME else None


@lru_cache(maxsize=1 << 16)
def _between(a: Path, b: Path, one_voice: bool) -> tuple[Ground, Path | None] | None:
    """The ground that two places give, and the place whose rarity scales it."""
    found, wide = relation(a, b), a.wide or b.wide
    if found == "same":
        return (
            (Ground("wide_place", "same region"), None)
            if a.wide and b.wide
            else (Ground("same_place", "same place"), a)
        )
    if found == "inside":
        outer = a if contains(a, b) else b
        return (
            (Ground("wide_place", "within the same region"), None)
            if wide
            else (Ground("inside", "one place inside the other"), outer)
        )
    against = _apart(a, b, one_voice=one_voice)
    return (against, None) if against else None


def _may_surround(round_it: Path, lost: Path) -> bool:
    """Whether a place of which only its name is known may lie in the surroundings that the other names: "near Aleppo"."""
    return round_it.precision == "district" and len(round_it.levels) > 1 and len(lost.levels) == 1


def bears_province(town: Path, place: Path) -> bool:
    """Whether the other place lies in the province that bears the name of a town: "in Idlib" may be said of either."""
    return len(town.levels) > 1 and town.levels[0] == town.levels[1] and contains(Path(town.levels[1:]), place)


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
    if not one_voice and not (a.wide or b.wide) and (bears_province(a, b) or bears_province(b, a)):
        return Ground("same_province", "a town and a place in the province of its name")
    if km is None and not (a.wide or b.wide) and (_may_surround(a, b) or _may_surround(b, a)):
        return None
    if km is None and not (one_voice or a.wide or b.wide):
        return Ground("unplaced", "a place of another name")
    return Ground("other_place", "another place")
