"""Datelines as outlets write them, and dates that are none."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from belegt.intake.day.dateline import WITHIN, dateline

FIRST_OF_JULY = date(2016, 7, 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("BEIRUT 2016-07-01 Talks went on in the valley.", FIRST_OF_JULY),
        ("COLOMBO 1996-08-23 Government troops said", date(1996, 8, 23)),
        ("17-02-2016 Syrian Army units moved", date(2016, 2, 17)),
        ("Fri Jul 1 2016 40 Fighters Leave the Town", FIRST_OF_JULY),
        ("Published August 15 2016 SEND Rescue workers", date(2016, 8, 15)),
        ("Date of publication 12 June 2016 Dozens of people", date(2016, 6, 12)),
        ("Posted on April 2 2017 by the editors", date(2017, 4, 2)),
        ("Raids on the town Monitor AFP Friday 1 Jul 2016 Two people", FIRST_OF_JULY),
        ("Friday 1 July 2016 18:32 The Council said", FIRST_OF_JULY),
        ("24.07.2016Get short URL 124 At least four people", date(2016, 7, 24)),
        ("01.07.2016(updated 1954 02.07.2016) Get short URL", FIRST_OF_JULY),
        ("Lima, 10 Dec 88 (EFE) -- [Text] The police", date(1988, 12, 10)),
        ("GUATEMALA CITY, 4 FEB 90 (ACAN-EFE) -- [TEXT] THE ARMY", date(1990, 2, 4)),
        ("Damaskus (AFP), 22. November 2016. Bei", date(2016, 11, 22)),
        ("Demo-Agentur, Dienstag, 22. November 2016\n\nIn Talheim", date(2016, 11, 22)),
        ("Massenunfall bei Talheim\n01. Januar 2016 19:17 Uhr\nTalheim - Bei", date(2016, 1, 1)),
        ("Veröffentlicht am 22. November 2016 um 14:30 Uhr\nIn Talheim", date(2016, 11, 22)),
        ("DIYARBAKIR, Turkey 1996-08-28 Troops", date(1996, 8, 28)),
        ("2/23/2016 Two Dead in the Valley", date(2016, 2, 23)),
        ("05-04-2016 Many Hurt as Shells Fall", date(2016, 4, 5)),
    ],
)
def test_a_dateline_whose_form_leaves_no_doubt_is_firm(text: str, day: date) -> None:
    line = dateline(text)
    assert line is not None
    assert (line.day, line.firm) == (day, True)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Last updated at Jul 012016 BEIRUT Government forces", FIRST_OF_JULY),
        ("Stand: 22. November 2016, 14:30 Uhr\nIn Talheim", date(2016, 11, 22)),
        ("Damaskus, 22. November 2016 - Bei Angriffen", date(2016, 11, 22)),
        ("Berlin, den 22. November 2016\n\nDie Behörde", date(2016, 11, 22)),
        ("12 August 2016 Attacks leave two dead", date(2016, 8, 12)),
        ("KABUL, Afghanistan (Oct. 17, 2011) — A force", date(2011, 10, 17)),
        ("2 July، 2022\n\nTartous, SANA- The attack", date(2022, 7, 2)),
    ],
)
def test_a_dateline_that_might_be_something_else_is_not_firm(text: str, day: date) -> None:
    line = dateline(text)
    assert line is not None
    assert (line.day, line.firm) == (day, False)


@pytest.mark.parametrize(
    "text",
    [
        "On Tuesday, October 10, 2023, at least two civilians were killed",
        "During the morning of Thursday, October 12th 2023, between 12 and 14",
        "Am gestrigen Montag, dem 21. Juli 2008, wurde der Gesuchte gefasst",
        "Am 28. November 2015 verteidigt er den Titel",
        "ON FRIDAY 12 MAY 1989 THE TROOPS",
        "21 August 2013 was the day of the attack",
        "In Syria, 21 August 2013: a caption",
        "a report published August 15 2016 says",
        "Aleppo am 22. November 2016: mindestens",
        "Aleppo (dpa) - Am Sonntag",
        "Talheim, 22. November - Bei",
        "31.02.2016 Zwei Verletzte",
        "02/03/2016 Two Hurt in the Valley",
        "Sat Jul 1 2016 Forty Leave the Town",
        "Der Spieltag wurde vom 8. bis 10. Februar 2008 in allen Stadien ausgetragen.\n\nFreitag, 8. Februar 2008\n\nElf gegen Elf",
        "In der Fassung vom 23.06.2011 beschloss der Rat",
        "",
    ],
)
def test_a_date_inside_a_sentence_or_without_its_year_is_no_dateline(text: str) -> None:
    assert dateline(text) is None


def test_a_date_after_the_first_200_characters_is_no_dateline() -> None:
    assert dateline("x" * (WITHIN - 5) + "\n22.11.2016\n") is not None
    assert dateline("x" * WITHIN + "\n22.11.2016\n") is None


@given(st.text(max_size=300))
def test_no_text_makes_the_search_for_a_dateline_raise(text: str) -> None:
    line = dateline(text)
    assert line is None or line.start < WITHIN


@given(
    st.text(st.characters(categories=["L", "Zs"]), max_size=60),
    st.dates(date(1950, 1, 1), date(2090, 1, 1)),
    st.sampled_from(
        [
            "{0:%d.%m.%Y} A",
            "{0:%Y-%m-%d} A",
            "Published {0:%B} {0.day} {0.year} A",
            "{0:%a} {0:%b} {0.day} {0.year} A",
            "Published\n",
        ]
    ),
)
def test_a_dateline_is_read_to_the_day(title: str, day: date, form: str) -> None:
    line = dateline(f"{title}\n" + form.format(day))
    assert line is None if form == "Published\n" else (line is not None and line.day == day)
