"""Running totals: the same toll told again, growing, or another one."""

from __future__ import annotations

import pytest

from belegt.link import link
from tests.count.telling import tell


def groups(*lines: str) -> int:
    told = tell([f"{line}, total" for line in lines])
    return len(link(told.reports, told.claims).totals)


@pytest.mark.parametrize(
    "lines",
    [
        ("a: >280000 killed, day 2011-03-15..2016-07-01, place Syria", "b: >290000 killed, day 2011-01-01..2016-08-15, place Syria"),
        ("a: 141+ killed, day 2016-11-15..2016-11-22, place Aleppo (East)", "b: >140 killed, day 2016-11-15..2016-11-22, place Aleppo"),
        ("a: 600 killed, day unknown, place Syria", "b: ~600 killed, day unknown, place Syria"),
    ],
)
def test_one_toll(lines: tuple[str, str]) -> None:
    assert groups(*lines) == 1


@pytest.mark.parametrize(
    "lines",
    [
        ("a: 37 killed, day 2016-07-01..2016-07-31", "b: 33 killed, day 2016-01-01..2016-06-30"),
        ("a: 141 killed, day 2016-11-15..2016-11-22", "b: 141 injured, day 2016-11-15..2016-11-22"),
        ("a: 200 killed combatant, day 2016-11-15..2016-11-22", "b: 200 killed civilian, day 2016-11-15..2016-11-22"),
        ("a: 112 killed, day 2016-07-31..2016-08-05, place Aleppo", "a: 42 killed, day 2016-07-31..2016-08-05, place Aleppo (East)"),
        ("a: 600 killed, day 2014-09-01..2016-07-29, place Syria", "b: 300 killed, day 2014-09-01..2016-07-29, place Manbij"),
    ],
)
def test_two_tolls(lines: tuple[str, str]) -> None:
    assert groups(*lines) == 2


def test_a_total_runs_since_the_start_most_give_until_the_latest_end() -> None:
    told = tell(["a: 112+ killed, total, day 2016-07-31..2016-08-05", "b: 130+ killed, total, day 2016-07-31..2016-08-14"])
    (total,) = link(told.reports, told.claims).totals
    assert (str(total.when.start), str(total.when.end)) == ("2016-07-31", "2016-08-14")
