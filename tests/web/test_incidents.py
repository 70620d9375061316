"""Incidents: what rivals say side by side, and what a person decides about them."""

from __future__ import annotations

import re
from typing import Any

from belegt.model import HarmClaim
from belegt.web.chart.bars import WIDTH, bars
from belegt.web.compare import columns
from belegt.web.desk import Desk


def _seen(desk: Desk) -> int:
    return desk.now().head.seq


def _school(desk: Desk) -> Any:
    """The incident that three reports tell, with six children in one and eight in the others."""
    return next(i for i in desk.now().account.incidents if len(i.incident.reports) == 3)


def test_every_incident_and_total_has_its_page_and_its_twin(client: Any, desk: Desk) -> None:
    account = desk.now().account
    for id in [*(i.incident.id for i in account.incidents), *(t.total.id for t in account.totals)]:
        page = client.get(f"/incidents/{id}")
        assert page.status_code == 200
        told = client.get(f"/incidents/{id}.json").json()
        assert told["claims"]


def test_the_list_and_its_twin_have_the_same_incidents(client: Any, desk: Desk) -> None:
    told = client.get("/incidents.json?place=Aleppo").json()
    page = client.get("/incidents?place=Aleppo").text
    assert told["total"] == len(told["incidents"]) > 0
    assert all(line["id"] in page for line in told["incidents"])


def test_columns_mark_what_others_contradict_and_hold_copies_together(desk: Desk) -> None:
    school = _school(desk)
    shown = columns(school.incident.claims, desk.now().account)
    assert len(shown) == 3
    differing = [told.claim.count.low for column in shown for told in column.told if told.differs]
    assert 6 in differing
    assert 8 in differing


def test_a_bar_spans_its_range_and_an_open_one_reaches_the_end(desk: Desk) -> None:
    for counted in desk.now().account.totals:
        for drawn in bars(counted.figures):
            assert 0 <= drawn.whole.x1 <= drawn.best <= drawn.whole.x2 <= WIDTH
            if drawn.figure.high is None:
                assert drawn.whole.open
                assert drawn.whole.x2 == WIDTH - 8


def test_a_claim_split_off_gets_an_incident_of_its_own_and_undo_brings_it_back(client: Any, desk: Desk) -> None:
    school = _school(desk)
    ref = school.incident.claims[-1].ref
    form = {"claim": ref, "seen": _seen(desk), "reason": "another school"}
    assert client.post(f"/incidents/{school.incident.id}/split", data=form, follow_redirects=False).status_code == 303
    holding = [i for i in desk.now().account.incidents if any(c.ref == ref for c in i.incident.claims)]
    assert all(c.ref not in {x.ref for x in school.incident.claims[:-1]} for c in holding[0].incident.claims)
    for decision in list(desk.now().in_force):
        desk.decide("undo", (decision.id,))
    assert _school(desk).incident.id == school.incident.id


def test_two_incidents_said_to_be_one_are_counted_once(client: Any, desk: Desk) -> None:
    first, second = desk.now().account.incidents[:2]
    form = {"other": second.incident.id, "seen": _seen(desk), "reason": "the same day"}
    answer = client.post(f"/incidents/{first.incident.id}/merge", data=form)
    assert answer.status_code == 200
    refs = {c.ref for c in (*first.incident.claims, *second.incident.claims)}
    assert any(refs <= {c.ref for c in i.incident.claims} for i in desk.now().account.incidents)
    assert "decided by Mara" in answer.text


def test_a_grade_needs_a_reason_and_outranks_the_one_computed(client: Any, desk: Desk) -> None:
    school = _school(desk)
    address = f"/incidents/{school.incident.id}/grade"
    assert client.post(address, data={"grade": "confirmed", "seen": _seen(desk)}).status_code == 400
    page = client.post(address, data={"grade": "confirmed", "seen": _seen(desk), "reason": "the army said so"}).text
    assert _school(desk).grade == "confirmed"
    assert "the army said so" in page
    assert client.post(address, data={"grade": "sure", "seen": _seen(desk), "reason": "x"}).status_code == 400


def test_a_decision_made_after_the_page_was_shown_is_a_conflict_and_overwrites_nothing(client: Any, desk: Desk) -> None:
    school, seen = _school(desk), _seen(desk)
    other = Desk(desk.record, "Noor")
    other.decide("grade", (school.incident.id, school.incident.claims[0].ref), reason="one source", value="weak")
    form = {"grade": "confirmed", "seen": seen, "reason": "the army said so"}
    answer = client.post(f"/incidents/{school.incident.id}/grade", data=form)
    assert answer.status_code == 409
    assert "B807" in answer.text
    assert "Noor" in answer.text
    assert _school(desk).grade == "weak"


def test_every_number_on_the_page_leads_to_its_words(client: Any, desk: Desk) -> None:
    school = _school(desk)
    page = client.get(f"/incidents/{school.incident.id}").text
    targets = set(re.findall(r'href="/reports/([^"#]+)#m-(\w+)"', page))
    assert {(c.report.id, c.id) for c in school.incident.claims if isinstance(c, HarmClaim)} <= targets


def test_the_same_claims_are_counted_by_the_rules_of_each_house(client: Any, desk: Desk) -> None:
    for counted in (*desk.now().account.incidents, *desk.now().account.totals):
        id = counted.incident.id if hasattr(counted, "incident") else counted.total.id
        page = client.get(f"/incidents/{id}").text
        assert all(f'<th scope="row">{house}</th>' in page for house in ("airwars", "ucdp", "acled", "ibc"))


def test_two_incidents_stand_side_by_side_with_what_keeps_them_apart(client: Any, desk: Desk) -> None:
    first, second = (i.incident.id for i in desk.now().account.incidents[:2])
    page = client.get(f"/compare?a={first}&b={second}")
    assert page.status_code == 200
    assert f"/incidents/{first}/merge" in page.text
    told = client.get(f"/compare.json?a={first}&b={second}").json()
    assert told["incidents"] == [first, second]
    assert told["apart"]["grounds"]
    assert client.get(f"/compare?a={first}&b=none").status_code == 404
    assert client.get("/compare").status_code == 400
