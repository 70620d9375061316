"""Facilities, areas and proposals beside incidents."""

from __future__ import annotations

from datetime import date

from belegt.link import link
from belegt.model import FacilityClaim, HarmClaim, Passage, ProposalClaim, Quantity, Report, When, Where

TEXT = "On Sunday eight children were killed when a shell hit a school in West Aleppo. A plan for a truce was rejected in Geneva."
REPORT = Report(id="r", text=TEXT, published=date(2016, 11, 22))
SUNDAY = When("On Sunday", date(2016, 11, 20), date(2016, 11, 20))
KILLED = HarmClaim(
    passage=Passage(REPORT, 10, 77), kind="killed", count=Quantity("eight", 8, 8), who=("child",), when=SUNDAY, where=Where("", "Aleppo (West)")
)


def test_the_school_that_was_hit_stands_beside_the_incident() -> None:
    school = FacilityClaim(passage=Passage(REPORT, TEXT.index("when"), 77), facility="school", status="hit", where=Where("", "Aleppo (West)"))
    (incident,) = link([REPORT], [KILLED, school]).incidents
    assert incident.beside == (school,)


def test_a_proposal_made_elsewhere_stands_beside_nothing() -> None:
    truce = ProposalClaim(passage=Passage(REPORT, TEXT.index("A plan"), len(TEXT)), what="ceasefire", answer="rejected", where=Where("", "Geneva"))
    (incident,) = link([REPORT], [KILLED, truce]).incidents
    assert incident.beside == ()


def test_a_facility_struck_at_the_same_place_and_day_is_found_in_another_report() -> None:
    other = Report(id="s", text="A school was damaged in the west of Aleppo.", published=date(2016, 11, 21))
    school = FacilityClaim(passage=Passage(other, 0, 20), facility="school", status="damaged", when=SUNDAY, where=Where("", "Aleppo (West)"))
    (incident,) = link([REPORT, other], [KILLED, school]).incidents
    assert incident.beside == (school,)
