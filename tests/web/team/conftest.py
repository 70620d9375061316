"""The desk of a team: Ada keeps the accounts, others come in as a test needs them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from typing import Any

import pytest
from fastapi.testclient import TestClient

from belegt.team.door import Team
from belegt.web.app import application
from belegt.web.desk import Desk
from belegt.web.team.guard import TeamGuard
from belegt.web.team.public import public
from tests.team.conftest import WORDS, Clock, cheap, clock
from tests.web.conftest import BASE, PORT

__all__ = ["cheap", "clock"]
HEADERS = {"sec-fetch-site": "same-origin", "origin": BASE, "accept-language": "en"}


@pytest.fixture
def team(desk: Desk, clock: Clock) -> Iterator[Team]:
    """Ada, admin; Lea, lead; Mara and Noor, reviewers; Rami, reader."""
    people = (("Ada", "admin"), ("Lea", "lead"), ("Mara", "reviewer"), ("Noor", "reviewer"), ("Rami", "reader"))
    with closing(Team(desk.record.address.path.with_name("demo.belegt.team"), clock)) as team:
        for name, role in people:
            team.accounts.accept(team.accounts.invite(name, role, "Ada"), WORDS)
        yield team


@pytest.fixture
def browse(desk: Desk, team: Team) -> Iterator[Callable[..., Any]]:
    """``browse("Mara")`` is a browser in which Mara is signed in, ``browse()`` one in which nobody is."""
    opened = public("", "127.0.0.1", PORT)
    guard = TeamGuard(application(desk, team, opened), team, opened)
    with ExitStack() as stack:

        def browser(name: str = "", headers: dict[str, str] = HEADERS) -> Any:
            client = stack.enter_context(
                TestClient(guard, base_url=BASE, headers=headers, follow_redirects=False, raise_server_exceptions=False)
            )
            if name:
                client.cookies.set(opened.cookie, team.sessions.open(name), domain="127.0.0.1")
            return client

        yield browser
