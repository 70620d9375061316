"""Who may talk to the desk (T24, T28), and what every answer carries (T9)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from belegt.web.app import application
from belegt.web.desk import Desk
from belegt.web.guard import Guard
from belegt.web.pages import ROUTES
from tests.web.conftest import BASE, PORT


@pytest.fixture
def stranger(desk: Desk) -> Iterator[tuple[Any, Guard]]:
    """A browser without the address, and the guard it meets."""
    guard = Guard(application(desk), PORT)
    with TestClient(guard, base_url=BASE) as client:
        yield client, guard


def test_without_the_address_no_page_is_answered(stranger: tuple[Any, Guard]) -> None:
    client, _ = stranger
    for path in ("/", "/reports", "/reports.json", "/static/desk.css", "/openapi.json", "/?token=guess"):
        assert client.get(path).status_code == 403
        assert "B804" in client.get(path).text


def test_the_address_opens_the_desk_once_for_one_browser(stranger: tuple[Any, Guard]) -> None:
    client, guard = stranger
    opened = client.get(guard.address, follow_redirects=False)
    assert opened.status_code == 303
    assert "token" not in opened.headers["location"]
    assert "HttpOnly" in opened.headers["set-cookie"]
    assert "SameSite=Strict" in opened.headers["set-cookie"]
    assert client.get("/reports").status_code == 200
    client.cookies.clear()
    assert client.get(guard.address).status_code == 403


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8765", "127.0.0.1", "127.0.0.1:8766", "127.0.0.1:8765.evil.example", ""]
)
def test_another_host_name_is_refused_whatever_it_resolves_to(client: Any, host: str) -> None:
    answer = client.get("/reports", headers={"host": host})
    assert answer.status_code == 421
    assert "B803" in answer.text


UNSAFE = [route.path for route in ROUTES if route.method != "GET"]
SENDERS: list[tuple[dict[str, str], bool]] = [
    ({"sec-fetch-site": "same-origin", "origin": BASE}, True),
    ({"sec-fetch-site": "same-origin"}, True),
    ({"origin": BASE}, True),
    ({"sec-fetch-site": "cross-site", "origin": "https://evil.example"}, False),
    ({"sec-fetch-site": "same-site", "origin": "http://127.0.0.1:9000"}, False),
    ({"sec-fetch-site": "none"}, False),
    ({"sec-fetch-site": "same-origin", "origin": "null"}, False),
    ({"origin": "http://127.0.0.1:8766"}, False),
    ({"origin": "null"}, False),
    ({}, False),
]


@pytest.mark.parametrize("path", UNSAFE)
@pytest.mark.parametrize(("sender", "let_in"), SENDERS)
def test_what_changes_something_comes_from_a_page_of_the_desk(
    client: Any, path: str, sender: dict[str, str], let_in: bool
) -> None:
    for name in ("sec-fetch-site", "origin"):
        client.headers.pop(name, None)
    answer = client.post(path, headers=sender, follow_redirects=False)
    assert (answer.status_code != 403 or "B805" not in answer.text) == let_in


OF_SOMETHING = ("/compare", "/queue/edit", "/queue/words")
"""Pages that are of a claim or an incident, and nowhere without it."""


def test_looking_changes_nothing(client: Any, desk: Desk) -> None:
    before = desk.record.head()
    for route in ROUTES:
        if route.method == "GET" and "{" not in route.path and not route.path.startswith(OF_SOMETHING):
            assert client.get(route.path, follow_redirects=False).status_code in (200, 303)
    assert desk.record.head() == before


def test_every_answer_carries_the_policy(client: Any) -> None:
    for path in ("/reports", "/nothing", "/reports.json", "/static/desk.js", "/reports?kind=nonsense"):
        answer = client.get(path)
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"


def test_no_page_has_script_or_style_within(client: Any) -> None:
    for route in ROUTES:
        if route.method == "GET" and not route.json and "{" not in route.path:
            page = client.get(route.path).text
            assert "<style" not in page
            assert " style=" not in page
            assert "<script>" not in page
            assert "javascript:" not in page.lower().replace("javascript:window.ran=1</bdi>", "")


def test_a_body_beyond_the_limit_is_refused(client: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("belegt.settings.DESK_BODY_BYTES", 1000)
    answer = client.post(
        "/settings", content=b"to=" + b"a" * 5000, headers={"content-type": "application/x-www-form-urlencoded"}
    )
    assert answer.status_code == 413


@pytest.mark.parametrize(
    "to", ["//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "/\nx", ""]
)
def test_the_way_back_leads_nowhere_else(client: Any, to: str) -> None:
    answer = client.post("/settings", data={"to": to, "lang": "de"}, follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"] in ("/queue", "/")
