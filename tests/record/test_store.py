from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from belegt.errors import REFUSED, BelegtError
from belegt.record import Record, open_record
from tests.record.samples import READER, claims_of, noon, raw_of, sample


def _add(record: Record, n: int) -> None:
    report = sample(n)
    record.add(report, raw_of(report), claims_of(report), READER)


def test_what_was_added_is_there_after_the_record_was_closed(record: Record, place: str) -> None:
    _add(record, 1)
    record.close()
    with open_record(place) as again:
        assert again.reports() == [sample(1)]
        assert again.report("report-1") == sample(1)
        assert again.report("report-9") is None
        assert again.claims() == claims_of(sample(1))
        assert again.evidence(sample(1).sha256) == raw_of(sample(1))


def test_claims_of_one_report_are_given_alone(filled: Record) -> None:
    assert filled.claims("report-3") == claims_of(sample(3))
    assert filled.claims("report-9") == []
    assert [c.report.id for c in filled.claims()] == ["report-1"] * 6 + ["report-2"] * 3 + ["report-3"] * 6


def test_evidence_that_is_not_kept_is_refused(record: Record) -> None:
    with pytest.raises(BelegtError) as caught:
        record.evidence("0" * 64)
    assert (caught.value.code, caught.value.exit_code) == ("B312", REFUSED)


def test_text_with_half_a_character_is_refused(record: Record) -> None:
    for broken in (replace(sample(1), title="halb \ud83d"), replace(sample(1), id="\ud83d")):
        with pytest.raises(BelegtError) as caught:
            record.add(broken, raw_of(broken), [], READER)
        assert (caught.value.code, caught.value.exit_code) == ("B310", REFUSED)
    assert (record.reports(), record.head().seq) == ([], 0)


def test_the_log_is_given_by_kind_and_from_a_number_on(filled: Record) -> None:
    assert [e.seq for e in filled.log()] == list(range(1, 10))
    assert [e.seq for e in filled.log(since=7)] == [8, 9]
    assert [e.seq for e in filled.log(kind="decision_made")] == [8, 9]
    assert [e.body["reader"] for e in filled.log("claims_read", since=2)] == [READER, READER, "rules 2"]
    assert {e.at for e in filled.log()} == {"2026-11-24T12:00:00.000000Z"}
    assert filled.head() == ([*filled.log()][-1].seq, [*filled.log()][-1].hash)


def test_two_records_with_the_same_clock_and_reports_have_the_same_head(filled: Record, tmp_path: Path) -> None:
    with open_record(tmp_path / "other.belegt", create=True, clock=noon) as other:
        for event in filled.log("report_added"):
            n = int(event.body["report"]["id"].split("-")[1])
            _add(other, n)
        at_six = [e.hash for e in filled.log()][5]
        assert other.head() == (6, at_six)


def test_a_snapshot_does_not_show_what_is_added_meanwhile(filled: Record) -> None:
    with filled.snapshot() as snapshot:
        head, reports = snapshot.head(), snapshot.reports()
        report = sample(7)
        filled.add(report, raw_of(report), claims_of(report), READER)
        assert snapshot.head() == head
        assert snapshot.reports() == reports
        claims = snapshot.claims(reports)
        assert [(c.report.id, c.id) for c in claims] == [(of, state["id"]) for of, state in snapshot.states()]
        assert [e.seq for e in snapshot.log(head.seq - 1)] == [head.seq]
        assert snapshot.decisions() == filled.decisions()
    assert filled.head() != head
