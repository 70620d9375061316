"""The database at a server: is it a record, and are its tables, constraints, triggers and functions those that Belegt makes?

Invariant: the session can only read, and sees one state of the record from the first query to the last.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import resources
from typing import TYPE_CHECKING, Any

from belegt.address import Address
from belegt.errors import BelegtError
from belegt.record.check.finding import Finding, differences
from belegt.record.server import coded, connect, driver

if TYPE_CHECKING:
    import psycopg

    from belegt.record.check.rows import Answer

WAIT = 10.0
"""Seconds to wait for the server, and for whoever changes its tables."""

_SPACE = "n.nspname = current_schema()"
_FOREIGN = "NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = {oid} AND d.deptype = 'e')"
_OF_TABLE = f"JOIN pg_class c ON c.oid = x.{{of}} JOIN pg_namespace n ON n.oid = c.relnamespace WHERE {_SPACE}"
_QUERIES = (
    f"""SELECT CASE c.relkind WHEN 'r' THEN 'table' WHEN 'i' THEN 'index' WHEN 'v' THEN 'view' ELSE 'object' END, c.relname,
        concat_ws(' ', c.relpersistence::text, CASE WHEN c.relrowsecurity THEN 'row security' END,
        CASE WHEN NOT i.indisvalid THEN 'not valid' END, CASE WHEN i.indexrelid IS NOT NULL THEN 'on ' || i.indrelid::regclass END)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_index i ON i.indexrelid = c.oid
        WHERE {_SPACE} AND c.relkind <> 'c' AND {_FOREIGN.format(oid="c.oid")}""",
    f"""SELECT 'column', c.relname || '.' || x.attname, concat_ws(' ', format_type(x.atttypid, x.atttypmod),
        CASE WHEN x.attnotnull THEN 'not null' END, CASE WHEN x.atthasdef THEN 'computed' END, nullif(x.attidentity::text, ''))
        FROM pg_attribute x {_OF_TABLE.format(of="attrelid")} AND x.attnum > 0 AND NOT x.attisdropped AND c.relkind = 'r'
        AND {_FOREIGN.format(oid="c.oid")}""",
    f"""SELECT 'constraint', c.relname || '.' || x.conname, pg_get_constraintdef(x.oid)
        FROM pg_constraint x {_OF_TABLE.format(of="conrelid")} AND x.contype <> 'n'""",
    f"""SELECT 'trigger', c.relname || '.' || x.tgname, x.tgenabled::text || ' ' || pg_get_triggerdef(x.oid, true)
        FROM pg_trigger x {_OF_TABLE.format(of="tgrelid")} AND NOT x.tgisinternal""",
    f"""SELECT 'rule', c.relname || '.' || x.rulename, pg_get_ruledef(x.oid)
        FROM pg_rewrite x {_OF_TABLE.format(of="ev_class")} AND x.rulename <> '_RETURN' AND {_FOREIGN.format(oid="c.oid")}""",
    f"SELECT 'policy', c.relname || '.' || x.polname, '' FROM pg_policy x {_OF_TABLE.format(of='polrelid')}",
    f"SELECT 'heir', x.inhrelid::regclass::text, c.relname FROM pg_inherits x {_OF_TABLE.format(of='inhparent')}",
    f"SELECT 'heir', c.relname, x.inhparent::regclass::text FROM pg_inherits x {_OF_TABLE.format(of='inhrelid')}",
    f"""SELECT 'function', p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')', concat_ws(' ', l.lanname,
        format_type(p.prorettype, NULL), CASE WHEN p.prosecdef THEN 'definer' END, array_to_string(p.proconfig, ','), p.prosrc)
        FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace JOIN pg_language l ON l.oid = p.prolang
        WHERE {_SPACE} AND {_FOREIGN.format(oid="p.oid")}""",
)
"""Kind, name and definition of everything in the schema that changes what its tables say or take in."""


class UnreadableError(Exception):
    """The server cannot give out what the record holds."""


class Pieces:
    """An answer that is fetched piece by piece."""

    def __init__(self, cursor: psycopg.ServerCursor[tuple[Any, ...]]) -> None:
        self._cursor = cursor

    def __iter__(self) -> Iterator[Any]:
        with self._cursor as rows:
            yield from rows

    def fetchone(self) -> Any:
        """The first row."""
        return next(iter(self), None)

    def fetchall(self) -> list[Any]:
        """Every row."""
        return list(self)


class Session:
    """A reading session as the check asks it."""

    def __init__(self, connection: psycopg.Connection[tuple[Any, ...]]) -> None:
        self._connection = connection
        self._asked = 0

    def execute(self, query: str, values: Sequence[Any] = (), /) -> Answer:
        """The answer to a query in which ``?`` stands for a value."""
        if values:
            return self._connection.execute(query.replace("?", "%s").encode(), values)
        self._asked += 1
        cursor = self._connection.cursor(f"check{self._asked}")
        return Pieces(cursor.execute(query.encode()))


@contextmanager
def session(address: Address) -> Iterator[Session]:
    """The record at ``address``, open for reading; raises B301, B302, B320 to B325, UnreadableError for what is damaged."""
    psycopg = driver()
    settings = {"default_transaction_read_only": "on", "lock_timeout": f"{WAIT * 1000:.0f}"}
    connection = connect(address, WAIT, settings)
    try:
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        connection.read_only = True
        opened = Session(connection)
        names = {(kind, name) for kind, name in _found(opened)}
        if ("table", "log") not in names or ("function", "belegt_append_only()") not in names:
            raise BelegtError("B301" if names else "B302", path=address)
        yield opened
    except psycopg.Error as error:
        known = coded(address, WAIT, error)
        if known is None or known.code in ("B308", "B310"):
            raise UnreadableError(error) from error
        raise known from error
    finally:
        connection.close()


def strange_objects(rows: Session) -> Iterator[Finding]:
    """Whatever in the schema is missing, changed or not Belegt's."""
    listed = resources.files("belegt.record.check").joinpath("catalog.txt").read_text(encoding="utf-8")
    expected = dict(line.split(": ", 1) for line in listed.splitlines() if line and not line.startswith("#"))
    found = {f"{kind} {name}": said for (kind, name), said in _found(rows).items()}
    yield from differences(expected, found)


def _found(rows: Session) -> dict[tuple[str, str], str]:
    return {
        (kind, name): " ".join(said.split())
        for query in _QUERIES
        for kind, name, said in rows.execute(query).fetchall()
    }
