"""Trust notes on sources and texts: decisions with author and time, shown where the source is, and taken back."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest

from belegt.web import noted
from belegt.web.desk import Desk

WORDS = "repeats figures of a ministry without saying so <b>"


def _note(client: Any, desk: Desk, on: str, words: str = WORDS) -> Any:
    form = {"on": on, "reason": words, "seen": desk.now().head.seq, "to": "/sources"}
    return client.post("/sources/note", data=form, follow_redirects=False)


def test_a_note_on_a_source_is_a_decision_shown_on_every_page_of_it(client: Any, desk: Desk) -> None:
    incident = next(i.incident for i in desk.now().account.incidents if i.incident.claims[0].report.source.name)
    report = incident.claims[0].report
    before = client.get("/incidents.json").json()
    assert _note(client, desk, noted.source(report.source.name)).headers["location"] == "/sources"
    made = desk.record.decisions()[-1]
    assert (made.act, made.author, made.reason) == ("note", "Mara", WORDS)
    for path in ("/sources", f"/reports/{quote(report.id, safe='')}", f"/incidents/{incident.id}", "/history"):
        assert "repeats figures of a ministry without saying so &lt;b&gt;" in client.get(path).text, path
    for path in (f"/reports/{quote(report.id, safe='')}.json", f"/incidents/{incident.id}.json"):
        assert [n["note"] for n in client.get(path).json()["notes"]] == [WORDS], path
    (outlet,) = [o for o in client.get("/sources.json").json()["outlets"] if o["name"] == report.source.name]
    assert outlet["notes"][0]["author"] == "Mara"
    assert client.get("/incidents.json").json() == before
    client.post("/undo", data={"decision": made.id, "to": "/sources"})
    assert WORDS not in client.get("/sources.json").text
    assert "ministry without saying so" not in client.get(f"/reports/{quote(report.id, safe='')}").text


def test_a_note_on_a_text_stands_with_each_that_carries_it(client: Any, desk: Desk) -> None:
    family = next(f for f in desk.now().account.families if len(f.reports) > 1)
    _note(client, desk, noted.family(family.reports[0]))
    for id in family.reports:
        assert [n["note"] for n in client.get(f"/reports/{id}.json").json()["notes"]] == [WORDS]
    assert "repeats figures" in client.get("/sources").text


def test_two_notes_of_one_person_are_two_and_the_same_twice_is_one(client: Any, desk: Desk) -> None:
    on = noted.source("SOHR")
    for words in ("one", "two", "two"):
        _note(client, desk, on, words)
    assert [d.reason for d in desk.record.decisions()] == ["one", "two"]


@pytest.mark.parametrize("on", ["", "source:", "outlet:x", "source:a#b", "SOHR"])
def test_a_note_on_what_is_no_source_is_refused(client: Any, desk: Desk, on: str) -> None:
    assert _note(client, desk, on).status_code == 400
    assert _note(client, desk, noted.source("SOHR"), " ").status_code == 400
    assert not desk.record.decisions()


def test_a_name_with_any_letters_is_never_taken_for_a_claim(client: Any, desk: Desk) -> None:
    name = "a#b: ü/%\u202e"
    assert _note(client, desk, noted.source(name)).status_code == 303
    assert noted.named(noted.source(name)) == name
    assert not desk.record.unplaced()
    assert "⟨U+202E⟩" in client.get("/history").text
