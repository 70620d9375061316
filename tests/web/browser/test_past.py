"""An earlier day and decisions that no longer fit, in a real browser: what axe says, what stays on the screen, and what the keyboard does."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from belegt.record import Record, open_record
from belegt.web.desk import Desk
from tests.web.test_past import DATED, DAY, EARLY, FIRST, LATER, NEW, SECOND, add
from tests.web.test_unfit import REPORT, TEXT, claim, reread


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """A report on the first day, two on the fifth; and one that was read again after it was decided about."""
    path = tmp_path / "grown.belegt"
    add(path, FIRST, EARLY)
    add(path, SECOND, LATER, NEW)
    with open_record(path) as record:
        first = [claim("c2", "Four children", 4), claim("c3", "seven people were injured", 7, "injured")]
        record.add(REPORT, TEXT.encode(), first, "rules 1")
        desk = Desk(record, "Mara")
        for ref in ("a#c2", "a#c3"):
            desk.decide("accept", (ref,), reason="as told")
        reread(record)
        yield record


PATHS = [*(f"/{name}?asof={DAY}" for name in DATED), "/history/unfit", "/timeline"]


@pytest.mark.parametrize(("lang", "theme"), [("de", "light"), ("en", "dark"), ("ar", "light"), ("ar", "dark")])
def test_axe_finds_nothing_serious_and_no_page_is_wider_than_the_screen(
    open_desk: Callable[..., Any], listening: Any, lang: str, theme: str
) -> None:
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed"
    ).Axe()
    page = open_desk("/reports", lang=lang, theme=theme, width=360 if theme == "dark" else 1280)
    width = page.viewport_size["width"]
    found = []
    for path in PATHS:
        page.goto(listening.base + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        for violation in axe.run(page).response["violations"]:
            if violation["impact"] in ("serious", "critical"):
                found.append((path, violation["id"], violation["nodes"][0]["html"][:120]))
    assert not found


def test_the_day_goes_along_from_page_to_page_until_it_is_left(open_desk: Callable[..., Any], listening: Any) -> None:
    page = open_desk("/incidents")
    page.fill("input[name=asof]", DAY)
    page.press("input[name=asof]", "Enter")
    page.wait_for_selector(".asof")
    for name in ("map", "totals", "brief"):
        page.click(f'nav a[href^="/{name}"]')
        page.wait_for_url(re.compile(rf"/{name}\?asof={DAY}$"))
        assert page.is_visible(".asof")
    page.click("text=Back to today")
    page.wait_for_url(re.compile(r"/brief$"))
    assert page.locator(".asof").count() == 0


def test_what_no_longer_fits_is_settled_with_the_keyboard_alone(open_desk: Callable[..., Any], listening: Any) -> None:
    page = open_desk("/history")
    page.focus('a[href="/history/unfit"]')
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/history/unfit$"))
    page.focus('button[formaction="/history/unfit"]')
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.querySelectorAll('section.card').length === 1")
    state = listening.desk.now()
    assert state.verdict(state.claims["a#x2"]) == "accepted"


@pytest.mark.parametrize("lang", ["de", "en", "ar"])
def test_the_names_of_all_pages_stand_in_one_line_on_a_laptop(open_desk: Callable[..., Any], lang: str) -> None:
    page = open_desk("/incidents", lang=lang, width=1200)
    tops = page.eval_on_selector_all("header nav li", "all => all.map(e => Math.round(e.getBoundingClientRect().top))")
    assert len(tops) == 10  # those of a team are not among them
    assert len(set(tops)) == 1
