"""The PostgreSQL adapter: transactions, the lock of the writer, and the triggers that keep the log.

Invariant: one writer at a time, whichever process or machine it is in; what is committed is on the server's disk before
the commit returns.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, bindparam, create_engine, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from belegt.address import Address
from belegt.errors import BelegtError
from belegt.record import server
from belegt.record.database import Turns, legible

SESSIONS = 16
"""Sessions that one process holds at the most: more threads than that take turns."""

LOCK = 0x42656C67
"""The advisory lock of the writer: "Belg"."""

IDLE = "60s"
"""How long a writer may stand still between two statements before the server takes the lock from it."""

_TURN = text(
    "SELECT pg_advisory_xact_lock(:lock), set_config('idle_in_transaction_session_timeout', :idle, true),"
    " CASE current_setting('synchronous_commit') WHEN 'off' THEN set_config('synchronous_commit', 'on', true) END"
).bindparams(bindparam("lock", LOCK), bindparam("idle", IDLE))

_FOUND = text(
    "SELECT c.relname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
    " WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p', 'v', 'm', 'f') UNION ALL "
    "SELECT p.proname || '()' FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace"
    " WHERE n.nspname = current_schema() AND p.proname = 'belegt_append_only'"
)


class PostgresDatabase:
    """The database of a server; a record is the first schema of its search path."""

    def __init__(self, address: Address, wait: float) -> None:
        self.address = address
        self.wait = wait
        self._turns = Turns(address, wait)
        server.driver()
        engine = create_engine(
            "postgresql+psycopg://",
            creator=self._session,
            pool_size=SESSIONS,
            max_overflow=0,
            pool_timeout=wait,
            pool_pre_ping=True,
            use_native_hstore=False,
        )
        self._engine = engine
        self._reader = engine.execution_options(isolation_level="REPEATABLE READ")
        self._writer = engine.execution_options(isolation_level="READ COMMITTED")

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection within one read transaction."""
        with self._coded(), self._reader.begin() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A connection within the one write transaction: statements after the lock see whatever was committed before."""
        with self._turns.taken(), self._coded(), self._writer.begin() as connection:
            connection.execute(_TURN)
            yield connection

    def mark(self, connection: Connection) -> None:
        """The functions of its triggers mark a record."""

    def close(self) -> None:
        """End every session."""
        self._engine.dispose()

    def _session(self) -> Any:
        return server.connect(self.address, self.wait, {"lock_timeout": f"{max(1, round(self.wait * 1000))}"})

    @contextmanager
    def _coded(self) -> Iterator[None]:
        """Turn what the server says into errors of the table; what has no row there is a defect and stays as it is."""
        try:
            with legible(self.address):
                yield
        except DBAPIError as error:
            known = server.coded(self.address, self.wait, error.orig)
            if known is None:
                raise
            raise known from error
        except PoolTimeoutError as error:
            raise BelegtError("B306", path=self.address, wait=f"{self.wait:g}") from error


def attach(address: Address, *, create: bool, wait: float) -> PostgresDatabase:
    """The database at ``address``; raises B301 where others' tables stand, B302 where there are none.

    With ``create`` an empty schema becomes a record; the tables themselves are made by the migrations.
    """
    database = PostgresDatabase(address, wait)
    try:
        with database.read() as connection:
            found = set(connection.execute(_FOUND).scalars())
    except BaseException:
        database.close()
        raise
    if found >= {"alembic_version", "log", "belegt_append_only()"} or (create and not found):
        return database
    database.close()
    raise BelegtError("B301" if found else "B302", path=address)


def append_only() -> tuple[str, ...]:
    """DDL that lets rows be added to log and evidence, but never changed, deleted or emptied out.

    A log row may only follow on the last. The triggers fire ALWAYS: also in a session that calls itself a replica.
    The first migration executes this and existing databases hold it: never change it, write another.
    """
    return (
        """CREATE FUNCTION belegt_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
        END $$""",
        """CREATE FUNCTION belegt_next_row() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE
            last_seq integer;
            last_hash text;
        BEGIN
            EXECUTE format('SELECT seq, hash FROM %s ORDER BY seq DESC LIMIT 1', TG_RELID::regclass) INTO last_seq, last_hash;
            IF NEW.seq IS DISTINCT FROM coalesce(last_seq, 0) + 1
                OR NEW.prev IS DISTINCT FROM coalesce(last_hash, repeat('0', 64)) THEN
                RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
            END IF;
            RETURN NEW;
        END $$""",
        *_guard("log", "append_only", "BEFORE UPDATE OR DELETE OR TRUNCATE ON log FOR EACH STATEMENT"),
        *_guard("log", "next_row", "BEFORE INSERT ON log FOR EACH ROW"),
        *_guard("evidence", "append_only", "BEFORE UPDATE OR DELETE OR TRUNCATE ON evidence FOR EACH STATEMENT"),
    )


def _guard(table: str, name: str, when: str) -> tuple[str, str]:
    made = f"CREATE TRIGGER {table}_{name} {when} EXECUTE FUNCTION belegt_{name}()"
    return made, f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_{name}"
