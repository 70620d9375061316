"""Why claims are one incident, and why a neighbour is not: every link explained (R28)."""

from __future__ import annotations

from datetime import UTC, datetime

from belegt.link import Explained, explain, link
from belegt.model import Decision
from tests.count.telling import Told, tell

RIVALS = ("a: 16+ killed civilian, means air_strike", "b: 18 killed, means air_strike", "c: 5 killed combatant, means vehicle, place Idlib, day 2016-11-21")


def explained(told: Told, ref: str, *decisions: Decision) -> Explained:
    found = explain(told.reports, told.claims, decisions, ref)
    assert found is not None
    return found


def test_every_link_is_a_sum_of_named_grounds_r28() -> None:
    found = explained(tell(RIVALS), "a#c1")
    (pair,) = found.inside
    assert (pair.first, pair.second) == ("a#c1", "b#c1")
    assert round(sum(weight for _, weight in pair.grounds), 2) == pair.total >= found.needed
    assert ("same day", 3.0) in pair.grounds
    assert "16 against 18 killed" in dict(pair.grounds)


def test_what_is_explained_is_what_was_linked_r28() -> None:
    told = tell(RIVALS)
    ids = {i.id for i in link(told.reports, told.claims).incidents}
    found = explained(told, "b#c1")
    assert {found.incident.id, *(n.incident.id for n in found.neighbours)} <= ids


def test_a_neighbour_on_another_day_is_kept_apart_by_it_r28() -> None:
    told = tell(("a: 16+ killed, place Aleppo, means air_strike", "b: 5 killed, place Aleppo, day 2016-11-16, means stabbing"))
    (neighbour,) = explained(told, "a#c1").neighbours
    assert "4 days apart" in neighbour.because
    assert "whatever else they share" in neighbour.because


def test_any_other_incident_can_be_asked_for_r28() -> None:
    told = tell(RIVALS)
    found = explain(told.reports, told.claims, (), "a#c1", "c#c1")
    assert found is not None
    (neighbour,) = found.neighbours
    assert [c.ref for c in neighbour.incident.claims] == ["c#c1"]
    assert explain(told.reports, told.claims, (), "a#c1", "b#c1").neighbours == ()  # type: ignore[union-attr]


def test_a_neighbour_that_falls_short_is_told_with_its_points_r28() -> None:
    told = tell(("a: 16+ killed, place Aleppo, means air_strike", "b: 5 killed, place Aleppo, means shooting"))
    (neighbour,) = explained(told, "a#c1").neighbours
    assert neighbour.because.endswith("points, 4.0 are needed")


def test_a_neighbour_that_someone_parted_is_told_with_who_and_why_r28() -> None:
    parted = Decision(act="different", targets=("a#c1", "b#c1"), author="Desk", at=datetime(2016, 11, 23, tzinfo=UTC), reason="two raids")
    (neighbour,) = (n for n in explained(tell(RIVALS), "a#c1", parted).neighbours if n.nearest.second == "b#c1")
    assert neighbour.because == "decided by Desk: two raids"


def test_claims_split_off_together_are_parted_from_the_rest_alone() -> None:
    told = tell(("a: 16+ killed", "b: 18 killed", "c: 17 killed"))
    at = datetime(2016, 11, 23, tzinfo=UTC)
    parted = Decision(act="different", targets=("a#c1", "b#c1", "c#c1"), author="Desk", at=at, reason="", value="2")
    homes = [{c.ref for c in i.claims} for i in link(told.reports, told.claims, (parted,)).incidents]
    assert sorted(map(sorted, homes)) == [["a#c1", "b#c1"], ["c#c1"]]


def test_a_claim_of_a_running_total_stands_in_no_incident() -> None:
    told = tell(("a: 200+ killed, total, day 2016-01-01..2016-11-20",))
    assert explain(told.reports, told.claims, (), "a#c1") is None
