"""Single incident or running total (R10): what near words and times decide."""

from __future__ import annotations

from datetime import date

import pytest

from belegt.model import HarmClaim, Report
from belegt.read.reader import read


def scopes(text: str, lang: str = "en") -> list[str]:
    report = Report(id="case", text=text, lang=lang, published=date(2016, 8, 29))
    return [c.scope for c in read(report) if isinstance(c, HarmClaim)]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("In July a suicide bomb killed at least 16 people in Hasaka.", "en"),
        ("A car bombing killed six guards in April.", "en"),
        ("Im Juli tötete ein Bombenanschlag 16 Menschen in Hasaka.", "de"),
    ],
)
def test_one_event_of_a_month_is_an_incident_r10(text: str, lang: str) -> None:
    assert scopes(text, lang) == ["incident"]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("In July bombs killed at least 16 people in Hasaka.", "en"),
        ("Shelling on two villages near the town left 40 civilians dead on Sunday.", "en"),
        ("Bei Luftangriffen auf zwei Dörfer wurden am Sonntag 40 Zivilisten getötet.", "de"),
    ],
)
def test_many_attacks_of_a_period_or_on_several_places_are_a_total_r10(text: str, lang: str) -> None:
    assert scopes(text, lang) == ["total"]


def test_words_far_off_in_a_run_of_headlines_say_nothing_about_a_figure() -> None:
    rest = "the mayor said that the stalls, the fountain, the arcades and the roof of the old hall would be built anew by the council before the"
    more = "end of the year so that all of the traders could come back to the weekly market"
    assert scopes(f"A blast killed 38 soldiers in the old quarter and {rest} {more}.") == ["incident"]
