"""Many reviewers at a real server: each acknowledged save is in the log once, on both stores (T21); bench/desk does it in full size."""

from __future__ import annotations

import importlib.util
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from belegt.record import Record, check, open_record
from belegt.team.door import Team
from belegt.web.app import application
from belegt.web.desk import Desk
from belegt.web.team.guard import TeamGuard
from belegt.web.team.public import public

REVIEWERS, SAVES, CLAIMS = 12, 8, 5


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """bench/load.py"""
    path = Path(__file__).parents[3] / "bench" / "load.py"
    spec = importlib.util.spec_from_file_location("bench_load", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "bench_load", module)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, record: Record) -> Iterator[Record]:
    """The record of this test, in a file and at a server."""
    if request.param == "sqlite":
        yield record
        return
    with open_record(request.getfixturevalue("schema"), create=True) as other:
        for report in record.reports():
            other.add(report, record.evidence(report.sha256), record.claims(report.id), "as it was")
        yield other


@pytest.fixture
def server(store: Record, tmp_path: Path) -> Iterator[tuple[int, str, list[str]]]:
    """Port and cookie of a team's desk, and a session for each reviewer."""
    import uvicorn

    team = Team(tmp_path / "load.team")
    for n in range(REVIEWERS):
        team.accounts.invite(f"reviewer {n}", "reviewer", "Ada")
    config = uvicorn.Config(app="", host="127.0.0.1", port=0, log_level="error", lifespan="off")
    socket = config.bind_socket()
    socket.listen()
    opened = public("", "127.0.0.1", socket.getsockname()[1])
    config.app = TeamGuard(application(Desk(store, "Ada"), team, opened), team, opened)
    running = uvicorn.Server(config)
    thread = threading.Thread(target=running.run, kwargs={"sockets": [socket]}, daemon=True)
    thread.start()
    yield socket.getsockname()[1], opened.cookie, [team.sessions.open(f"reviewer {n}") for n in range(REVIEWERS)]
    running.should_exit = True
    thread.join(10)
    socket.close()
    team.close()


def test_every_acknowledged_save_is_in_the_log_and_none_twice(load: Any, server: Any, store: Record) -> None:
    port, cookie, sessions = server
    refs = [claim.ref for claim in store.claims()][:CLAIMS]
    outcome = load.review(load.Server(port, cookie), sessions, refs, SAVES, 0.01)
    assert outcome.failures == {}
    assert len(outcome.acknowledged) == REVIEWERS * SAVES
    assert load.missing(outcome.acknowledged, [d.reason for d in store.decisions()]) == ([], [])
    seen = [(d.at, d.author) for d in store.decisions()]
    assert len(set(seen)) == len(seen)
    assert check(store.address) == []


def test_the_same_form_sent_twice_is_one_decision(load: Any, server: Any, store: Record) -> None:
    port, cookie, sessions = server
    browser = load.Browser(load.Server(port, cookie), sessions[0])
    ref, seen = store.claims()[0].ref, browser.seen()
    assert [browser.save(ref, "accept", seen, "once") for _ in range(3)] == [303] * 3
    browser.close()
    assert [d.reason for d in store.decisions()] == ["once"]
