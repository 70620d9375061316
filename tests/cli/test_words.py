from __future__ import annotations

from datetime import date

import pytest

from belegt.cli import words
from belegt.model import Figure, HarmClaim, Passage, Quantity, Report, When, Where

REPORT = Report(id="r", text="Hunderte getötet", lang="de")


def claim(count: Quantity, **fields: object) -> HarmClaim:
    return HarmClaim(passage=Passage(REPORT, 0, 8), kind="killed", count=count, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (Quantity("141", 141, 141), "141"),
        (Quantity("mindestens 141", 141, None, "at_least"), "at least 141"),
        (Quantity("mehr als 140", 140, None, "more_than"), "more than 140"),
        (Quantity("rund 250.000", 250_000, 250_000, "about"), "about 250,000"),
        (Quantity("bis zu 50", None, 50, "up_to"), "up to 50"),
        (Quantity("30 bis 40", 30, 40, "range"), "30–40"),
        (Quantity("Hunderte", 200, 999, "vague"), "Hunderte (200–999)"),
        (Quantity("viele", 2, None, "vague"), "viele (2 or more)"),
        (Quantity("Zivilisten", 1, None, "unstated"), "unnumbered"),
        (Quantity("niemand", 0, 0), "no"),
    ],
)
def test_every_bound_is_kept_in_words(count: Quantity, said: str) -> None:
    assert words.counted(count) == said


def test_one_person_is_named_in_the_singular() -> None:
    one = Quantity("ein", 1, 1)
    assert words.figure(claim(one, who=("police",))) == "1 police officer killed"
    assert words.figure(claim(one, who=("child",), named=("Demo Kind",))) == "1 child (Demo Kind) killed"
    assert words.figure(claim(Quantity("2", 2, 2), who=("woman", "child"))) == "2 women and children killed"


def test_a_figure_is_a_range_with_its_best_where_that_is_neither_end() -> None:
    def said(low: int, best: int, high: int | None) -> str:
        return words.estimate(Figure(kind="killed", low=low, best=best, high=high, rule="r", claims=()))

    assert said(16, 16, 16) == "16"
    assert said(12, 14, 18) == "12–18, best 14"
    assert said(141, 141, None) == "141 or more"
    assert said(12, 14, None) == "12 or more, best 14"


def test_times_and_places_are_never_more_exact_than_the_claim() -> None:
    day = date(2016, 11, 20)
    assert words.time(When("am Sonntag", day, day)) == "20 November 2016"
    assert words.time(When("seit Sonntag", day, None)) == "since 20 November 2016"
    assert words.time(When("in den vergangenen Jahren")) == "“in den vergangenen Jahren”"
    assert words.time(When()) == "no date"
    assert words.place(Where("im Osten", "Aleppo (East)")) == "Aleppo (East)"
    assert words.place(Where("im Osten")) == "im Osten"
    assert words.place(Where()) == "no place"


def test_a_source_is_told_with_those_it_cites() -> None:
    count = Quantity("141", 141, 141)
    assert words.said_by(claim(count)) == "the report"
    assert words.said_by(claim(count, source="Demo-Bund", authority="Zeugen")) == "Demo-Bund, citing Zeugen"
