"""What goes into the log: a report with its evidence and its reading, a new reading, a decision.

Invariant: nothing is overwritten. The same act twice is one act, and a report that changed under its id is refused.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from sqlalchemy import Connection, Row, bindparam, insert, select

from belegt.errors import BelegtError
from belegt.model import Claim, Decision, Report, digest
from belegt.record import schema, view
from belegt.record.log import CLAIMS_READ, DECISION_MADE, REPORT_ADDED, append, read
from belegt.record.state import claim_state, decision_state, report_state

_KEPT = select(schema.evidence.c.size).where(schema.evidence.c.sha256 == bindparam("sha256"))
_KEEP = insert(schema.evidence)
_BODY = select(schema.log.c.body).where(schema.log.c.seq == bindparam("seq"))

FIXED = ("text", "published", "source", "url")
"""What a report of the same id must agree in; the rest is found by machine and may differ with the version."""


@dataclass(frozen=True, slots=True)
class Added:
    """What ``add`` did: ``status`` is "added" or "known"; ``reread`` says that a known report got a new reading."""

    status: Literal["added", "known"]
    report: str
    claims: int
    reread: bool = False


def add(connection: Connection, at: str, report: Report, raw: bytes, reading: tuple[Sequence[Claim], str]) -> Added:
    """Add a report, its evidence and its reading (claims and reader), or only the reading where the report is known."""
    claims, reader = reading
    report = _with_hash(report, raw)
    states = [claim_state(claim) for claim in _of_report(report, claims)]
    row = view.report_row(connection, report.id)
    if row is not None:
        require_same(row, report)
        if row.reader == reader and _current(connection, row) == states:
            return Added("known", report.id, len(states))
    else:
        _keep(connection, report.sha256, raw)
        _happen(connection, at, REPORT_ADDED, {"report": report_state(report)})
    _happen(connection, at, CLAIMS_READ, {"report": report.id, "reader": reader, "claims": states})
    return Added("known" if row else "added", report.id, len(states), reread=row is not None)


def decide(connection: Connection, at: str, decision: Decision, seen: int | None = None) -> str:
    """Add a decision and return its id; one that stands in the record already is not added again.

    Raises B807 when a decision on one of its targets came after event ``seen``.
    """
    body = {"id": decision.id, **decision_state(decision)}
    known = select(schema.decisions.c.seq).where(schema.decisions.c.id == decision.id)
    if connection.execute(known).first() is None:
        if seen is not None and any(
            set(event.body["targets"]) & set(decision.targets) for event in read(connection, DECISION_MADE, seen)
        ):
            raise BelegtError("B807", target=", ".join(decision.targets))
        _happen(connection, at, DECISION_MADE, body)
    return decision.id


def require_same(row: Row[Any], report: Report) -> None:
    """Raise B304 when a report differs from the one that the record holds under its id."""
    old, new = json.loads(row.body)["report"], report_state(report)
    for field in FIXED:
        if old.get(field) != new.get(field):
            raise BelegtError("B304", report=report.id, field=field)


def _happen(connection: Connection, at: str, kind: str, body: dict[str, Any]) -> None:
    view.apply(connection, append(connection, at, kind, body))


def _current(connection: Connection, row: Row[Any]) -> list[dict[str, Any]]:
    body = connection.execute(_BODY, {"seq": row.reading}).scalar_one()
    states: list[dict[str, Any]] = json.loads(body)["claims"]
    return states


def _with_hash(report: Report, raw: bytes) -> Report:
    found = digest(raw)
    if report.sha256 and report.sha256 != found:
        raise BelegtError("B309", report=report.id, named=report.sha256, found=found)
    return replace(report, sha256=found)


def _of_report(report: Report, claims: Sequence[Claim]) -> Sequence[Claim]:
    seen: set[str] = set()
    for claim in claims:
        if claim.report.id != report.id or claim.report.text != report.text:
            raise BelegtError("B311", claim=claim.id, problem="is not read from", report=report.id)
        if claim.id in seen:
            raise BelegtError("B311", claim=claim.id, problem="stands twice in", report=report.id)
        seen.add(claim.id)
    return claims


def _keep(connection: Connection, sha256: str, raw: bytes) -> None:
    if connection.execute(_KEPT, {"sha256": sha256}).first() is None:
        connection.execute(_KEEP, {"sha256": sha256, "size": len(raw), "deflated": zlib.compress(raw)})
