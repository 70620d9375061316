"""One key decides and goes on; each key, the hints, and where keys are off."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def _ref(page: Any) -> str:
    return str(page.input_value("input[name=claim]"))


def _press(page: Any, key: str) -> None:
    before = page.evaluate("performance.timeOrigin")
    page.keyboard.press(key)
    page.wait_for_function(
        "before => performance.timeOrigin !== before && document.readyState === 'complete'", arg=before
    )


def _acts(listening: Any) -> list[str]:
    return [d.act for d in listening.desk.record.decisions()]


def test_each_key_does_what_its_button_says(open_desk: Callable[..., Any], listening: Any) -> None:
    page = open_desk()
    first = _ref(page)
    _press(page, "a")
    second = _ref(page)
    assert second != first
    _press(page, "r")
    third = _ref(page)
    assert _acts(listening) == ["accept", "reject"]
    _press(page, "x")
    assert _ref(page) != third
    _press(page, "j")
    after = _ref(page)
    _press(page, "k")
    assert _ref(page) != after
    _press(page, "u")
    assert _ref(page) == second
    _press(page, "Control+z")
    assert _ref(page) == first
    assert _acts(listening) == ["accept", "reject", "undo", "undo"]


def test_keys_are_off_inside_fields_and_where_someone_switched_them_off(
    open_desk: Callable[..., Any], listening: Any
) -> None:
    page = open_desk()
    page.focus("input[name=reason]")
    page.keyboard.type("a rare arrest, just")
    assert _acts(listening) == []
    _press(page, "Enter")
    assert _acts(listening) == ["accept"]
    assert listening.desk.record.decisions()[0].reason == "a rare arrest, just"
    page.keyboard.press("?")
    assert page.is_visible("dialog")
    page.keyboard.press("a")
    page.uncheck("#keys-on")
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    page.wait_for_timeout(200)
    assert _acts(listening) == ["accept"]


def test_a_key_can_be_another_and_the_hint_follows(open_desk: Callable[..., Any], listening: Any) -> None:
    page = open_desk()
    assert page.inner_text("[data-key=a] kbd") == "A"
    page.keyboard.press("?")
    page.fill("[data-remap=a]", "w")
    page.fill("[data-remap=r]", "w")
    assert page.get_attribute("[data-remap=r]", "aria-invalid") == "true"
    page.keyboard.press("Escape")
    assert page.inner_text("[data-key=a] kbd") == "W"
    _press(page, "w")
    assert _acts(listening) == ["accept"]


def test_keys_in_quick_succession_decide_each_claim_once(open_desk: Callable[..., Any], listening: Any) -> None:
    page = open_desk()
    for _ in range(12):
        page.keyboard.press("a")
        page.keyboard.press("a")
        page.wait_for_timeout(60)
    page.wait_for_load_state()
    made = [d.targets for d in listening.desk.record.decisions()]
    assert len(made) == len(set(made)) > 1


def test_a_field_and_its_words_light_up_together(open_desk: Callable[..., Any]) -> None:
    page = open_desk("/queue?kind=killed")
    page.hover("[data-field=count]")
    assert "lit" in page.get_attribute("mark[data-marks~=count]", "class")
    page.hover("mark[data-marks~=count]")
    assert "lit" in page.get_attribute("[data-field=count]", "class")


def test_without_a_script_the_buttons_do_the_same(browser: Any, listening: Any) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(listening.address)
    page.click("button[value=accept]")
    page.select_option("select[name=lang]", "de")
    page.click(".settings button")
    assert page.inner_text("h1").startswith("Prüfen")
    assert _acts(listening) == ["accept"]
    context.close()
