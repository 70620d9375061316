"""Stores for records: a file, or a schema of a PostgreSQL server that is started when the first test asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import pytest

from tests.postgres import NoServerError, running

NUMBERS = count()


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a server's database, which ends with its settings; tests are skipped where none can be had."""
    pytest.importorskip("psycopg", reason="psycopg is not installed (pip install '.[postgres]')")
    try:
        with running() as address:
            yield address
    except NoServerError as error:
        pytest.skip(str(error))


@pytest.fixture
def schema(server: str) -> str:
    """The address of an empty schema."""
    return new_schema(server)


@pytest.fixture
def other_schema(server: str) -> str:
    """The address of a second one."""
    return new_schema(server)


def new_schema(server: str) -> str:
    """The address of another empty schema."""
    import psycopg

    name = f"s{next(NUMBERS)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {name}")
    return f"{server}&options=-csearch_path%3D{name}"
