"""What a team's desk holds off: other origins and names, frames, looking that changes, the wrong role (T24, T25, T28)."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from belegt.team.door import Team
from belegt.team.roles import ANYONE, ROLES, allows
from belegt.web.desk import Desk
from belegt.web.pages import ROUTES, Route
from belegt.web.pages.team import TEAM_ROUTES
from tests.team.conftest import WORDS
from tests.web.conftest import BASE
from tests.web.test_guard import SENDERS

Browse = Callable[..., Any]
ALL = (*TEAM_ROUTES, *ROUTES)
NAMES = {"reader": "Rami", "reviewer": "Mara", "lead": "Lea", "admin": "Ada"}


def _path(route: Route) -> str:
    return re.sub(r"{\w+(:path)?}", "none", route.path)


def test_what_changes_something_comes_from_a_page_of_the_desk(browse: Browse, team: Team) -> None:
    client = browse("Ada", headers={})
    for path in {_path(route) for route in ALL if route.method != "GET"} - {"/signout"}:
        for sender, let_in in SENDERS:
            answer = client.post(path, headers=sender)
            assert ("B805" not in answer.text) == let_in, (path, sender)


def test_nobody_is_signed_in_from_another_site(browse: Browse, team: Team) -> None:
    client = browse(headers={"sec-fetch-site": "cross-site", "origin": "https://evil.example"})
    answer = client.post("/signin", data={"name": "Mara", "passphrase": WORDS})
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


def test_another_host_name_is_refused_whatever_it_resolves_to(browse: Browse) -> None:
    ada = browse("Ada")
    for host in ["evil.example", "evil.example:8765", "127.0.0.1:1", "127.0.0.1:8765.evil.example", ""]:
        for path in ("/queue", "/signin", "/static/desk.css"):
            assert ada.get(path, headers={"host": host}).status_code == 421


def test_looking_changes_nothing_neither_in_the_record_nor_in_the_accounts(
    browse: Browse, desk: Desk, team: Team
) -> None:
    token = team.accounts.invite("Zoë", "lead", "Ada")
    client = browse("Ada")
    before = desk.record.head(), team.accounts.all(), team.accounts.acts()
    for route in ALL:
        if route.method == "GET":
            path = _path(route).replace("/invitation/none", f"/invitation/{token}")
            assert client.get(path).status_code < 500
    assert (desk.record.head(), team.accounts.all(), team.accounts.acts()) == before
    assert team.accounts.invited(token)


def test_no_other_method_does_what_a_form_does(browse: Browse, desk: Desk, team: Team) -> None:
    client = browse("Ada")
    before = desk.record.head(), team.accounts.all()
    only_posts = {_path(r) for r in ALL if r.method == "POST"} - {_path(r) for r in ALL if r.method == "GET"}
    for method in ("GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"):
        for path in only_posts:
            assert client.request(method, path).status_code in (404, 405), (method, path)
    assert (desk.record.head(), team.accounts.all()) == before


def test_no_answer_may_stand_in_a_frame_or_run_a_script_of_its_own(browse: Browse) -> None:
    ada, guest = browse("Ada"), browse()
    for client in (ada, guest):
        for route in ALL:
            answer = client.request(route.method, _path(route))
            policy = answer.headers["content-security-policy"]
            assert "frame-ancestors 'none'" in policy
            assert "default-src 'none'" in policy
            assert "unsafe" not in policy
            assert answer.headers["x-frame-options"] == "DENY"
            if "text/html" in answer.headers.get("content-type", ""):
                assert "<script>" not in answer.text
                assert " style=" not in answer.text


def test_each_role_is_let_in_where_its_route_says_so_and_nowhere_else(browse: Browse, team: Team) -> None:
    team.accounts.invite("Kept", "admin", "Ada")
    for role in ROLES:
        person = team.sessions.person(team.sessions.open(NAMES[role]))
        for route in ALL:
            if route.path in ("/signout", "/signin"):
                continue
            answer = browse(NAMES[role]).request(route.method, _path(route))
            refused = answer.status_code == 403 and "B820" in answer.text
            assert refused != allows(route.role, person), (role, route, answer.status_code)
            assert answer.status_code < 500, route


def test_without_a_session_only_what_is_open_to_anyone_is_answered(browse: Browse) -> None:
    for route in ALL:
        answer = browse().request(route.method, _path(route))
        to_sign_in = answer.headers.get("location", "").startswith("/signin")
        assert (answer.status_code == 401 or to_sign_in) == (route.role != ANYONE), route


def test_no_way_round_leads_past_the_door(browse: Browse) -> None:
    client = browse()
    for path in (
        "/static/../queue.json",
        "/static/%2e%2e/queue.json",
        "/invitation/../people",
        "//queue.json",
        "/signin/../people",
    ):
        answer = client.request("GET", BASE + path)
        assert answer.status_code in (303, 401, 403, 404)
    assert "queue" not in answer.text or "B8" in answer.text


def test_a_hostile_name_is_shown_and_not_run(browse: Browse, team: Team) -> None:
    name = "<script>window.ran=1</script>\"'><img src=x>"
    ada = browse("Ada")
    page = ada.post("/people", data={"name": name, "role": "reviewer"}).text
    assert "<script>window" not in page
    assert "<img src=x" not in page
    assert "&lt;script&gt;" in page
    back = browse().post("/signin", data={"name": name, "passphrase": name, "to": name}).text
    assert "<script>window" not in back


def test_secrets_stand_in_no_page_and_in_no_answer_to_a_reader(browse: Browse, team: Team) -> None:
    team.accounts.set_secret("Mara", "A" * 32)
    kept = [one.passphrase for one in team.accounts.all()]
    for path in ("/people", "/account", "/history", "/history.json", "/openapi.json"):
        text = browse("Ada").get(path).text
        assert "A" * 32 not in text
        assert not any(one in text for one in kept)
