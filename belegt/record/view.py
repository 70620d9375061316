"""The views: reports, current claims and decisions as the log tells them.

Invariant: ``apply`` is the only writer of the views, so replaying the log gives the rows that stand there.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, insert, select, update

from belegt.model import Claim, Decision, Report
from belegt.record import schema
from belegt.record.log import CLAIMS_READ, DECISION_MADE, REPORT_ADDED, Event, canonical, read
from belegt.record.state import claim_from_state, decision_from_state, report_from_state

_REPORT = (
    select(schema.reports, schema.log.c.body)
    .join(schema.log, schema.log.c.seq == schema.reports.c.seq)
    .where(schema.reports.c.id == bindparam("report"))
)
_ADD_REPORT, _ADD_CLAIMS, _ADD_DECISION = map(insert, (schema.reports, schema.claims, schema.decisions))
_READ_AGAIN = (
    update(schema.reports)
    .where(schema.reports.c.id == bindparam("report"))
    .values(reading=bindparam("reading"), reader=bindparam("reader"))
)
_DROP_READING = delete(schema.claims).where(schema.claims.c.report == bindparam("of_report"))


def apply(connection: Connection, event: Event) -> None:
    """Bring the views up to an event; an event of another kind changes none of them."""
    if event.kind == REPORT_ADDED:
        report = event.body["report"]
        row = {"id": report["id"], "seq": event.seq, "sha256": report["sha256"]}
        connection.execute(_ADD_REPORT, row)
    elif event.kind == CLAIMS_READ:
        _apply_reading(connection, event)
    elif event.kind == DECISION_MADE:
        connection.execute(_ADD_DECISION, {"id": event.body["id"], "seq": event.seq})


def _apply_reading(connection: Connection, event: Event) -> None:
    report, reader = event.body["report"], event.body["reader"]
    connection.execute(_READ_AGAIN, {"report": report, "reading": event.seq, "reader": reader})
    connection.execute(_DROP_READING, {"of_report": report})
    rows = [
        {"report": report, "id": state["id"], "n": n, "kind": state["kind"], "state": canonical(state)}
        for n, state in enumerate(event.body["claims"])
    ]
    if rows:
        connection.execute(_ADD_CLAIMS, rows)


def rebuild(connection: Connection) -> None:
    """Empty the views and replay the whole log; the caller holds the write transaction."""
    for table in schema.VIEWS:
        connection.execute(delete(table))
    for event in read(connection):
        apply(connection, event)


def report_row(connection: Connection, report: str) -> Row[Any] | None:
    """The row of a report in the view, with the ``body`` of the event that added it."""
    return connection.execute(_REPORT, {"report": report}).first()


def reports(connection: Connection) -> list[Report]:
    """Every report, in the order they were added."""
    query = select(schema.log.c.body).join(schema.reports, schema.reports.c.seq == schema.log.c.seq)
    bodies = connection.execute(query.order_by(schema.log.c.seq)).scalars()
    return [report_from_state(json.loads(body)["report"]) for body in bodies]


def claims(connection: Connection, report: str | None = None) -> list[Claim]:
    """The claims of the current readings, of one report or of all, in the order of reports and then of the text."""
    query = select(schema.claims.c.report, schema.claims.c.state).join(schema.reports)
    if report is None:
        known = {r.id: r for r in reports(connection)}
    else:
        row = report_row(connection, report)
        known = {report: report_from_state(json.loads(row.body)["report"])} if row else {}
        query = query.where(schema.claims.c.report == report)
    return made(known, connection.execute(query.order_by(schema.reports.c.seq, schema.claims.c.n)))


def made(known: Mapping[str, Report], rows: Iterable[Any]) -> list[Claim]:
    """The claims of rows, each the id of its report and its state; ``known`` are the reports."""
    return [claim_from_state(known[of], json.loads(state)) for of, state in rows]


def decisions(connection: Connection) -> list[Decision]:
    """Every decision, in the order they were made."""
    query = select(schema.log.c.body).join(schema.decisions, schema.decisions.c.seq == schema.log.c.seq)
    bodies = connection.execute(query.order_by(schema.log.c.seq)).scalars()
    return [decision_from_state(json.loads(body)) for body in bodies]
