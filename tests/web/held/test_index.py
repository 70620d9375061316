"""A large record: the queue is ordered by an index before the record is read, and the index is believed only where the log agrees."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from belegt.intake import receive
from belegt.pipeline import enter
from belegt.record import Record
from belegt.web.desk import Desk
from belegt.web.held import index
from belegt.web.held.index import Index, beside, built, found, keep
from belegt.web.held.load import begin
from belegt.web.held.shelf import Over, Shelf


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every record counts as a large one."""
    monkeypatch.setattr("belegt.settings.DESK_INDEX_CLAIMS", 0)


def _built(record: Record) -> Index:
    with record.snapshot() as snapshot:
        return built(snapshot)


def _found(record: Record) -> Index | None:
    with record.snapshot() as snapshot:
        return found(record, snapshot)


def _add(record: Record, folder: Path, id: str, text: str) -> None:
    feed = folder / f"{id}.jsonl"
    feed.write_text(json.dumps({"id": id, "text": text, "published": "2016-11-23"}) + "\n", encoding="utf-8")
    for _ in enter(record, receive([feed])):
        pass


def test_an_index_holds_every_report_and_claim_in_their_order(record: Record) -> None:
    made = _built(record)
    assert made.head == record.head()
    assert list(made.reports) == [r.id for r in record.reports()]
    assert list(made.claims) == [c.ref for c in record.claims()]


def test_the_first_page_is_the_same_and_needs_one_report_alone(
    client: Any, record: Record, desk: Desk, large: None
) -> None:
    _, reading, _ = begin(record, "airwars")
    assert isinstance(reading.claims, Shelf)
    whole = Desk(record, "Mara")
    assert [w.ref for w in desk.queue(desk.now())] == [w.ref for w in whole.queue(whole.now())]
    first = desk.queue(desk.now())[0]
    assert first.claim.report.id == first.report
    assert dict(reading.claims.items()) == {c.ref: c for c in record.claims()}
    assert list(reading.reports.values()) == record.reports()


def test_a_queue_is_ordered_before_the_record_is_read(
    record: Record, large: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("belegt.settings.DESK_RIVALS_CLAIMS", 0)
    monkeypatch.setattr("belegt.record.snapshot.Snapshot.claims", lambda *_: pytest.fail("all claims were read"))
    desk = Desk(record, "Mara")
    assert desk.queue(desk.now())[0].claim.quote


def test_what_is_kept_is_what_would_be_built_and_holds_no_word_of_a_report(record: Record) -> None:
    made = _built(record)
    keep(record, made)
    assert _found(record) == made
    assert beside(record).stat().st_mode & 0o777 == 0o600
    kept = beside(record).read_text(encoding="utf-8")
    assert not any(claim.quote in kept for claim in record.claims())


def test_what_the_log_says_since_is_added(record: Record, tmp_path: Path) -> None:
    keep(record, _built(record))
    _add(record, tmp_path, "late", "At least 9 civilians were killed in Homs on Tuesday, the ministry said.")
    known = _found(record)
    assert known == _built(record)
    assert known
    assert any(ref.startswith("late#") for ref in known.claims)


def test_a_reading_anew_takes_the_place_of_the_old_one(record: Record) -> None:
    before = _built(record)
    keep(record, before)
    report = record.reports()[0]
    record.add(report, record.evidence(report.sha256), record.claims(report.id)[:1], "another reader")
    assert list((_found(record) or before).claims) == list(_built(record).claims) != list(before.claims)


@pytest.mark.parametrize("harm", ["cut", "digit", "head", "empty"])
def test_an_index_that_was_changed_is_not_believed(record: Record, harm: str) -> None:
    keep(record, _built(record))
    place = beside(record)
    text = place.read_text(encoding="utf-8")
    changed = {
        "cut": text[:-20],
        "digit": text.replace("1", "2", 1) if "1" in text[70:] else "",
        "head": text.replace(record.head().hash, "0" * 64),
        "empty": "",
    }[harm]
    place.write_text(changed, encoding="utf-8")
    assert _found(record) is None


def test_an_index_of_another_log_is_not_believed(record: Record) -> None:
    made = _built(record)
    keep(record, Index(made.head._replace(hash="f" * 64), made.reports, made.claims))
    assert _found(record) is None


def test_an_index_of_other_weights_is_not_believed(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(record, _built(record))
    monkeypatch.setattr(index, "_maker", lambda: "another")
    assert _found(record) is None


def test_an_index_that_does_not_agree_with_the_record_is_taken_away(record: Record, large: None) -> None:
    made = _built(record)
    keep(record, Index(made.head, made.reports, dict(list(made.claims.items())[1:])))
    _, reading, _ = begin(record, "airwars")
    assert len(list(reading.claims.values())) == len(made.claims)
    assert not beside(record).exists()


def test_a_small_record_leaves_no_index(record: Record) -> None:
    Desk(record, "Mara").now().account  # noqa: B018
    assert not beside(record).exists()


def test_values_in_another_form_stand_where_they_stood() -> None:
    over = Over({"a": 1, "b": 2}, {"a": 3})
    assert dict(over) == {"a": 3, "b": 2}
    assert "c" not in over
    assert len(over) == 2
