"""The first schema: the log, the evidence, and the views of reports, claims and decisions."""

import sqlalchemy as sa
from alembic import op

from belegt.record import postgres, sqlite

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables, and make the log and the evidence append-only."""
    _record()
    _views()
    guards = sqlite.append_only if op.get_bind().dialect.name == "sqlite" else postgres.append_only
    for statement in guards():
        op.execute(statement)


def _record() -> None:
    op.create_table(
        "log",
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("prev", sa.Text, nullable=False),
        sa.Column("hash", sa.Text, nullable=False),
    )
    op.create_table(
        "evidence",
        sa.Column("sha256", sa.Text, primary_key=True),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("deflated", sa.LargeBinary, nullable=False),
    )


def _views() -> None:
    op.create_table(
        "reports",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("seq", sa.Integer, sa.ForeignKey("log.seq"), nullable=False, unique=True),
        sa.Column("sha256", sa.Text, sa.ForeignKey("evidence.sha256"), nullable=False),
        sa.Column("reading", sa.Integer, sa.ForeignKey("log.seq")),
        sa.Column("reader", sa.Text),
    )
    op.create_table(
        "claims",
        sa.Column("report", sa.Text, sa.ForeignKey("reports.id"), primary_key=True),
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("n", sa.Integer, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
    )
    op.create_table(
        "decisions",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("seq", sa.Integer, sa.ForeignKey("log.seq"), nullable=False, unique=True),
    )
