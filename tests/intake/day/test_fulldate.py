"""Full dates in figures and words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from belegt.intake.day.fulldate import find, read

DAY = date(2016, 11, 22)


@pytest.mark.parametrize(
    "value",
    [
        "2016-11-22", "2016-11-22T09:15:00Z", "2016-11-22 09:15", "2016/11/22", "22.11.2016", "22.11.2016, 09:15 Uhr", "22-11-2016",
        "22. November 2016", "22 November 2016", "22 Nov 2016", "22-Nov-2016", "November 22, 2016", "Nov. 22nd 2016", "Nov 222016",
        "Tue, 22 Nov 2016 09:15:00 GMT", "Dienstag, 22. November 2016", "11/22/2016", "22/11/2016",
    ],
)  # fmt: skip
def test_a_metadata_value_gives_its_day(value: str) -> None:
    assert read(value) == DAY


@pytest.mark.parametrize(
    "value",
    [
        "",
        "gestern",
        "November 2016",
        "22. November",
        "2016",
        "2016-13-22",
        "30.02.2016",
        "1479772800",
        "05/04/2016",
        "05-04-2016",
    ],
)
def test_a_value_without_a_day_or_with_two_readings_gives_none(value: str) -> None:
    assert read(value) is None


def test_the_other_reading_of_dashes_is_kept() -> None:
    (found,) = find("05-04-2016")
    assert (found.day, found.turned) == (date(2016, 4, 5), date(2016, 5, 4))


def test_stops_are_read_day_first() -> None:
    (found,) = find("05.04.2016")
    assert (found.day, found.turned) == (date(2016, 4, 5), None)


@given(st.text(max_size=120))
def test_a_date_found_lies_where_it_says(text: str) -> None:
    for found in find(text):
        assert 0 <= found.start < found.end <= len(text)
        assert str(found.day.year) in text[found.start : found.end]
