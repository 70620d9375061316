"""Decisions: one act of one person, with time and reason; they outrank machine results and survive re-reading."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

from belegt.model.ids import content_id

ACTS = ("accept", "reject", "correct", "same", "different", "grade", "propose", "second", "hide", "note", "undo")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """``act`` on ``targets`` (claim refs, incident ids or decision ids) by ``author`` at ``at`` (UTC), with its reason.

    ``made_on`` are the targets as they were written, where a later reading has given the same words other refs; else empty.
    """

    act: str
    targets: tuple[str, ...]
    author: str
    at: datetime
    reason: str = ""
    value: str = ""
    made_on: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Derived from all of it: the same act of the same person at the same moment is one decision."""
        return _id(self)


@lru_cache(maxsize=100_000)
def _id(decision: Decision) -> str:
    at = decision.at.astimezone(UTC).isoformat()
    return content_id(
        "d", decision.act, decision.made_on or decision.targets, decision.author, at, decision.reason, decision.value
    )
