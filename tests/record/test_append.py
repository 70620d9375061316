from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from belegt.errors import CONFLICT, FAILED, REFUSED, BelegtError
from belegt.model import Passage, Source
from belegt.record import Added, Record, check, open_record
from tests.record.samples import READER, claims_of, decision, raw_of, sample


def test_adding_a_report_twice_adds_it_once(record: Record) -> None:
    report = sample(1)
    assert record.add(report, raw_of(report), claims_of(report), READER) == Added("added", "report-1", 6)
    head = record.head()
    assert record.add(report, raw_of(report), claims_of(report), READER) == Added("known", "report-1", 6)
    assert record.head() == head


def test_a_report_without_hash_gets_that_of_its_raw_bytes(record: Record) -> None:
    report = replace(sample(1), sha256="")
    record.add(report, raw_of(report), claims_of(report), READER)
    assert record.reports() == [sample(1)]
    assert record.add(report, raw_of(report), claims_of(report), READER).status == "known"


def test_raw_bytes_that_are_not_those_the_report_names_are_refused(record: Record) -> None:
    with pytest.raises(BelegtError) as caught:
        record.add(sample(1), b"other bytes", [], READER)
    assert (caught.value.code, caught.value.exit_code) == ("B309", REFUSED)
    assert record.head().seq == 0


@pytest.mark.parametrize(
    ("field", "changed"),
    [
        ("text", sample(2).text),
        ("published", date(2016, 11, 23)),
        ("published", None),
        ("source", Source("Andere Agentur", "outlet")),
        ("url", "https://demo.example/other"),
    ],
)
def test_another_report_under_the_same_id_is_a_conflict(filled: Record, field: str, changed: Any) -> None:
    other = replace(sample(1), sha256="", **{field: changed})
    before = filled.head()
    with pytest.raises(BelegtError, match=f"another {field}") as caught:
        filled.add(other, b"raw", [], READER)
    assert (caught.value.code, caught.value.exit_code) == ("B304", CONFLICT)
    with pytest.raises(BelegtError) as caught:
        filled.knows(other, READER)
    assert caught.value.code == "B304"
    assert filled.head() == before
    assert filled.report("report-1") == sample(1)


def test_what_a_machine_found_out_about_a_known_report_may_differ_and_the_first_stands(filled: Record) -> None:
    again = replace(sample(1), lang="", dated_by="dateline", media_type="text/plain", title="", sha256="")
    assert filled.add(again, b"the same text, packed otherwise", claims_of(again), READER).status == "known"
    assert filled.report("report-1") == sample(1)


def test_a_new_reading_replaces_the_claims_and_the_old_one_stays_in_the_log(record: Record) -> None:
    report = sample(1)
    record.add(report, raw_of(report), claims_of(report), READER)
    made = record.decide(decision(1, target=claims_of(report)[0].ref))
    fewer = claims_of(report, "rules 2")[:2]
    assert record.add(report, raw_of(report), fewer, "rules 2") == Added("known", "report-1", 2, reread=True)
    assert [c.reader for c in record.claims()] == ["rules 2", "rules 2"]
    assert [len(e.body["claims"]) for e in record.log("claims_read")] == [6, 2]
    assert [d.id for d in record.decisions()] == [made]
    assert len(record.reports()) == 1


def test_a_reading_that_found_nothing_is_a_reading(record: Record) -> None:
    report = sample(1)
    record.add(report, raw_of(report), claims_of(report), READER)
    assert record.add(report, raw_of(report), [], "rules 2").reread
    assert record.claims() == []
    assert record.add(report, raw_of(report), [], "rules 2") == Added("known", "report-1", 0)


def test_other_claims_of_the_same_reader_are_a_new_reading(record: Record) -> None:
    report = sample(1)
    record.add(report, raw_of(report), claims_of(report)[:1], READER)
    assert record.add(report, raw_of(report), claims_of(report), READER).reread
    assert len(record.claims()) == 6


def test_the_record_knows_a_report_only_as_read_by_its_last_reader(filled: Record) -> None:
    assert filled.knows(sample(1), READER)
    assert not filled.knows(sample(1), "rules 2")
    assert filled.knows(sample(2), "rules 2")
    assert not filled.knows(sample(9), READER)


def test_two_reports_may_share_one_piece_of_evidence(record: Record, place: str) -> None:
    first, second = replace(sample(1), sha256=""), replace(sample(2), sha256="")
    record.add(first, b"one page", [], READER)
    record.add(second, b"one page", [], READER)
    assert {record.evidence(r.sha256) for r in record.reports()} == {b"one page"}
    assert check(place) == []


def test_a_claim_of_another_report_is_refused_and_nothing_is_added(record: Record) -> None:
    with pytest.raises(BelegtError, match="is not read from report report-1") as caught:
        record.add(sample(1), raw_of(sample(1)), claims_of(sample(2)), READER)
    assert (caught.value.code, caught.value.exit_code) == ("B311", FAILED)
    longer = replace(sample(1), text=sample(1).text + " Ende.")
    moved = replace(claims_of(sample(1))[0], passage=Passage(longer, 0, 4))
    with pytest.raises(BelegtError, match="is not read from"):
        record.add(sample(1), raw_of(sample(1)), [moved], READER)
    assert (record.head().seq, record.reports()) == (0, [])


def test_a_claim_that_stands_twice_is_refused(record: Record) -> None:
    one = claims_of(sample(1))[0]
    with pytest.raises(BelegtError, match="stands twice in report report-1"):
        record.add(sample(1), raw_of(sample(1)), [one, one], READER)


def test_the_same_decision_twice_is_one(record: Record) -> None:
    first = record.decide(decision(1))
    assert record.decide(decision(1)) == first == decision(1).id
    record.decide(decision(2, "undo", first))
    assert record.decisions() == [decision(1), decision(2, "undo", first)]
    assert record.head().seq == 2


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [("targets", (), "B313"), ("author", "", "B313"), ("at", datetime(2026, 11, 24), "B313"), ("act", "erase", "B103")],
)
def test_an_incomplete_decision_is_refused(record: Record, field: str, value: Any, code: str) -> None:
    with pytest.raises(BelegtError) as caught:
        record.decide(replace(decision(1), **{field: value}))
    assert (caught.value.code, caught.value.exit_code) == (code, REFUSED)
    assert record.decisions() == []


def test_many_writers_at_once_lose_nothing_and_fork_nothing(place: str) -> None:
    def write(first: int) -> None:
        with open_record(place, create=True, wait=30) as record:
            for n in range(first, first + 10):
                record.add(sample(n), raw_of(sample(n)), claims_of(sample(n)), READER)

    writers = [threading.Thread(target=write, args=(10 * n,)) for n in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    with open_record(place) as record:
        assert {r.id for r in record.reports()} == {f"report-{n}" for n in range(40)}
        assert record.head().seq == 80
    assert check(place) == []
