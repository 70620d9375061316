from __future__ import annotations

import json
from dataclasses import fields

from hypothesis import given
from hypothesis import strategies as st

from belegt.model import Decision, Report
from belegt.record.log import canonical
from belegt.record.state import (
    claim_from_state,
    claim_state,
    decision_from_state,
    decision_state,
    report_from_state,
    report_state,
)
from tests.record.values import DECISIONS, REPORTS, claims


def _same(one: object, other: object) -> bool:
    """Field by field, also those that the model leaves out of its own comparison."""
    return type(one) is type(other) and all(
        getattr(one, f.name) == getattr(other, f.name)
        for f in fields(one)  # type: ignore[arg-type]
    )


@given(REPORTS)
def test_a_report_comes_back_with_every_field(report: Report) -> None:
    assert _same(report_from_state(json.loads(canonical(report_state(report)))), report)


@given(st.data())
def test_a_claim_of_any_kind_comes_back_with_every_field(data: st.DataObject) -> None:
    report = data.draw(REPORTS)
    claim = data.draw(claims(report))
    again = claim_from_state(report, json.loads(canonical(claim_state(claim))))
    assert _same(again, claim)
    assert again.quote == report.text[claim.passage.start : claim.passage.end]


@given(DECISIONS)
def test_a_decision_comes_back_with_every_field_and_its_id(decision: Decision) -> None:
    again = decision_from_state(json.loads(canonical(decision_state(decision))))
    assert _same(again, decision)
    assert again.id == decision.id
