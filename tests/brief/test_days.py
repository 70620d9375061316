"""Every date in finished words is seen, and means what it says."""

from __future__ import annotations

from datetime import date

import pytest

from belegt.brief.days import read

NOV = date(2016, 11, 20)


@pytest.mark.parametrize(
    ("lang", "text", "days"),
    [
        ("de", "am Sonntag (20. November 2016)", (NOV, NOV)),
        ("de", "vom 15. bis 20. November 2016", (date(2016, 11, 15), NOV)),
        ("de", "vom 27. Oktober bis 20. November 2016", (date(2016, 10, 27), NOV)),
        ("de", "vom 31. Dezember 2015 bis 20. November 2016", (date(2015, 12, 31), NOV)),
        ("de", "seit dem 20. November 2016", (NOV, None)),
        ("de", "Bis zum 20. November 2016", (None, NOV)),
        ("de", "im November 2016", (date(2016, 11, 1), date(2016, 11, 30))),
        ("de", "Im Jahr 2016", (date(2016, 1, 1), date(2016, 12, 31))),
        ("de", "31. Februar 2016", (None, None)),
        ("en", "on Sunday (20 November 2016)", (NOV, NOV)),
        ("en", "from 15 to 20 November 2016", (date(2016, 11, 15), NOV)),
        ("en", "Since 20 November 2016", (NOV, None)),
        ("en", "until 20 November 2016", (None, NOV)),
        ("en", "In 2016", (date(2016, 1, 1), date(2016, 12, 31))),
    ],
)
def test_dates_are_read_as_briefs_write_them(lang: str, text: str, days: tuple[date | None, date | None]) -> None:
    assert [(d.first, d.last) for d in read(text, lang)] == [days]


def test_a_plain_number_is_no_date() -> None:
    assert read("20 Menschen", "de") == []
    assert read("in 2,016 homes", "en") == []
