"""Linking and counting keep their floors on the hand-made sets, which lie outside the project."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "eval"))

import linking

from belegt.link import link

pytestmark = pytest.mark.skipif(not (linking.SHARED / "gold/links.en.jsonl").exists(), reason="the hand-made sets are not there")

RANGES = {"killed_both": 0.62, "killed_overlap": 0.89, "injured_both": 0.68}
"""Under the scores of the day; they only rise, as those of the reader do."""


def test_claims_of_rival_outlets_are_linked_as_well_as_before() -> None:
    known = {r.id: r for r in linking.reports("links.en.reports.jsonl")}
    claims, gold, scope, _ = linking.read_claims(known, linking.lines("links.en.jsonl"))
    linkage = link(list(known.values()), claims)
    home, told = linking.homes(linkage)
    incidents = {ref: group for ref, group in gold.items() if scope[ref] == "incident"}
    assert linking.b_cubed(incidents, home)[2] >= 0.85
    assert linking.b_cubed(gold, home)[2] >= 0.82
    assert sum(told[ref] == scope[ref] for ref in gold) / len(gold) >= 0.92
    twice, lost = linking.deaths(gold, scope, claims, linkage)
    assert twice <= 0.2
    assert lost <= 0.15


def test_ranges_of_assessments_agree_as_often_as_before() -> None:
    found = linking.ranges(0)
    assert {name: found[name] for name, floor in RANGES.items() if found[name] < floor} == {}
