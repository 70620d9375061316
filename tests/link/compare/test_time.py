"""Times as grounds: days apart part two events, unless a great number is told of near days in the same days."""

from __future__ import annotations

from datetime import date

from belegt.link.compare.time import compare_time, days_between
from belegt.link.mention import mention
from tests.count.telling import tell


def ground(*lines: str) -> str:
    first, second = (mention([c]) for c in tell(lines).claims)
    found = compare_time(first, second)
    return found.name if found else ""


def test_days_apart_are_two_events() -> None:
    assert ground("a: 5 killed, day 2016-11-18", "b: 5 killed, day 2016-11-20") == "days_apart"


def test_a_great_number_dated_otherwise_in_the_news_of_the_same_days_may_be_one() -> None:
    assert ground("a: 29 killed, day 2016-11-18", "b: 29+ killed, day 2016-11-20") == "dated_otherwise"


def test_a_great_number_told_weeks_later_of_another_day_is_another() -> None:
    assert ground("a: 29 killed, day 2016-11-18", "b: 29 killed, day 2016-11-20, published 2016-12-20") == "days_apart"


def test_days_between_two_intervals_are_counted_from_end_to_start() -> None:
    told = tell(
        ("a: 1 killed, day 2016-11-10..2016-11-12", "b: 1 killed, day 2016-11-15", "c: 1 killed, day unknown")
    ).claims
    spans = [(c.when.start, c.when.end) for c in told]
    assert (days_between(spans[0], spans[1]), days_between(spans[1], spans[0]), days_between(spans[0], spans[2])) == (
        3,
        3,
        0,
    )


def test_two_days_that_one_report_gives_numbers_of_are_two_events() -> None:
    assert ground("a: 7 killed, day 2016-11-20", "a: 12 injured, day 2016-11-19") == "days_told_apart"


def test_the_day_after_in_another_report_may_be_the_same_event() -> None:
    assert ground("a: 7 killed, day 2016-11-20", "b: 12 injured, day 2016-11-19") == "next_day"


def test_a_month_and_a_day_in_it_are_the_same_days_where_both_are_long_past() -> None:
    past = ("a: 1400 killed, day 2013-08-21", "b: hundreds killed, day 2013-08-01..2013-08-31")
    assert ground(*past) == "same_days"
    assert ground(*(f"{line}, published 2013-09-01" for line in past)) == "overlapping"


def test_of_two_days_the_one_that_most_claims_give_counts_then_one_long_past_then_the_later() -> None:
    told = tell(
        [
            f"a: {n} killed, day {day}"
            for n, day in ((2, "2016-11-18"), (3, "2016-11-20"), (4, "2016-11-20"), (5, "2013-08-21"))
        ]
    ).claims
    assert [mention(own).start for own in (told, told[:2], [told[0], told[3]])] == [
        date(2016, 11, 20),
        date(2016, 11, 20),
        date(2013, 8, 21),
    ]
