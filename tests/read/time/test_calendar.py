"""Arithmetic of days and intervals."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from belegt.read.time import calendar

DAYS = st.dates(min_value=date(1500, 1, 1), max_value=date(2500, 12, 31))
SUNDAYS = {1961: (4, 2), 1999: (4, 4), 2000: (4, 23), 2008: (3, 23), 2011: (4, 24), 2017: (4, 16), 2038: (4, 25)}


@pytest.mark.parametrize(("year", "day"), SUNDAYS.items())
def test_easter_falls_on_the_sunday_that_almanacs_give(year: int, day: tuple[int, int]) -> None:
    assert calendar.easter(year) == date(year, *day)


@given(DAYS)
def test_easter_is_a_sunday_between_22_march_and_25_april(day: date) -> None:
    easter = calendar.easter(day.year)
    assert easter.weekday() == 6
    assert date(day.year, 3, 22) <= easter <= date(day.year, 4, 25)


@given(DAYS, st.integers(0, 6))
def test_the_last_weekday_is_at_most_six_days_back(anchor: date, number: int) -> None:
    day = calendar.weekday(anchor, number)
    assert day.weekday() == number
    assert timedelta(0) <= anchor - day <= timedelta(6)
    assert timedelta(1) <= anchor - calendar.weekday(anchor, number, strictly=True) <= timedelta(7)
    assert timedelta(1) <= calendar.weekday(anchor, number, ahead=True) - anchor <= timedelta(7)


@given(DAYS, st.sampled_from(["day", "week", "month", "year", "decade", "century"]))
def test_a_unit_holds_its_day_and_adjoins_the_one_before(anchor: date, name: str) -> None:
    start, end = calendar.unit(anchor, name)
    before = calendar.unit(anchor, name, -1)
    assert start is not None
    assert end is not None
    assert start <= anchor <= end
    assert before[1] == start - timedelta(1)


@pytest.mark.parametrize(
    ("count", "name", "expected"),
    [
        (24, "hour", date(2016, 3, 30)),
        (36, "hour", date(2016, 3, 29)),
        (2, "week", date(2016, 3, 17)),
        (1, "month", date(2016, 2, 29)),
        (13, "month", date(2015, 2, 28)),
        (5, "year", date(2011, 3, 31)),
    ],
)
def test_going_back_from_the_end_of_march_never_leaves_the_month_meant(count: int, name: str, expected: date) -> None:
    assert calendar.back(date(2016, 3, 31), count, name) == expected


def test_the_thirds_of_a_month_cover_it_without_a_gap() -> None:
    thirds = [calendar.month(2016, 2, third) for third in (1, 2, 3)]
    assert [(s.day, e.day) for s, e in thirds if s and e] == [(1, 10), (11, 20), (21, 29)]


def test_a_winter_ends_in_the_year_after() -> None:
    assert calendar.season(2015, 12) == (date(2015, 12, 1), date(2016, 2, 29))


def test_the_weekend_is_cut_where_the_report_came_out() -> None:
    saturday = date(2016, 11, 19)
    assert calendar.until(calendar.weekend(saturday), saturday) == (saturday, saturday)
    assert calendar.weekend(date(2016, 11, 22)) == (saturday, date(2016, 11, 20))


def test_years_at_the_edge_of_the_calendar_have_no_interval() -> None:
    assert calendar.month(0, 5) == calendar.year(0) == calendar.season(9999, 12) == calendar.UNKNOWN
    assert calendar.plus(date.max, 3) == date.max
