"""The whole way: from a dropped file over the queue and an incident to the printed brief, with the keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

ARTICLE = (
    "At least 14 civilians, among them three children, were killed on Monday in air strikes on Idlib, the Demo Monitor "
    "said. The government denied that civilians were killed. 👩‍👩‍👧 Two schools were hit.\n"
)


def test_from_a_file_to_a_printed_brief(open_desk: Callable[..., Any], listening: Any, tmp_path: Path) -> None:
    page = open_desk("/add")
    article = tmp_path / "article.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    page.set_input_files("input[type=file]", article)
    assert page.inner_text("#chosen") == "article.txt"
    page.fill("input[name=published]", "2016-11-22")
    page.click("form.add button.primary")
    assert "added" in page.inner_text("[role=status] li")
    (ref,) = [c.ref for c in listening.desk.record.claims() if c.kind == "killed" and c.quote.startswith("At least 14 civilians, among")]
    page.goto(f"{listening.base}/queue?place=Idlib&kind=killed&at={quote(ref, safe='')}")
    words = page.input_value("input[name=claim]")
    page.keyboard.press("a")
    page.wait_for_function("before => document.querySelector('input[name=claim]')?.value !== before", arg=words)
    assert listening.desk.record.decisions()[0].targets == (words,)
    page.goto(f"{listening.base}/incidents?place=Idlib")
    page.click("tbody th a")
    assert "Idlib" in page.inner_text("h1")
    page.goto(f"{listening.base}/brief?place=Idlib&in=en")
    assert "at least 14 civilians" in page.inner_text("article").lower()
    page.click("article .figure")
    assert page.evaluate("location.hash").startswith("#n")
    assert page.pdf().startswith(b"%PDF")
    page.emulate_media(media="print")
    assert not page.is_visible("header.top")
    assert page.is_visible("article .notes")


def test_every_control_is_reached_with_the_keyboard(open_desk: Callable[..., Any], listening: Any) -> None:
    page = open_desk("/reports")
    for path in ("/queue", "/reports", "/incidents", "/add", "/map", "/brief"):
        page.goto(listening.base + path)
        script = """() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
            .filter(e => e.checkVisibility({visibilityProperty: true}) && !e.disabled && e.type !== 'hidden').length"""
        wanted = page.evaluate(script)
        page.evaluate("window.reached = new Set(); document.addEventListener('focusin', e => reached.add(e.target))")
        for _ in range(wanted + 25):
            page.keyboard.press("Tab")
        reached = "[...reached].filter(e => e.matches('a[href], button, input, select, textarea, summary')).length"
        assert page.evaluate(reached) >= wanted, path
