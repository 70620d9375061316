"""Second readings at the desk: blind, no conflict between readers, settled by a lead; and four eyes for a grade (T20)."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from belegt.web.desk import Desk

Browse = Callable[..., Any]


def _refs(client: Any) -> list[str]:
    return [row["ref"] for row in client.get("/queue.json").json()["queue"]]


def _decide(client: Any, desk: Desk, ref: str, act: str, seen: int | None = None, reason: str = "") -> int:
    seen = desk.record.head().seq if seen is None else seen
    data = {"claim": ref, "act": act, "seen": seen, "reason": reason}
    return int(client.post("/queue", data=data).status_code)


def _ask(browse: Browse, ref: str) -> None:
    assert browse("Lea").post("/second", data={"claim": ref}).status_code == 303


def test_only_a_lead_asks_for_second_readings(browse: Browse, desk: Desk) -> None:
    (ref, *_) = _refs(browse("Lea"))
    assert browse("Mara").post("/second", data={"claim": ref}).status_code == 403
    _ask(browse, ref)
    assert (desk.record.decisions()[-1].act, desk.record.decisions()[-1].author) == ("second", "Lea")
    _ask(browse, ref)
    assert len(desk.record.decisions()) == 1


def test_who_reads_second_sees_nothing_of_the_first_reading(browse: Browse, desk: Desk) -> None:
    mara, noor = browse("Mara"), browse("Noor")
    ref = _refs(mara)[0]
    _ask(browse, ref)
    assert _decide(mara, desk, ref, "reject", reason="a secret ground") == 303
    assert ref not in _refs(mara)
    assert ref in _refs(noor)
    report = ref.partition("#")[0]
    pages = (
        f"/queue?at={ref.replace('#', '%23')}",
        "/history",
        "/history?only=decisions",
        "/history?q=secret",
        f"/reports/{report}",
    )
    for path in (*pages, "/history.json", f"/reports/{report}.json", "/history.json?q=secret"):
        assert "a secret ground" not in noor.get(path).text, path
        assert "rejected by Mara" not in noor.get(path).text, path
    assert noor.get("/history.json?q=secret").json()["total"] == 0
    assert "a secret ground" in mara.get("/history").text
    assert "a second reading is asked for" in noor.get(pages[0]).text


def test_two_readers_are_in_nobody_s_way_and_what_they_agree_on_is_done(browse: Browse, desk: Desk) -> None:
    mara, noor, seen = browse("Mara"), browse("Noor"), desk.record.head().seq
    ref = _refs(mara)[0]
    _ask(browse, ref)
    assert _decide(mara, desk, ref, "accept", seen) == 303 or _decide(mara, desk, ref, "accept") == 303
    assert _decide(noor, desk, ref, "accept", seen) == 303
    assert [d.author for d in desk.record.decisions()] == ["Lea", "Mara", "Noor"]
    for name in ("Mara", "Noor", "Lea", "Ada"):
        assert ref not in _refs(browse(name))
    told = browse("Lea").get("/agreement.json").json()
    assert told["pairs"][0]["readers"] == ["Mara", "Noor"]
    assert {f["field"] for f in told["fields"]} >= {"verdict", "count", "when"}


def test_what_they_disagree_on_comes_first_to_a_lead_who_settles_it(browse: Browse, desk: Desk) -> None:
    mara, noor, lea = browse("Mara"), browse("Noor"), browse("Lea")
    ref = _refs(mara)[-1]
    _ask(browse, ref)
    assert _decide(mara, desk, ref, "accept") == 303
    assert _decide(noor, desk, ref, "reject") == 303
    assert _decide(mara, desk, ref, "reject") == 403
    assert ref not in _refs(mara)
    assert _refs(lea)[0] == ref
    page = lea.get(f"/queue?at={ref.replace('#', '%23')}").text
    assert "two readers disagree" in page
    assert "Mara" in page
    assert "to be settled" in lea.get("/agreement").text
    assert _decide(lea, desk, ref, "accept") == 303
    assert ref not in _refs(lea)
    assert "to be settled" not in lea.get("/agreement").text
    assert desk.now().verdicts[ref].author == "Lea"


def test_second_readings_are_asked_for_by_filter_and_the_sample_can_be_repeated(browse: Browse, desk: Desk) -> None:
    lea = browse("Lea")
    assert lea.post("/second?kind=killed", data={"n": 3}).status_code == 303
    targets = desk.record.decisions()[-1].targets
    assert len(targets) == 3
    assert all(desk.now().claims[ref].kind == "killed" for ref in targets)
    desk.decide("undo", (desk.record.decisions()[-1].id,))
    lea.post("/second?kind=killed", data={"n": 3})
    assert desk.record.decisions()[-1].targets == targets
    for lang in ("de", "en", "ar"):
        assert lea.get("/agreement", headers={"accept-language": lang}).status_code == 200


def test_nobody_but_a_lead_takes_back_what_another_decided(browse: Browse, desk: Desk) -> None:
    ref = _refs(browse("Mara"))[0]
    _decide(browse("Mara"), desk, ref, "accept")
    made = desk.record.decisions()[-1].id
    assert browse("Noor").post("/undo", data={"decision": made}).status_code == 403
    assert browse("Rami").post("/undo", data={"decision": made}).status_code == 403
    assert browse("Lea").post("/undo", data={"decision": made}).status_code == 303
    assert not desk.now().in_force


def test_the_grade_confirmed_takes_two_people_where_four_eyes_are_asked_for(browse: Browse, desk: Desk) -> None:
    desk.four_eyes = True
    mara, noor = browse("Mara"), browse("Noor")
    id = mara.get("/incidents.json").json()["incidents"][0]["id"]
    grade = lambda: next(i.grade for i in desk.now().account.incidents if i.incident.id == id)  # noqa: E731
    before = grade()

    def give(client: Any, value: str = "confirmed") -> int:
        data = {"grade": value, "seen": desk.record.head().seq, "reason": "two families and a list"}
        return int(client.post(f"/incidents/{id}/grade", data=data).status_code)

    assert before != "confirmed"
    for _ in range(2):
        assert give(mara) == 303
        assert grade() == before
    assert [d.act for d in desk.record.decisions()] == ["propose"]
    assert "proposed a grade" in noor.get(f"/incidents/{id}").text
    assert give(noor) == 303
    assert grade() == "confirmed"
    assert [(d.act, d.author) for d in desk.record.decisions()] == [("propose", "Mara"), ("grade", "Noor")]
    assert give(noor, "weak") == 303
    assert grade() == "weak"
    assert give(noor) == 303
    assert grade() == "weak"


def test_a_decision_of_the_log_tells_what_was_read_twice_to_whoever_has_the_record(browse: Browse, desk: Desk) -> None:
    ref = _refs(browse("Mara"))[0]
    _ask(browse, ref)
    _decide(browse("Mara"), desk, ref, "accept")
    _decide(browse("Noor"), desk, ref, "reject")
    events = [dict(e.body) for e in desk.record.log("decision_made")]
    assert [(e["act"], e["author"]) for e in events] == [("second", "Lea"), ("accept", "Mara"), ("reject", "Noor")]
    assert json.dumps(events)
