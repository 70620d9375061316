from __future__ import annotations

from pathlib import Path

import pytest

from belegt.record import open_record
from tests.cli.conftest import GERMAN, STRIKE, Belegt, toll_of


@pytest.fixture
def toll(record: Path) -> str:
    """The reference of the claim on 141 dead."""
    with open_record(record) as opened:
        return toll_of(opened).ref


def test_a_claim_is_shown_in_its_sentence_with_its_grounds(belegt: Belegt, record: Path, toll: str) -> None:
    ended = belegt("show", toll, "--record", record)
    told = " ".join(ended.out.split())
    with open_record(record) as opened:
        claim = toll_of(opened)
    sentence = STRIKE.split(" Two ")[0]
    assert ended.code == 0
    assert sentence.replace(claim.quote, f"⟦{claim.quote}⟧") in told
    assert all(why.rule in told for why in claim.why)
    assert "the Demo Monitor" in told
    assert "20 November 2016" in told


@pytest.mark.parametrize("letters", [None, 6])
def test_a_claim_is_found_by_its_own_id_and_by_a_clear_beginning(
    belegt: Belegt, record: Path, toll: str, letters: int | None
) -> None:
    own = toll.split("#")[1][:letters]
    assert belegt("show", own, "--record", record) == belegt("show", toll, "--record", record)


def test_a_report_is_shown_with_its_hash_and_every_claim(belegt: Belegt, record: Path) -> None:
    with open_record(record) as opened:
        (report,) = opened.reports()
        claims = opened.claims()
    ended = belegt("show", report.id, "--record", record)
    assert ended.code == 0
    assert report.sha256 in ended.out
    assert all(claim.id in ended.out for claim in claims)
    assert f"{len(claims)} claims" in ended.out


def test_an_incident_is_shown_with_figures_and_claims(belegt: Belegt, record: Path, toll: str) -> None:
    incident = belegt("figures", "--record", record, "--format", "jsonl").lines()[0]
    ended = belegt("show", incident["id"], "--record", record)
    assert ended.code == 0
    assert "141 or more" in ended.out
    assert toll in ended.out
    assert "airwars" in ended.out


def test_json_gives_the_thing_with_its_claims(belegt: Belegt, record: Path, toll: str) -> None:
    report, claim = toll.split("#")
    assert belegt("show", toll, "--record", record, "--json").document()["id"] == claim
    shown = belegt("show", report, "--record", record, "--json").document()
    assert shown["text"] == STRIKE
    assert claim in [one["id"] for one in shown["claims"]]
    incident = belegt("figures", "--record", record, "--format", "jsonl").lines()[0]
    shown = belegt("show", incident["id"], "--record", record, "--json").document()
    assert [f"{c['report']}#{c['id']}" for c in shown["claims"]] == incident["claims"]


def test_a_running_total_is_shown(belegt: Belegt, record: Path, tmp_path: Path) -> None:
    path = tmp_path / "total.txt"
    path.write_text(
        "Since 2011 more than 250,000 people have been killed in the war in Syria, the Demo Monitor said.\n"
    )
    assert belegt("add", path, "--record", record, "--published", "2016-11-22").code == 0
    lines = belegt("figures", "--record", record).out.split("Running total")[1].split()
    (id,) = [word for word in lines if word.startswith("t") and len(word) == 13]
    ended = belegt("show", id, "--record", record)
    assert ended.code == 0
    assert "250,000 or more killed" in " ".join(ended.out.split())
    assert belegt("show", id, "--record", record, "--json").document()["total"] is True


def test_an_unknown_id_fails_with_its_code(belegt: Belegt, record: Path) -> None:
    ended = belegt("show", "nothing", "--record", record)
    assert ended.code == 1
    assert ended.err.startswith(f"B702 the record {record} holds nothing with the id 'nothing'.")


def test_a_beginning_that_fits_several_is_told_with_them(belegt: Belegt, record: Path) -> None:
    with open_record(record) as opened:
        ids = [claim.id for claim in opened.claims()]
    ended = belegt("show", "c", "--record", record)
    assert ended.code == 2
    assert ended.err.startswith("B703 'c' begins several ids: ")
    assert ids[0] in ended.err


def test_the_same_claim_id_in_two_reports_asks_for_the_report(belegt: Belegt, tmp_path: Path) -> None:
    import json

    path = tmp_path / "two.jsonl"
    path.write_text("\n".join(json.dumps({"id": i, "text": GERMAN}) for i in ("one", "two")))
    record = tmp_path / "two.belegt"
    belegt("add", path, "--record", record)
    with open_record(record) as opened:
        first, second = (opened.claims(i)[0] for i in ("one", "two"))
    assert first.id == second.id
    ended = belegt("show", first.id, "--record", record)
    assert ended.code == 2
    assert first.ref in ended.err
    assert second.ref in ended.err
    assert belegt("show", second.ref, "--record", record).code == 0
