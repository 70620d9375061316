"""The record as known on an earlier day is what the log held then (R27)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from belegt.errors import BelegtError
from belegt.model import Decision, HarmClaim, Passage, Quantity, Report
from belegt.record import Record, open_record

FIRST = datetime(2016, 11, 22, 9, tzinfo=UTC)
TEXT = "Ten people were killed."


def claim(report: Report, number: int) -> HarmClaim:
    return HarmClaim(passage=Passage(report, 0, 22), kind="killed", count=Quantity("Ten", number, number, "exact"))


@pytest.fixture
def record(place: str) -> Iterator[Record]:
    """A day each: a report is added, read anew, and its claim rejected."""
    days = iter(FIRST + timedelta(n) for n in range(9))
    with open_record(place, create=True, clock=lambda: next(days)) as opened:
        report = Report(id="a", text=TEXT)
        opened.add(report, TEXT.encode(), [claim(report, 9)], "rules 1")
        opened.add(report, TEXT.encode(), [claim(report, 10)], "rules 2")
        opened.decide(
            Decision(act="reject", targets=("a#c",), author="Desk", at=FIRST + timedelta(2), reason="told twice")
        )
        yield opened


@pytest.mark.parametrize(
    ("day", "reports", "numbers", "decisions"), [(-1, 0, [], 0), (0, 1, [9], 0), (1, 1, [10], 0), (2, 1, [10], 1)]
)
def test_what_came_later_never_shows_r27(
    record: Record, day: int, reports: int, numbers: list[int], decisions: int
) -> None:
    held = record.past(FIRST + timedelta(day, hours=1))
    assert len(held.reports) == reports
    assert [c.count.low for c in held.claims if isinstance(c, HarmClaim)] == numbers
    assert len(held.decisions) == decisions


def test_the_past_up_to_now_is_the_present_r27(record: Record) -> None:
    held = record.past(FIRST + timedelta(30))
    assert (held.reports, held.claims, held.decisions) == (record.reports(), record.claims(), record.decisions())


def test_a_moment_without_a_zone_is_refused(record: Record) -> None:
    with pytest.raises(BelegtError) as refused:
        record.past(datetime(2016, 11, 22))
    assert refused.value.code == "B313"
