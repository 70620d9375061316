"""A team in a file of its own, with a clock that the test turns, and hashes that cost little."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from belegt.team.door import Team
from belegt.team.roles import ADMIN

WORDS = "seven clouds over an empty harbour"


@dataclass
class Clock:
    """Seconds since 1970, moved by hand."""

    now: float = 1_480_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hashes that take no time."""
    for name, value in (("MEMORY", 64), ("PASSES", 1), ("LANES", 1)):
        monkeypatch.setattr(f"belegt.settings.ACCOUNT_{name}", value)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def team(tmp_path: Path, clock: Clock) -> Iterator[Team]:
    """A team with one admin, Ada."""
    with closing(Team(tmp_path / "demo.belegt.team", clock)) as team:
        team.accounts.accept(team.accounts.invite("Ada", ADMIN, "Ada"), WORDS)
        yield team
