"""Whom it struck: fighters alone against civilians alone are two events, or two sides of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from belegt.link.compare.ground import Ground
from belegt.terms import load

if TYPE_CHECKING:
    from belegt.link.mention import Mention

VICTIMS = load("victims")
TELLING = frozenset(("medic", "aid_worker", "journalist", "patient", "student", "police", "prisoner", "official", "foreigner"))


def compare_group(a: Mention, b: Mention) -> Ground | None:
    """A telling group that both name, or fighters against civilians."""
    if shared := a.groups & b.groups & TELLING:
        return Ground("same_group", f"both {VICTIMS[min(shared)].label('en')}")
    if {_civilian(a.groups), _civilian(b.groups)} == {True, False}:
        return Ground("rival_group", "fighters against civilians")
    return None


def _civilian(groups: frozenset[str]) -> bool | None:
    """True where only civilian groups are named, False where none is, None where it is open."""
    said = {VICTIMS[g].fields.get("civilian") for g in groups}
    return True if said == {True} else False if said == {False} else None
