"""Correcting a claim at the desk: a plain form that shows before and after, flows into figures and brief, and is taken back (R35)."""

from __future__ import annotations

import re
from typing import Any

import pytest

from belegt.model import HarmClaim
from belegt.web.desk import Desk
from belegt.web.fields import fields


def _claim(desk: Desk, place: str = "Aleppo") -> HarmClaim:
    found = (c for c in desk.now().claims.values() if isinstance(c, HarmClaim) and c.count.qualifier == "at_least")
    return next(c for c in found if place in c.where.place)


def _form(desk: Desk, claim: HarmClaim, **changed: Any) -> dict[str, Any]:
    """What a browser without a script sends: every field as it stands, but for those that are changed."""
    form: dict[str, Any] = {"claim": claim.ref, "seen": desk.now().head.seq}
    for field in fields(claim):
        form[field.name] = "\n".join(field.values) if field.form == "names" else list(field.values)
        form |= dict(field.parts)
    return form | changed


def _send(client: Any, form: dict[str, Any], query: str = "") -> Any:
    return client.post(f"/queue/edit{query}", data=form, follow_redirects=False)


def test_every_claim_can_be_edited_and_the_form_as_it_stands_changes_nothing(client: Any, desk: Desk) -> None:
    for claim in desk.record.claims():
        page = client.get("/queue/edit", params={"at": claim.ref})
        assert page.status_code == 200
        told = client.get("/queue/edit.json", params={"at": claim.ref}).json()
        assert [row["name"] for row in told["fields"]] == [f.name for f in fields(claim)]
        form: Any = {"claim": claim.ref, "seen": desk.now().head.seq}
        assert _send(client, _form(desk, claim) | form).status_code == 409
    assert not desk.record.decisions()
    assert client.get("/queue/edit?at=none").status_code == 404


def test_the_pieces_of_the_passage_are_the_passage_and_each_word_says_where_it_stands(client: Any, desk: Desk) -> None:
    from html import unescape

    claim = _claim(desk)
    page = client.get("/queue/edit", params={"at": claim.ref}).text
    words = re.findall(r'<span class="w" data-at="(\d+)-(\d+)">(.*?)</span>', page)
    assert len(words) > 10
    assert all(unescape(word) in claim.report.text[int(a) : int(b)] for a, b, word in words)


def test_a_correction_is_an_event_shows_before_and_after_and_the_next_claim_follows(client: Any, desk: Desk) -> None:
    claim = _claim(desk)
    answer = _send(
        client,
        _form(desk, claim, low="150", high="150", qualifier="exact", who=["child"], reason="seen again"),
        "?kind=killed",
    )
    assert answer.headers["location"] == "/queue?kind=killed"
    made = desk.record.decisions()[-1]
    assert (made.act, made.targets, made.author, made.reason) == ("correct", (claim.ref,), "Mara", "seen again")
    state = desk.now()
    assert state.verdict(claim) == "corrected"
    after = state.claims[claim.ref]
    assert isinstance(after, HarmClaim)
    assert (after.count.low, after.count.high, after.who) == (150, 150, ("child",))
    for page in ("/history", "/queue?at=" + claim.ref.replace("#", "%23")):
        shown = re.sub(r"<[^>]+>", "", client.get(page).text)
        assert "at least 141" in shown
        assert "150" in shown
    assert claim.ref in {row["ref"] for row in client.get("/queue.json?state=corrected").json()["queue"]}
    assert "150" in client.get(f"/reports/{claim.report.id}").text


def test_the_corrected_claim_flows_into_incident_and_brief_and_undo_restores_both(client: Any, desk: Desk) -> None:
    claim = _claim(desk)
    before = client.get("/brief?in=en").text, client.get("/incidents.json").json()
    _send(client, _form(desk, claim, low="150", high="150", qualifier="exact"))
    brief = re.sub(r"<[^>]+>", "", client.get("/brief?in=en").text)
    assert "150 civilians" in brief
    assert "read so by the reviewer, not in these words: number" in brief
    assert client.post("/undo", follow_redirects=False).headers["location"].endswith(claim.ref.replace("#", "%23"))
    assert (client.get("/brief?in=en").text, client.get("/incidents.json").json()) == before


def test_words_that_were_clicked_keep_their_place_and_say_their_number(client: Any, desk: Desk) -> None:
    claim = _claim(desk)
    text = claim.report.text
    start = text.index("18")
    asked = {"at": claim.ref, "field": "count", "start": start, "end": start + 2}
    told = client.get("/queue/words.json", params=asked).json()
    assert told["text"] == text[told["start"] : told["end"]]
    assert told["parts"] == {"low": 18, "high": 18, "qualifier": "exact"}
    place = f"{told['start']}-{told['end']}"
    given = {"count": told["text"], "at.count": place, "low": "18", "high": "18", "qualifier": "exact"}
    assert _send(client, _form(desk, claim, **given)).status_code == 303
    after = desk.now().claims[claim.ref]
    assert after.corrected[0].words == "18"
    assert "18" in after.quote
    day = client.get("/queue/words.json", params={**asked, "field": "source"}).json()
    assert day["parts"] == {}
    for wrong in ({"field": "nothing"}, {"start": 5, "end": 5}, {"end": 10**7}, {"at": "none"}):
        assert client.get("/queue/words.json", params={**asked, **wrong}).status_code in (400, 404)


@pytest.mark.parametrize("wrong", [{"low": "x"}, {"who": ["dragon"]}, {"low": "9", "high": "3"}, {"from": "soon"}, {"at.count": "1-x"}, {"seen": "now"}])  # fmt: skip
def test_what_is_no_value_is_refused_and_nothing_is_written(client: Any, desk: Desk, wrong: dict[str, Any]) -> None:
    assert _send(client, _form(desk, _claim(desk), **wrong)).status_code in (400, 403)
    assert not desk.record.decisions()


def test_a_correction_of_what_somebody_corrected_meanwhile_shows_both(client: Any, desk: Desk) -> None:
    claim = _claim(desk)
    form = _form(desk, claim, low="150", high="150", qualifier="exact")
    Desk(desk.record, "Noor").decide("reject", (claim.ref,), reason="doubled")
    answer = client.post("/queue/edit", data=form)
    assert answer.status_code == 409
    assert "Noor" in answer.text
    assert [d.author for d in desk.record.decisions()] == ["Noor"]


def test_the_same_correction_sent_twice_is_one(client: Any, desk: Desk) -> None:
    form = _form(desk, _claim(desk), low="150", high="150", qualifier="exact")
    assert _send(client, form).status_code == 303
    assert _send(client, form).status_code in (303, 409)
    assert len(desk.record.decisions()) == 1


def _part(desk: Desk) -> HarmClaim:
    found = (c for c in desk.now().claims.values() if isinstance(c, HarmClaim) and c.part_of)
    return next(found)


def test_what_a_claim_is_part_of_can_be_corrected_and_undone(client: Any, desk: Desk) -> None:
    claim = _part(desk)
    page = client.get("/queue/edit", params={"at": claim.ref}).text
    assert f'<option value="{claim.part_of}" selected>' in page
    assert _send(client, _form(desk, claim, part_of="")).status_code == 303
    after = desk.now().claims[claim.ref]
    assert isinstance(after, HarmClaim)
    assert after.part_of is None
    assert _send(client, _form(desk, after, part_of=claim.part_of)).status_code == 303
    again = desk.now().claims[claim.ref]
    assert isinstance(again, HarmClaim)
    assert again.part_of == claim.part_of
    assert "not in these words: part" not in client.get("/brief?in=en").text
    assert "Part of" in client.get("/history").text


def test_no_claim_is_part_of_itself_of_its_own_part_or_of_another_report_s(client: Any, desk: Desk) -> None:
    claim = _part(desk)
    whole = desk.now().claims[f"{claim.report.id}#{claim.part_of}"]
    assert isinstance(whole, HarmClaim)
    other = next(c for c in desk.now().claims.values() if c.report.id != claim.report.id and isinstance(c, HarmClaim))
    told = client.get("/queue/edit.json", params={"at": whole.ref}).json()["fields"]
    (known,) = [row["known"] for row in told if row["name"] == "part_of"]
    assert not {claim.id, whole.id, other.id} & set(known)
    for wrong in (whole.id, claim.id, other.id, "none"):
        assert _send(client, _form(desk, whole, part_of=wrong)).status_code in (400, 403)
    assert not desk.record.decisions()
