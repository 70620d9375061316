"""A ground: one named, readable reason for or against two mentions being one incident."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Ground:
    """``name`` has its weight in weights.toml; ``share`` scales it; ``words`` say it to a person."""

    name: str
    words: str
    share: float = 1.0

    @property
    def weight(self) -> float:
        """What it adds to the score."""
        return weights()[self.name] * self.share


@cache
def weights() -> Mapping[str, float]:
    """The weights of all grounds, and the thresholds."""
    raw = resources.files("belegt.link").joinpath("weights.toml").read_text(encoding="utf-8")
    sections = tomllib.loads(raw)
    return MappingProxyType({name: float(value) for section in sections.values() for name, value in section.items()})
