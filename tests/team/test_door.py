"""Signing in: slowed down, and telling nobody whether a name is known (T22); sessions that end when they must (T23)."""

from __future__ import annotations

import statistics
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from belegt.errors import BelegtError
from belegt.team.code import code, new_secret
from belegt.team.door import Team
from belegt.team.passphrase import fits
from belegt.team.throttle import Throttle
from tests.team.conftest import WORDS, Clock


def _try(team: Team, name: str = "Ada", passphrase: str = "wrong wrong wrong", code: str = "", **more: str) -> str:
    """The code of the error, "" where it went well."""
    try:
        team.sign_in(name, passphrase, code, **more)
    except BelegtError as error:
        return error.code
    return ""


def test_whoever_knows_name_and_passphrase_has_a_session(team: Team) -> None:
    session = team.sign_in("ada", WORDS, "")
    person = team.sessions.person(session)
    assert person
    assert (person.name, person.role) == ("Ada", "admin")
    assert team.sessions.person(session[:-1]) is None
    assert team.sessions.person("") is None


def test_every_wrong_try_is_answered_alike(team: Team) -> None:
    team.accounts.invite("Noor", "reader", "Ada")
    team.accounts.accept(team.accounts.invite("Shut", "reader", "Ada"), WORDS)
    team.accounts.enable("Shut", False, "Ada")
    for name, passphrase in (("Ada", "wrong"), ("Nobody", WORDS), ("Noor", ""), ("Shut", WORDS), ("", "")):
        assert _try(team, name, passphrase) == "B822"


def test_five_tries_a_minute_and_each_further_wait_is_longer(team: Team, clock: Clock) -> None:
    assert [_try(team) for _ in range(5)] == ["B822"] * 5
    assert _try(team) == "B823"
    assert _try(team, passphrase=WORDS) == "B823"
    tried = 0
    for _ in range(3600):
        clock.now += 1
        tried += _try(team) == "B822"
    assert tried <= 8
    clock.now += 901
    assert _try(team, passphrase=WORDS) == ""
    assert _try(team, passphrase=WORDS) == ""


@pytest.mark.parametrize("name", ["ada", " ADA ", "Ａda", "ada\t"])
def test_another_spelling_of_the_name_is_no_further_try(team: Team, name: str) -> None:
    for _ in range(5):
        _try(team)
    assert _try(team, name) == "B823"


def test_one_address_cannot_try_many_names(team: Team) -> None:
    answers = [_try(team, f"name {n}", address="192.0.2.1") for n in range(25)]
    assert answers == ["B822"] * 20 + ["B823"] * 5
    assert _try(team, "name 99", address="192.0.2.2") == "B822"


def test_who_signs_in_rightly_from_a_shared_address_does_not_use_it_up(team: Team) -> None:
    assert [_try(team, passphrase=WORDS, address="192.0.2.1") for _ in range(40)] == [""] * 40


def test_many_tries_at_once_are_no_more_than_many_after_one_another(team: Team) -> None:
    with ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(lambda _: _try(team), range(40)))
    assert answers.count("B822") == 5


def test_the_memory_of_tries_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("belegt.team.throttle.MOST_KEYS", 100)
    clock = Clock()
    throttle = Throttle(5, clock)
    for n in range(1000):
        clock.now += 60
        throttle.take(n)
    assert len(throttle._taken) <= 100


def test_a_name_that_is_not_known_takes_as_long_as_one_that_is(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("belegt.settings.ACCOUNT_MEMORY", 4096)
    kept = team.accounts.get("Ada").passphrase
    team.accounts.set_passphrase("Ada", WORDS)
    kept = team.accounts.get("Ada").passphrase
    fits("x", "")  # the hash of nobody is made once

    def taken(hash: str) -> float:
        start = time.perf_counter()
        fits("wrong wrong wrong", hash)
        return time.perf_counter() - start

    pairs = [(taken(kept), taken("")) for _ in range(41)]
    known, unknown = (statistics.median(side) for side in zip(*pairs, strict=True))
    assert abs(known - unknown) < 0.005


def test_a_code_is_asked_for_once_it_was_set_up_and_taken_once(team: Team, clock: Clock) -> None:
    secret = new_secret()
    with pytest.raises(BelegtError):
        team.set_up_code("Ada", secret, "000000")
    team.set_up_code("Ada", secret, code(secret, int(clock.now // 30)))
    clock.now += 60
    right = code(secret, int(clock.now // 30))
    assert _try(team, passphrase=WORDS) == "B822"
    assert _try(team, passphrase=WORDS, code="000000") == "B822"
    assert _try(team, passphrase=WORDS, code=right) == ""
    assert _try(team, passphrase=WORDS, code=right) == "B822"
    with pytest.raises(BelegtError):
        team.drop_code("Ada", "wrong wrong wrong")
    team.drop_code("Ada", WORDS)
    assert _try(team, passphrase=WORDS) == ""


def test_signing_in_gives_a_new_session_and_ends_the_one_before(team: Team) -> None:
    before = team.sign_in("Ada", WORDS, "")
    after = team.sign_in("Ada", WORDS, "", before=before)
    assert after != before
    assert team.sessions.person(before) is None
    assert team.sessions.person(after)


def test_a_session_nobody_was_given_is_none(team: Team) -> None:
    team.sign_in("Ada", WORDS, "", before="chosen by somebody else")
    assert team.sessions.person("chosen by somebody else") is None


def test_a_session_ends_after_a_working_day_without_a_request_and_after_a_week(team: Team, clock: Clock) -> None:
    idle, used = team.sign_in("Ada", WORDS, ""), team.sign_in("Ada", WORDS, "")
    for _ in range(24):
        clock.now += 3600 * 7
        if team.sessions.person(used) is None:
            break
    else:
        raise AssertionError("it goes on for more than a week")
    assert team.sessions.person(idle) is None
    assert 6 * 24 * 3600 < clock.now - 1_480_000_000 < 8 * 24 * 3600


def test_every_session_ends_with_another_passphrase_role_or_when_the_account_is_shut(team: Team) -> None:
    team.accounts.accept(team.accounts.invite("Noor", "reviewer", "Ada"), WORDS)
    for act in (
        lambda: team.change_passphrase("Noor", WORDS, WORDS + "!"),
        lambda: team.accounts.set_role("Noor", "lead", "Ada"),
        lambda: team.accounts.enable("Noor", False, "Ada"),
    ):
        session = team.sessions.open("Noor")
        act()
        assert team.sessions.person(session) is None
    assert team.sessions.person(team.sessions.open("Noor")) is None


def test_signing_out_ends_the_session_for_everybody_who_has_its_id(team: Team) -> None:
    session = team.sign_in("Ada", WORDS, "")
    team.sessions.close(session)
    assert team.sessions.person(session) is None


def test_only_who_knows_the_old_passphrase_chooses_another(team: Team) -> None:
    with pytest.raises(BelegtError):
        team.change_passphrase("Ada", "wrong wrong wrong", "another passphrase")
    assert team.sessions.person(team.change_passphrase("Ada", WORDS, "another passphrase"))
    assert _try(team, passphrase=WORDS) == "B822"
    assert _try(team, passphrase="another passphrase") == ""
