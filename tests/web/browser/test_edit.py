"""Correcting a claim in a real browser: words clicked or reached by arrow keys, the form with the keyboard alone, and no script at all."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from belegt.intake import receive
from belegt.pipeline import enter
from belegt.record import Record
from tests.web.browser.test_keys import _press


def _decided(listening: Any) -> list[Any]:
    return list(listening.desk.record.decisions())


def test_clicked_words_fill_the_field_with_what_they_say(open_desk: Callable[..., Any], listening: Any) -> None:
    page = open_desk("/queue?kind=killed&source=SOHR")
    page.goto(f"{listening.base}/queue?kind=killed")
    _press(page, "e")
    page.click("[data-choose=count] .choose")
    number = page.locator(".quote .w").filter(has_text="1").first
    number.click()
    page.wait_for_function("() => document.querySelector('[name=\"at.count\"]').value")
    assert page.locator(".w.chosen").count() >= 1
    words = page.locator(".passage .w")
    page.click("[data-choose=source] .choose")
    words.nth(0).click()
    words.nth(1).click()
    page.wait_for_function("() => document.querySelector('[name=source]').value.includes(' ')")
    assert page.is_visible("[data-field=source].changed .was")
    page.click("#edit button.primary")
    page.wait_for_load_state()
    (made,) = _decided(listening)
    assert made.act == "correct"
    assert '"source"' in made.value
    assert page.is_visible("text=corrected")


def test_the_keyboard_alone_chooses_words_and_saves(open_desk: Callable[..., Any], listening: Any) -> None:
    page = open_desk("/queue?kind=killed")
    _press(page, "e")
    page.focus("[data-choose=source] .choose")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.className").startswith("w")
    page.keyboard.press("Enter")
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Shift+ArrowRight")
    page.wait_for_function("() => document.querySelectorAll('.w.chosen').length === 3")
    page.wait_for_function("() => document.querySelector('[name=source]').value.split(' ').length === 3")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.closest('fieldset').dataset.choose") == "source"
    page.focus("input[name=reason]")
    page.keyboard.type("they say it")
    _press(page, "Enter")
    assert [d.reason for d in _decided(listening)] == ["they say it"]


def test_without_a_script_the_form_is_the_same(browser: Any, listening: Any) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(listening.address)
    page.goto(f"{listening.base}/queue?kind=killed")
    page.click("a[data-key=e]")
    page.fill("input[name=source]", "Somebody Else")
    page.click("#edit button.primary")
    (made,) = _decided(listening)
    assert "Somebody Else" in made.value
    context.close()


@pytest.fixture
def mixed(record: Record, tmp_path: Path) -> None:
    """One more report in the record: Arabic words around an English figure."""
    feed = tmp_path / "mixed.jsonl"
    row = {"id": "ar2", "lang": "en", "title": "Mixed letters", "published": "2016-11-21"}
    row["text"] = "قال المرصد السوري إن 12 civilians were killed in Aleppo on Sunday."
    feed.write_text(json.dumps(row), encoding="utf-8")
    assert len(list(enter(record, receive([feed])))) == 1


@pytest.mark.usefixtures("mixed")
def test_words_in_arabic_are_chosen_from_right_to_left(open_desk: Callable[..., Any], listening: Any) -> None:
    page = open_desk("/queue", lang="ar")
    (ref,) = [claim.ref for claim in listening.desk.record.claims() if claim.report.id == "ar2"]
    page.goto(f"{listening.base}/queue/edit?at={quote(ref, safe='')}")
    assert page.evaluate("getComputedStyle(document.querySelector('.passage')).direction") == "rtl"
    page.click("[data-choose=source] .choose")
    page.keyboard.press("Enter")
    page.keyboard.press("Shift+ArrowLeft")
    page.wait_for_function("() => document.querySelector('[name=source]').value === '12 civilians'")
    assert page.locator(".w.chosen").all_inner_texts() == ["12", "civilians"]
