from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from belegt.address import Address
from belegt.errors import USAGE, BelegtError


def test_a_file_is_taken_as_it_is() -> None:
    for given_ in ("a/demo.belegt", Path("a/demo.belegt"), Address("a/demo.belegt")):
        address = Address.of(given_)
        assert (str(address), address.is_server, address.path, address.name) == (
            "a/demo.belegt", False, Path("a/demo.belegt"), "demo.belegt",
        )  # fmt: skip


@pytest.mark.parametrize(
    ("written", "shown", "password", "name"),
    [
        ("postgresql://mara@db.example/aleppo", "postgresql://mara@db.example/aleppo", None, "aleppo"),
        ("postgres://mara:s3cret@db:5433/aleppo", "postgres://mara@db:5433/aleppo", "s3cret", "aleppo"),
        ("postgresql://mara:p%40ss%2F@[::1]:5432/a%20b", "postgresql://mara@[::1]:5432/a%20b", "p@ss/", "a b"),
        ("postgresql://mara:p@ss:word@db/aleppo", "postgresql://mara@db/aleppo", "p@ss:word", "aleppo"),
        ("postgresql://mara:@db/aleppo", "postgresql://mara@db/aleppo", "", "aleppo"),
        ("postgresql:///aleppo?host=/run/pg&password=s3cret", "postgresql:///aleppo?host=/run/pg", "s3cret", "aleppo"),
        ("postgresql://db1:1,db2:2/aleppo?sslpassword=s3cret&sslmode=require", "postgresql://db1:1,db2:2/aleppo?sslmode=require", None, "aleppo"),
        ("postgresql://db.example", "postgresql://db.example", None, "db.example"),
        ("postgresql://", "postgresql://", None, ""),
    ],
)  # fmt: skip
def test_a_database_is_shown_without_its_password(written: str, shown: str, password: str | None, name: str) -> None:
    address = Address.of(written)
    assert (str(address), address.password, address.name, address.is_server) == (shown, password, name, True)
    assert "s3cret" not in f"{address} {address!r} {address.text}"


@pytest.mark.parametrize(
    "written",
    [
        "postgresql://mara:s3/cret@db/aleppo",
        "postgresql://mara:12/s3cret@db/aleppo",
        "postgresql://mara:s3?cret@db/aleppo",
        "postgresql://mara:12?s3cret@db",
        "postgresql://[db/aleppo",
    ],
)
def test_an_address_that_is_none_is_refused_and_not_repeated(written: str) -> None:
    with pytest.raises(BelegtError) as caught:
        Address.of(written)
    assert (caught.value.code, caught.value.exit_code) == ("B326", USAGE)
    assert "mara" not in str(caught.value)
    assert "cret" not in str(caught.value)


@given(st.text(st.characters(codec="utf-8"), min_size=1).map(lambda text: f"q{text}q"))
@example("q@db/x?password=q")
@example("q:1@[q")
def test_no_sign_in_a_password_makes_it_show(secret: str) -> None:
    try:
        address = Address.of(f"postgresql://mara:{secret}@db/aleppo")
    except BelegtError as error:
        shown = str(error)
    else:
        shown = f"{address} {address!r}"
    assert secret not in shown
