"""Make the pictures of the desk in ``docs/images`` anew: queue, incident, map and brief of the bundled sample, in English.

usage: python docs/screenshots.py

Needs what the tests of the desk in a browser need (the extra ``web``, Playwright, Debian's Chromium). The record is made in a
temporary folder; nothing but the pictures is written. Look at each before you commit it.
"""

from __future__ import annotations

import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import uvicorn
from playwright.sync_api import Page, sync_playwright

from belegt.intake import receive
from belegt.pipeline import enter
from belegt.record import open_record
from belegt.sample import sample_paths
from belegt.web.app import application
from belegt.web.desk import Desk
from belegt.web.guard import Guard
from belegt.web.serve import LOOPBACK, listen

IMAGES = Path(__file__).resolve().parent / "images"
SIZE = {"width": 1280, "height": 860}


def main() -> None:
    """Write the four pictures."""
    with tempfile.TemporaryDirectory() as folder, served(Path(folder) / "aleppo.belegt") as (desk, address):
        account = desk.now().account
        told = max(account.totals, key=lambda one: len(one.total.claims))
        claim = next(w.claim for w in desk.queue(desk.now()) if w.claim.kind == "killed" and w.claim.source)
        pages = {
            "queue": f"/queue?at={quote(claim.ref, safe='')}",
            "incident": f"/incidents/{told.total.id}",
            "map": "/map",
            "brief": "/brief?in=en",
        }
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            page = browser.new_context(viewport=SIZE, locale="en", color_scheme="light").new_page()
            page.goto(address)
            for name, path in pages.items():
                picture(page, address.partition("?")[0].rstrip("/") + path, IMAGES / f"desk-{name}.png")
            browser.close()


@contextmanager
def served(path: Path) -> Iterator[tuple[Desk, str]]:
    """The desk of a new record with the sample in it, and its address."""
    with open_record(path, create=True) as record:
        for _ in enter(record, receive(sample_paths())):
            pass
        desk = Desk(record, "Mara")
        desk.now().reading.linked(60)
        desk.now().reading.narrow(60)
        config, socket = listen(LOOPBACK, 0)
        guard = Guard(application(desk), socket.getsockname()[1])
        config.app = guard
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [socket]}, daemon=True)
        thread.start()
        yield desk, guard.address
        server.should_exit = True
        thread.join(10)


def picture(page: Page, address: str, file: Path) -> None:
    """What a page shows without scrolling."""
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.screenshot(path=str(file))


if __name__ == "__main__":
    main()
