"""``belegt serve``: the address it prints, and what it says where the desk cannot be opened."""

from __future__ import annotations

import importlib.util
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import SURROUNDINGS, Belegt


def test_without_its_packages_the_desk_says_how_to_get_them(
    belegt: Belegt, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name, *more: None if name == "uvicorn" else found(name, *more)
    )
    ended = belegt("serve", "--record", record, "--no-browser")
    assert ended.code == 1
    assert ended.err.startswith("B801")
    assert "pip install '.[web]'" in ended.err


@pytest.mark.filterwarnings(
    "ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning"
)  # uvicorn's socket
def test_a_port_that_is_taken_is_named(belegt: Belegt, record: Path) -> None:
    pytest.importorskip("uvicorn", reason="the desk is not installed")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ended = belegt("serve", "--record", record, "--no-browser", "--port", port)
    assert ended.code == 1
    assert "B802" in ended.err
    assert str(port) in ended.err


def test_the_printed_address_opens_the_desk_and_no_other_does(record: Path) -> None:
    pytest.importorskip("uvicorn", reason="the desk is not installed")
    httpx2 = pytest.importorskip("httpx2", reason="httpx2 is not installed")
    command = [
        sys.executable,
        "-c",
        "from belegt.cli import main; main()",
        "serve",
        "--record",
        str(record),
        "--no-browser",
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=SURROUNDINGS) as desk:
        try:
            assert desk.stdout is not None
            address = desk.stdout.readline().strip()
            assert re.fullmatch(r"http://127\.0\.0\.1:\d+/\?token=[\w-]{20,}", address)
            assert httpx2.get(address.partition("?")[0], timeout=30).status_code == 403
            with httpx2.Client(follow_redirects=True, timeout=30) as browser:
                assert "Belegt" in browser.get(address).text
        finally:
            desk.terminate()
