"""The language of a text, and when to say nothing."""

from __future__ import annotations

import pytest

from belegt.errors import BelegtError
from belegt.intake.language import language, tag


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("In Talheim wurden am Dienstag mindestens zwölf Menschen verletzt, unter ihnen drei Kinder.", "de"),
        ("At least twelve people, among them three children, were wounded in the town on Tuesday.", "en"),
        ("قتل ما لا يقل عن اثني عشر شخصا بينهم ثلاثة أطفال في البلدة يوم الثلاثاء.", "ar"),
        ("По меньшей мере двенадцать человек, среди них трое детей, были ранены во вторник.", "ru"),
        ("Щонайменше дванадцять людей, серед них троє дітей, були поранені у вівторок.", "uk"),
        ("Au moins douze personnes, dont trois enfants, ont été blessées mardi dans la ville.", "fr"),
        ("Al menos doce personas, entre ellas tres niños, resultaron heridas el martes.", "es"),
    ],
)
def test_the_languages_of_reports_are_told_apart(text: str, lang: str) -> None:
    assert language(text) == lang


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Bij de aanval vielen minstens twaalf doden onder wie drie kinderen in de stad.", "nl"),
        ("Saldırıda aralarında üç çocuğun da bulunduğu en az on iki kişi yaralandı.", "tr"),
        ("袭击造成至少十二人死亡，其中包括三名儿童。", "zh"),
    ],
)
def test_a_neighbour_is_not_taken_for_a_language_that_is_read(text: str, lang: str) -> None:
    assert language(text) == lang


@pytest.mark.parametrize("text", ["", "12", "AFP", "Tote", "1234 5678 !!!", "🙂🙂🙂🙂", "\n\n"])
def test_texts_too_short_to_tell_have_no_language(text: str) -> None:
    assert language(text) == ""


@pytest.mark.parametrize(
    ("given", "kept"), [("DE", "de"), ("pt_br", "pt-BR"), ("zh-Hans-cn", "zh-Hans-CN"), ("und", ""), (" ", "")]
)
def test_a_stated_language_is_kept_in_its_usual_case(given: str, kept: str) -> None:
    assert tag(given) == kept


@pytest.mark.parametrize("given", ["deutsch", "d", "de AT", "<b>", "12"])
def test_a_stated_language_that_is_no_tag_is_refused(given: str) -> None:
    with pytest.raises(BelegtError, match="B213"):
        tag(given)
