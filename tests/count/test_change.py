"""What changed between two states: new, raised, lowered, retracted, merged, split (R12, R35)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from belegt.count import changes
from belegt.model import Decision, IncidentCount
from belegt.pipeline import account
from tests.count.telling import tell

AT = datetime(2016, 11, 23, tzinfo=UTC)


def counted(*lines: str, decisions: Sequence[Decision] = ()) -> tuple[IncidentCount, ...]:
    told = tell(lines)
    return account(told.reports, told.claims, decisions=decisions).incidents


def told(before: tuple[IncidentCount, ...], after: tuple[IncidentCount, ...]) -> list[str]:
    return [c.what for c in changes(before, after)]


def test_a_rising_toll_is_raised_and_both_figures_are_named_r12() -> None:
    before, after = counted("a: 12+ killed, source SOHR"), counted("a: 12+ killed, source SOHR", "b: 15 killed, source SOHR, published 2016-11-23")
    (change,) = changes(before, after)
    was, now = change.figures
    assert change.what == "raised"
    assert was is not None
    assert now is not None
    assert (was.best, now.best) == (12, 15)


def test_what_nobody_told_before_is_new_and_what_was_rejected_is_retracted_r25() -> None:
    one = counted("a: 12 killed")
    rejected = Decision(act="reject", targets=("a#c1",), author="Desk", at=AT, reason="another war")
    assert told((), one) == ["new"]
    assert told(one, counted("a: 12 killed", decisions=[rejected])) == ["retracted"]


def test_a_rival_that_is_rejected_lowers_nothing_but_the_maximum() -> None:
    rejected = Decision(act="reject", targets=("b#c1",), author="Desk", at=AT, reason="a copy gone wrong")
    lines = ("a: 12 killed, source SOHR", "b: 40 killed, source Anadolu")
    (change,) = changes(counted(*lines), counted(*lines, decisions=[rejected]))
    assert change.what == "lowered"


def test_merged_and_split_incidents_are_told_as_such_r28() -> None:
    lines = ("a: 12 killed, place Aleppo", "b: 5 killed, place Homs, day 2016-11-14")
    same = Decision(act="same", targets=("a#c1", "b#c1"), author="Desk", at=AT, reason="one convoy")
    apart, merged = counted(*lines), counted(*lines, decisions=[same])
    assert told(apart, merged) == ["merged"]
    assert told(merged, apart) == ["split"]


def test_nothing_changes_between_equal_states_r30() -> None:
    lines = ("a: 12 killed", "b: 14 killed, source SOHR")
    assert changes(counted(*lines), counted(*lines)) == ()
