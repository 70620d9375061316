"""The score of two mentions being one incident: a sum of grounds, each named, weighted and readable.

Invariant: symmetric, and derived from the two mentions and the rarity of their words and places alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from belegt.link.compare.actor import compare_actor
from belegt.link.compare.ground import Ground, best, most, weights
from belegt.link.compare.group import compare_group
from belegt.link.compare.means import compare_means
from belegt.link.compare.number import compare_number
from belegt.link.compare.place import compare_place
from belegt.link.compare.rarity import Rarity
from belegt.link.compare.target import compare_target
from belegt.link.compare.telling import compare_telling
from belegt.link.compare.time import compare_time
from belegt.link.compare.words import compare_victims, compare_words
from belegt.link.mention import Mention

EXACT = 1e-9
"""By how much sums of weights may differ with the order of adding."""


@dataclass(frozen=True, slots=True)
class Score:
    """The grounds of a pair, those that weigh most in time and place first."""

    grounds: tuple[Ground, ...]

    @property
    def total(self) -> float:
        """The sum of the weights."""
        return sum(g.weight for g in self.grounds)

    @property
    def words(self) -> str:
        """The grounds in words, "but" before those against."""
        speaking = [g for g in self.grounds if g.words]
        for_it = ", ".join(g.words for g in speaking if g.weight >= 0)
        against = ", ".join(g.words for g in speaking if g.weight < 0)
        return f"{for_it}, but {against}" if for_it and against else for_it or against


def reaches(a: Mention, b: Mention, rarity: Rarity, limit: float) -> bool:
    """Whether the score of two mentions reaches a limit; given up as soon as nothing that is left could make it so."""
    if b.key < a.key:
        a, b = b, a
    least = limit - EXACT
    words = 0.0 if a.words.isdisjoint(b.words) else most("words")
    left = most("how") + most("who") + words
    left += most("telling") if a.report.id == b.report.id else 0.0
    left -= 0.0 if a.victims & b.victims else weights()["same_victim"]
    numbers = len(a.kinds & b.kinds) * best("number")
    total = _sum(compare_time(a, b))
    if total + left + numbers + best("place") < least:
        return False
    total += _sum(compare_place(a, b, rarity))
    if total + left + numbers < least:
        return False
    total += sum(g.weight for g in compare_number(a, b))
    if total + left < least:
        return False
    total += sum(g.weight for g in _how(a, b) if g)
    if total + left - most("how") - weights()["same_group"] < least:
        return False
    rest = (compare_victims(a, b), compare_words(a, b, rarity), compare_telling(a, b))
    return total + sum(g.weight for g in rest if g) >= least


def _sum(ground: Ground | None) -> float:
    return ground.weight if ground else 0.0


def score(a: Mention, b: Mention, rarity: Rarity) -> Score:
    """Compare two mentions in every trait; the earlier told comes first in the words."""
    if b.key < a.key:
        a, b = b, a
    grounds = (
        compare_time(a, b),
        compare_place(a, b, rarity),
        *compare_number(a, b),
        *_how(a, b),
        compare_victims(a, b),
        compare_words(a, b, rarity),
        compare_telling(a, b),
    )
    return Score(tuple(g for g in grounds if g))


def _how(a: Mention, b: Mention) -> tuple[Ground | None, ...]:
    return compare_means(a, b), compare_target(a, b), compare_actor(a, b), compare_group(a, b)
