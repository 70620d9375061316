"""Names of sources, outlets and places: as written, fitted in where the grammar is certain."""

from __future__ import annotations

from belegt.brief.words.naming import according, fitted, name, place, place_name
from belegt.brief.words.pen import Pen
from belegt.model import Report
from tests.brief.accounts import claim, report


def words(pen: Pen, text: str) -> str:
    return pen.sentence(f"– {text}").text[2:]


def test_a_source_of_another_language_is_quoted_as_written() -> None:
    pen = Pen("en", [report("x")])
    assert words(pen, fitted(pen, "die Syrische Beobachtungsstelle", "de")) == "“Syrische Beobachtungsstelle”"
    assert words(pen, fitted(pen, "The Syrian Observatory", "en")) == "the Syrian Observatory"
    assert words(pen, fitted(pen, "SANA", "de")) == "SANA"


def test_a_source_that_only_its_sentence_makes_clear_is_quoted() -> None:
    pen = Pen("en", [report("x")])
    assert words(pen, fitted(pen, "his nephew", "en")) == "“his nephew”"


def test_a_name_with_a_number_is_quoted_where_the_report_has_it_and_left_out_where_not() -> None:
    pen = Pen("de", [report("Das sagte ein Sprecher der 5. Division.")])
    assert words(pen, name(pen, "ein Sprecher der 5. Division", "de")) == "„Sprecher der 5. Division“"
    assert words(pen, name(pen, "ein Sprecher der 6. Division", "de")) == "[…]"


def test_sides_of_a_town_are_worded_in_the_language_of_the_brief() -> None:
    pen, english = Pen("de", [report("x")]), Pen("en", [report("x")])
    assert place_name(pen, "Aleppo (East)") == "Ost-Aleppo"
    assert place_name(english, "Aleppo (Osten)") == "East Aleppo"
    assert place_name(pen, "Masaken Hanano (East)") == "Masaken Hanano (Osten)"
    assert place_name(pen, "Damascus") == "Damascus"
    assert place(pen, "Lukeqin (Xinjiang)") == "Lukeqin (Xinjiang)"


def test_blame_is_never_in_the_own_voice_of_the_brief() -> None:
    of = report("Zwei starben.")
    told = claim(of, "Zwei starben", "Zwei", 2, 2)
    assert according(Pen("de", [of]), told) == ""
    assert according(Pen("de", [of]), told, blames=True) == "dem Bericht zufolge"


def test_of_several_reports_each_is_named() -> None:
    of = report("Zwei starben.", source="Demo-Blatt")
    other = Report(id="r2", text="x")
    assert according(Pen("de", [of, other]), claim(of, "Zwei starben", "Zwei", 2, 2)) == "laut Demo-Blatt"


def test_the_same_source_is_not_named_twice_in_a_row() -> None:
    of = report("Zwei starben, drei auch.", source="Demo-Blatt")
    pen = Pen("de", [of])
    first = claim(of, "Zwei starben", "Zwei", 2, 2, source="die Polizei", authority="Augenzeugen")
    second = claim(of, "drei auch", "drei", 3, 3, source="Polizei")
    assert according(pen, first) == "laut der Polizei (unter Berufung auf Augenzeugen)"
    assert according(pen, second) == "nach denselben Angaben"
