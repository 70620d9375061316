"""Who may use what: every route against every role, from the routes themselves (T20, T25)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from fastapi.testclient import TestClient

from belegt.team.roles import ANYONE, READER, ROLES, Person, allows
from belegt.web.app import application
from belegt.web.desk import Desk
from belegt.web.pages import ROUTES, Route
from tests.web.conftest import BASE

WHO = (None, *ROLES)


@contextmanager
def _as(desk: Desk, role: str | None) -> Iterator[Any]:
    """The desk behind a guard that lets a person of this role in, or somebody who is not signed in."""
    app = application(desk)

    async def guard(scope: Any, receive: Any, send: Any) -> None:
        scope["person"] = Person("Mara", role) if role else None
        await app(scope, receive, send)

    with TestClient(guard, base_url=BASE, follow_redirects=False, raise_server_exceptions=False) as client:
        yield client


def _ask(client: Any, route: Route) -> Any:
    path = re.sub(r"{\w+(:path)?}", "none", route.path)
    return client.request(route.method, path)


def test_every_route_names_a_role() -> None:
    assert {route.role for route in ROUTES} <= {ANYONE, *ROLES}


def test_what_names_no_role_is_open_to_nobody(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("belegt.web.app.ROUTES", (Route("/bare", lambda: "x"),))
    for role in WHO:
        with _as(desk, role) as client:
            assert client.get("/bare").status_code == (403 if role else 401)


@pytest.mark.parametrize("role", WHO)
def test_each_role_is_let_in_where_its_route_says_so_and_nowhere_else(desk: Desk, role: str | None) -> None:
    person = Person("Mara", role) if role else None
    with _as(desk, role) as client:
        for route in ROUTES:
            answer = _ask(client, route)
            refused = answer.status_code in (401, 403) and ("B820" in answer.text or "B821" in answer.text)
            assert refused != allows(route.role, person), (route, answer.status_code)
            assert answer.status_code != 500, route


def test_nothing_that_writes_is_open_to_readers(desk: Desk) -> None:
    own = {"/settings", "/signin", "/signout", "/account/passphrase", "/account/code", "/invitation/{token}"}
    for route in ROUTES:
        if route.method != "GET" and route.path not in own:
            assert not allows(route.role, Person("Noor", READER)), route


def test_what_the_twins_hold_is_described_to_who_may_see_them(desk: Desk) -> None:
    for role in WHO:
        with _as(desk, role) as client:
            assert client.get("/openapi.json").status_code == (200 if role else 401)


def test_a_decision_is_signed_by_who_makes_it(desk: Desk) -> None:
    with _as(desk, "reviewer") as client:
        ref = client.get("/queue.json").json()["queue"][0]["ref"]
        client.post("/queue", data={"claim": ref, "act": "accept", "seen": desk.record.head().seq})
    assert desk.record.decisions()[-1].author == "Mara"
