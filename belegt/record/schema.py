"""The tables of a record as it stands today; the migrations bring older files here.

``log`` and ``evidence`` are the record; ``reports``, ``claims`` and ``decisions`` are views, derived from the log
alone. Invariant: dropping every row of the views and replaying the log gives the same rows.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, MetaData, Table, Text

REVISIONS = ("0001",)
"""Every schema that this version can open, oldest first; the last is the one that it writes."""

metadata = MetaData()

log = Table(
    "log",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("prev", Text, nullable=False),
    Column("hash", Text, nullable=False),
)

evidence = Table(
    "evidence",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("deflated", LargeBinary, nullable=False),
)

reports = Table(
    "reports",
    metadata,
    Column("id", Text, primary_key=True),
    Column("seq", Integer, ForeignKey("log.seq"), nullable=False, unique=True),
    Column("sha256", Text, ForeignKey("evidence.sha256"), nullable=False),
    Column("reading", Integer, ForeignKey("log.seq")),
    Column("reader", Text),
)

claims = Table(
    "claims",
    metadata,
    Column("report", Text, ForeignKey("reports.id"), primary_key=True),
    Column("id", Text, primary_key=True),
    Column("n", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("state", Text, nullable=False),
)

decisions = Table(
    "decisions",
    metadata,
    Column("id", Text, primary_key=True),
    Column("seq", Integer, ForeignKey("log.seq"), nullable=False, unique=True),
)

VIEWS = (claims, reports, decisions)
"""The derived tables, those that point to others first."""
