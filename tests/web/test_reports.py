"""The page of a report: the whole text, every claim marked, and its twin."""

from __future__ import annotations

import html
import re
from typing import Any
from urllib.parse import quote

from belegt.web.desk import Desk
from tests.web.conftest import HOSTILE


def _text(page: str) -> str:
    found = re.search(r'<div class="text"[^>]*>(.*?)</div>', page, re.S)
    assert found
    plain = re.sub(r'<a class="note".*?</a>', "", found[1], flags=re.S)
    return html.unescape(re.sub(r"<[^>]+>", "", plain))


def test_the_whole_text_stands_with_each_claim_marked(client: Any, desk: Desk) -> None:
    for report in desk.record.reports():
        page = client.get(f"/reports/{quote(report.id, safe='')}").text
        assert _text(page) == report.text.replace("\u202e", "⟨U+202E⟩").replace("\u202c", "⟨U+202C⟩")
        for claim in desk.record.claims(report.id):
            assert f'id="m-{claim.id}"' in page
            assert f'href="#m-{claim.id}"' in page
        assert report.sha256 in page


def test_a_hostile_report_is_text_and_nothing_else(client: Any) -> None:
    page = client.get(f"/reports/{quote(HOSTILE['id'], safe='')}").text
    assert "<script>window" not in page
    assert "<svg onload" not in page
    assert "<img" not in page
    assert 'href="javascript' not in page


def test_the_twin_has_the_claims_as_the_contract_has_them(client: Any, desk: Desk) -> None:
    report = desk.record.reports()[0]
    told = client.get(f"/reports/{report.id}.json").json()
    assert told["report"]["text"] == report.text
    for claim in told["claims"]:
        assert report.text[claim["start"] : claim["end"]] == claim["quote"]
        assert claim["state"] == "open"


def test_the_original_is_saved_never_shown(client: Any, desk: Desk) -> None:
    report = desk.record.reports()[0]
    answer = client.get(f"/reports/{report.id}/original")
    assert answer.content == desk.record.evidence(report.sha256)
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["content-type"] == "application/octet-stream"


def test_what_is_not_there_is_said_with_a_next_step(client: Any) -> None:
    assert client.get("/reports/none").status_code == 404
    assert "B806" in client.get("/reports/none").text
    assert client.get("/reports/none.json").json()["error"]["code"] == "B806"


def test_the_interface_speaks_the_language_that_was_chosen(client: Any) -> None:
    assert "Berichte" in client.get("/reports", headers={"accept-language": "de-AT,de;q=0.9,en;q=0.1"}).text
    client.post("/settings", data={"lang": "ar", "theme": "dark", "to": "/reports"})
    page = client.get("/reports").text
    assert 'dir="rtl"' in page
    assert 'data-theme="dark"' in page


def test_a_report_is_left_out_with_a_reason_and_undo_with_its_own_brings_it_back(client: Any, desk: Desk) -> None:
    before = client.get("/incidents.json").json(), client.get("/reports.json").json()["total"]
    form = {"seen": desk.now().head.seq}
    assert client.post("/reports/demo-funk-3/hide", data=form).status_code == 400
    assert (
        client.post("/reports/demo-funk-3/hide", data=form | {"reason": "not ours"}, follow_redirects=False).status_code
        == 303
    )
    assert client.get("/reports.json").json()["total"] == before[1] - 1
    assert "demo-funk-3" not in str(client.get("/incidents.json").json())
    assert "not ours" in client.get("/reports/demo-funk-3").text
    made = desk.record.decisions()[-1]
    client.post("/undo", data={"decision": made.id, "to": "/history", "reason": "ours after all"})
    assert desk.record.decisions()[-1].reason == "ours after all"
    assert (client.get("/incidents.json").json(), client.get("/reports.json").json()["total"]) == before


def test_a_claim_is_left_out_of_every_count_with_a_reason_and_undo_brings_it_back(client: Any, desk: Desk) -> None:
    claim = next(i.incident.claims[0] for i in desk.now().account.incidents)
    form = {"claim": claim.ref, "seen": desk.now().head.seq}
    assert client.post("/reports/claims/hide", data=form).status_code == 400
    answer = client.post("/reports/claims/hide", data=form | {"reason": "in another record"}, follow_redirects=False)
    assert answer.status_code == 303
    made = desk.record.decisions()[-1]
    assert (made.act, made.targets, made.reason) == ("hide", (claim.ref,), "in another record")
    assert all(claim.ref not in {c.ref for c in i.incident.claims} for i in desk.now().account.incidents)
    assert all(row["ref"] != claim.ref for row in client.get("/queue.json").json()["queue"])
    path = f"/reports/{quote(claim.report.id, safe='')}"
    assert "in another record" in client.get(path).text
    told = {c["ref"]: c["counts"] for c in client.get(f"{path}.json").json()["claims"]}
    assert [ref for ref, counts in told.items() if not counts] == [claim.ref]
    client.post("/undo", data={"decision": made.id, "to": path})
    assert any(claim.ref in {c.ref for c in i.incident.claims} for i in desk.now().account.incidents)
    assert client.post("/reports/claims/hide", data=form | {"claim": "none#c"}).status_code == 404


PAGE = """<html lang="en"><head><title>Strike on Homs</title></head><body><article><h1>Strike on Homs</h1>
<p>At least 14 civilians were killed in Homs on Monday, the ministry said. {}</p><p>Rescue workers were at the scene.</p>
<script>window.ran=1</script><img src="https://a.example/x.png" onerror="window.ran=1"></article></body></html>"""


def add_page(client: Any) -> str:
    """The id of a report that came as a page."""
    client.post(
        "/add", data={"published": "2016-11-22"}, files={"files": ("a.html", PAGE.format("word " * 60), "text/html")}
    )
    return next(
        str(r["id"]) for r in client.get("/reports.json").json()["reports"] if r.get("title") == "Strike on Homs"
    )


def test_a_page_stands_beside_its_text_in_a_frame_that_can_do_nothing(client: Any) -> None:
    id = quote(add_page(client), safe="")
    shown = client.get(f"/reports/{id}", params={"beside": "original"}).text
    assert re.search(rf'<iframe [^>]*src="/reports/{id}/received" sandbox ', shown)
    answer = client.get(f"/reports/{id}/received")
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "; sandbox; " in policy
    assert "frame-ancestors 'self'" in policy
    assert answer.headers["x-frame-options"] == "SAMEORIGIN"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "At least 14 civilians" in answer.text
    assert not re.search(r"<script|<img|onerror|https?:", answer.text)


def test_a_text_stands_beside_its_clean_form_as_it_was_received(client: Any, desk: Desk) -> None:
    id = quote(HOSTILE["id"], safe="")
    shown = client.get(f"/reports/{id}", params={"beside": "original"}).text
    assert "<iframe" not in shown
    assert "&#34;text&#34;: &#34;&lt;script&gt;" in shown
    assert client.get(f"/reports/{id}/received").status_code == 404
    assert client.get(f"/reports/{id}", params={"beside": "else"}).status_code == 400
    assert client.get(f"/reports/{id}").headers["x-frame-options"] == "DENY"
