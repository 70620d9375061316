"""Which time a claim has. All reports are told on Tuesday, 22 November 2016 unless said otherwise."""

from __future__ import annotations

from datetime import date

import pytest

from tests.read.time.reports import time_of, words_of


def test_an_expression_in_the_clause_governs_the_claim() -> None:
    text = "Am Sonntag wurden acht Kinder getötet, am Montag starb ein Arzt."
    assert time_of(text, "acht Kinder getötet", "de") == ("2016-11-20", "clause")
    assert time_of(text, "starb ein Arzt", "de") == ("2016-11-21", "clause")


def test_each_victim_of_a_list_has_the_date_behind_it() -> None:
    text = "Ermordet wurden der Händler A. (9. September 2000), der Schneider B. (13. Juni 2001) und der Wirt C. (4. April 2006)."
    assert time_of(text, "der Händler A.", "de")[0] == "2000-09-09"
    assert time_of(text, "der Schneider B.", "de")[0] == "2001-06-13"


def test_the_day_of_the_event_goes_on_in_the_sentences_that_follow() -> None:
    text = "Am Sonntag explodierte eine Bombe. Drei Menschen starben. Zehn wurden verletzt."
    assert time_of(text, "Drei Menschen starben", "de") == ("2016-11-20", "before")
    assert time_of(text, "Zehn wurden verletzt", "de") == ("2016-11-20", "before")


def test_a_new_paragraph_goes_back_to_the_day_of_the_main_event() -> None:
    text = "Am Sonntag griff die Armee an.\n\nAm Freitag war die Stadt noch ruhig.\n\nEs gab zwölf Tote."
    assert time_of(text, "zwölf Tote", "de") == ("2016-11-20", "main")


def test_the_day_may_be_told_only_after_the_claim() -> None:
    text = "Zwei Kinder sind getötet worden. Der Vorfall ereignete sich am Freitag."
    assert time_of(text, "Zwei Kinder sind getötet worden", "de") == ("2016-11-18", "later")


def test_the_day_of_another_event_beside_is_not_taken_back_to_the_first() -> None:
    text = "Nineteen people were killed in the raid. The hospital is full. Ten were also killed on Monday in Aleppo."
    assert time_of(text, "Nineteen people were killed", "en") == ("?", "")


@pytest.mark.parametrize(
    ("text", "quote", "lang"),
    [
        ("Two soldiers were killed in a clash, the army said on Monday.", "Two soldiers were killed", "en"),
        ("Two soldiers were killed, a spokesman told AFP in Cairo late Monday.", "Two soldiers were killed", "en"),
        ("Zwei Soldaten starben, wie die Armee am Montag mitteilte.", "Zwei Soldaten starben", "de"),
        ("Zwei Soldaten starben, teilte die Armee am Montag mit.", "Zwei Soldaten starben", "de"),
        ("46 Beamte wurden nach Angaben der Polizei vom Montag verletzt.", "46 Beamte", "de"),
    ],
)
def test_the_day_of_the_telling_is_not_the_day_of_the_harm(text: str, quote: str, lang: str) -> None:
    assert time_of(text, quote, lang) == ("?", "")


def test_a_day_that_belongs_to_the_attack_is_its_day_though_a_verb_of_saying_stands_before() -> None:
    text = "A spokesman said Monday's attack killed three villagers."
    assert time_of(text, "killed three villagers", "en") == ("2016-11-21", "clause")


def test_the_dateline_dates_no_harm() -> None:
    text = "DAMASCUS 22 November 2016 Ten people were killed in Homs."
    assert time_of(text, "Ten people were killed", "en") == ("?", "")


def test_the_caption_of_a_photograph_dates_no_harm() -> None:
    text = (
        "15 people died in Idlib. "
        + "The war goes on. " * 12
        + "Men run in Idlib province August 6 2016 (Agencies) in panic."
    )
    assert time_of(text, "15 people died", "en") == ("?", "")


def test_a_day_to_come_dates_no_harm() -> None:
    text = "Drei Menschen starben. Das Parlament wählt am 3. Dezember."
    assert time_of(text, "Drei Menschen starben", "de") == ("?", "")


def test_a_vague_time_keeps_the_day_of_the_main_event_away() -> None:
    text = "Am Sonntag starben drei Menschen. Bereits vor einigen Wochen war ein Mann getötet worden."
    assert time_of(text, "ein Mann getötet", "de") == ("?", "vague")


def test_an_older_case_does_not_spread_to_the_main_event() -> None:
    text = "Am Sonntag starben drei Menschen.\n\nIm April 2013 waren 21 Menschen getötet worden. Die Polizei zählt nun zwölf Verletzte."
    assert time_of(text, "21 Menschen getötet", "de") == ("2013-04-01..2013-04-30", "clause")
    assert time_of(text, "zwölf Verletzte", "de") == ("2016-11-20", "main")


def test_a_sentence_that_points_back_shares_the_month_just_told() -> None:
    text = "Am Sonntag starben drei Menschen. Im März hatte ein Mann geschossen. Dabei war ein Kind gestorben."
    assert time_of(text, "war ein Kind gestorben", "de") == ("2016-03-01..2016-03-31", "before")


def test_since_a_year_when_is_that_year() -> None:
    text = "Es waren die schwersten Unruhen seit 2009, als 200 Menschen getötet wurden."
    assert time_of(text, "200 Menschen getötet", "de") == ("2009-01-01..2009-12-31", "clause")


def test_an_incident_does_not_last_since_years() -> None:
    text = "On Sunday a shell hit the city. It killed two civilians in a city that has been divided since July 2012."
    assert time_of(text, "killed two civilians", "en") == ("2016-11-20", "before")


def test_the_day_before_is_counted_from_the_day_just_told() -> None:
    text = "On Friday ten people were killed. Six had been killed the previous day."
    assert time_of(text, "Six had been killed", "en") == ("2016-11-17", "clause")


def test_what_an_attack_came_a_day_after_lies_a_day_before_it() -> None:
    text = "Wednesday's shelling comes a day after eight civilians were killed in the same quarter."
    assert time_of(text, "eight civilians were killed", "en") == ("2016-11-15", "clause")


def test_a_total_counts_from_since() -> None:
    text = "Seit Januar 2016 starben 29 Menschen. Im Bundesland wurden 49 Tote gezählt."
    assert time_of(text, "starben 29 Menschen", "de", "total") == ("2016-01-01..2016-11-22", "clause")
    assert time_of(text, "49 Tote", "de", "total") == ("2016-01-01..2016-11-22", "before")


def test_a_total_of_a_war_that_began_counts_from_its_beginning() -> None:
    text = "The war, which began in March 2011, has killed 470,000 people."
    assert time_of(text, "has killed 470,000 people", "en", "total") == ("2011-03-01..2016-11-22", "clause")
    text = "In dem 2011 ausgebrochenen Krieg starben 230.000 Menschen."
    assert time_of(text, "230.000 Menschen", "de", "total", None) == ("2011-01-01..", "clause")


def test_the_beginning_of_an_offensive_is_found_where_the_report_tells_it() -> None:
    text = (
        "Seit Beginn der neuen Angriffe starben 141 Menschen. Seit einer Woche fliegt die Armee Angriffe auf die Stadt."
    )
    assert time_of(text, "141 Menschen", "de", "total") == ("2016-11-15..2016-11-22", "clause")
    text = "Seit Beginn der Offensive starben 141 Menschen. Seit einer Woche regnet es."
    assert time_of(text, "141 Menschen", "de", "total") == ("?", "clause")


@pytest.mark.parametrize(
    ("text", "quote", "lang", "words"),
    [
        ("Seit Beginn der neuen Angriffe starben 141 Menschen.", "141 Menschen", "de", "Seit Beginn der neuen Angriffe"),
        ("Since the start of the air campaign 30 people died.", "30 people died", "en", "Since the start of the air campaign"),
    ],
)
def test_the_beginning_is_told_with_what_begins(text: str, quote: str, lang: str, words: str) -> None:
    assert words_of(text, quote, lang, "total") == words


def test_so_far_in_a_conflict_counts_from_its_beginning() -> None:
    text = "The conflict broke out in March 2011. More than 100,000 people have died in the conflict so far."
    assert time_of(text, "100,000 people have died", "en", "total") == ("2011-03-01..2016-11-22", "before")


def test_a_total_without_time_of_its_own_does_not_get_the_day_of_the_main_event() -> None:
    text = "On Sunday ten people died.\n\nThe war has killed 470,000 people."
    assert time_of(text, "has killed 470,000 people", "en", "total") == ("?", "")


def test_a_total_from_a_list_reaches_up_to_the_day_the_list_came_out() -> None:
    text = "They are on the ministry's list of 7,000 victims released on October 26, 2016."
    assert time_of(text, "7,000 victims", "en", "total") == ("..2016-10-26", "list")


def test_harm_that_lasts_has_not_the_day_of_the_main_event() -> None:
    text = "Am Sonntag griff die Armee an.\n\nHunderte sind in der Stadt eingeschlossen."
    assert time_of(text, "Hunderte sind in der Stadt eingeschlossen", "de", kind="at_risk") == ("?", "")


def test_a_report_without_date_is_dated_by_its_signature() -> None:
    text = "Am Freitag starben zwei Männer. (APA, 18.10.2015)"
    assert time_of(text, "starben zwei Männer", "de", published=None) == ("2015-10-16", "clause")


def test_the_signature_itself_dates_no_harm() -> None:
    text = "Vier Menschen kamen ums Leben. (APA/dpa, 1.11.2015)"
    assert time_of(text, "Vier Menschen", "de", published=None) == ("?", "")


def test_quotes_over_two_sentences_and_at_the_very_end_are_governed_too() -> None:
    text = "On Sunday a bomb fell. Ten died"
    assert time_of(text, "fell. Ten died", "en")[0] == "2016-11-20"
    assert time_of(text, "Ten died", "en", published=date(2016, 11, 20))[0] == "2016-11-20"


def test_a_report_that_tells_what_was_said_on_the_day_after_its_stamp_counts_from_that_day() -> None:
    text = "A monitor on Wednesday raised the toll of a raid on a market the previous day to 61."
    assert time_of(text, "the toll of a raid", "en") == ("2016-11-22", "clause")
    text = "A monitor said last Wednesday that ten had died in a raid on Sunday."
    assert time_of(text, "ten had died", "en") == ("2016-11-20", "clause")


def test_the_toll_of_a_war_counts_from_its_beginning_told_just_before() -> None:
    text = "On Sunday ten people died. The war began in 2011 with protests. It has killed 300,000 people."
    assert time_of(text, "300,000 people", "en", "total") == ("2011-01-01..2016-11-22", "before")


def test_what_came_later_shares_the_year_just_told() -> None:
    text = "Am Sonntag trafen sich Tausende. Sie erinnerten an den Aufstand von 1989. Viele wurden später erschossen."
    assert time_of(text, "Viele wurden später erschossen", "de") == ("1989-01-01..1989-12-31", "before")


def test_custody_since_a_month_lasts_since_then() -> None:
    text = "Die Anklage ist fertig. Seit März sitzt der Mann in Haft. Die heute 46-Jährige sagte aus."
    assert time_of(text, "sitzt der Mann in Haft", "de", kind="detained") == ("2016-03-01..2016-11-22", "clause")


def test_in_the_course_of_the_day_is_no_month() -> None:
    text = "Die Anschläge waren im November 2015. Im Laufe des Tages wurden neun Männer gefasst."
    assert time_of(text, "wurden neun Männer gefasst", "de") == ("?", "clause")


def test_the_day_of_a_reaction_dates_no_harm() -> None:
    text = "Besorgt reagierte gestern die Welt auf die Lage. Am Freitag griff die Armee an. Neun starben."
    assert time_of(text, "Neun starben", "de") == ("2016-11-18", "before")


def test_the_day_on_which_a_number_was_named_is_not_the_day_of_the_harm() -> None:
    text = "Am Samstag explodierte eine Bombe. Noch am Sonntag hatten die Behörden von 18 Toten gesprochen."
    assert time_of(text, "18 Toten", "de")[0] != "2016-11-20"


def test_then_is_the_time_told_right_before() -> None:
    text = "Es war die schwerste Flut seit 1962. Damals starben 30 Menschen."
    assert time_of(text, "starben 30 Menschen", "de")[0] == "1962-01-01..1962-12-31"


def test_a_course_that_began_on_a_day_is_counted_from_it() -> None:
    text = "Seit Beginn der Kämpfe am 12. Juli wurden 750 Menschen getötet."
    assert time_of(text, "750 Menschen getötet", "de", "total") == ("2016-07-12..2016-11-22", "clause")
