"""What orders a claim in the queue by itself: how doubtful its fields make it, how grave it is, and when it was published.

Invariant: derived from the reading as the log holds it, so that a queue can be ordered before any claim is made of it.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

from belegt.terms import load

WIDE_DAYS = 7


class Signs(NamedTuple):
    """``doubts`` are keys of phrases, those that linking tells not among them; ``published`` is a day by its ordinal, 0 for none."""

    harm: float
    published: int
    doubts: tuple[str, ...]


def signs(state: Mapping[str, Any], published: int) -> Signs:
    """The signs of a claim as the log holds it."""
    return Signs(_harm(state), published, tuple(_doubts(state)))


def weights() -> Any:
    """How much each doubt, each kind of harm and each day weighs."""
    return _data()


def _doubts(state: Mapping[str, Any]) -> Iterator[str]:
    if state["stance"] in ("denied", "disputed"):
        yield state["stance"]
    if not _of_harm(state):
        return
    if state["count"]["qualifier"] in ("unstated", "vague"):
        yield state["count"]["qualifier"]
    first, last = state["when"]["from"], state["when"]["to"]
    if first is None and last is None:
        yield "no_date"
    elif not (first and last) or (date.fromisoformat(last) - date.fromisoformat(first)).days > WIDE_DAYS:
        yield "wide_date"
    if not state["where"]["place"]:
        yield "no_place"
    if not state["source"]:
        yield "no_source"
    if state["scope"] == "total":
        yield "total"
    if set(state["who"]) == {"person"}:
        yield "civilian"


def _harm(state: Mapping[str, Any]) -> float:
    gravity = _data()["gravity"]
    if not _of_harm(state):
        return float(gravity["other"])
    low, high = state["count"]["low"], state["count"]["high"]
    point = low if low is not None else high or 0
    return float(gravity[state["kind"]]) * math.log2(2 + point)


def _of_harm(state: Mapping[str, Any]) -> bool:
    return state["kind"] in load("harm")


@cache
def _data() -> Any:
    return tomllib.loads((resources.files("belegt.web") / "doubt.toml").read_text(encoding="utf-8"))
