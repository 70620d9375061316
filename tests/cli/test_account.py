"""``belegt account``, ``belegt serve --team`` and ``belegt agreement``: accounts, the first invitation, second readings."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from belegt.model import Decision
from belegt.record import open_record
from tests.cli.conftest import SURROUNDINGS, Belegt, toll_of

WORDS = "seven clouds over an empty harbour"


@pytest.fixture(autouse=True)
def _installed() -> None:
    for module in ("argon2", "uvicorn", "httpx2"):
        pytest.importorskip(module, reason=f"{module} is not installed")


def test_accounts_are_made_listed_and_shut(belegt: Belegt, record: Path) -> None:
    assert belegt("account", "list", "--record", record).out == "There is no account yet.\n"
    assert not (record.parent / "demo.belegt.team").exists()
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


def test_agreement_is_told_field_by_field_and_pair_by_pair(belegt: Belegt, record: Path) -> None:
    assert belegt("agreement", "--record", record).out == "No claim was read twice.\n"
    with open_record(record) as store:
        ref = toll_of(store).ref
        for n, (author, act) in enumerate((("Lea", "second"), ("Mara", "accept"), ("Noor", "reject"))):
            at = datetime(2016, 11, 23, 12, n, tzinfo=UTC)
            store.decide(Decision(act=act, targets=(ref,), author=author, at=at))
    told = belegt("agreement", "--record", record, "--json").document()
    assert told["fields"] == [{"field": "verdict", "pairs": 1, "same": 0, "kappa": 0.0}]
    (pair,) = belegt("agreement", "--record", record, "--pairs").lines()
    assert pair == {"claim": ref, "readers": ["Mara", "Noor"], "values": {"verdict": ["stands", "rejected"]}}
    assert "verdict" in belegt("agreement", "--record", record).out
