"""What intake gives back: a report with its evidentiary copy, or a refusal that says why."""

from __future__ import annotations

from dataclasses import dataclass, field

from belegt.errors import BelegtError
from belegt.model import Report


@dataclass(frozen=True, slots=True)
class Received:
    """A report, the bytes it was read from (the whole file, or its line in a feed) and where they lay ("feed.jsonl:3")."""

    report: Report
    raw: bytes = field(repr=False)
    origin: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """Input that is no report; ``error.where`` names the file or the line."""

    error: BelegtError
