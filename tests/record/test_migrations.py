from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from belegt.errors import REFUSED, BelegtError
from belegt.record import Record, check, migrations, open_record
from belegt.record.schema import REVISIONS, metadata


def test_the_known_revisions_are_those_that_lie_in_the_folder() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    found = [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()]
    assert tuple(reversed(found)) == REVISIONS


def test_the_migrations_make_the_tables_that_the_code_works_with(record: Record) -> None:
    with record._database.read() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_a_record_of_a_newer_schema_is_refused_and_not_touched(filled: Record, place: str) -> None:
    with filled._database.write() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    head = filled.head()
    with pytest.raises(BelegtError, match="9999") as caught:
        open_record(place, create=True)
    assert (caught.value.code, caught.value.exit_code) == ("B303", REFUSED)
    assert filled.head() == head
    assert [finding.code for finding in check(place)] == ["B502"]


def test_opening_a_current_record_does_not_load_alembic(filled: Record, place: str) -> None:
    code = f"import sys; from belegt.record import open_record; open_record({place!r}).claims(); print('alembic' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
