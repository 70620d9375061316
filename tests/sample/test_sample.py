"""The demonstration reports hold together: read by intake, expected claims found, briefs that show the point."""

from __future__ import annotations

import re

import pytest

from belegt import pipeline
from belegt.brief import render, write
from belegt.intake import receive
from belegt.model import Account, HarmClaim
from belegt.sample import sample_paths
from tests.sample.demo import claims, expected, received


@pytest.fixture(scope="module")
def account() -> Account:
    reports = received()
    return pipeline.account(list(reports.values()), claims(reports))


def test_there_are_at_least_eight_reports_of_every_kind_that_intake_takes() -> None:
    reports = received()
    assert len(reports) >= 8
    assert {p.suffix for p in sample_paths()} == {".txt", ".md", ".html", ".jsonl"}
    assert {r.lang for r in reports.values()} == {"de", "en"}
    assert all(r.published and r.source.name.startswith("Demo") for r in reports.values())


def test_every_file_says_that_it_was_written_for_the_demonstration() -> None:
    for path in sample_paths():
        text = path.read_text(encoding="utf-8")
        records = text.splitlines() if path.suffix == ".jsonl" else [text]
        assert all("Written for the demonstration of Belegt." in record[:700] for record in records), path.name


def test_nothing_of_the_head_is_read_as_text() -> None:
    assert not any("demonstration" in r.text for r in received().values())


def test_every_expected_claim_is_quoted_from_its_report(account: Account) -> None:
    assert len(account.claims) == len(expected())
    for claim in account.claims:
        if isinstance(claim, HarmClaim) and claim.count.text:
            assert claim.count.text in claim.quote, claim.quote


def test_the_reports_show_what_belegt_is_for(account: Account) -> None:
    shown = " ".join(render(write(account, "de"), "text", 100).split())
    for words in (
        "mindestens 141 Zivilisten, darunter 18 Kinder,",
        "Hunderte Menschen wurden verletzt",
        "andere Angaben: mindestens 128 Zivilisten (darunter 21 Kinder) laut „Demo Monitor“",
        "16 Zivilisten durch Beschuss getötet; als Urheber genannt: Rebellen",
        "acht Kinder durch Beschuss getötet",
        "Als überholt oder zweifelhaft gekennzeichnet: sechs Kinder getötet, laut Demo-Ticker",
        "Dabei wurde eine Schule getroffen",
        "Ob diese Toten in der laufenden Summe (16 Zivilisten) enthalten sind",
        "Als letztes seiner Art wird ein solches Haus hier nicht zum ersten Mal bezeichnet",
        "rundet mindestens 141 Zivilisten und kommt nicht hinzu",
        "Demo-Blatt (22. November 2016) ist eine Kopie von Demo-Agentur (22. November 2016)",
        "Waffenruhe, vorgelegt von Uno: abgelehnt durch die Regierung in Damaskus",
    ):
        assert words in shown, words


def test_the_english_brief_shows_the_same(account: Account) -> None:
    shown = " ".join(render(write(account, "en"), "text", 100).split())
    assert "at least 141 civilians, including 18 children" in shown
    assert "at least 128 civilians (including 21 children) according to the Demo Monitor" in shown
    assert "eight children were killed by shelling" in shown
    assert not re.search(r"\b(?:269|149|157|165)\b", shown)


def test_read_by_the_rules_the_school_is_the_only_incident_of_killing() -> None:
    """Neither the running totals nor the headline of a reprint of one ("Aleppo: 141 Zivilisten getötet") is an incident."""
    read = [reading for reading in pipeline.readings(receive(sample_paths())) if isinstance(reading, pipeline.Reading)]
    told = pipeline.account([r.received.report for r in read], [claim for r in read for claim in r.claims])
    killed = [f for i in told.incidents for f in i.figures if f.kind == "killed" and not f.group]
    assert [(f.low, f.best, f.high) for f in killed] == [(8, 8, 8)]
