"""Links that were decided by little stand in the queue; a person says whether they are one incident (R28)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from belegt.intake import receive
from belegt.pipeline import enter, proposed
from belegt.record import Record, open_record
from belegt.web.desk import Desk
from belegt.web.queue import proposals

TEXTS = [
    ("n1", "2016-11-24", "Ten people were killed by shelling in Idlib, residents said. Shops stayed closed and the roads were "
     "empty. At least 18 people were injured in Idlib, a doctor said."),
    ("n4", "2016-11-25", "Shelling killed nine people in Idlib, a local council said."),
    ("n5", "2016-11-25", "Nine people were killed in Idlib on Thursday, the Demo Monitor said."),
]  # fmt: skip


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """A record in which one report is joined with others by little."""
    rows = [{"id": id, "published": day, "source": f"Demo {id}", "text": text} for id, day, text in TEXTS]
    feed = tmp_path / "narrow.jsonl"
    feed.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    with open_record(tmp_path / "narrow.belegt", create=True) as record:
        list(enter(record, receive([feed])))
        yield record


@pytest.fixture
def desk(record: Record) -> Desk:
    desk = Desk(record, "Mara")
    reading = desk.now().reading
    reading.linked(60)
    assert reading.narrow(60)
    return desk


def _links(client: Any, query: str = "?kind=link&place=Idlib") -> list[dict[str, Any]]:
    return [row for row in client.get(f"/queue.json{query}").json()["queue"] if "link" in row]


def _decide(client: Any, desk: Desk, link: str, act: str, **more: Any) -> Any:
    form = {"link": link, "act": act, "seen": desk.now().head.seq, **more}
    return client.post("/queue/link?kind=link&place=Idlib", data=form, follow_redirects=False)


def _together(desk: Desk, link: dict[str, Any]) -> bool:
    first, second = link["link"]["nearest"]
    return any({first, second} <= {c.ref for c in i.incident.claims} for i in desk.now().account.incidents)


def test_what_is_proposed_lies_within_the_margin_and_says_on_which_grounds(desk: Desk) -> None:
    reading = desk.now().reading
    found = proposed(list(reading.reports.values()), list(reading.claims.values()))
    assert found
    for one in found:
        assert abs(one.strength - one.needed) <= 1.5
        assert one.joined == (one.strength >= one.needed)
        assert one.grounds
        assert not set(one.first) & set(one.second)
        assert one.nearest[0] in one.first
        assert one.nearest[1] in one.second
    ranked = proposals(reading, found)
    assert [p.score for p in ranked] == sorted((p.score for p in ranked), reverse=True)
    assert all(0 < p.doubt < 1 and p.age >= 1 for p in ranked)
    order = list(reversed(reading.claims.values()))
    assert proposed(list(reversed(reading.reports.values())), order) == found


def test_links_stand_among_the_claims_in_their_order_and_the_page_shows_both_sides(client: Any, desk: Desk) -> None:
    rows = client.get("/queue.json").json()["queue"]
    assert [row["score"] for row in rows] == sorted((row["score"] for row in rows), reverse=True)
    link, *_ = _links(client, "?place=Idlib")
    assert link["ref"] == _links(client)[0]["ref"]
    assert not _links(client, "?kind=injured&source=Nobody")
    page = client.get(f"/queue?at={link['ref']}").text
    assert "Same incident" in page
    assert "by little" in page
    for ref in link["link"]["nearest"]:
        assert desk.now().claims[ref].quote in page
    assert client.get("/queue?at=l0").status_code == 404


@pytest.mark.parametrize("act", ["same", "different"])
def test_a_person_decides_a_link_it_holds_and_undo_brings_it_back(client: Any, desk: Desk, act: str) -> None:
    link, *_ = _links(client)
    before = _together(desk, link)
    assert before == link["link"]["joined"]
    assert (
        _decide(client, desk, link["ref"], act, reason="one shelling").headers["location"]
        == "/queue?kind=link&place=Idlib"
    )
    made = desk.record.decisions()[-1]
    assert (made.act, made.reason, made.author) == (act, "one shelling", "Mara")
    assert _together(desk, link) == (act == "same")
    assert link["ref"] not in {one["ref"] for one in _links(client)}
    assert (
        client.post("/undo?kind=link&place=Idlib", follow_redirects=False)
        .headers["location"]
        .endswith(f"at={link['ref']}")
    )
    assert _together(desk, link) == before
    assert link in _links(client)


def test_skipping_writes_nothing_and_what_is_no_link_is_refused(client: Any, desk: Desk) -> None:
    link, *_ = _links(client)
    head = desk.record.head()
    assert _decide(client, desk, link["ref"], "skip").status_code == 303
    assert client.get("/queue.json?place=Idlib").json()["queue"][-1]["ref"] == link["ref"]
    assert _decide(client, desk, "l0", "same").status_code == 404
    assert _decide(client, desk, link["ref"], "accept").status_code == 400
    assert desk.record.head() == head


def test_a_link_whose_side_was_rejected_or_that_somebody_merged_needs_nobody(client: Any, desk: Desk) -> None:
    link, *_ = _links(client)
    for ref in link["link"]["first"]:
        desk.decide("reject", (ref,))
    assert link["ref"] not in {one["ref"] for one in _links(client)}


def test_what_was_set_apart_is_not_joined_again_behind_a_person_s_back(client: Any, desk: Desk) -> None:
    link, *_ = _links(client)
    kept = [ref for ref in (*link["link"]["first"], *link["link"]["second"]) if ref not in link["link"]["nearest"]]
    beside = link["link"]["nearest"][kept[0] in link["link"]["second"]]
    desk.decide("different", (kept[0], beside), value="1")
    _decide(client, desk, link["ref"], "same")
    assert kept[0] not in desk.record.decisions()[-1].targets
    nearest = set(link["link"]["nearest"])
    (home,) = [i.incident for i in desk.now().account.incidents if nearest <= {c.ref for c in i.incident.claims}]
    assert kept[0] not in {c.ref for c in home.claims}


def test_nothing_is_proposed_over_a_decision(desk: Desk) -> None:
    reading = desk.now().reading
    link = next(one for one in reading.narrow(60) if one.first[0].startswith("n"))
    desk.decide("different", (link.nearest[0], link.nearest[1]))
    again = proposed(list(reading.reports.values()), list(reading.claims.values()), desk.now().decisions)
    assert all(
        not {*link.nearest} <= {*one.first, *one.second} or one.joined for one in again if one.nearest == link.nearest
    )
