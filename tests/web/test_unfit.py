"""Decisions that no longer fit after a report was read again: shown with the reason, settled by a person, never on their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from belegt.model import HarmClaim, Passage, Quantity, Report
from belegt.record import Record, open_record
from belegt.web.desk import Desk

TEXT = "Ten people were killed in Homs. Four children were killed there and seven people were injured."
REPORT = Report(id="a", text=TEXT, title="Homs")


def claim(id: str, words: str, number: int, kind: str = "killed") -> HarmClaim:
    start = TEXT.index(words)
    count = Quantity(words.split()[0], number, number)
    return HarmClaim(id=id, passage=Passage(REPORT, start, start + len(words)), kind=kind, count=count)


def reread(record: Record) -> None:
    """Another reader: five children instead of four, and nobody injured."""
    again = [claim("x1", "Ten people were killed", 10), claim("x2", "Four children were killed", 5)]
    record.add(REPORT, TEXT.encode(), again, "rules 2")


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """A report with three claims, read once."""
    with open_record(tmp_path / "unfit.belegt", create=True) as record:
        first = [claim("c1", "Ten people", 10), claim("c2", "Four children", 4)]
        record.add(REPORT, TEXT.encode(), [*first, claim("c3", "seven people were injured", 7, "injured")], "rules 1")
        yield record


@pytest.fixture
def decided(desk: Desk) -> dict[str, str]:
    """Each of the three decided about, then the report read again; the decisions by their claims."""
    made = {
        id: desk.decide(act, (f"a#{id}",), reason=id)
        for id, act in (("c1", "accept"), ("c2", "accept"), ("c3", "reject"))
    }
    reread(desk.record)
    return made


def test_what_fits_is_not_listed_and_what_does_not_is_with_its_reason(
    client: Any, desk: Desk, decided: dict[str, str]
) -> None:
    told = client.get("/history/unfit.json").json()["decisions"]
    assert {(d["id"], d["why"], d["holds"]) for d in told} == {
        (decided["c2"], "count", False),
        (decided["c3"], "gone", False),
    }
    (changed,) = [d for d in told if d["why"] == "count"]
    assert [c["count"]["low"] for c in (*changed["was"], *changed["today"])] == [4, 5]
    assert {d.id for d in desk.record.unplaced()} == {d["id"] for d in told}
    page = re.sub("<[^>]+>", "", client.get("/history/unfit").text)
    assert "The same words give another number today." in page
    assert "No claim of this kind stands on these words today." in page
    assert "2 decisions no longer fit" in client.get("/history").text


def test_the_claim_of_today_gets_the_decision_and_the_old_one_is_taken_back(
    client: Any, desk: Desk, decided: dict[str, str]
) -> None:
    assert desk.now().verdict(desk.now().claims["a#x2"]) == ""
    form = {"decision": decided["c2"], "claim": "a#x2", "seen": desk.now().head.seq, "reason": "five it is"}
    assert client.post("/history/unfit", data=form, follow_redirects=False).headers["location"] == "/history/unfit"
    state = desk.now()
    assert state.verdict(state.claims["a#x2"]) == "accepted"
    assert [d.id for d in state.unfit] == [decided["c3"]]
    assert client.post("/history/unfit", data=form).status_code == 404


def test_one_without_a_claim_of_today_can_be_taken_back_alone(client: Any, desk: Desk, decided: dict[str, str]) -> None:
    form = {"decision": decided["c3"], "claim": "a#x1", "seen": desk.now().head.seq}
    assert client.post("/history/unfit", data=form).status_code == 404
    page = client.get("/history/unfit").text
    assert page.count('formaction="/history/unfit"') == 1
    client.post("/undo", data={"decision": decided["c3"], "to": "/history/unfit"})
    assert decided["c3"] not in {d.id for d in desk.now().unfit}


def test_looking_settles_nothing_and_what_somebody_decided_meanwhile_is_not_overwritten(
    client: Any, desk: Desk, decided: dict[str, str]
) -> None:
    before = desk.record.head()
    client.get("/history/unfit")
    assert desk.record.head() == before
    Desk(desk.record, "Noor").decide("reject", ("a#x2",), reason="doubled")
    form = {"decision": decided["c2"], "claim": "a#x2", "seen": before.seq}
    assert client.post("/history/unfit", data=form).status_code == 409
    assert desk.now().verdicts["a#x2"].author == "Noor"


def test_a_link_that_still_holds_for_others_says_so(client: Any, desk: Desk) -> None:
    desk.decide("same", ("a#c1", "a#c2", "a#c3"))
    reread(desk.record)
    (told,) = client.get("/history/unfit.json").json()["decisions"]
    assert told["holds"]
    assert "It still holds for the other claims that it names." in client.get("/history/unfit").text


def test_a_correction_shows_what_it_had_changed_and_is_made_anew(client: Any, desk: Desk) -> None:
    from belegt.model import Correction

    desk.decide("correct", ("a#c2",), value=Correction({"who": ["child"]}).written())
    reread(desk.record)
    (told,) = client.get("/history/unfit.json").json()["decisions"]
    assert "child" in client.get("/history/unfit").text
    form = {"decision": told["id"], "claim": "a#x2", "seen": desk.now().head.seq}
    client.post("/history/unfit", data=form)
    after = desk.now().claims["a#x2"]
    assert isinstance(after, HarmClaim)
    assert (after.who, after.count.low) == (("child",), 5)
    assert not desk.now().unfit


def test_an_undone_decision_is_no_question_any_more(client: Any, desk: Desk, decided: dict[str, str]) -> None:
    for id in decided.values():
        desk.decide("undo", (id,))
    assert client.get("/history/unfit.json").json()["total"] == 0
    assert "Every decision fits what is read today." in client.get("/history/unfit").text


def test_what_another_reading_replaced_is_raised_and_not_new(client: Any, tmp_path: Path) -> None:
    from datetime import UTC, datetime

    from belegt.record.carry import moved

    with open_record(tmp_path / "other.belegt", create=True, clock=lambda: datetime(2024, 3, 1, tzinfo=UTC)) as record:
        record.add(REPORT, TEXT.encode(), [claim("c2", "Four children", 4)], "rules 1")
        before = record.claims()
        reread(record)
        assert moved(before, record.claims()) == {"a#c2": "a#x2"}


def test_a_correction_that_names_a_claim_that_is_no_more_is_listed(client: Any, desk: Desk) -> None:
    from belegt.model import Correction

    desk.decide("correct", ("a#c1",), value=Correction({"part_of": "c3"}).written())
    assert not desk.now().unfit
    reread(desk.record)
    (told,) = client.get("/history/unfit.json").json()["decisions"]
    assert (told["why"], told["today"][0]["ref"]) == ("whole", "a#x1")
    page = client.get("/history/unfit").text
    assert "that claim is no more" in page
    assert 'formaction="/history/unfit"' not in page
