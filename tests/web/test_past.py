"""The record as of an earlier day: no figure of later, on no page and in no twin; and what changed since (R27)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from belegt.intake import receive
from belegt.pipeline import enter
from belegt.record import Record, open_record
from belegt.web.desk import Desk

FIRST, SECOND = datetime(2024, 3, 1, 12, tzinfo=UTC), datetime(2024, 3, 5, 12, tzinfo=UTC)
DAY = "2024-03-01"
DATED = ("incidents", "totals", "timeline", "map", "brief", "history", "history/changes")
EARLY = {"id": "r1", "published": "2024-02-29", "title": "Homs: a strike", "source": "Demo Post"}
EARLY["text"] = "On 28 February 2024 an airstrike killed 5 civilians in Homs, the Demo Monitor said."
LATER = {"id": "r2", "published": "2024-03-04", "title": "Homs: the toll", "source": "Demo Wire"}
LATER["text"] = "The airstrike on Homs on 28 February 2024 killed 9 civilians, the Demo Monitor said."
NEW = {"id": "r3", "published": "2024-03-05", "title": "Idlib: shelling", "source": "Demo Wire"}
NEW["text"] = "On 3 March 2024 shelling killed 3 civilians in Idlib, the Demo Monitor said."


def add(path: Path, at: datetime, *rows: dict[str, str]) -> None:
    feed = path.with_suffix(f".{at.day}.jsonl")
    feed.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    with open_record(path, create=True, clock=lambda: at) as record:
        assert len(list(enter(record, receive([feed])))) == len(rows)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """A report on the first day, two more on the fifth."""
    path = tmp_path / "grown.belegt"
    add(path, FIRST, EARLY)
    add(path, SECOND, LATER, NEW)
    with open_record(path, clock=lambda: SECOND + timedelta(hours=1)) as record:
        yield record


def _text(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", page))


@pytest.mark.parametrize("name", DATED)
def test_every_dated_page_and_twin_says_the_day_it_shows(client: Any, desk: Desk, name: str) -> None:
    page = client.get(f"/{name}?asof={DAY}")
    assert page.status_code == 200
    assert "As known at the end of 1 March 2024 (UTC)." in _text(page.text)
    assert "As known at the end" not in _text(client.get(f"/{name}").text)
    told = client.get(f"/{name}.json?asof={DAY}").json()
    head = [e for e in desk.record.log() if e.at < "2024-03-02"][-1]
    assert told["asof"] == {"day": DAY, "head": f"{head.seq}:{head.hash}"}
    assert client.get(f"/{name}.json").json()["asof"] is None
    assert client.get(f"/{name}?asof=then").status_code == 400


def test_figures_are_those_of_that_day_and_lead_to_that_day(client: Any) -> None:
    then, now = (client.get(f"/incidents.json{q}").json() for q in (f"?asof={DAY}", ""))
    assert [i["figures"]["killed"]["high"] for i in then["incidents"]] == [5]
    assert sorted(i["figures"]["killed"]["best"] for i in now["incidents"]) == [3, 9]
    page = client.get(f"/incidents?asof={DAY}").text
    links = set(re.findall(r'class="figure[^"]*" href="([^"]+)"', page))
    assert links == {f"/incidents/{then['incidents'][0]['id']}?asof={DAY}"}
    one = client.get(links.pop())
    assert "5" in _text(one.text)
    assert "/grade" not in one.text
    for twin in ("totals", "timeline", "map", "brief"):
        told = client.get(f"/{twin}.json?asof={DAY}").text
        assert "r2" not in told
        assert "Idlib" not in told
    assert client.get(f"/totals.json?per=place&asof={DAY}").json()["all"][0]["best"] == 5
    brief = client.get(f"/brief/text?in=en&asof={DAY}").text
    assert "as known at the end of 1 March 2024 (UTC)" in " ".join(brief.split())


def test_what_changed_since_names_both_figures(client: Any) -> None:
    told = client.get(f"/history/changes.json?asof={DAY}").json()
    found = {c["change"]: c for c in told["changes"]}
    assert set(found) == {"raised", "new"}
    assert (found["raised"]["was"]["best"], found["raised"]["now"]["best"]) == (5, 9)
    assert found["new"]["now"]["best"] == 3
    for path in (f"/history?asof={DAY}", f"/history/changes?asof={DAY}"):
        page = client.get(path).text
        assert f'href="/incidents/{found["raised"]["before"][0]}?asof={DAY}"' in page
        assert f'href="/incidents/{found["raised"]["after"][0]}"' in page
    assert client.get(f"/history/changes.json?asof={DAY}&place=Idlib").json()["total"] == 1
    assert client.get("/history/changes.json?asof=2024-03-06").json()["total"] == 0


def test_the_history_of_a_day_ends_with_it_and_offers_no_undo(client: Any, desk: Desk) -> None:
    ref = next(iter(desk.now().claims))
    desk.decide("reject", (ref,), reason="doubled")
    told = client.get(f"/history.json?asof={DAY}").json()
    assert [e["at"][:10] for e in told["events"]] == [DAY] * told["total"]
    assert client.get(f"/history.json?asof={DAY}&only=decisions").json()["total"] == 0
    page = client.get("/history?asof=2024-03-05").text
    assert "doubled" in page
    assert 'action="/undo"' not in page


def test_a_rejected_claim_is_retracted_and_stands_on_the_day_before(client: Any, desk: Desk) -> None:
    late = Desk(open_record(desk.record.address, clock=lambda: SECOND + timedelta(days=2)), "Mara")
    ref = next(c.ref for c in late.now().claims.values() if c.report.id == "r3" and c.kind == "killed")
    late.decide("reject", (ref,))
    late.record.close()
    told = client.get("/history/changes.json?asof=2024-03-05").json()
    assert [(c["change"], c["was"]["best"], c["now"]) for c in told["changes"]] == [("retracted", 3, None)]
    assert len(client.get("/incidents.json?asof=2024-03-05").json()["incidents"]) == 2
    assert len(client.get("/incidents.json").json()["incidents"]) == 1


def test_before_the_record_began_there_is_nothing_and_the_page_says_when_it_begins(client: Any) -> None:
    for name in DATED:
        page = client.get(f"/{name}?asof=2023-01-01")
        assert page.status_code == 200
        assert "The record begins later, on 1 March 2024." in _text(page.text)
    assert client.get("/incidents.json?asof=2023-01-01").json()["total"] == 0


def test_a_day_on_which_nothing_was_missing_is_today(client: Any, desk: Desk) -> None:
    assert desk.then(SECOND.date() + timedelta(days=9)) is desk.now()
    assert client.get("/incidents.json?asof=2030-01-01").json()["total"] == 2
    desk.decide("accept", (next(iter(desk.now().claims)),))
    assert desk.then(SECOND.date() + timedelta(days=9)) is desk.now()


def test_a_page_that_shows_only_today_refuses_another_day(client: Any, desk: Desk) -> None:
    for path in ("/queue", "/queue.json", "/reports", "/sources.json", "/add"):
        assert client.get(f"{path}?asof={DAY}").status_code == 400
    before = desk.record.head()
    client.get(f"/incidents?asof={DAY}")
    assert desk.record.head() == before


def test_the_twins_say_in_their_description_which_of_them_take_a_day(client: Any) -> None:
    told = client.get("/openapi.json").json()["paths"]
    takes = {path for path, found in told.items() if "asof" in {p["name"] for p in found["get"].get("parameters", [])}}
    dated = {f"/{name}.json" for name in DATED}
    assert takes == dated | {"/compare.json", "/incidents/{id}.json"}


def test_a_day_keeps_its_state_while_the_record_grows(desk: Desk) -> None:
    first = desk.then(FIRST.date())
    desk.decide("accept", (next(iter(desk.now().claims)),))
    assert desk.then(FIRST.date()) is first
    assert [c.report.id for c in first.claims.values()] == ["r1"] * len(first.claims)


def test_the_past_shows_no_verdict_that_is_kept_from_a_second_reader_today(record: Record) -> None:
    address = record.address
    ref = next(c.ref for c in record.claims() if c.kind == "killed")
    for day, author, act in ((1, "Lea", "second"), (1, "Noor", "reject"), (3, "Lea", "note")):
        with open_record(address, clock=lambda day=day: SECOND + timedelta(days=day)) as later:  # type: ignore[misc]
            Desk(later, author).decide(act, ("source:Demo",) if act == "note" else (ref,), reason="seen")
    then = SECOND.date() + timedelta(days=1)
    own, other = (Desk(record, author).then(then) for author in ("Noor", "Mara"))
    assert own.verdicts[ref].author == "Noor"
    assert ref not in other.verdicts
    assert [d.act for d in other.about([ref])] == ["second"]
