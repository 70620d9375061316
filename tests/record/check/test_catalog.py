"""The check of a record at a server finds whatever is done to it, with the triggers off and put back in the end."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from typing import Any

import pytest

from belegt.errors import BelegtError
from belegt.record import check, open_record
from belegt.record.check import _at_server
from belegt.record.check.catalog import Session, _found
from tests.conftest import new_schema
from tests.record.check.tampering import changed
from tests.record.samples import READER, claims_of, decision, noon, raw_of, sample

psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed (pip install '.[postgres]')")

TRIALS = int(os.environ.get("BELEGT_TAMPERINGS", "2000")) // 80
TABLES = {
    "log": "seq",
    "evidence": "sha256",
    "reports": "id",
    "claims": "id",
    "decisions": "id",
    "alembic_version": "version_num",
}
GUARDS = (("log", "log_append_only"), ("log", "log_next_row"), ("evidence", "evidence_append_only"))
Shell = Any


@pytest.fixture(scope="module")
def sound(server: str) -> tuple[str, tuple[int, str]]:
    """The address of a sound record, and its head."""
    place = new_schema(server)
    with open_record(place, create=True, clock=noon) as record:
        for n in range(5):
            record.add(sample(n), raw_of(sample(n)), claims_of(sample(n)), READER)
        record.add(sample(2), raw_of(sample(2)), claims_of(sample(2), "rules 2")[:3], "rules 2")
        record.decide(decision(1))
        record.decide(decision(2, "hide"))
        return place, record.head()


@pytest.fixture(scope="module")
def keeper(sound: tuple[str, tuple[int, str]]) -> Iterator[Shell]:
    """A session of somebody who may do anything."""
    with closing(psycopg.connect(sound[0], autocommit=True)) as connection:
        yield connection


@pytest.fixture
def shell(keeper: Shell) -> Iterator[Shell]:
    """Its open transaction, which is taken back in the end."""
    with keeper.transaction(force_rollback=True):
        yield keeper


def _open(shell: Shell) -> None:
    for table in TABLES:
        shell.execute(f"ALTER TABLE {table} DISABLE TRIGGER ALL")


def _shut(shell: Shell) -> None:
    for table in TABLES:
        shell.execute(f"ALTER TABLE {table} ENABLE TRIGGER ALL")
    for table, guard in GUARDS:
        shell.execute(f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {guard}")


def _codes(shell: Shell, head: tuple[int, str]) -> set[str]:
    return {finding.code for finding in _at_server(Session(shell), head)}


def _says(shell: Shell) -> object:
    rows = {table: sorted(map(repr, shell.execute(f"SELECT * FROM {table}").fetchall())) for table in TABLES}
    return rows, _found(Session(shell))


def test_a_sound_record_has_no_findings(sound: tuple[str, tuple[int, str]]) -> None:
    place, head = sound
    assert check(place) == check(place, head) == check(place, (0, "0" * 64)) == []
    assert [f.code for f in check(place, (head[0], "f" * 64))] == ["B510"]


def test_a_record_is_sound_while_it_is_written_to(sound: tuple[str, tuple[int, str]], shell: Shell) -> None:
    shell.execute("DELETE FROM claims")
    assert check(*sound) == []


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE log SET body = replace(body, 'mindestens', 'genau') WHERE seq = 1", "B504"),
        ("UPDATE log SET at = '2020-01-01T00:00:00.000000Z' WHERE seq = 2", "B504"),
        ("UPDATE log SET prev = hash WHERE seq = 4", "B505"),
        ("DELETE FROM log WHERE seq = 4", "B503"),
        ("DELETE FROM log WHERE seq > 12; DELETE FROM decisions WHERE seq > 12", "B510"),
        ("UPDATE log SET body = '[]' WHERE seq = 3", "B506"),
        ("UPDATE evidence SET deflated = '\\x00'", "B507"),
        ("UPDATE evidence SET size = size + 1", "B507"),
        ("DELETE FROM evidence", "B507"),
        ("INSERT INTO evidence VALUES ('x', 0, '')", "B507"),
        ("UPDATE log SET body = replace(body, '\"start\":', '\"start\":1') WHERE seq = 2", "B508"),
        ("UPDATE claims SET n = n + 1", "B509"),
        ("DELETE FROM claims", "B509"),
        ("INSERT INTO claims VALUES ('x', 'x', 0, 'killed', '{}')", "B509"),
        ("UPDATE reports SET reader = 'rules 9'", "B509"),
        ("DELETE FROM reports WHERE id = 'report-3'", "B509"),
        ("DELETE FROM decisions", "B509"),
        ("UPDATE alembic_version SET version_num = '0000'", "B502"),
    ],
)
def test_each_kind_of_change_has_its_own_code(
    sound: tuple[str, tuple[int, str]], shell: Shell, statement: str, code: str
) -> None:
    _open(shell)
    shell.execute(statement)
    _shut(shell)
    assert code in _codes(shell, sound[1])


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TRIGGER log_append_only ON log",
        "ALTER TABLE log ENABLE TRIGGER log_append_only",
        "ALTER TABLE evidence DISABLE TRIGGER evidence_append_only",
        "CREATE OR REPLACE FUNCTION belegt_append_only() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
        "ALTER FUNCTION belegt_next_row() SECURITY DEFINER",
        "CREATE FUNCTION quiet() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
        "CREATE RULE quiet AS ON DELETE TO claims DO INSTEAD NOTHING",
        "CREATE TABLE notes (note text)",
        "CREATE VIEW silence AS SELECT * FROM log",
        "CREATE INDEX log_kind ON log (kind)",
        "ALTER TABLE log ADD COLUMN extra text",
        "ALTER TABLE log ALTER COLUMN at DROP NOT NULL",
        "ALTER TABLE log ALTER COLUMN kind SET DEFAULT 'x'",
        "ALTER TABLE evidence ALTER COLUMN size TYPE bigint",
        "ALTER TABLE claims RENAME TO claims_old",
        "DROP TABLE decisions",
        "ALTER TABLE decisions DROP CONSTRAINT decisions_seq_key",
        "ALTER TABLE log ENABLE ROW LEVEL SECURITY",
        "ALTER TABLE reports SET UNLOGGED",
        "CREATE TABLE heir () INHERITS (log)",
    ],
)
def test_any_change_of_the_schema_is_found(sound: tuple[str, tuple[int, str]], shell: Shell, statement: str) -> None:
    if "UNLOGGED" in statement:
        shell.execute("ALTER TABLE claims DROP CONSTRAINT claims_report_fkey")
    shell.execute(statement)
    assert _codes(shell, sound[1]) == {"B502"}


def _change(shell: Shell, chance: random.Random) -> None:
    """One character, one bit or one unit of any column of any row."""
    table = chance.choice(list(TABLES))
    columns = shell.execute(f"SELECT * FROM {table} LIMIT 0").description
    column, place = chance.choice(columns).name, _a_row(shell, table, chance)
    value = shell.execute(f"SELECT {column} FROM {table} WHERE ctid = %s", place).fetchone()[0]
    shell.execute(f"UPDATE {table} SET {column} = %s WHERE ctid = %s", (changed(value, chance, "x0 äß٣🕊"), *place))


def _delete(shell: Shell, chance: random.Random) -> None:
    table = chance.choice(list(TABLES))
    shell.execute(f"DELETE FROM {table} WHERE ctid = %s", _a_row(shell, table, chance))


def _insert(shell: Shell, chance: random.Random) -> None:
    """A row like another, with a key of its own."""
    table = chance.choice(("log", "evidence", "reports", "claims", "decisions"))
    row = shell.execute(f"SELECT * FROM {table} WHERE ctid = %s", _a_row(shell, table, chance))
    names = [column.name for column in row.description]
    values = dict(zip(names, row.fetchone(), strict=True))
    new = chance.randrange(1000, 2000)
    values |= {TABLES[table]: new if table == "log" else f"{values[TABLES[table]]}{new}"}
    if table in ("reports", "decisions"):
        values["seq"] = new
    shell.execute(f"INSERT INTO {table} VALUES ({', '.join(['%s'] * len(values))})", list(values.values()))


def _swap(shell: Shell, chance: random.Random) -> None:
    """Two rows trade what they say."""
    table, column = chance.choice(
        (("log", "body"), ("evidence", "deflated"), ("claims", "state"), ("reports", "sha256"))
    )
    one, other = _a_row(shell, table, chance), _a_row(shell, table, chance)
    values = [shell.execute(f"SELECT {column} FROM {table} WHERE ctid = %s", at).fetchone()[0] for at in (one, other)]
    if one != other:
        for at, value in ((one, values[1]), (other, values[0])):
            shell.execute(f"UPDATE {table} SET {column} = %s WHERE ctid = %s", (value, *at))


def _a_row(shell: Shell, table: str, chance: random.Random) -> tuple[str]:
    rows = [row[0] for row in shell.execute(f"SELECT ctid::text FROM {table} ORDER BY ctid").fetchall()]
    return (chance.choice(rows),)


WAYS: tuple[Callable[[Shell, random.Random], None], ...] = (_change, _change, _change, _delete, _insert, _swap)


def test_any_tampering_with_rows_is_found(sound: tuple[str, tuple[int, str]], keeper: Shell) -> None:
    chance, found = random.Random(1), 0
    says = _says_now(keeper)
    for trial in range(TRIALS):
        way = chance.choice(WAYS)
        with keeper.transaction(force_rollback=True):
            _open(keeper)
            with suppress(psycopg.IntegrityError, psycopg.DataError), keeper.transaction():
                way(keeper, chance)
            _shut(keeper)
            if _codes(keeper, sound[1]):
                found += 1
            else:
                assert _says(keeper) == says, f"{way.__name__} in trial {trial} went unseen"
    assert found > 0.7 * TRIALS
    assert check(*sound) == []


def _says_now(keeper: Shell) -> object:
    with keeper.transaction():
        return _says(keeper)


def test_a_server_that_cannot_give_out_a_row_has_a_damaged_record(server: str) -> None:
    address = new_schema(server)
    with open_record(address, create=True, clock=noon) as record:
        record.add(sample(1), raw_of(sample(1)), claims_of(sample(1)), READER)
    with closing(psycopg.connect(address, autocommit=True)) as shell:
        _open(shell)
        shell.execute('UPDATE log SET body = replace(body, \'"id":"report-1"\', \'"id":"\\u0000"\') WHERE seq = 1')
        _shut(shell)
    assert {"B504", "B501"} <= {finding.code for finding in check(address)}


def test_a_record_whose_marks_are_gone_is_none(server: str) -> None:
    address = new_schema(server)
    with open_record(address, create=True):
        pass
    with closing(psycopg.connect(address, autocommit=True)) as shell:
        shell.execute("DROP FUNCTION belegt_append_only CASCADE")
    with pytest.raises(BelegtError) as caught:
        check(address)
    assert caught.value.code == "B301"
