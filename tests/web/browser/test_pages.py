"""Every page in a real browser: nothing from elsewhere, nothing executed, no serious finding of axe, nothing beside the screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest

from belegt.web.ask import PAGES
from belegt.web.pages import ROUTES
from tests.web.conftest import HOSTILE

THERE = {route.path for route in ROUTES}
LISTS = [f"/{name}" for name in PAGES if f"/{name}" in THERE]


def _paths(listening: Any) -> list[str]:
    account = listening.desk.now().account
    incident = next(i for i in account.incidents if len(i.incident.reports) > 1)
    compared = "/compare?a={}&b={}".format(*(i.incident.id for i in account.incidents[:2]))
    ids = [incident.incident.id, account.totals[0].total.id]
    reports = ["demo-funk-3", "ar1", quote(HOSTILE["id"], safe="")]
    claim = next(c.ref for c in listening.desk.now().claims.values() if c.kind == "killed")
    edited = f"/queue/edit?at={quote(claim, safe='')}"
    page = next(r.id for r in listening.desk.now().reading.reports.values() if r.media_type == "text/html")
    beside = [f"/reports/{quote(id, safe='')}?beside=original" for id in (page, HOSTILE["id"])]
    return [
        *LISTS,
        compared,
        edited,
        *beside,
        *(f"/incidents/{id}" for id in ids),
        *(f"/reports/{id}" for id in reports),
    ]


@pytest.mark.parametrize("lang", ["de", "en", "ar"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_serious_on_any_page(
    open_desk: Callable[..., Any], listening: Any, lang: str, theme: str
) -> None:
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed"
    ).Axe()
    page = open_desk("/reports", lang=lang, theme=theme)
    found = []
    for path in _paths(listening):
        page.goto(listening.base + path)
        for violation in axe.run(page).response["violations"]:
            if violation["impact"] in ("serious", "critical"):
                found.append((path, violation["id"], violation["nodes"][0]["html"][:120]))
    assert not found


@pytest.mark.parametrize("width", [360, 768, 1280])
@pytest.mark.parametrize("lang", ["de", "ar"])
def test_no_page_is_wider_than_the_screen(open_desk: Callable[..., Any], listening: Any, width: int, lang: str) -> None:
    page = open_desk("/reports", lang=lang, width=width)
    for path in _paths(listening):
        page.goto(listening.base + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_nothing_of_a_hostile_report_is_executed_on_any_page(open_desk: Callable[..., Any], listening: Any) -> None:
    page = open_desk("/reports")
    refs = [c.ref for c in listening.desk.record.claims(HOSTILE["id"])]
    assert refs
    for path in [*_paths(listening), *(f"/queue?at={quote(ref, safe='')}" for ref in refs)]:
        page.goto(listening.base + path)
        assert page.evaluate("window.ran === undefined"), path


def test_an_original_beside_its_text_is_drawn_in_a_frame_that_runs_and_loads_nothing(
    open_desk: Callable[..., Any], listening: Any
) -> None:
    page = open_desk("/reports")
    shown = "".join(
        f"{mark}<img src={listening.base}/static/x.png onerror='top.ran=1'><a href='javascript:top.ran=1'>x</a>"
        for mark in ("<script>top.ran=1</script>", "<svg onload='top.ran=1'></svg>", "<body onload='top.ran=1'>")
    )
    words = "At least 14 civilians were killed in Homs on Monday, the ministry said. " + "More words stand here. " * 20
    source = f"<html lang=en><title>Framed</title><article><p>{words}</p>{shown}</article></html>"
    page.request.post(
        f"{listening.base}/add",
        headers={"origin": listening.base},
        multipart={
            "files": {"name": "a.html", "mimeType": "text/html", "buffer": source.encode()},
            "published": "2016-11-22",
        },
    )
    id = next(r.id for r in listening.desk.record.reports() if r.media_type == "text/html" and "More words" in r.text)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    with page.expect_response(
        "**/received"
    ) as answer:  # no script can look into the frame, not even one of this test's
        page.goto(f"{listening.base}/reports/{quote(id, safe='')}?beside=original", wait_until="load")
    assert answer.value.status == 200
    assert "At least 14 civilians" in answer.value.text()
    assert page.locator("iframe.original").bounding_box()["height"] > 200
    assert page.evaluate("window.ran === undefined")
    assert not [url for url in asked if "x.png" in url]


def test_marks_hold_exactly_the_words_whatever_letters_stand_before_them(
    open_desk: Callable[..., Any], listening: Any
) -> None:
    page = open_desk("/reports")
    for report in listening.desk.record.reports():
        page.goto(f"{listening.base}/reports/{quote(report.id, safe='')}")
        for claim in listening.desk.record.claims(report.id):
            marked = page.eval_on_selector_all(
                f"mark[data-claims~='{claim.id}']", "all => all.map(e => e.textContent).join('')"
            )
            assert marked == claim.quote


def test_a_page_weighs_less_than_300_kilobytes(open_desk: Callable[..., Any]) -> None:
    page = open_desk("/queue")
    sizes = "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map(e => e.decodedBodySize)"
    weight = sum(page.evaluate(sizes))
    assert 10_000 < weight < 300_000
