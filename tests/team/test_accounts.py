"""Accounts: invited once, never deleted, and never without an admin."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from belegt.errors import BelegtError
from belegt.team.accounts import token_hash
from belegt.team.door import Team
from belegt.team.passphrase import hashed, suggested
from tests.team.conftest import WORDS, Clock


def _refused(code: str) -> pytest.RaisesExc[BelegtError]:
    return pytest.RaisesExc(BelegtError, check=lambda error: error.code == code)


def test_an_invitation_is_followed_once_and_within_its_time(team: Team, clock: Clock) -> None:
    token = team.accounts.invite("Noor", "reviewer", "Ada")
    assert team.accounts.invited(token).name == "Noor"
    assert not team.accounts.get("noor").ready
    team.accounts.accept(token, WORDS)
    assert team.accounts.get("NOOR").ready
    with _refused("B824"):
        team.accounts.accept(token, WORDS)
    late = team.accounts.invite("Zoë", "reader", "Ada")
    clock.now += 8 * 24 * 3600
    with _refused("B824"):
        team.accounts.accept(late, WORDS)


def test_a_new_invitation_makes_the_one_before_void_and_resets_codes_and_sessions(team: Team) -> None:
    first = team.accounts.invite("Noor", "reviewer", "Ada")
    second = team.accounts.invite_again("Noor", "Ada")
    with _refused("B824"):
        team.accounts.invited(first)
    team.accounts.accept(second, WORDS)
    team.accounts.set_secret("Noor", "A" * 32)
    session = team.sessions.open("Noor")
    team.accounts.accept(team.accounts.invite_again("Noor", "Ada"), WORDS + " anew")
    assert team.sessions.person(session) is None
    assert team.accounts.get("Noor").secret == ""


@pytest.mark.parametrize("name", ["Ada", "ADA", " ada ", "Ａｄａ"])
def test_a_name_stands_for_one_person_however_its_letters_are_written(team: Team, name: str) -> None:
    with _refused("B825"):
        team.accounts.invite(name, "reader", "Ada")


@pytest.mark.parametrize("name", ["", "  ", "a\nb", "a\u202eb", "a\u200bb", "x" * 61])
def test_a_name_can_be_read(team: Team, name: str) -> None:
    if name == "a\nb":  # a line break is a space
        team.accounts.invite(name, "reader", "Ada")
        assert team.accounts.find("a b")
        return
    with _refused("B808"):
        team.accounts.invite(name, "reader", "Ada")


def test_the_last_admin_stays(team: Team) -> None:
    for act in (
        lambda: team.accounts.set_role("Ada", "lead", "Ada"),
        lambda: team.accounts.enable("Ada", False, "Ada"),
    ):
        with _refused("B829"):
            act()
    assert team.accounts.get("Ada").role == "admin"
    assert team.accounts.get("Ada").enabled
    team.accounts.invite("Noor", "admin", "Ada")
    team.accounts.set_role("Ada", "lead", "Noor")


def test_what_was_done_to_accounts_is_kept_with_its_author(team: Team) -> None:
    team.accounts.invite("Noor", "reviewer", "Ada")
    team.accounts.set_role("Noor", "lead", "Ada")
    team.accounts.enable("Noor", False, "Ada")
    done = [(a.author, a.what, a.account) for a in team.accounts.acts()]
    assert done[:3] == [("Ada", "disabled", "Noor"), ("Ada", "lead", "Noor"), ("Ada", "invited", "Noor")]


@pytest.mark.parametrize(
    "passphrase", ["", "short", "aaaaaaaaaaaaaaaa", "abababababababab", "Noor12345678", "x" * 1001]
)
def test_a_passphrase_is_hard_to_guess(passphrase: str) -> None:
    with _refused("B826"):
        hashed(passphrase, "Noor1234")


def test_suggested_passphrases_are_taken_and_never_alike() -> None:
    made = {suggested() for _ in range(50)}
    assert len(made) == 50
    assert all(hashed(one, "Noor").startswith("$argon2id$") for one in list(made)[:3])


def test_the_hash_costs_what_the_limits_say(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert hashed(WORDS, "Noor").startswith("$argon2id$v=19$m=65536,t=3,p=4$")


def test_the_file_holds_no_secret_in_the_clear_and_is_for_its_owner_alone(team: Team, tmp_path: Path) -> None:
    token = team.accounts.invite("Noor", "reviewer", "Ada")
    session = team.sessions.open("Ada")
    path = tmp_path / "demo.belegt.team"
    assert path.stat().st_mode & 0o077 == 0
    raw = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert token_hash(token).encode() in raw
    assert all(secret.encode() not in raw for secret in (token, session, WORDS))


def test_a_file_that_is_none_is_left_as_it_is(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE notes (text)")
    before = other.read_bytes()
    (tmp_path / "text").write_text("not a database at all, but long enough to be looked at as one" * 20)
    for path in (other, tmp_path / "text", tmp_path, tmp_path / "none" / "x"):
        with _refused("B830"):
            Team(path)
    assert other.read_bytes() == before


def test_two_programs_may_use_the_file_at_once(team: Team, tmp_path: Path, clock: Clock) -> None:
    with closing(Team(tmp_path / "demo.belegt.team", clock)) as other:
        session = team.sessions.open("Ada")
        assert other.sessions.person(session)
        other.accounts.invite("Noor", "admin", "Ada")
        other.accounts.enable("Ada", False, "Noor")
        assert team.sessions.person(session) is None
