"""A ground: one named, readable reason for or against two mentions being one incident."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import NamedTuple


class Ground(NamedTuple):
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
    return MappingProxyType({name: float(value) for section in _sections().values() for name, value in section.items()})


@cache
def most(section: str) -> float:
    """The most that all grounds of a section together can add to a score."""
    return sum(float(value) for value in _sections()[section].values() if value > 0)


@cache
def best(section: str) -> float:
    """The most that one ground of a section adds."""
    return max(map(float, _sections()[section].values()))


@cache
def _sections() -> dict[str, dict[str, float]]:
    return tomllib.loads(resources.files("belegt.link").joinpath("weights.toml").read_text(encoding="utf-8"))
