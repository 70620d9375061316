"""Migrations: the steps that bring a record of any earlier version to today's schema, run by Alembic when it opens.

Invariant: a step never changes once a release holds it, and log rows pass through every step untouched.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import inspect, text

from belegt.errors import BelegtError
from belegt.record.database import Database
from belegt.record.schema import REVISIONS


def upgrade(database: Database) -> None:
    """Bring the schema up to date in one transaction; raises B303 for a schema that this version does not know."""
    found = _revision(database)
    if found == REVISIONS[-1]:
        return
    if found is not None and found not in REVISIONS:
        raise BelegtError("B303", path=database.address, found=found, known=REVISIONS[-1])
    # Alembic costs more to import than all the rest of the record, and is needed only here.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    with database.write() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        database.mark(connection)


def _revision(database: Database) -> str | None:
    with database.read() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
