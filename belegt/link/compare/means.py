"""By what means: the same, kindred ones that reports confuse, or rival ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from belegt.link.compare.ground import Ground
from belegt.terms import load

if TYPE_CHECKING:
    from belegt.link.mention import Mention

MEANS = load("means")
KINDRED = (
    frozenset(("air_strike", "bomb", "rocket", "drone", "artillery")),
    frozenset(("bomb", "suicide_bomb", "vehicle", "mine")),
    frozenset(("shooting", "execution", "artillery", "stabbing")),
    frozenset(("chemical", "bomb", "rocket", "artillery", "air_strike")),
    frozenset(("starvation", "illness")),
    frozenset(("collapse", "natural", "fire", "air_strike", "bomb")),
)


def compare_means(a: Mention, b: Mention) -> Ground | None:
    """None when one of them does not say."""
    if not a.means or not b.means:
        return None
    if shared := a.means & b.means:
        return Ground("same_means", f"both {MEANS[min(shared, key=MEANS.rank)].label('en')}")
    if any(a.means & kin and b.means & kin for kin in KINDRED):
        return Ground("kindred_means", "kindred means")
    return Ground("rival_means", "rival means")
