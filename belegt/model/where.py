"""A place: the words, its usual name, and a position only where the gazetteer knows one (R17)."""

from __future__ import annotations

from dataclasses import dataclass

from belegt.model.parcel import parcelled


@parcelled
@dataclass(frozen=True, slots=True)
class Where:
    """``text`` as written; ``place`` the usual name; WGS 84 degrees or None; ``within`` the larger places, nearest first."""

    text: str = ""
    place: str = ""
    lat: float | None = None
    lon: float | None = None
    precision: str = "unknown"
    within: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, object]:
        """The form of the contract."""
        return {"text": self.text, "place": self.place}


UNKNOWN_PLACE = Where()
