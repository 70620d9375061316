"""What reads as a running total and tells one incident: the battle of a day (R10)."""

from __future__ import annotations

import pytest

from belegt.link import link
from tests.count.telling import tell


def numbers(*lines: str) -> tuple[int, int]:
    """How many incidents and how many running totals."""
    told = tell(lines)
    found = link(told.reports, told.claims)
    return len(found.incidents), len(found.totals)


DAY = "total, day 2016-11-19..2016-11-20"


def test_a_battle_of_twenty_four_hours_is_one_incident_with_both_its_sides_r10() -> None:
    assert numbers(
        f'a: "70 fighters fell in 24 hours of battle at the dam" 70+ killed combatant, {DAY}',
        f'+ "30 of them soldiers" 30 killed combatant, part 1, {DAY}',
    ) == (1, 0)


@pytest.mark.parametrize(
    "words",
    [
        "50 were killed in 24 hours in clashes and air strikes",
        "20 were killed by shelling of four villages in 24 hours",
        "50 were killed in 24 hours",
    ],
)
def test_a_day_of_several_attacks_or_of_none_named_stays_a_running_total(words: str) -> None:
    assert numbers(f'a: "{words}" 50 killed, {DAY}') == (0, 1)


def test_a_battle_of_three_days_stays_a_running_total() -> None:
    assert numbers(
        'a: "70 fell in the battle since Thursday" 70 killed combatant, total, day 2016-11-17..2016-11-20'
    ) == (0, 1)


@pytest.mark.parametrize(
    "words", ["executed 24 villagers in the last 24 hours", "24 Dorfbewohner wurden in 24 Stunden hingerichtet"]
)
def test_an_execution_of_a_day_is_one_incident(words: str) -> None:
    assert numbers(f'a: "{words}" 24 killed, {DAY}') == (1, 0)
