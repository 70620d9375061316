from __future__ import annotations

import hashlib
import json

from belegt.record import Record
from belegt.record.log import canonical


def test_canonical_json_is_sorted_dense_and_unescaped() -> None:
    assert canonical({"b": [1, None, 0.5], "a": "Tötung 🕊\n"}) == '{"a":"Tötung 🕊\\n","b":[1,null,0.5]}'


def test_every_event_carries_the_hash_that_anyone_can_compute(filled: Record) -> None:
    before = "0" * 64
    for event in filled.log():
        body = json.dumps(event.body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        row = [event.seq, event.at, event.kind, body, before]
        whole = json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        assert event.prev == before
        assert event.hash == hashlib.sha256(whole.encode()).hexdigest()
        before = event.hash


def test_the_log_is_read_whole_when_it_is_longer_than_a_page(record: Record) -> None:
    from belegt.record.log import PAGE
    from tests.record.samples import READER, raw_of, sample

    for n in range(PAGE // 2 + 2):
        record.add(sample(n), raw_of(sample(n)), [], READER)
    assert [e.seq for e in record.log()] == list(range(1, PAGE + 5))
