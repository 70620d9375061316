"""How many of whom: numbers, bounds and people as both languages say them."""

from __future__ import annotations

from typing import Any

import pytest

from belegt.brief.words.pen import Pen
from belegt.brief.words.people import counted, own_words
from tests.brief.accounts import claim, report


def said(lang: str, text: str, count: str, low: int | None, high: int | None, of: str = "de", **fields: Any) -> str:
    source = report(text, lang=of)
    told = claim(source, text.rstrip("."), count, low, high, **fields)
    pen = Pen(lang, [source])
    return pen.sentence(counted(pen, told)).text


@pytest.mark.parametrize(
    ("fields", "german", "english"),
    [
        ({"text": "141 Tote", "count": "141", "low": 141, "high": 141}, "141 Menschen", "141 people"),
        ({"text": "mindestens 141 tot", "count": "mindestens 141", "low": 141, "high": None, "qualifier": "at_least"},
         "Mindestens 141 Menschen", "At least 141 people"),
        ({"text": "mehr als 140 tot", "count": "mehr als 140", "low": 140, "high": None, "qualifier": "more_than"},
         "Mehr als 140 Menschen", "More than 140 people"),
        ({"text": "rund 250.000 Menschen", "count": "rund 250.000", "low": 250000, "high": 250000, "qualifier": "about"},
         "Rund 250.000 Menschen", "About 250,000 people"),
        ({"text": "bis zu 50 Tote", "count": "bis zu 50", "low": None, "high": 50, "qualifier": "up_to"},
         "Bis zu 50 Menschen", "Up to 50 people"),
        ({"text": "30 bis 40 Tote", "count": "30 bis 40", "low": 30, "high": 40, "qualifier": "range"},
         "30 bis 40 Menschen", "30 to 40 people"),
        ({"text": "Dutzende Tote", "count": "Dutzende", "low": 24, "high": 99, "qualifier": "vague"},
         "Dutzende Menschen", "Dozens of people"),
        ({"text": "mindestens Dutzende", "count": "mindestens Dutzende", "low": 24, "high": None, "qualifier": "at_least"},
         "Mindestens Dutzende Menschen", "At least dozens of people"),
        ({"text": "acht Kinder starben", "count": "acht", "low": 8, "high": 8, "who": ("child",)},
         "Acht Kinder", "Eight children"),
        ({"text": "ein Kind starb", "count": "ein", "low": 1, "high": 1, "who": ("child",)}, "Ein Kind", "One child"),
        ({"text": "niemand starb", "count": "niemand", "low": 0, "high": 0}, "Niemand", "No one"),
        ({"text": "keine Zivilisten", "count": "keine", "low": 0, "high": 0, "who": ("civilian",)},
         "Keine Zivilisten", "No civilians"),
        ({"text": "es gab Tote", "count": "Tote", "low": 1, "high": None, "qualifier": "unstated"}, "Menschen", "People"),
        ({"text": "12 Frauen und Kinder", "count": "12", "low": 12, "high": 12, "who": ("child", "woman")},
         "Zwölf Frauen und Kinder", "12 women and children"),
        ({"text": "1,9 Millionen flohen", "count": "1,9 Millionen", "low": 1900000, "high": 1900000},
         "1,9 Millionen Menschen", "1.9 million people"),
        ({"text": "zwei Millionen flohen", "count": "zwei Millionen", "low": 2000000, "high": 2000000},
         "Zwei Millionen Menschen", "Two million people"),
        ({"text": "Ein Mann, Anton Muster, starb", "count": "Ein", "low": 1, "high": 1, "who": ("man",),
          "named": ("Anton Muster",)}, "Ein Mann (Anton Muster)", "One man (Anton Muster)"),
        ({"text": "Ein Kind, Anton Muster, starb", "count": "Ein", "low": 1, "high": 1, "who": ("child",),
          "named": ("Anton Muster",)}, "Ein Kind", "One child"),
    ],
)  # fmt: skip
def test_counts_keep_their_bounds_in_both_languages(fields: dict[str, Any], german: str, english: str) -> None:
    assert said("de", **fields) == german
    assert said("en", **fields) == english


def test_a_number_that_the_quote_does_not_hold_is_left_to_the_words_of_the_report() -> None:
    fields: dict[str, Any] = {"text": "eben so viele starben", "count": "eben so viele", "low": 20, "high": 25}
    assert said("de", **fields, qualifier="range") == "Menschen (im Wortlaut: „eben so viele“)"


def test_armed_men_are_called_as_the_report_calls_them() -> None:
    german: dict[str, Any] = {"count": "15", "low": 15, "high": 15, "who": ("combatant",)}
    assert said("de", "15 irakische Soldaten starben", **german) == "15 „irakische Soldaten“"
    assert said("en", "15 irakische Soldaten starben", **german) == "15 combatants (“irakische Soldaten”)"
    assert said("en", "killed 15 Kurdish rebels in clashes", of="en", **german) == "15 “Kurdish rebels”"
    assert said("de", "mit 15 Kämpfern der Miliz", **german) == "15 Kämpfer („Kämpfern“)"


def test_the_noun_after_a_count_ends_before_verb_and_preposition() -> None:
    source = report("killing 60 foreign mercenaries originating from abroad", lang="en")
    told = claim(source, source.text, "60", 60, 60, who=("combatant",))
    assert own_words(told) == "foreign mercenaries"
