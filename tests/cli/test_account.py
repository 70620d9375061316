"""``belegt account`` and ``belegt serve --team``: accounts kept from the command line, and the first invitation."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import SURROUNDINGS, Belegt

WORDS = "seven clouds over an empty harbour"


@pytest.fixture(autouse=True)
def _installed() -> None:
    for module in ("argon2", "uvicorn", "httpx2"):
        pytest.importorskip(module, reason=f"{module} is not installed")


def test_accounts_are_made_listed_and_shut(belegt: Belegt, record: Path) -> None:
    invited = belegt("account", "add", "Noor", "--role", "lead", "--record", record)
    assert invited.code == 0
    assert re.fullmatch(r"/invitation/[\w-]{40,}\n", invited.out)
    assert belegt("account", "add", "Ada", "--role", "admin", "--record", record).code == 0
    assert belegt("account", "role", "Noor", "--role", "reviewer", "--record", record).code == 0
    assert belegt("account", "invite", "noor", "--record", record).out != invited.out
    assert belegt("account", "shut", "Noor", "--record", record).code == 0
    assert belegt("account", "list", "--record", record).out == "Ada: admin, invited\nNoor: reviewer, shut\n"
    assert (record.parent / "demo.belegt.team").stat().st_mode & 0o077 == 0


def test_what_is_wrong_is_said_with_its_code(belegt: Belegt, record: Path) -> None:
    assert belegt("account", "add", "Ada", "--role", "admin", "--record", record).code == 0
    for arguments, code, exit in (
        (("add", "ADA"), "B825", 4),
        (("add", "Zoë", "--role", "boss"), "B808", 2),
        (("role", "nobody"), "B828", 1),
        (("shut", "Ada"), "B829", 4),
        (("add",), "B701", 2),
    ):
        ended = belegt("account", *arguments, "--record", record)
        assert (ended.code, ended.err[:4]) == (exit, code), ended.err
    assert belegt("account", "list").code == 2
    assert belegt("account", "list", "--record", "postgresql://localhost/x").code == 2
    assert belegt("account", "list", "--accounts", record).err.startswith("B830")
    for host in (("--host", "0.0.0.0"), ("--public", "http://desk.example.org")):
        assert belegt("serve", "--team", "--record", record, *host).code == 2


def test_the_first_admin_comes_in_by_the_invitation_that_is_printed(record: Path) -> None:
    import httpx2

    command = [sys.executable, "-c", "from belegt.cli import main; main()", "serve", "--team", "--author", "Ada"]
    command += ["--record", str(record)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=SURROUNDINGS) as desk:
        try:
            assert desk.stdout is not None
            address, link = desk.stdout.readline().strip(), desk.stdout.readline().strip()
            assert re.fullmatch(r"http://127\.0\.0\.1:\d+", address)
            assert link.startswith(f"{address}/invitation/")
            headers = {"origin": address}
            with httpx2.Client(follow_redirects=True, timeout=30, headers=headers, trust_env=False) as browser:
                assert "Sign in" in browser.get(address + "/people").text
                assert "Ada" in browser.get(link).text
                browser.post(link, data={"passphrase": WORDS})
                assert "Ada" in browser.get(address + "/people").text
        finally:
            desk.terminate()
