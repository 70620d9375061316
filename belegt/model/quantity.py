"""A count with its bounds, never collapsed (R5)."""

from __future__ import annotations

from dataclasses import dataclass

from belegt.errors import BelegtError
from belegt.terms import load

QUALIFIERS = load("qualifier")


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

    def as_dict(self) -> dict[str, object]:
        """The form of the contract."""
        return {"text": self.text, "low": self.low, "high": self.high, "qualifier": self.qualifier}
