"""Dates in words: never more exact than the claim."""

from __future__ import annotations

from datetime import date

import pytest

from belegt.brief.words.dating import time_as_written, when_words
from belegt.brief.words.pen import Pen
from tests.brief.accounts import claim, report


@pytest.mark.parametrize(
    ("first", "last", "text", "german", "english"),
    [
        ("2016-11-20", "2016-11-20", "am Sonntag", "Am Sonntag (20. November 2016)", "On Sunday (20 November 2016)"),
        ("2016-10-01", "2016-10-01", "", "Am 1. Oktober 2016", "On 1 October 2016"),
        ("2016-11-15", "2016-11-22", "seit einer Woche", "Seit einer Woche (15. bis 22. November 2016)",
         "From 15 to 22 November 2016"),
        ("2016-11-01", "2016-11-30", "im November", "Im November 2016", "In November 2016"),
        ("2016-01-01", "2016-12-31", "2016", "Im Jahr 2016", "In 2016"),
        ("2016-06-27", "2016-07-05", "", "Vom 27. Juni bis 5. Juli 2016", "From 27 June to 5 July 2016"),
        ("2015-12-31", "2016-01-01", "", "Vom 31. Dezember 2015 bis 1. Januar 2016",
         "From 31 December 2015 to 1 January 2016"),
        ("2016-01-01", None, "", "Seit dem 1. Januar 2016", "Since 1 January 2016"),
        (None, "2016-07-05", "", "Bis zum 5. Juli 2016", "Until 5 July 2016"),
        (None, None, "am Dienstag", "", ""),
    ],
)  # fmt: skip
def test_days_and_spans_are_worded_in_both_languages(
    first: str | None, last: str | None, text: str, german: str, english: str
) -> None:
    of = report("Zwei starben.", published=date(2016, 11, 22))
    when = tuple(date.fromisoformat(d) if d else None for d in (first, last))
    told = claim(of, "Zwei starben", "Zwei", 2, 2, when=when, when_text=text)
    for lang, words in (("de", german), ("en", english)):
        pen = Pen(lang, [of])
        assert pen.sentence(when_words(pen, told, date(2016, 11, 22))).text == words


def test_the_same_day_is_not_told_twice() -> None:
    of = report("Zwei starben.")
    told = claim(of, "Zwei starben", "Zwei", 2, 2, when=(date(2016, 11, 20), date(2016, 11, 20)))
    pen = Pen("de", [of])
    assert "20. November" in pen.sentence(when_words(pen, told)).text
    assert when_words(pen, told) == "am selben Tag"


def test_words_that_mean_no_date_are_quoted() -> None:
    of = report("Zwei starben.")
    told = claim(of, "Zwei starben", "Zwei", 2, 2, when_text="am Tag davor")
    pen = Pen("de", [of])
    assert pen.sentence(time_as_written(pen, told)).text == "(Zeitangabe: „am Tag davor“)"
