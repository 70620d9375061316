"""The other pages: brief, history, totals, sources, timeline, map and add; each with its twin."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from belegt.intake.net import Fetched
from belegt.web.chart.areas import KM, Area, areas
from belegt.web.chart.borders import frame, paths
from belegt.web.chart.intervals import WIDTH, axis, intervals
from belegt.web.desk import Desk
from belegt.web.pages import ROUTES
from belegt.web.pages.map import LABELS, labelled

STABLE = ("queue", "reports", "incidents", "map", "timeline", "totals", "brief", "history", "sources", "add")


@pytest.mark.parametrize("name", STABLE)
@pytest.mark.parametrize("lang", ["de", "en", "ar"])
def test_every_page_is_there_in_every_language_with_its_twin(client: Any, name: str, lang: str) -> None:
    page = client.get(f"/{name}", headers={"accept-language": lang})
    assert page.status_code == 200
    assert f'<html lang="{lang}" dir="{"rtl" if lang == "ar" else "ltr"}"' in page.text
    assert client.get(f"/{name}.json").headers["content-type"] == "application/json"


def test_the_twins_are_documented(client: Any) -> None:
    told = client.get("/openapi.json").json()
    twins = {route.path.replace(":path", "") for route in ROUTES if route.json}
    assert set(told["paths"]) == twins
    parameters = {p["name"] for p in told["paths"]["/incidents.json"]["get"]["parameters"]}
    assert {"q", "kind", "place", "since", "until", "page"} <= parameters


def test_each_figure_of_the_brief_leads_to_its_footnote_and_each_footnote_to_its_words(client: Any) -> None:
    page = client.get("/brief?in=de").text
    notes = set(re.findall(r'<li id="(n\d+)"', page))
    assert notes
    assert set(re.findall(r'class="figure" href="#(n\d+)"', page)) <= notes
    assert len(re.findall(r'href="/reports/[^"]+#m-c\w+"', page)) == len(notes)
    assert "mindestens 141 Zivilisten" in re.sub("<[^>]+>", "", page)


def test_the_brief_follows_filter_day_language_and_house(client: Any) -> None:
    early = client.get("/brief.json?as=2016-11-21&in=en").json()
    assert early["lang"] == "en"
    assert all(report["published"] <= "2016-11-21" for report in early["reports"])
    assert not client.get("/brief.json?place=Nowhere").json()["footnotes"]
    assert client.get("/brief?as=yesterday").status_code == 400
    assert client.get("/brief?profile=none").status_code == 400
    saved = client.get("/brief/markdown?in=en")
    assert saved.headers["content-disposition"] == 'attachment; filename="brief.md"'
    assert client.get("/brief/docx").status_code == 400


def test_history_shows_every_decision_and_takes_it_back(client: Any, desk: Desk) -> None:
    ref = client.get("/queue.json").json()["queue"][0]["ref"]
    id = desk.decide("reject", (ref,), reason="doubled")
    page = client.get("/history?only=decisions").text
    assert "doubled" in page
    client.post("/undo", data={"decision": id, "to": "/history"})
    assert not desk.now().in_force
    told = client.get("/history.json").json()
    assert told["head"] == f"{desk.record.head().seq}:{desk.record.head().hash}"
    assert [e["seq"] for e in told["events"]] == sorted((e["seq"] for e in told["events"]), reverse=True)
    assert client.get("/history.json?only=decisions").json()["total"] == 2
    assert "sound" in client.get("/history?check=1").text


def test_the_pages_of_the_history_hold_every_event_once(
    client: Any, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("belegt.settings.DESK_PAGE_ROWS", 5)
    pages = client.get("/history.json").json()["pages"]
    seen = [e["seq"] for n in range(1, pages + 1) for e in client.get(f"/history.json?page={n}").json()["events"]]
    assert seen == list(range(desk.record.head().seq, 0, -1))


@pytest.mark.parametrize("per", ["place", "day", "side", "group", "means"])
def test_totals_have_their_list_and_never_hold_a_running_total(client: Any, desk: Desk, per: str) -> None:
    told = client.get(f"/totals.json?per={per}").json()
    known = {i.incident.id: i for i in desk.now().account.incidents}
    assert {id for row in told["rows"] for id in row["incidents"]} <= set(known)
    for row in told["rows"]:
        for one in row["sums"]:
            figures = [known[id].figure(one["kind"], row["value"] if per == "group" else "") for id in row["incidents"]]
            assert one["low"] == sum(f.low for f in figures if f)
            assert one["low"] <= one["best"] <= (one["high"] if one["high"] is not None else one["best"])
    assert client.get(f"/totals?per={per}").status_code == 200


def test_an_interval_is_drawn_no_shorter_than_it_is(desk: Desk) -> None:
    every = [*desk.now().account.incidents, *desk.now().account.totals]
    on = axis(every)
    assert on
    for bar in intervals(every, on):
        assert bar.x >= 0
        assert bar.x + bar.width <= WIDTH + 3


def test_a_place_is_an_area_as_wide_as_it_is_unsure(desk: Desk) -> None:
    found, unplaced = areas(desk.now().account.incidents)
    assert sum(len(a.incidents) for a in found) + len(unplaced) == len(desk.now().account.incidents)
    assert all(a.km == KM[a.precision] for a in found)
    view = frame([(37.16, 36.2, 10.0)], 0, 960, 560)
    drawn = dict(paths(view))
    assert {"Syria", "Turkey"} <= set(drawn)
    assert "Brazil" not in drawn


def test_added_files_and_texts_are_in_the_record_and_refusals_say_why(client: Any, desk: Desk) -> None:
    before = len(desk.now().reading.reports)
    line = {"id": "n1", "text": "At least 9 civilians were killed in Idlib on Monday.", "published": "2016-11-22"}
    files = [
        ("files", ("../../etc/one.txt", b"Five people were killed in Homs on Monday.", "text/plain")),
        ("files", ("feed.jsonl", json.dumps(line).encode() + b"\n{broken\n", "application/json")),
        ("files", ("sheet.xlsx", b"PK\x03\x04", "application/zip")),
    ]
    form = {
        "text": "Two children were killed in Hama, the Demo Monitor said.",
        "published": "2016-11-22",
        "source": "Demo Post",
    }
    page = client.post("/add", files=files, data=form).text
    assert len(desk.now().reading.reports) == before + 3
    assert page.count('class="verdict accepted"') == 3
    assert "feed.jsonl:2" in page
    assert "sheet.xlsx" in page
    assert "belegt-" not in page
    again = client.post("/add", data=form).text
    assert "known already" in again
    assert len(desk.now().reading.reports) == before + 3
    assert "Nothing was sent" in client.post("/add", data={"text": " "}).text


def test_sources_tell_copies_from_a_text_of_one_s_own(client: Any) -> None:
    told = client.get("/sources.json").json()
    assert any(outlet["copies"] for outlet in told["outlets"])
    assert any(len(family) > 1 for family in told["families"])


def test_an_address_is_fetched_only_by_a_desk_that_was_started_so(
    client: Any, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("belegt.intake.net._line", lambda *_: pytest.fail("a connection was opened"))
    page = client.get("/add").text
    assert 'name="fetched"' not in page
    assert "belegt serve --fetch" in page
    answer = client.post("/add", data={"fetched": "https://a.example/"})
    assert answer.status_code == 400
    assert "B224" in answer.text
    desk.fetches = True
    assert 'name="fetched"' in client.get("/add").text
    shown = client.post("/add", data={"fetched": "http://127.0.0.1:8765/queue"}).text
    assert "B220" in shown
    assert "B221" in client.post("/add", data={"fetched": "http://[::1]/"}).text
    assert desk.signed("Noor", True).fetches


def test_a_fetched_page_is_added_with_its_address(client: Any, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    story = b"<html lang=en><body><article><p>At least 14 civilians were killed in Homs on Monday, the ministry said. %s</p></article>"
    found = Fetched(story % (b"More words. " * 40), True, "https://a.example/story")
    monkeypatch.setattr("belegt.intake.net.Net.fetch", lambda *_: found)
    desk.fetches = True
    client.post("/add", data={"fetched": "https://a.example/story", "published": "2016-11-22"})
    (report,) = [r for r in desk.record.reports() if r.url == "https://a.example/story"]
    assert desk.record.claims(report.id)


def test_the_timeline_has_the_sums_by_day_drawn_and_as_a_table(client: Any, desk: Desk) -> None:
    told = client.get("/timeline.json").json()["days"]
    by_day = [row for row in client.get("/totals.json?per=day").json()["rows"] if row["value"]]
    assert [(row["incidents"], row["sums"]) for row in told] == [(row["incidents"], row["sums"]) for row in by_day]
    page = client.get("/timeline").text
    assert page.count('<figure class="days') == len({s["kind"] for row in told for s in row["sums"]})
    for row in told:
        assert all(f'href="/incidents/{id}"' in page for id in row["incidents"])


def test_a_day_s_bar_holds_only_what_is_certain_to_be_of_that_day() -> None:
    from datetime import date

    from belegt.web.chart.days import HEIGHT, Summed, days, plots

    first, last = date(2024, 3, 1), date(2024, 3, 5)
    sums = [
        Summed("killed", first, first, 5, 8),
        Summed("killed", first, last, 30, 30),
        Summed("killed", last, last, 9, None),
    ]
    on = days(sums)
    assert on
    (plot,) = plots(sums, on)
    sure, open_above = plot.bars
    assert sure.sure < sure.most < HEIGHT
    assert (open_above.open, open_above.most) == (True, HEIGHT)
    (several,) = plot.below
    assert (several.x, several.sure) == (sure.x, 0)
    assert several.width > 4 * sure.width
    assert plot.top < 30


def test_the_desk_of_one_person_has_no_page_of_agreement_among_its_pages(client: Any) -> None:
    page = client.get("/incidents").text
    assert 'href="/agreement"' not in page


def test_no_name_on_the_map_lies_upon_another() -> None:
    near = [(Area(name, "town", 36.0, 37.0, 5.0, ()), x, 100.0, 6.0) for name, x in (("Aleppo", 100.0), ("Idlib", 130.0), ("Homs", 400.0))]
    assert [area.place for area in labelled(near)] == ["Aleppo", "Homs"]
    crowd = [(Area(f"Town {n}", "town", 36.0, 37.0, 5.0, ()), 0.0, 40.0 * n, 6.0) for n in range(30)]
    assert len(labelled(crowd)) == LABELS
