from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from belegt.errors import REFUSED, BelegtError
from belegt.record import Record, migrations, open_record
from belegt.record.schema import REVISIONS, metadata


def test_the_known_revisions_are_those_that_lie_in_the_folder() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    found = [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()]
    assert tuple(reversed(found)) == REVISIONS


def test_the_migrations_make_the_tables_that_the_code_works_with(record: Record) -> None:
    with record._database.read() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_a_record_of_a_newer_schema_is_refused_and_not_touched(filled: Record, path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as newer:
        newer.execute("UPDATE alembic_version SET version_num = '9999'")
    filled.close()
    before = path.read_bytes()
    with pytest.raises(BelegtError, match="9999") as caught:
        open_record(path, create=True)
    assert (caught.value.code, caught.value.exit_code) == ("B303", REFUSED)
    assert path.read_bytes() == before


def test_a_making_that_broke_off_is_done_again(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    with pytest.raises(BelegtError) as caught:
        open_record(path)
    assert caught.value.code == "B301"
    with open_record(path, create=True) as record:
        assert record.head().seq == 0


def test_opening_a_current_record_does_not_load_alembic(filled: Record, path: Path) -> None:
    code = f"import sys; from belegt.record import open_record; open_record({str(path)!r}).claims(); print('alembic' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_every_table_can_be_made_in_postgresql_too() -> None:
    for table in metadata.sorted_tables:
        assert "CREATE TABLE" in str(CreateTable(table).compile(dialect=postgresql.dialect()))
