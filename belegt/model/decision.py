"""Decisions: one act of one person, with time and reason; they outrank machine results and survive re-reading."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

ACTS = ("accept", "reject", "correct", "same", "different", "grade", "hide", "undo")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """``act`` on ``targets`` (claim refs, incident ids or decision ids) by ``author`` at ``at`` (UTC), with its reason."""

    act: str
    targets: tuple[str, ...]
    author: str
    at: datetime
    reason: str = ""
    value: str = ""
