"""A real browser at a real desk; skipped, with a word, where there is none."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest

FLAGS = ("--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Debian's Chromium."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="no browser test: playwright is not installed")
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        pytest.skip("no browser test: Chromium is not installed (apt-get install chromium)")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def open_desk(browser: Any, listening: Any) -> Iterator[Callable[..., Any]]:
    """``open_desk("/queue", lang="de")`` gives a tab of the desk; whatever a page asks from elsewhere, or logs, fails the test."""
    contexts, wrong = [], []

    def opened(path: str = "/queue", *, lang: str = "en", theme: str = "light", width: int = 1280) -> Any:
        context = browser.new_context(viewport={"width": width, "height": 900}, locale=lang)
        contexts.append(context)
        context.set_default_timeout(60_000)
        page = context.new_page()
        page.on("request", lambda r: r.url.startswith((listening.base, "data:", "blob:")) or wrong.append(r.url))
        page.on("console", lambda m: m.type in ("error", "warning") and wrong.append(m.text))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        cookies = [{"name": n, "value": v, "url": listening.base} for n, v in (("lang", lang), ("theme", theme))]
        context.add_cookies(cookies)
        if len(contexts) == 1:
            page.goto(listening.address)
            opened.session = [c for c in context.cookies() if c["name"].startswith("belegt-")]  # type: ignore[attr-defined]
        else:
            context.add_cookies(opened.session)  # type: ignore[attr-defined]
        page.goto(listening.base + path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not wrong
