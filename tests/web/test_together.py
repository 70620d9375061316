"""Several people at one record: each acknowledged save is in the log once, and none overwrites what its author had not seen (T21)."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from random import Random

import pytest

from belegt.record import Record, open_record
from belegt.web.desk import Desk, OvertakenError


def test_no_save_is_lost_double_or_blind(record: Record) -> None:
    refs = [claim.ref for claim in record.claims()][:6]
    records = [open_record(record.address, wait=60.0) for _ in range(4)]

    def review(n: int) -> list[str]:
        desk, chance, saved = Desk(records[n % 4], f"reviewer {n}"), Random(n), []
        for _ in range(15):
            seen = desk.record.head().seq
            try:
                saved.append(
                    desk.decide(
                        chance.choice(("accept", "reject")), (chance.choice(refs),), reason=str(len(saved)), seen=seen
                    )
                )
            except OvertakenError:
                continue
        return saved

    with ThreadPoolExecutor(8) as people:
        acknowledged = {id for saved in people.map(review, range(8)) for id in saved}
    for one in records:
        one.close()
    assert {d.id for d in record.decisions()} == acknowledged
    assert len(record.decisions()) == len(acknowledged) > 30


def test_what_came_after_the_event_seen_is_never_overwritten(record: Record) -> None:
    ref = record.claims()[0].ref
    first, second = Desk(record, "Mara"), Desk(record, "Noor")
    seen = record.head().seq
    first.decide("accept", (ref,), seen=seen)
    with pytest.raises(OvertakenError):
        second.decide("reject", (ref,), seen=seen)
    second.decide("reject", (ref,), seen=record.head().seq)
    assert [d.author for d in record.decisions()] == ["Mara", "Noor"]
