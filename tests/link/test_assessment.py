"""Assessments: what the assessor opens with is of the incident, whatever its dates look like; other days are other events."""

from __future__ import annotations

from belegt.link import link
from tests.count.telling import tell

AIRWARS = "outlet Airwars"


def shape(*lines: str) -> tuple[int, int]:
    told = tell(lines)
    found = link(told.reports, told.claims)
    return len(found.incidents), len(found.totals)


def test_the_opening_figure_of_an_assessment_is_no_running_total() -> None:
    assert shape(f"a: 4 killed civilian, total, day 2016-01-01..2016-12-31, {AIRWARS}") == (1, 0)


def test_what_an_assessment_quotes_of_a_war_stays_a_running_total() -> None:
    assert shape(f"a: 4 killed civilian, {AIRWARS}", "a: 4000 killed, total, source SOHR, day 2016-01-01..2016-12-31") == (1, 1)


def test_a_night_has_two_days() -> None:
    assert shape(f"a: 22 killed, {AIRWARS}", "a: 15 killed, day 2016-11-19, source Demo-Radio") == (1, 0)


def test_what_an_assessment_dates_weeks_before_is_another_event() -> None:
    assert shape(f"a: 22 killed, {AIRWARS}", "a: 15 killed, day 2016-10-19, source Demo-Radio") == (2, 0)
