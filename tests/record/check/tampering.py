"""Ways to tamper with a record, and what a record says, to tell harmless changes from others."""

from __future__ import annotations

import random
import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

TABLES = ("log", "evidence", "reports", "claims", "decisions", "alembic_version")
Shell = sqlite3.Connection


class Sound(NamedTuple):
    """A sound record: its bytes, its head, its contents."""

    content: bytes
    head: tuple[int, str]
    says: object


def contents(path: Path) -> object:
    """All that a record says: every row of every table with the types of its values, and the schema."""
    with closing(sqlite3.connect(path)) as shell:
        objects = shell.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY 1, 2").fetchall()
        tables = [name for kind, name, _, _ in objects if kind == "table"]
        rows = {name: sorted(map(repr, map(_plain, shell.execute(f"SELECT * FROM {name}")))) for name in tables}
        return objects, rows, shell.execute("PRAGMA application_id").fetchone()


def _plain(row: tuple[object, ...]) -> list[object]:
    return [_inflated(value) if isinstance(value, bytes) else value for value in row]


def _inflated(value: bytes) -> bytes:
    inflater = zlib.decompressobj()
    try:
        raw = inflater.decompress(value)
    except zlib.error:
        return value
    return raw if inflater.eof and not inflater.unused_data else value


def columns(shell: Shell, table: str) -> list[str]:
    return [row[1] for row in shell.execute(f"PRAGMA table_info({table})")]


def a_row(shell: Shell, table: str, chance: random.Random) -> int:
    rowids = [row[0] for row in shell.execute(f"SELECT rowid FROM {table}")]
    return int(chance.choice(rowids))


def change_a_value(shell: Shell, chance: random.Random) -> None:
    """One character, one bit or one unit of any column of any row."""
    table = chance.choice(TABLES)
    column, rowid = chance.choice(columns(shell, table)), a_row(shell, table, chance)
    (value,) = shell.execute(f"SELECT {column} FROM {table} WHERE rowid = ?", (rowid,)).fetchone()
    shell.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (changed(value, chance, "x0 äß٣🕊\x00"), rowid))


def changed(value: object, chance: random.Random, letters: str) -> object:
    """Another number, a flipped bit, or one of the letters put into a text."""
    if isinstance(value, int):
        return value + chance.choice([-1, 1, 1000])
    if isinstance(value, bytes):
        at = chance.randrange(len(value))
        return value[:at] + bytes([value[at] ^ (1 << chance.randrange(8))]) + value[at + 1 :]
    text = str(value)
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(letters) + text[at + chance.randrange(2) :]


def change_a_type(shell: Shell, chance: random.Random) -> None:
    """The same bytes as a blob, nothing in place of something, or text that is no UTF-8."""
    table = chance.choice(TABLES)
    column, rowid = chance.choice(columns(shell, table)), a_row(shell, table, chance)
    new = chance.choice([f"CAST({column} AS BLOB)", "x''", "''", "CAST(x'ff61' AS TEXT)", f"{column} || ''", "0.5"])
    shell.execute(f"UPDATE {table} SET {column} = {new} WHERE rowid = ?", (rowid,))


def delete_a_row(shell: Shell, chance: random.Random) -> None:
    table = chance.choice(TABLES)
    shell.execute(f"DELETE FROM {table} WHERE rowid = ?", (a_row(shell, table, chance),))


def delete_many_rows(shell: Shell, chance: random.Random) -> None:
    table = chance.choice(TABLES)
    shell.execute(f"DELETE FROM {table} WHERE rowid >= ?", (a_row(shell, table, chance),))


def swap_two_values(shell: Shell, chance: random.Random) -> None:
    """Two rows trade all but their key, as reordering does."""
    table = chance.choice(("log", "evidence", "reports", "claims"))
    moved = columns(shell, table)[1:] if table != "claims" else ["n", "kind", "state"]
    one, other = a_row(shell, table, chance), a_row(shell, table, chance)
    query = f"SELECT {', '.join(moved)} FROM {table} WHERE rowid = ?"
    rows = [shell.execute(query, (rowid,)).fetchone() for rowid in (one, other)]
    if table == "reports":
        shell.execute("UPDATE reports SET seq = -seq WHERE rowid IN (?, ?)", (one, other))
    for rowid, values in ((one, rows[1]), (other, rows[0])):
        shell.execute(f"UPDATE {table} SET {', '.join(f'{c} = ?' for c in moved)} WHERE rowid = ?", (*values, rowid))


def insert_a_row(shell: Shell, chance: random.Random) -> None:
    """A row like another, with a key of its own."""
    table = chance.choice(("log", "evidence", "reports", "claims", "decisions"))
    values = list(shell.execute(f"SELECT * FROM {table} WHERE rowid = ?", (a_row(shell, table, chance),)).fetchone())
    new = chance.randrange(1000, 2000)
    values[0] = new if table == "log" else values[0] if table == "claims" else f"{values[0]}{new}"
    if table == "claims":
        values[1] = f"c{new}"
    if table in ("reports", "decisions"):
        values[1] = new
    shell.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(values))})", values)


def change_the_schema(shell: Shell, chance: random.Random) -> None:
    guards = [row[0] for row in shell.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")]
    shell.execute(
        chance.choice(
            [
                *(f"DROP TRIGGER {name}" for name in guards),
                "CREATE TRIGGER quiet AFTER INSERT ON log BEGIN DELETE FROM claims; END",
                "CREATE TABLE notes (note TEXT)",
                "CREATE VIEW silence AS SELECT * FROM log",
                "CREATE INDEX log_kind ON log (kind)",
                "ALTER TABLE log ADD COLUMN extra TEXT",
                "ALTER TABLE claims RENAME TO claims_old",
                "DROP TABLE decisions",
                "PRAGMA application_id = 7",
                "PRAGMA application_id = 0",
            ]
        )
    )


WAYS: tuple[Callable[[Shell, random.Random], None], ...] = (
    change_a_value,
    change_a_value,
    change_a_value,
    change_a_type,
    delete_a_row,
    delete_many_rows,
    swap_two_values,
    insert_a_row,
    change_the_schema,
)


def tamper(path: Path, chance: random.Random) -> str:
    """Change the record as somebody would who knows SQLite: without the guards, which are put back in the end."""
    way = chance.choice(WAYS)
    with closing(sqlite3.connect(path, isolation_level=None)) as shell:
        shell.execute("PRAGMA synchronous = OFF")
        guards = shell.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        shell.execute("BEGIN")
        if way is not change_the_schema:
            for name, _ in guards:
                shell.execute(f"DROP TRIGGER {name}")
        with suppress(sqlite3.IntegrityError):  # SQLite itself refused it
            way(shell, chance)
        if way is not change_the_schema:
            for _, sql in guards:
                shell.execute(sql)
        shell.execute("COMMIT")
    return way.__name__
