"""The desk of a team in a real browser: from an invitation to a settled disagreement; axe, narrow screens, payloads, frames."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from belegt.errors import BelegtError
from belegt.team.door import Team
from belegt.web.app import application
from belegt.web.desk import Desk
from belegt.web.team.guard import TeamGuard
from belegt.web.team.public import public
from tests.team.conftest import WORDS, cheap
from tests.web.browser.test_payloads import PAYLOADS

__all__ = ["cheap"]
NAMES = {"Ada": "admin", "Lea": "lead", "Mara": "reviewer", "Noor": "reviewer"}


@dataclass(frozen=True)
class Office:
    """A team's desk on a port of its own."""

    base: str
    desk: Desk
    team: Team


@pytest.fixture
def office(desk: Desk, tmp_path: Path) -> Iterator[Office]:
    import uvicorn

    with closing(Team(tmp_path / "office.team")) as team:
        for name, role in NAMES.items():
            team.accounts.accept(team.accounts.invite(name, role, "Ada"), WORDS)
        config = uvicorn.Config(app="", host="127.0.0.1", port=0, log_level="error", lifespan="off")
        socket = config.bind_socket()
        socket.listen()
        opened = public("", "127.0.0.1", socket.getsockname()[1])
        config.app = TeamGuard(application(desk, team, opened), team, opened)
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [socket]}, daemon=True)
        thread.start()
        yield Office(opened.origin, desk, team)
        server.should_exit = True
        thread.join(10)
        socket.close()


@pytest.fixture
def visit(browser: Any, office: Office) -> Iterator[Callable[..., Any]]:
    """``visit("Mara", "/queue")`` is a tab in which Mara is signed in; what asks elsewhere or logs an error fails the test."""
    contexts, wrong = [], []

    def opened(name: str = "", path: str = "/", *, lang: str = "en", theme: str = "light", width: int = 1280) -> Any:
        context = browser.new_context(viewport={"width": width, "height": 900}, locale=lang)
        contexts.append(context)
        context.set_default_timeout(60_000)
        page = context.new_page()
        page.on("request", lambda r: r.url.startswith((office.base, "data:", "blob:")) or wrong.append(r.url))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        cookies = {"lang": lang, "theme": theme}
        if name:
            cookies[f"belegt-team-{office.base.rpartition(':')[2]}"] = office.team.sessions.open(name)
        context.add_cookies([{"name": n, "value": v, "url": office.base} for n, v in cookies.items()])
        page.goto(office.base + path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not wrong


def test_from_an_invitation_to_a_disagreement_that_a_lead_settles(visit: Callable[..., Any], office: Office) -> None:
    ada = visit("Ada", "/people")
    ada.fill("form.filter input[name=name]", "Zoë")
    ada.click("form.filter button.primary")
    link = ada.inner_text("#invitation")
    zoe = visit("", link.removeprefix(office.base))
    zoe.fill("input[name=passphrase]", WORDS)
    zoe.click("button.primary")
    assert "Zoë" in zoe.inner_text("header.top")
    lea = visit("Lea", "/queue")
    ref = lea.input_value("input[name=claim]")
    lea.click("form[action='/second'] button")
    zoe.goto(f"{office.base}/queue?at={quote(ref, safe='')}")
    assert "second reading" in zoe.inner_text(".why")
    zoe.keyboard.press("r")
    zoe.wait_for_function("ref => document.querySelector('input[name=claim]').value !== ref", arg=ref)
    noor = visit("Noor", f"/queue?at={quote(ref, safe='')}")
    assert "Zoë" not in noor.inner_text("body")
    noor.keyboard.press("a")
    noor.wait_for_function("ref => document.querySelector('input[name=claim]').value !== ref", arg=ref)
    lea.goto(office.base + "/queue")
    assert lea.input_value("input[name=claim]") == ref
    assert "two readers disagree" in lea.inner_text(".why")
    lea.keyboard.press("a")
    lea.wait_for_function("ref => document.querySelector('input[name=claim]').value !== ref", arg=ref)
    assert [(d.author, d.act) for d in office.desk.record.decisions()] == [
        ("Lea", "second"), ("Zoë", "reject"), ("Noor", "accept"), ("Lea", "accept")
    ]  # fmt: skip
    zoe.click("form.person button")
    zoe.goto(office.base + "/queue")
    assert zoe.url.startswith(office.base + "/signin")
    zoe.fill("input[name=name]", "zoë")
    zoe.fill("input[name=passphrase]", WORDS)
    zoe.keyboard.press("Enter")
    zoe.wait_for_url(office.base + "/queue")


@pytest.mark.parametrize("lang", ["de", "en", "ar"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_serious_and_no_page_is_wider_than_a_telephone(
    visit: Callable[..., Any], office: Office, lang: str, theme: str
) -> None:
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed"
    ).Axe()
    refs = [claim.ref for claim in office.desk.record.claims()][:3]
    office.desk.signed("Lea", True).decide("second", refs)
    for name, act in (("Mara", "accept"), ("Noor", "reject")):
        for ref in refs:
            office.desk.signed(name, False).decide(act, (ref,))
    token = office.team.accounts.invite("Zoë", "reader", "Ada")
    found = []
    guest, ada = visit("", "/signin", lang=lang, theme=theme), visit("Ada", "/account", lang=lang, theme=theme)
    for page, path in (
        (guest, "/signin"),
        (guest, f"/invitation/{token}"),
        (ada, "/account"),
        (ada, "/people"),
        (ada, "/agreement"),
        (ada, f"/queue?at={quote(refs[0], safe='')}"),
    ):
        page.goto(office.base + path)
        for violation in axe.run(page).response["violations"]:
            if violation["impact"] in ("serious", "critical"):
                found.append((path, violation["id"], violation["nodes"][0]["html"][:120]))
        page.set_viewport_size({"width": 360, "height": 800})
        if page.evaluate("document.documentElement.scrollWidth") > 360:
            found.append((path, "wide", ""))
        page.set_viewport_size({"width": 1280, "height": 900})
    assert not found


def test_no_payload_in_a_name_or_a_field_of_a_form_is_run(visit: Callable[..., Any], office: Office) -> None:
    for payload in PAYLOADS:
        try:
            office.team.accounts.invite(payload, "reviewer", payload)
        except BelegtError:  # longer than a name may be, or with marks that cannot be seen
            continue
    assert len(office.team.accounts.all()) > 100
    ada = visit("Ada", "/people")
    ada.add_init_script(
        "window.addEventListener('securitypolicyviolation', e => { window.ran = e.violatedDirective; })"
    )
    ref = office.desk.record.claims()[0].ref
    office.desk.signed("Lea", True).decide("second", (ref,))
    for payload in PAYLOADS[:2]:
        office.desk.signed(payload, False).decide(
            "accept" if payload == PAYLOADS[0] else "reject", (ref,), reason=payload
        )
    for path in ("/people", "/agreement", "/history", f"/queue?at={quote(ref, safe='')}"):
        ada.goto(office.base + path)
        assert ada.evaluate("window.ran === undefined"), path
    guest = visit("", "/signin")
    guest.add_init_script(
        "window.addEventListener('securitypolicyviolation', e => { window.ran = e.violatedDirective; })"
    )
    for payload in PAYLOADS[::12]:
        guest.goto(f"{office.base}/signin?to={quote(payload, safe='')}")
        guest.fill("input[name=name]", payload)
        guest.fill("input[name=passphrase]", "wrong wrong wrong")
        guest.click("button.primary")
        assert guest.evaluate("window.ran === undefined"), payload


def test_no_other_page_holds_the_desk_in_a_frame_or_sends_its_forms(browser: Any, office: Office) -> None:
    context = browser.new_context()
    port = office.base.rpartition(":")[2]
    session = office.team.sessions.open("Ada")
    context.add_cookies([{"name": f"belegt-team-{port}", "value": session, "url": office.base, "sameSite": "Lax"}])
    page = context.new_page()
    before = office.desk.record.head(), office.team.accounts.all()
    page.route("http://evil.example/*", lambda route: route.fulfill(content_type="text/html", body="<p>evil</p>"))
    page.goto("http://evil.example/")
    page.evaluate(f"document.body.innerHTML = '<iframe src=\"{office.base}/people\"></iframe>'")
    page.wait_for_timeout(500)
    assert all("Ada" not in (frame.content() if frame.url.startswith("http") else "") for frame in page.frames[1:])
    for path in ("/people", "/people/role", "/undo", "/second", "/signout", "/signin", "/queue", "/add"):
        page.goto("http://evil.example/")
        page.evaluate(
            f'document.body.innerHTML = \'<form method=post action="{office.base}{path}">'
            "<input name=name value=Eve><input name=role value=admin></form>'; document.forms[0].submit()"
        )
        page.wait_for_url(office.base + path)
        assert "B805" in page.inner_text("body"), path
    assert (office.desk.record.head(), office.team.accounts.all()) == before
    assert office.team.sessions.person(session)
    context.close()
