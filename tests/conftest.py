"""Stores for records: a file, or a schema of a PostgreSQL server that is started when the first test asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import pytest

from tests.postgres import NoServerError, running

NUMBERS = count()
EMPTY = """SET lock_timeout = '20s';
ALTER TABLE log DISABLE TRIGGER log_append_only;
ALTER TABLE evidence DISABLE TRIGGER evidence_append_only;
TRUNCATE log, evidence, reports, claims, decisions;
ALTER TABLE log ENABLE ALWAYS TRIGGER log_append_only;
ALTER TABLE evidence ENABLE ALWAYS TRIGGER evidence_append_only;
UPDATE alembic_version SET version_num = '0001'"""


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a server's database, which ends with its settings; tests are skipped where none can be had."""
    pytest.importorskip("psycopg", reason="psycopg is not installed (pip install '.[postgres]')")
    try:
        with running() as address:
            yield address
    except NoServerError as error:
        pytest.skip(str(error))


@pytest.fixture(scope="session")
def standing(server: str) -> str:
    """The address of a record that the tests take turns with: making one takes longer than emptying it."""
    from belegt.record import open_record

    address = new_schema(server)
    with open_record(address, create=True):
        return address


@pytest.fixture
def emptied(standing: str) -> str:
    """The address of a record in which nothing has happened."""
    import psycopg

    with psycopg.connect(standing, autocommit=True) as connection:
        connection.execute(EMPTY)
    return standing


@pytest.fixture
def schema(server: str) -> str:
    """The address of an empty schema."""
    return new_schema(server)


def new_schema(server: str) -> str:
    """The address of another empty schema."""
    import psycopg

    name = f"s{next(NUMBERS)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {name}")
    return f"{server}&options=-csearch_path%3D{name}"
