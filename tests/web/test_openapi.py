"""Every twin asked with whatever its description allows, and with what it does not: no 5xx, and no answer that is not described (T26)."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from belegt.team.roles import ADMIN, Person
from belegt.web.app import application
from belegt.web.desk import Desk

schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed")
EXAMPLES = 10
"""Requests of each kind for each twin; more by hand: raise it and run this file."""


@pytest.fixture
def operations(desk: Desk) -> list[Any]:
    """The twins, as schemathesis reads their description from the application."""
    inner = application(desk)

    async def app(scope: Any, receive: Any, send: Any) -> None:
        scope["person"] = Person("", ADMIN)
        await inner(scope, receive, send)

    found = [one.ok() for one in schemathesis.openapi.from_asgi("/openapi.json", app).get_all_operations()]
    assert len(found) > 12
    return found


@pytest.mark.parametrize("mode", ["positive", "negative"])
def test_no_request_breaks_a_twin_and_every_answer_is_described(operations: list[Any], desk: Desk, mode: str) -> None:
    from schemathesis import GenerationMode
    from schemathesis.checks import CHECKS

    allowed = [CHECKS.get_one("positive_data_acceptance")]  # which words a filter takes is not in the description

    before = desk.record.head()
    for operation in operations:

        @given(case=operation.as_strategy(generation_mode=GenerationMode(mode)))
        @settings(
            max_examples=EXAMPLES,
            deadline=None,
            derandomize=True,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        def ask(case: Any) -> None:
            case.call_and_validate(excluded_checks=allowed)

        ask()
    assert desk.record.head() == before
