from __future__ import annotations

import pytest

from belegt.errors import ERRORS
from tests.cli.conftest import Belegt


def test_a_code_is_explained_with_cause_next_step_and_exit_code(belegt: Belegt) -> None:
    ended = belegt("explain", "b204")
    assert ended.code == 0
    assert ended.out == (
        "B204  the text has LENGTH characters, more than the limit of LIMIT\n"
        "      Next: split it into one report a file. Exit code 3.\n"
    )


def test_doubled_braces_are_braces(belegt: Belegt) -> None:
    assert 'at least {"id": ..., "text": ...}' in belegt("explain", "B206").out


def test_every_code_is_listed(belegt: Belegt) -> None:
    assert [one["code"] for one in belegt("explain", "--json").document()] == list(ERRORS)


@pytest.mark.parametrize("code", list(ERRORS))
def test_no_place_to_fill_in_is_left_open(belegt: Belegt, code: str) -> None:
    (told,) = belegt("explain", code, "--json").document()
    assert told["exit_code"] == ERRORS[code].exit_code
    assert "{" not in told["cause"].replace('{"id"', "").replace('{"text"', "")


def test_an_unknown_code_is_a_usage_error(belegt: Belegt) -> None:
    ended = belegt("explain", "B999")
    assert ended.code == 2
    assert "there is no code 'B999'" in ended.err
