"""A passage: a stretch of one report. Its quote is cut from the report, so it cannot differ from it."""

from __future__ import annotations

from dataclasses import dataclass, field

from belegt.errors import BelegtError
from belegt.model.parcel import parcelled
from belegt.model.report import Report


@parcelled
@dataclass(frozen=True, slots=True)
class Passage:
    """Code points ``start`` to ``end`` of a report; raises B101 when they do not lie in it."""

    report: Report = field(repr=False)
    start: int
    end: int

    def __post_init__(self) -> None:
        length = len(self.report.text)
        if not 0 <= self.start < self.end <= length:
            raise BelegtError("B101", start=self.start, end=self.end, report=self.report.id, length=length)

    @property
    def quote(self) -> str:
        """The exact words."""
        return self.report.text[self.start : self.end]

    def overlaps(self, other: Passage) -> bool:
        """Whether both share at least one character of the same report."""
        return self.report.id == other.report.id and self.start < other.end and other.start < self.end
