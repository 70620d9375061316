"""Signing in through the browser: invitations, sessions and their cookies (T22, T23)."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient

from belegt.errors import BelegtError
from belegt.team.code import code
from belegt.team.door import Team
from belegt.web.app import application
from belegt.web.desk import Desk
from belegt.web.team.guard import TeamGuard
from belegt.web.team.public import public
from tests.team.conftest import WORDS, Clock
from tests.web.conftest import PORT

Browse = Callable[..., Any]


def _sign_in(client: Any, name: str = "Mara", passphrase: str = WORDS, **more: str) -> Any:
    return client.post("/signin", data={"name": name, "passphrase": passphrase, **more})


def test_without_a_session_pages_lead_to_signing_in_and_twins_and_forms_are_refused(browse: Browse) -> None:
    client = browse()
    answer = client.get("/incidents?place=Aleppo")
    assert (answer.status_code, answer.headers["location"]) == (303, "/signin?to=%2Fincidents%3Fplace%3DAleppo")
    for path in ("/queue.json", "/openapi.json", "/reports/none.json"):
        assert client.get(path).status_code == 401
    assert client.post("/queue", data={}).status_code == 401
    assert client.get("/static/desk.css").status_code == 200
    assert "demo.belegt" not in client.get("/signin").text


def test_who_signs_in_goes_on_to_where_they_wanted(browse: Browse) -> None:
    client = browse()
    answer = _sign_in(client, to="/incidents?place=Aleppo")
    assert (answer.status_code, answer.headers["location"]) == (303, "/incidents?place=Aleppo")
    assert client.get("/incidents").status_code == 200
    assert _sign_in(browse(), to="//evil.example").headers["location"] == "/queue"
    assert client.get("/signin?to=/reports").headers["location"] == "/reports"


def test_a_wrong_try_shows_the_form_again_without_the_passphrase(browse: Browse) -> None:
    client = browse()
    answers = [_sign_in(client, passphrase="wrong wrong wrong") for _ in range(6)]
    assert [a.status_code for a in answers] == [403] * 5 + [429]
    assert "B822" in answers[0].text
    assert "wrong wrong wrong" not in answers[0].text
    assert answers[5].headers["retry-after"]
    assert not client.cookies
    unknown = _sign_in(browse(), name="Nobody", passphrase="wrong wrong wrong")
    plain = [re.sub(r"Mara|Nobody", "", a.text) for a in (answers[0], unknown)]
    assert plain[0] == plain[1]


def test_the_session_is_new_at_each_sign_in_and_the_old_one_ends(browse: Browse, team: Team) -> None:
    client = browse("Mara")
    (before,) = client.cookies.values()
    _sign_in(client, name="Noor")
    after = [v for v in client.cookies.values() if v != before]
    assert len(after) == 1
    assert team.sessions.person(before) is None
    assert "Noor" in client.get("/account").text


def test_a_session_that_somebody_else_chose_is_never_taken(browse: Browse, team: Team) -> None:
    client = browse()
    client.cookies.set(f"belegt-team-{PORT}", "chosen-by-somebody-else", domain="127.0.0.1")
    answer = _sign_in(client)
    assert "chosen-by-somebody-else" not in answer.headers["set-cookie"]
    assert team.sessions.person("chosen-by-somebody-else") is None


def test_a_chosen_cookie_beside_the_real_one_does_not_lock_its_owner_out(browse: Browse, team: Team) -> None:
    client, session = browse(), team.sessions.open("Mara")
    cookie = f"belegt-team-{PORT}=planted; belegt-team-{PORT}={session}"
    assert client.get("/queue.json", headers={"cookie": cookie}).status_code == 200


def test_signing_out_ends_the_session_on_the_server(browse: Browse) -> None:
    client = browse("Mara")
    (session,) = client.cookies.values()
    answer = client.post("/signout")
    assert "Max-Age=0" in answer.headers["set-cookie"]
    client.cookies.set(f"belegt-team-{PORT}", session, domain="127.0.0.1")
    assert client.get("/queue.json").status_code == 401


def test_the_session_is_kept_from_scripts_and_over_https_from_all_else(desk: Desk, team: Team) -> None:
    plain = public("", "127.0.0.1", PORT).keep("x")
    assert plain == f"belegt-team-{PORT}=x; Path=/; HttpOnly; SameSite=Lax"
    opened = public("https://desk.example.org", "127.0.0.1", PORT)
    assert opened.keep("x") == "__Host-belegt=x; Path=/; HttpOnly; SameSite=Lax; Secure"
    guard = TeamGuard(application(desk, team, opened), team, opened)
    headers = {"sec-fetch-site": "same-origin", "origin": "https://desk.example.org"}
    with TestClient(guard, base_url="https://desk.example.org", headers=headers, follow_redirects=False) as client:
        answer = _sign_in(client)
        assert answer.headers["set-cookie"].startswith("__Host-belegt=")
        assert answer.headers["strict-transport-security"]
        assert client.get("/queue.json").status_code == 200
        assert client.get("/queue.json", headers={"host": f"127.0.0.1:{PORT}"}).status_code == 421
        assert client.post("/signout", headers={"origin": "http://desk.example.org"}).status_code == 403


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "desk.example.org", ""])
def test_passphrases_never_cross_a_network_in_the_clear(host: str) -> None:
    with pytest.raises(BelegtError) as refused:
        public("", host, PORT)
    assert refused.value.code == "B827"
    for address in ("http://desk.example.org", "desk.example.org", "https://", "https://a/b", "ftp://a", "https://a?b"):
        with pytest.raises(BelegtError) as refused:
            public(address, host, PORT)
        assert refused.value.code == "B808"
    assert public("https://desk.example.org:443", host, PORT).origin == "https://desk.example.org"
    assert public("https://Desk.example.org:8443/", host, PORT).origin == "https://desk.example.org:8443"


def test_an_invitation_is_made_shown_and_followed_once(browse: Browse, team: Team) -> None:
    page = browse("Ada").post("/people", data={"name": "Zoë", "role": "reviewer"}).text
    (link,) = re.findall(r'id="invitation">http://127\.0\.0\.1:\d+(/invitation/[\w-]+)<', page)
    guest = browse()
    for _ in range(2):
        assert "Zoë" in guest.get(link).text
    assert guest.post(link, data={"passphrase": "short"}).status_code == 400
    assert guest.post(link, data={"passphrase": WORDS}).status_code == 303
    assert guest.get("/queue").status_code == 200
    assert browse().get(link).status_code == 403
    assert browse().post(link, data={"passphrase": WORDS}).status_code == 403
    assert link.rpartition("/")[2] not in browse("Ada").get("/people").text


def test_codes_are_set_up_asked_for_and_dropped_in_the_browser(browse: Browse, team: Team, clock: Clock) -> None:
    client = browse("Mara")
    (secret,) = re.findall(r'name="secret" value="(\w+)"', client.get("/account").text)
    assert client.post("/account/code", data={"secret": secret, "code": "000000"}).status_code == 403
    right = code(secret, int(clock.now // 30))
    assert client.post("/account/code", data={"secret": secret, "code": right}).status_code == 303
    assert secret not in client.get("/account").text
    clock.now += 60
    assert _sign_in(browse()).status_code == 403
    assert _sign_in(browse(), code=code(secret, int(clock.now // 30))).status_code == 303
    assert client.post("/account/code", data={"secret": "x", "code": "1"}).status_code == 400
    assert client.post("/account/code", data={"old": WORDS}).status_code == 303
    assert _sign_in(browse()).status_code == 303


def test_another_passphrase_ends_every_other_session(browse: Browse) -> None:
    here, there = browse("Mara"), browse("Mara")
    assert here.post("/account/passphrase", data={"old": "wrong wrong wrong", "new": WORDS + "!"}).status_code == 403
    assert here.post("/account/passphrase", data={"old": WORDS, "new": WORDS + "!"}).status_code == 303
    assert here.get("/queue.json").status_code == 200
    assert there.get("/queue.json").status_code == 401


def test_a_role_or_shutting_holds_at_once(browse: Browse) -> None:
    ada, noor = browse("Ada"), browse("Noor")
    assert ada.post("/people/role", data={"name": "Noor", "role": "reader"}).status_code == 303
    assert noor.get("/queue.json").status_code == 401
    _sign_in(noor, name="Noor")
    assert noor.post("/undo").status_code == 403
    ada.post("/people/shut", data={"name": "Noor", "enabled": "false"})
    assert noor.get("/queue.json").status_code == 401
    assert _sign_in(noor, name="Noor").status_code == 403
    ada.post("/people/shut", data={"name": "Noor", "enabled": "true"})
    assert _sign_in(noor, name="Noor").status_code == 303
    assert ada.post("/people/role", data={"name": "Ada", "role": "lead"}).status_code == 409


@pytest.mark.parametrize("lang", ["de", "en", "ar"])
def test_every_page_of_accounts_is_there_in_every_language(browse: Browse, team: Team, lang: str) -> None:
    token = team.accounts.invite("Zoë", "lead", "Ada")
    ada, guest = browse("Ada"), browse()
    for client, path in ((guest, "/signin"), (guest, f"/invitation/{token}"), (ada, "/account"), (ada, "/people")):
        page = client.get(path, headers={"accept-language": lang})
        assert page.status_code == 200
        assert f'<html lang="{lang}"' in page.text
