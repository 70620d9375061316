"""Which date to believe."""

from __future__ import annotations

from datetime import date, timedelta

from belegt.intake.day.publication import NEAR, publication

LINE = date(2016, 9, 10)
FIRM = "24 killed in raids Monitor AFP Saturday 10 Sep 2016 Air strikes"
SOFT = "10 September 2016 Air strikes on a market"


def test_a_stated_date_is_taken_where_the_text_has_no_dateline() -> None:
    assert publication("Zwei Verletzte.", LINE, "page", date(2020, 1, 1)) == (LINE, "page")


def test_a_stated_date_that_the_dateline_confirms_stays_the_reports_own() -> None:
    assert publication(FIRM, LINE, "report") == (LINE, "report")


def test_a_firm_dateline_outranks_a_stated_date_at_any_distance() -> None:
    assert publication(FIRM, date(2011, 1, 1), "report") == (LINE, "dateline")


def test_a_soft_dateline_outranks_a_stated_date_only_nearby() -> None:
    near, far = LINE + timedelta(NEAR), LINE + timedelta(NEAR + 1)
    assert publication(SOFT, near, "report") == (LINE, "dateline")
    assert publication(SOFT, far, "report") == (far, "report")


def test_a_dateline_with_two_readings_yields_to_a_stated_date_that_is_one_of_them() -> None:
    american = date(2016, 5, 4)
    assert publication("05-04-2016 Many Hurt as Shells Fall", american, "page") == (american, "page")
    assert publication("05-04-2016 Many Hurt as Shells Fall", None, "report") == (date(2016, 4, 5), "dateline")


def test_the_option_comes_last() -> None:
    option = date(2016, 9, 20)
    assert publication("Zwei Verletzte.", None, "report", option) == (option, "option")
    assert publication(SOFT, None, "report", option) == (LINE, "dateline")
    assert publication("Zwei Verletzte.", None, "report") == (None, "")
