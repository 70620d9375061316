"""Values travel between processes whole, and an id says the same of its parts however they are written down."""

from __future__ import annotations

import hashlib
import json
import pickle
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from belegt.model import (
    Claim,
    ControlClaim,
    FacilityClaim,
    HarmClaim,
    Passage,
    ProposalClaim,
    Quantity,
    Report,
    StatementClaim,
    When,
    Where,
    Why,
)
from belegt.model.ids import content_id

REPORT = Report(id="a", text="Two men were killed in Rakta on Friday.", lang="en", published=date(2016, 3, 5))
COMMON = {
    "passage": Passage(REPORT, 0, 23),
    "when": When("on Friday", date(2016, 3, 4), date(2016, 3, 4)),
    "where": Where("in Rakta", "Rakta", 33.1, 43.2, "town", ("Anbar", "Iraq")),
    "by": ("the army",),
    "why": (Why("count:exact", "Two"),),
    "reader": "rules 1",
}
CLAIMS = [
    HarmClaim(**COMMON, kind="killed", count=Quantity("Two", 2, 2), who=("man",)),
    FacilityClaim(**COMMON, facility="hospital", status="hit"),
    ControlClaim(**COMMON, area="Rakta", change="taken"),
    ProposalClaim(**COMMON, what="ceasefire", answer="rejected"),
    StatementClaim(**COMMON, speaker="the army", mode="indirect"),
]
PARTS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.dates() | st.floats(allow_nan=False),
    lambda inner: st.lists(inner) | st.tuples(inner, inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.kind)
def test_a_claim_arrives_in_another_process_as_it_was_sent(claim: Claim) -> None:
    arrived = pickle.loads(pickle.dumps([claim, claim]))[1]
    assert type(arrived) is type(claim)
    assert arrived == claim
    assert (arrived.why, arrived.reader, arrived.as_dict()) == (claim.why, claim.reader, claim.as_dict())


def test_claims_of_one_report_arrive_with_one_report() -> None:
    first, second, *_ = pickle.loads(pickle.dumps(CLAIMS))
    assert first.report is second.report
    assert first.report == REPORT


@given(st.lists(PARTS, max_size=4))
def test_an_id_is_the_hash_of_the_canonical_json_of_its_parts(parts: list[object]) -> None:
    canonical = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
    expected = hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    assert content_id("c", *parts) == f"c{expected}"
