"""The time of a claim: expressions of time, set on the calendar, and which of them governs which claim."""

from belegt.read.time.expressions import TimeMention
from belegt.read.time.governing import Times

__all__ = ["TimeMention", "Times"]
