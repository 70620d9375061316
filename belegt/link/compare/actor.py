"""Who is said to have done it: the same actor under several names, a state against an armed group."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from belegt.link.compare.ground import Ground
from belegt.link.compare.names import plain, skeleton

if TYPE_CHECKING:
    from belegt.link.mention import Mention


def compare_actor(a: Mention, b: Mention) -> Ground | None:
    """The same actor, or a state on one side and an armed group on the other."""
    if not a.actors or not b.actors:
        return None
    if a.actors & b.actors:
        return Ground("same_actor", "same alleged actor")
    if _sides(a.actors) and _sides(b.actors) and not _sides(a.actors) & _sides(b.actors):
        return Ground("rival_actor", "rival alleged actors")
    return None


def actors(name: str) -> frozenset[str]:
    """The actors that an expression names, those of the list by their key and any other by its skeleton."""
    text = plain(name)
    known = frozenset(key for key, pattern in _patterns().items() if pattern.search(text))
    return known or frozenset(filter(None, (skeleton(name),)))


def _sides(found: frozenset[str]) -> frozenset[str]:
    return frozenset(side for key in found if (side := key.partition(":")[0]) in ("state", "group"))


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    raw = resources.files("belegt.link.compare").joinpath("actors.toml").read_text(encoding="utf-8")
    sides: dict[str, dict[str, list[str]]] = tomllib.loads(raw)
    return {
        f"{side}:{key}": re.compile(r"\b(?:" + "|".join(stems) + r")\w{0,4}\b")
        for side, known in sides.items()
        for key, stems in known.items()
    }
