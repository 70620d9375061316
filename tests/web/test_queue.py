"""The queue: what comes first and why, and that a decision is an event of the log."""

from __future__ import annotations

from typing import Any

import pytest

from belegt.model import HarmClaim
from belegt.web.desk import Desk
from belegt.web.queue import order


def _first(client: Any, query: str = "") -> str:
    return str(client.get(f"/queue.json{query}").json()["queue"][0]["ref"])


def _send(client: Any, desk: Desk, ref: str, act: str, **more: Any) -> Any:
    form = {"claim": ref, "act": act, "seen": desk.now().head.seq, **more}
    return client.post("/queue", data=form, follow_redirects=False)


def test_the_order_is_doubt_times_harm_times_age_and_says_why(desk: Desk) -> None:
    reading = desk.now().reading
    waiting = order(reading, reading.undecided)
    assert [w.score for w in waiting] == sorted((w.score for w in waiting), reverse=True)
    assert all(w.reasons and 0 < w.doubt < 1 and w.age >= 1 for w in waiting)
    vague = next(w for w in waiting if isinstance(w.claim, HarmClaim) and w.claim.count.qualifier == "vague")
    assert "vague" in vague.reasons
    rivals = [w for w in waiting if w.rival]
    assert rivals
    assert all("rivals" in w.reasons for w in rivals)


def test_a_decision_is_an_event_with_author_and_reason_and_the_next_claim_follows(client: Any, desk: Desk) -> None:
    ref = _first(client)
    answer = _send(client, desk, ref, "reject", reason="a rounded retelling")
    assert answer.status_code == 303
    made = desk.record.decisions()[-1]
    assert (made.act, made.targets, made.author, made.reason) == ("reject", (ref,), "Mara", "a rounded retelling")
    assert _first(client) != ref
    assert all(ref not in {c.ref for c in i.incident.claims} for i in desk.now().account.incidents)


def test_the_same_button_pressed_twice_is_one_decision(client: Any, desk: Desk) -> None:
    ref, seen = _first(client), desk.now().head.seq
    for _ in range(2):
        assert (
            client.post(
                "/queue", data={"claim": ref, "act": "accept", "seen": seen}, follow_redirects=False
            ).status_code
            == 303
        )
    assert len(desk.record.decisions()) == 1


def test_undo_takes_back_the_last_decision_and_returns_to_its_claim(client: Any, desk: Desk) -> None:
    first = _first(client)
    _send(client, desk, first, "accept")
    second = _first(client)
    _send(client, desk, second, "reject")
    for ref in (second, first):
        answer = client.post("/undo", follow_redirects=False)
        assert answer.headers["location"].endswith(f"at={ref.replace('#', '%23')}")
    assert not desk.now().verdicts
    assert [d.act for d in desk.record.decisions()] == ["accept", "reject", "undo", "undo"]
    assert client.post("/undo", follow_redirects=False).status_code == 303
    assert _first(client) == first


def test_a_skipped_claim_waits_behind_the_others_and_nothing_is_written(client: Any, desk: Desk) -> None:
    ref, before = _first(client), desk.record.head()
    _send(client, desk, ref, "skip")
    assert desk.record.head() == before
    assert _first(client) != ref
    rows = client.get("/queue.json?page=9").json()["queue"]
    assert rows[-1]["ref"] == ref


def test_a_decision_on_what_somebody_decided_meanwhile_shows_both(client: Any, desk: Desk) -> None:
    ref, seen = _first(client), desk.now().head.seq
    Desk(desk.record, "Noor").decide("reject", (ref,), reason="doubled")
    answer = client.post("/queue", data={"claim": ref, "act": "accept", "seen": seen})
    assert answer.status_code == 409
    assert "Noor" in answer.text
    assert "doubled" in answer.text
    assert desk.now().verdicts[ref].author == "Noor"


def test_the_filter_stays_when_a_decision_is_made(client: Any, desk: Desk) -> None:
    ref = _first(client, "?kind=killed")
    form = {"claim": ref, "act": "accept", "seen": desk.now().head.seq}
    answer = client.post("/queue?kind=killed", data=form, follow_redirects=False)
    assert answer.headers["location"] == "/queue?kind=killed"


def test_every_claim_can_be_looked_at_and_its_words_stand_in_the_passage(client: Any, desk: Desk) -> None:
    for claim in desk.record.claims():
        assert client.get("/queue", params={"at": claim.ref}).status_code == 200
    assert client.get("/queue", params={"at": "none#c0"}).status_code == 404
    assert _send(client, desk, "none#c0", "accept").status_code == 404
    assert _send(client, desk, _first(client), "delete").status_code == 400


def test_nothing_left_says_so(client: Any) -> None:
    assert "Nothing waits" in client.get("/queue?q=no-such-words").text


def test_while_nothing_is_linked_yet_the_queue_is_there_without_what_rivals_say(
    client: Any, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("belegt.settings.DESK_RIVALS_SECONDS", 0.0)
    assert client.get("/queue").status_code == 200
    desk.now().reading.linked(30)
    assert any("rivals" in w.reasons for w in desk.queue(desk.now()))


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"title": "Hama: two dead"}, "hama:  Two dead"),
        ({"title": ""}, "Shelling at the market"),
        ({"title": "", "source": "Demo Post"}, "demo post"),
    ],
)
def test_a_report_just_added_is_found_by_what_it_is_called(client: Any, form: dict[str, str], words: str) -> None:
    client.get("/queue.json")  # what was in order before it came
    text = "Shelling at the\tmarket\nTwo children were killed in Hama, the Demo Monitor said."
    client.post("/add", data={"text": text, "published": "2016-11-22", **form})
    found = client.get("/queue.json", params={"q": words}).json()["queue"]
    assert found
    assert all("Hama" in row["claim"]["quote"] + str(row["claim"]["where"]) for row in found if "count" in row["claim"])
    assert client.get("/queue.json", params={"q": f"{words} elsewhere"}).json()["total"] == 0
