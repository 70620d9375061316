"""What was struck: hospital, school, market, bakery, bus; told from the words of the sentence in German and English."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from belegt.link.compare.ground import Ground
from belegt.link.compare.names import plain

if TYPE_CHECKING:
    from belegt.link.mention import Mention


def compare_target(a: Mention, b: Mention) -> Ground | None:
    """Both name the same kind of place struck, or each another."""
    if not a.targets or not b.targets:
        return None
    if shared := a.targets & b.targets:
        return Ground("same_target", f"both a {min(shared)}")
    return Ground("rival_target", f"{min(a.targets)} against {min(b.targets)}")


@lru_cache(maxsize=4096)
def targets(text: str) -> frozenset[str]:
    """The kinds of places named in a text."""
    spoken = plain(text)
    return frozenset(kind for kind, pattern in _patterns().items() if pattern.search(spoken))


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    raw = resources.files("belegt.link.compare").joinpath("targets.toml").read_text(encoding="utf-8")
    stems: dict[str, list[str]] = tomllib.loads(raw)
    return {kind: re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\w{0,4}\b") for kind, words in stems.items()}
