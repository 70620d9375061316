"""Expressions of time and the intervals they mean, told on Tuesday, 22 November 2016 unless said otherwise."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from belegt.read.time.words import lexicon
from tests.read.time.reports import kinds, means, mentions, said

GERMAN = {
    # weekdays and days counted from the publication
    "am Sonntag": "2016-11-20",
    "am Dienstag": "2016-11-22",
    "am Mittwoch": "2016-11-16",
    "am vergangenen Dienstag": "2016-11-15",
    "Am Montagabend": "2016-11-21",
    "am Sonntag in den frühen Morgenstunden": "2016-11-20",
    "am Wochenende": "2016-11-19..2016-11-20",
    "gestern": "2016-11-21",
    "vorgestern Nachmittag um 14.30 Uhr": "2016-11-20",
    "am heutigen Dienstag": "2016-11-22",
    # nights
    "in der Nacht auf Sonntag": "2016-11-19..2016-11-20",
    "in der Nacht zu Sonntag, dem 20. November,": "2016-11-19..2016-11-20",
    "in der Nacht zum 1. Januar 2011": "2010-12-31..2011-01-01",
    "in der Nacht von Samstag auf Sonntag": "2016-11-19..2016-11-20",
    "in der vergangenen Nacht": "2016-11-21..2016-11-22",
    "in der Silvesternacht": "2015-12-31..2016-01-01",
    # dates
    "am 19. November 2005": "2005-11-19",
    "am 7. Mai": "2016-05-07",
    "am 3. Dezember": "2016-12-03",
    "Mittwoch (26.10.)": "2016-10-26",
    "am Donnerstagabend, am 24. Dezember 2015": "2015-12-24",
    "am Samstag, den 6. Februar": "2016-02-06",
    "am 06.12.2004": "2004-12-06",
    "Am Abend des 13. Januars": "2016-01-13",
    "im März dieses Jahres": "2016-03-01..2016-03-31",
    "im September 2015": "2015-09-01..2015-09-30",
    "im Dezember": "2015-12-01..2015-12-31",
    "Anfang Mai": "2016-05-01..2016-05-10",
    "Ende Mai": "2016-05-21..2016-05-31",
    "im Sommer 2014": "2014-06-01..2014-08-31",
    "im Jahr 2002": "2002-01-01..2002-12-31",
    "Anfang des Jahres": "2016-01-01..2016-04-30",
    "zu Weihnachten 2004": "2004-12-25..2004-12-26",
    "am Ostersonntag": "2016-03-27",
    "einen Tag vor Heiligabend": "2015-12-23",
    "in den 1990er Jahren": "1990-01-01..1999-12-31",
    # ranges
    "vom 3. bis 5. Mai": "2016-05-03..2016-05-05",
    "zwischen 2003 und 2005": "2003-01-01..2005-12-31",
    "von Januar bis September 2005": "2005-01-01..2005-09-30",
    "vom 30. Dezember 2010 bis zum 2. Januar 2011": "2010-12-30..2011-01-02",
    "von Montag bis Dienstag": "2016-11-21..2016-11-22",
    "in den ersten drei Monaten des Jahres 2016": "2016-01-01..2016-03-31",
    "in den ersten Tagen des November": "2016-11-01..2016-11-22",
    # periods up to the publication
    "seit 2011": "2011-01-01..2016-11-22",
    "seit dem 3. März": "2016-03-03..2016-11-22",
    "seit einer Woche": "2016-11-15..2016-11-22",
    "seit letztem Jahr": "2015-01-01..2016-11-22",
    "seit Ausbruch der Unruhen im April 2015": "2015-04-01..2016-11-22",
    "in den vergangenen 24 Stunden": "2016-11-21..2016-11-22",
    "in den letzten fünf Jahren": "2011-11-22..2016-11-22",
    "in diesem Jahr": "2016-01-01..2016-11-22",
    "im letzten Jahr": "2015-01-01..2015-12-31",
    "in der vergangenen Woche": "2016-11-14..2016-11-20",
    "vor drei Tagen": "2016-11-19",
    "vor zwei Jahren": "2014-01-01..2014-12-31",
    "bis Montag": "..2016-11-21",
    "vor dem 3. Mai": "..2016-05-02",
    # no more than the text says
    "in den vergangenen Tagen": "?",
    "vor Jahren": "?",
    "seit Jahren": "?",
    "kürzlich": "?",
}
ENGLISH = {
    "on Sunday": "2016-11-20",
    "on Tuesday": "2016-11-22",
    "last Friday": "2016-11-18",
    "late Monday": "2016-11-21",
    "Sunday night": "2016-11-20",
    "Mondays attack": "2016-11-21",
    "at the weekend": "2016-11-19..2016-11-20",
    "overnight": "2016-11-21..2016-11-22",
    "overnight Wednesday and into Thursday morning": "2016-11-16..2016-11-17",
    "last night": "2016-11-21..2016-11-22",
    "earlier this morning": "2016-11-22",
    "yesterday": "2016-11-21",
    "On October 7, 2023": "2023-10-07",
    "On Monday morning, September 30, 2024": "2024-09-30",
    "on Tuesday night, 5 March 2019": "2019-03-05",
    "on the morning of Friday 7th of June 2024": "2024-06-07",
    "Fri Jul 1 2016": "2016-07-01",
    "11-9-2001": "2001-09-11",
    "on October 2": "2016-10-02",
    "In this Oct. 11 2016 file photo": "2016-10-11",
    "between 3 and 5 May": "2016-05-03..2016-05-05",
    "from May 3 to June 5, 2011": "2011-05-03..2011-06-05",
    "since March 2011": "2011-03-01..2016-11-22",
    "since the war began in March 2011": "2011-03-01..2016-11-22",
    "since mid-September": "2016-09-15..2016-11-22",
    "since late on Monday": "2016-11-21..2016-11-22",
    "in the past 24 hours": "2016-11-21..2016-11-22",
    "in the last five years": "2011-11-22..2016-11-22",
    "in the last week": "2016-11-15..2016-11-22",
    "last week": "2016-11-14..2016-11-20",
    "last month": "2016-10-01..2016-10-31",
    "earlier this month": "2016-11-01..2016-11-22",
    "last December": "2015-12-01..2015-12-31",
    "in late 2014": "2014-09-01..2014-12-31",
    "in 2012-15": "2012-01-01..2015-12-31",
    "two days ago": "2016-11-20",
    "six years ago": "2010-01-01..2010-12-31",
    "on Christmas Eve": "2015-12-24",
    "as of 26 October": "..2016-10-26",
    "in the first six months of 2016": "2016-01-01..2016-06-30",
    "in recent weeks": "?",
    "over the last few days": "?",
    "years ago": "?",
}


@pytest.mark.parametrize(("words", "interval"), GERMAN.items())
def test_a_german_expression_means_its_interval(words: str, interval: str) -> None:
    assert means(f"{words} starben zwei Menschen.", "de") == interval


@pytest.mark.parametrize(("words", "interval"), ENGLISH.items())
def test_an_english_expression_means_its_interval(words: str, interval: str) -> None:
    assert means(f"Two people died {words}.", "en") == interval


def test_words_that_belong_to_an_expression_are_part_of_it() -> None:
    text = "Die Explosion ereignete sich am Sonntag in den frühen Morgenstunden gegen 5:30 Uhr in Kairo."
    assert said(text, "de") == [("am Sonntag in den frühen Morgenstunden gegen 5:30 Uhr", "2016-11-20")]
    text = "During the morning of Thursday, October 13th 2016, a house was hit."
    assert said(text, "en") == [("During the morning of Thursday, October 13th 2016", "2016-10-13")]


@pytest.mark.parametrize("published", [date(2012, 2, 29), date(2016, 2, 29)])
def test_a_leap_day_without_year_is_that_of_the_last_leap_year_only(published: date) -> None:
    assert means("am 29. Februar", "de", published) == str(published)
    assert means("am 29. Februar", "de", date(2015, 6, 1)) == "?"


def test_a_day_that_no_calendar_has_means_nothing() -> None:
    assert means("am 31. Februar 2015", "de") == "?"


def test_a_date_with_slashes_that_half_the_world_reads_otherwise_means_nothing() -> None:
    assert means("on 05/04/2016", "en") == "?"
    assert means("on 25/04/2016", "en") == "2016-04-25"


def test_without_a_publication_only_what_the_text_says_itself_is_known() -> None:
    assert means("am Sonntag", "de", None) == "?"
    assert means("im Juli", "de", None) == "?"
    assert means("am 3. Mai 2011", "de", None) == "2011-05-03"
    assert means("seit 2003", "de", None) == "2003-01-01.."


def test_a_day_without_year_takes_that_of_a_full_date_close_by() -> None:
    text = "The couple was found on July 1, 1999. The brothers were held on July 7. A trial opened in March."
    assert [interval for _, interval in said(text, "en", None)] == ["1999-07-01", "1999-07-07", "?"]


def test_a_list_headed_by_a_year_gives_it_to_its_months() -> None:
    text = "The attacks in 2022:\n\n• January: three dead.\n\n• March: five dead."
    assert [interval for _, interval in said(text, "en", None)][1:] == [
        "2022-01-01..2022-01-31",
        "2022-03-01..2022-03-31",
    ]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Rund 2000 Menschen flohen.", "de"),
        ("Mehr als 2000 verletzte Menschen flohen.", "de"),
        ("Die Armee tötete 1800 Kämpfer.", "de"),
        ("The group killed 1733 children and 1900 women.", "en"),
        ("It has killed more than 2011 people.", "en"),
        ("Jan Egeland may march on.", "en"),
        ("Ernst August kam nach Chiang Mai.", "de"),
    ],
)
def test_counts_and_names_are_no_times(text: str, lang: str) -> None:
    assert said(text, lang) == []


def test_a_number_behind_a_month_after_in_is_a_count() -> None:
    assert said("In May 12 people died.", "en") == [("In May", "2016-05-01..2016-05-31")]
    assert said("On May 12 people died.", "en") == [("On May 12", "2016-05-12")]


def test_numbers_of_time_that_date_nothing_have_their_kind() -> None:
    assert kinds("Nach 28-stündiger Belagerung und 12 Tagen Haft starb ein 31-Jähriger um 16:50 Uhr.", "de") == [
        ("28-stündiger", "length"),
        ("12 Tagen", "length"),
        ("ein 31-Jähriger", "age"),
        ("um 16:50 Uhr", "clock"),
    ]
    assert kinds("A 13-year-old boy died in the six-year war at 1300 GMT; 20 die per week.", "en") == [
        ("A 13-year-old", "age"),
        ("in the six-year", "length"),
        ("at 1300 GMT", "clock"),
        ("per week", "every"),
    ]


def test_a_year_in_a_name_is_a_label_in_english() -> None:
    assert kinds("It withdrew under the 2013 deal in 2014.", "en") == [("the 2013", "label"), ("in 2014", "date")]


def test_steps_from_what_was_told_wait_for_it() -> None:
    text = "Am Vortag, zwei Tage später, am selben Tag und am nächsten Morgen."
    assert [(m.kind, m.steps) for m in mentions(text, "de", date(2016, 11, 22))] == [
        ("relative", -1),
        ("relative", 2),
        ("relative", 0),
        ("relative", 1),
    ]


PIECES = st.sampled_from(
    [word for lang in ("de", "en") for word in lexicon(lang).marks if word.strip()]
    + [
        "7",
        "31",
        "19.",
        "2011",
        "26.06",
        "16:50",
        "2000",
        "5.5.2011",
        ",",
        "(",
        ")",
        "Menschen",
        "💥",
        "é",
        "1. Januar 2011",
    ]
)


@given(st.lists(PIECES, max_size=14), st.sampled_from(["de", "en"]), st.none() | st.dates(min_value=date(1900, 1, 1)))
def test_any_mix_of_time_words_gives_mentions_in_order_with_real_intervals(
    pieces: list[str], lang: str, published: date | None
) -> None:
    text = " ".join(pieces)
    end = 0
    for mention in mentions(text, lang, published):
        assert 0 <= mention.start < mention.end <= len(text)
        assert mention.end > end
        end = mention.end
        first, last = mention.span
        assert first is None or last is None or first <= last
