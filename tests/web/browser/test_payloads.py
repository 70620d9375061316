"""A hundred and fifty payloads in every field of a report and of a decision: none is executed on any page (T9)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from belegt.record import open_record
from belegt.web.desk import Desk
from belegt.web.noted import note, source
from tests.web.conftest import fill

RUN = "window.ran=1"
TAGS = ("img src=x onerror", "svg onload", "body onload", "video src=x onerror", "audio src=x onerror", "input autofocus onfocus",
        "details open ontoggle", "marquee onstart", "iframe onload", "object onerror", "select autofocus onfocus", "a href=# onclick", "embed src=x onerror", "p style=x onpointerover")  # fmt: skip
FRAMES = (
    "{}",
    '">{}',
    "'>{}",
    "-->{}",
    "</title>{}",
    "</textarea>{}",
    "</script>{}",
    "]]>{}",
    "{{{{{}}}}}",
    "\u202e{}\u202c",
)
ADDRESSES = (f"javascript:{RUN}", f" javascript:{RUN}", f"JaVaScRiPt:{RUN}", f"java\tscript:{RUN}", f"data:text/html,<script>{RUN}</script>",
             f"vbscript:{RUN}", f"https://a.example/\"onmouseover=\"{RUN}", f"//a.example/<script>{RUN}</script>", f"http://[::1<{RUN}>")  # fmt: skip
PAYLOADS = [
    *(frame.format(f"<{tag}={RUN}>") for frame in FRAMES for tag in TAGS),
    *(frame.format(f"<script>{RUN}</script>") for frame in FRAMES),
    *(f'" {event}="{RUN}" x="' for event in ("onmouseover", "onfocus", "onload", "onclick", "onanimationstart")),
    *(f"{{{{{expression}}}}}" for expression in ("7*7", "self.__init__", "config", "''.__class__", "request", RUN)),
    f"<a href='javascript:{RUN}'>x</a>",
    f"<base href='//a.example/'><script src=x></script>{RUN}",
    f"<meta http-equiv=refresh content='0;url=javascript:{RUN}'>",
    f"<style>@import 'javascript:{RUN}'</style>",
    f"<math><mtext><script>{RUN}</script></mtext></math>",
    f"<form><button formaction=javascript:{RUN}>x",
    f"<template><script>{RUN}</script></template>",
    f"<noscript><p title='</noscript><img src=x onerror={RUN}>'>",
    f"+ADw-script+AD4-{RUN}+ADw-/script+AD4-",
]


def test_there_are_enough_of_them() -> None:
    assert len(set(PAYLOADS)) >= 150


@pytest.fixture
def desk(tmp_path: Path) -> Any:
    """A record of hostile reports, each payload in every field, and decisions whose author and reason are hostile as well."""
    rows = [
        {
            "id": f"{n} {payload}",
            "text": f"{payload} At least {n + 2} civilians were killed in Aleppo on Monday, {payload} said. {payload}",
            "title": payload,
            "source": payload,
            "url": ADDRESSES[n % len(ADDRESSES)],
            "published": "2016-11-22",
        }
        for n, payload in enumerate(PAYLOADS)
    ]
    fill(tmp_path / "hostile.belegt", *rows).close()
    with open_record(tmp_path / "hostile.belegt") as record:
        for n, claim in enumerate(record.claims()[:: max(1, len(record.claims()) // 40)]):
            Desk(record, PAYLOADS[n]).decide("accept", (claim.ref,), reason=PAYLOADS[-n - 1])
        for n in range(0, len(PAYLOADS), 7):
            desk = Desk(record, PAYLOADS[n])
            note(desk, source(PAYLOADS[n]), PAYLOADS[-n - 1], record.head().seq)
        yield Desk(record, PAYLOADS[0])


def test_none_is_executed_on_any_page(open_desk: Callable[..., Any], listening: Any) -> None:
    page = open_desk("/reports")
    record = listening.desk.record
    assert sum(report.id[0].isdigit() for report in record.reports()) >= 150
    page.add_init_script(
        "window.addEventListener('securitypolicyviolation', e => { window.ran = e.violatedDirective; })"
    )
    lists = [f"/reports?page={n}" for n in range(1, 5)] + [f"/history?page={n}" for n in range(1, 10)]
    claims = [c.ref for c in record.claims() if c.kind == "killed"]
    pages = [
        "/incidents",
        "/sources",
        "/totals",
        "/totals?per=side",
        "/timeline",
        "/map",
        "/brief",
        "/queue?state=accepted",
    ]
    reports = [f"/reports/{quote(r.id, safe='')}" for r in record.reports()[::3]]
    beside = [f"{path}?beside=original" for path in reports[::9]]
    queue = [f"/queue?at={quote(ref, safe='')}" for ref in claims[::4]]
    filters = [f"/reports?q={quote(payload, safe='')}" for payload in PAYLOADS[::8]]
    incidents = [f"/incidents/{i.incident.id}" for i in listening.desk.now().account.incidents[:20]]
    for path in [*lists, *pages, *reports, *beside, *queue, *filters, *incidents]:
        answer = page.goto(listening.base + path, wait_until="load")
        assert answer.status == 200, path
        assert page.evaluate("window.ran === undefined"), path
        assert not page.evaluate("[...document.links].some(a => !/^https?:/.test(a.href))"), path
