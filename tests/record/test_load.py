"""Many people saving at once about few claims: each save that was acknowledged is in the log, once, and none is blind.

`bench/saves` does the same with 50 writers and 200 saves each.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from random import Random

from belegt.errors import BelegtError
from belegt.model import Decision
from belegt.record import Record, check, open_record
from tests.record.samples import NOON, READER, claims_of, raw_of, sample

WRITERS, SAVES = 8, 6


def save(record: Record, writer: int, refs: list[str]) -> list[str]:
    """What one writer was acknowledged; whoever was overtaken looks again and decides again."""
    chance, saved = Random(writer), []
    for n in range(SAVES):
        decision = Decision(
            act=chance.choice(("accept", "reject")), targets=(chance.choice(refs),), author=f"writer {writer}",
            at=NOON + timedelta(seconds=n),
        )  # fmt: skip
        while True:
            seen = record.head().seq
            try:
                saved.append(record.decide(decision, seen=seen))
                break
            except BelegtError as error:
                if error.code != "B807":
                    raise
    return saved


def test_no_acknowledged_save_is_lost_or_made_twice(place: str) -> None:
    with open_record(place, create=True, wait=60) as record:
        for n in range(4):
            record.add(sample(n), raw_of(sample(n)), claims_of(sample(n)), READER)
        refs = [claim.ref for claim in record.claims()][:20]
        records = [open_record(place, wait=60) for _ in range(WRITERS // 2)]
        with ThreadPoolExecutor(WRITERS) as people:
            tasks = [people.submit(save, records[n // 2], n, refs) for n in range(WRITERS)]
            saved = [id for task in tasks for id in task.result()]
        for one in records:
            one.close()
        assert len(saved) == len(set(saved)) == WRITERS * SAVES
        assert sorted(event.body["id"] for event in record.log("decision_made")) == sorted(saved)
        assert check(place, record.head()) == []
