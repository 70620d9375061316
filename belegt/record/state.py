"""Model values as the log holds them: the contract's fields and what the contract leaves out (position, reader).

Invariant: ``X_from_state(X_state(value))`` gives back every field of the value.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from belegt.errors import BelegtError
from belegt.model import Claim, Decision, Report, Source, Where, claim_from_dict
from belegt.model.decision import ACTS


def moment(at: datetime) -> str:
    """A moment as the record writes it: UTC, microseconds. Raises B313 when it has no time zone."""
    if at.tzinfo is None:
        raise BelegtError("B313", field="time zone")
    return at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def report_state(report: Report) -> dict[str, Any]:
    """All of a report."""
    url = {"source_url": report.source.url} if report.source.url else {}
    return {**report.as_dict(), **url}


def report_from_state(state: Mapping[str, Any]) -> Report:
    """The report that ``report_state`` wrote."""
    report = Report.from_dict(state)
    if "source_url" not in state:
        return report
    return replace(report, source=Source(report.source.name, report.source.kind, state["source_url"]))


def claim_state(claim: Claim) -> dict[str, Any]:
    """All of a claim."""
    where = claim.where
    position = {"lat": where.lat, "lon": where.lon, "precision": where.precision, "within": list(where.within)}
    return {**claim.as_dict(), "position": position, "reader": claim.reader}


def claim_from_state(report: Report, state: Mapping[str, Any]) -> Claim:
    """The claim that ``claim_state`` wrote; raises B102 when its quote does not stand in the report."""
    claim = claim_from_dict(report, state)
    position = {**state["position"], "within": tuple(state["position"]["within"])}
    return replace(claim, where=Where(claim.where.text, claim.where.place, **position), reader=state["reader"])


def decision_state(decision: Decision) -> dict[str, Any]:
    """All of a decision; raises B313 for one without target, author or time zone, B103 for an unknown act."""
    if decision.act not in ACTS:
        raise BelegtError("B103", value=decision.act, vocabulary="act", known=", ".join(ACTS))
    for field in ("targets", "author"):
        if not getattr(decision, field):
            raise BelegtError("B313", field=field)
    return {
        "act": decision.act,
        "targets": list(decision.targets),
        "author": decision.author,
        "at": moment(decision.at),
        "reason": decision.reason,
        "value": decision.value,
    }


def decision_from_state(state: Mapping[str, Any]) -> Decision:
    """The decision that ``decision_state`` wrote."""
    return Decision(
        act=state["act"],
        targets=tuple(state["targets"]),
        author=state["author"],
        at=datetime.fromisoformat(state["at"]),
        reason=state["reason"],
        value=state["value"],
    )
