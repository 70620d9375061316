"""What the documentation shows is what the program gives today."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.pages import PAGES, ROOT, name

SHOWING = [page for page in PAGES if any(mark in page.read_text("utf-8") for mark in ("```console", "<!-- table: "))]


@pytest.mark.parametrize("page", SHOWING, ids=name)
def test_a_page_shows_what_the_program_gives(page: Path) -> None:
    check = [sys.executable, ROOT / "docs/refresh.py", "--check", page]
    done = subprocess.run(check, capture_output=True, text=True)
    assert done.returncode == 0, f"run docs/refresh.py and read the difference:\n{done.stdout}{done.stderr}"


def test_a_page_that_shows_something_else_is_found(tmp_path: Path) -> None:
    page = tmp_path / "stale.md"
    page.write_text("```console\n$ belegt --version\nbelegt 0.0.0\n```\n", "utf-8")
    done = subprocess.run([sys.executable, ROOT / "docs/refresh.py", "--check", page], capture_output=True, text=True)
    assert done.returncode == 1
    assert "-belegt 0.0.0" in done.stdout
