"""Assessments: reports that weigh what many sources tell of one incident, so that all they count is of that incident.

Invariant: a report is an assessment by who publishes it or by the form of its text, never by what it counts.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from belegt.model.report import Report


def is_assessment(report: Report) -> bool:
    """Whether its publisher assesses one incident a report, or its text speaks of its sources as assessments do."""
    name = report.source.name.casefold()
    return any(known in name for known in _data()["publishers"]) or _by_form(report.text)


@lru_cache(maxsize=65536)
def _by_form(text: str) -> bool:
    spoken = text.lower()
    if not any(word in spoken for word in _data()["word"]):
        return False
    enough: int = _data()["enough"]
    return sum(pattern.search(spoken) is not None for pattern in _marks()) >= enough


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(resources.files("belegt.model").joinpath("assessment.toml").read_text(encoding="utf-8"))


@cache
def _marks() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile("|".join(patterns)) for patterns in _data()["marks"].values())
