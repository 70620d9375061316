"""One-time codes: the vectors of the standards, and that none is taken twice."""

from __future__ import annotations

import base64

import pytest

from belegt.team.code import address, code, new_secret, step_of

SECRET = base64.b32encode(b"12345678901234567890").decode()


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (59, "94287082"),
        (1111111109, "07081804"),
        (1111111111, "14050471"),
        (1234567890, "89005924"),
        (2000000000, "69279037"),
        (20000000000, "65353130"),
    ],
)
def test_the_codes_of_rfc_6238_appendix_b(seconds: int, expected: str) -> None:
    assert code(SECRET, seconds // 30, 8) == expected


@pytest.mark.parametrize(
    ("counter", "expected"),
    list(enumerate("755224 287082 359152 969429 338314 254676 287922 162583 399871 520489".split())),
)
def test_the_codes_of_rfc_4226_appendix_d(counter: int, expected: str) -> None:
    assert code(SECRET, counter) == expected


def test_a_code_holds_for_its_step_and_the_ones_beside_it_and_only_once() -> None:
    now = 1_480_000_000.0
    here = int(now // 30)
    for step in (here - 1, here, here + 1):
        assert step_of(SECRET, code(SECRET, step), now, 0) == step
        assert step_of(SECRET, code(SECRET, step), now, step) is None
    assert step_of(SECRET, code(SECRET, here - 2), now, 0) is None
    assert step_of(SECRET, "", now, 0) is None
    assert step_of(SECRET, "١٢٣٤٥٦", now, 0) is None
    spaced = code(SECRET, here)
    assert step_of(SECRET, f"{spaced[:3]} {spaced[3:]}", now, 0) == here


def test_secrets_are_new_each_time_and_an_app_can_open_them() -> None:
    assert len({new_secret() for _ in range(50)}) == 50
    assert address("ABC", "Zoë Ünal") == "otpauth://totp/Belegt%3AZo%C3%AB%20%C3%9Cnal?secret=ABC&issuer=Belegt"
