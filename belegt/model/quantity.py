"""A count with its bounds, never collapsed (R5)."""

from __future__ import annotations

from dataclasses import dataclass

from belegt.errors import BelegtError
from belegt.model.parcel import parcelled
from belegt.terms import load

QUALIFIERS = load("qualifier")


@parcelled
@dataclass(frozen=True, slots=True)
class Quantity:
    """``low`` and ``high`` in persons, None where the text sets no bound; ``text`` the words that say it."""

    text: str
    low: int | None
    high: int | None
    qualifier: str = "exact"

    def __post_init__(self) -> None:
        QUALIFIERS.require(self.qualifier)
        if self.low is not None and self.high is not None and self.low > self.high:
            raise BelegtError("B104", low=self.low, high=self.high)

    @property
    def stated(self) -> bool:
        """False for a bare plural ("civilians were killed")."""
        return self.qualifier != "unstated"

    def admits(self, other: Quantity) -> bool:
        """Whether some one number satisfies both counts."""
        low = max(self.low or 0, other.low or 0)
        highs = [h for h in (self.high, other.high) if h is not None]
        return not highs or low <= min(highs)

    @property
    def point(self) -> int:
        """The number that it turns on: the lower bound, or the upper one where there is no other."""
        return self.low if self.low is not None else self.high or 0

    def retells(self, other: Quantity) -> bool:
        """Whether it can be a rounded telling of ``other``: "more than 140" of 141, "about 250" of 243."""
        distance = other.point - self.point
        if self.qualifier == "more_than":
            return 0 < distance <= grain(self.point)
        return self.qualifier == "about" and abs(distance) <= grain(self.point)

    def as_dict(self) -> dict[str, object]:
        """The form of the contract."""
        return {"text": self.text, "low": self.low, "high": self.high, "qualifier": self.qualifier}


def grain(number: int) -> int:
    """How coarse a round number is: the power of ten that it ends in, at most a tenth of it, at least 1."""
    power = 1
    while number and number % (power * 10) == 0:
        power *= 10
    return max(1, min(power, number // 10))
