"""A route: an address, what answers it, whether it answers in JSON, and whom it is open to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Route:
    """``path`` as Starlette matches it; ``role`` is the least that may use it, and "" answers 403 to all (T25).

    ``summary`` describes a twin in the OpenAPI document.
    """

    path: str
    endpoint: Callable[..., Any]
    method: str = "GET"
    json: bool = False
    summary: str = ""
    role: str = ""


def twins(
    path: str, page: Callable[..., Any], data: Callable[..., Any], summary: str, role: str = ""
) -> tuple[Route, Route]:
    """A page and its twin in JSON, the twin first: an id may hold any letter."""
    return Route(f"{path}.json", data, json=True, summary=summary, role=role), Route(path, page, role=role)
