"""Several people at one record: each acknowledged save is in the log once, and none overwrites what its author had not seen (T21)."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from random import Random

import pytest

from belegt.record import Record, open_record
from belegt.web.desk import Desk, OvertakenError


@pytest.fixture(params=["sqlite", "postgresql"])
def shared(request: pytest.FixtureRequest, record: Record) -> Iterator[Record]:
    """The record in its file, and carried over to a server."""
    if request.param == "sqlite":
        yield record
        return
    with open_record(request.getfixturevalue("emptied")) as at_server:
        for _ in record.copy_to(at_server):
            pass
        yield at_server


def test_no_save_is_lost_double_or_blind(shared: Record) -> None:
    refs = [claim.ref for claim in shared.claims()][:6]
    records = [open_record(shared.address, wait=60.0) for _ in range(4)]

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
    assert {d.id for d in shared.decisions()} == acknowledged
    assert len(shared.decisions()) == len(acknowledged) > 30


def test_what_came_after_the_event_seen_is_never_overwritten(shared: Record) -> None:
    ref = shared.claims()[0].ref
    first, second = Desk(shared, "Mara"), Desk(shared, "Noor")
    seen = shared.head().seq
    first.decide("accept", (ref,), seen=seen)
    with pytest.raises(OvertakenError):
        second.decide("reject", (ref,), seen=seen)
    second.decide("reject", (ref,), seen=shared.head().seq)
    assert [d.author for d in shared.decisions()] == ["Mara", "Noor"]
