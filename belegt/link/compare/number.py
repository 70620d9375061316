"""How many: counts that can be one number, that retell one another rounded, or that are rivals.

Invariant: a rival count alone never parts two mentions: outlets differ about one event by a factor of three.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from belegt.link.compare.ground import Ground
from belegt.model import Quantity
from belegt.terms import load

if TYPE_CHECKING:
    from belegt.link.mention import Mention

HARM = load("harm")
MANY = 10
SOME = 3
NEAR = 0.6
RIVAL = 0.3


def compare_number(a: Mention, b: Mention) -> tuple[Ground, ...]:
    """For each kind of harm that both count, the best ground that any pair of counts gives.

    Within one report a smaller number may be some of a larger one: how it is told speaks against it, not its size.
    """
    kinds = a.kinds & b.kinds
    ordered = sorted(kinds, key=HARM.rank) if len(kinds) > 1 else kinds
    grounds = [g for kind in ordered if (g := _great(kind, a, b) or _kind(kind, a, b))]
    return tuple(grounds) if a.report.id != b.report.id else tuple(g for g in grounds if g.weight > 0)


def _great(kind: str, a: Mention, b: Mention) -> Ground | None:
    """A great number that both tell, be it part of another: the 58 civilians of 82 are the 58 of an earlier toll."""
    same = [number for k, number in a.numbers & b.numbers if k == kind]
    return Ground("same_number", f"both {max(same)} {HARM[kind].label('en')}") if same else None


def _kind(kind: str, a: Mention, b: Mention) -> Ground | None:
    pairs = [(p, q) for k, p in a.counts if k == kind for m, q in b.counts if m == kind]
    grounds = [g for p, q in pairs if (g := ground(kind, p, q))]
    if len(grounds) < 2:
        return grounds[0] if grounds else None
    return max(grounds, key=lambda g: (g.weight, g.words))


def ground(kind: str, a: Quantity, b: Quantity) -> Ground | None:
    """The ground that two counts of a kind give; a bare plural gives none."""
    if not a.stated or not b.stated:
        return None
    harm = HARM[kind].label("en")
    first, second = a.point, b.point
    if 0 in (first, second) and first != second:
        return Ground("zero_number", f"{a.text or first} against {b.text or second} {harm}")
    if first == second and "vague" not in (a.qualifier, b.qualifier):
        name = "same_number" if first >= MANY else "same_small_number" if first >= SOME else "same_one"
        return Ground(name, f"both {first} {harm}")
    words = f"{first} against {second} {harm}"
    if a.retells(b) or b.retells(a) or ("vague" in (a.qualifier, b.qualifier) and a.admits(b)):
        return Ground("one_number", f"{a.text or first} and {b.text or second} {harm} can be one")
    if any(p.qualifier == "vague" and q.qualifier != "vague" and (p.low or 0) <= q.point for p, q in ((a, b), (b, a))):
        return Ground("near_number", words)
    ratio = min(first, second) / max(first, second, 1)
    return Ground("near_number" if ratio >= NEAR else "rival_number" if ratio >= RIVAL else "far_number", words)
