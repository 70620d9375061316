"""Briefs as a desk reads them, in both languages."""

from __future__ import annotations

import inspect
import re
from dataclasses import replace
from datetime import date, timedelta

import pytest

from belegt import pipeline
from belegt.brief import render, write
from belegt.errors import BelegtError
from belegt.model import Account, Brief, Family, Report
from tests.brief.accounts import account, claim, gold, report

DAY = date(2016, 11, 22)


def text(of: Brief) -> str:
    """All sentences with their headings, a section a line."""
    return "\n".join(f"{s.heading}: {' '.join(t.text for t in s.sentences)}" for s in of.sections)


def seed(lang: str) -> str:
    of, claims = gold("seed")[0]
    return text(write(pipeline.account([of], claims), lang))


def test_the_seed_keeps_what_its_own_summary_loses() -> None:
    german, english = seed("de"), seed("en")
    for words in (
        "mindestens 141 Zivilisten, darunter 18 Kinder, durch Luftangriffe und Beschuss getötet",
        "Hunderte Menschen wurden verletzt",
        "West-Aleppo: ",
        "16 Zivilisten durch Beschuss getötet; als Urheber genannt: Rebellen",
        "Am Sonntag (20. November 2016) wurden acht Kinder durch Beschuss getötet. Dabei wurde eine Schule getroffen.",
        "Ob diese Toten in der laufenden Summe (16 Zivilisten) enthalten sind, ist nicht gesagt.",
        "(unter Berufung auf Augenzeugen)",
        "mehr als 100.000 Kinder eingeschlossen",
        "Hunderte Zivilisten sind verschwunden",
        "„mehr als 140 Menschen“ (SPIEGEL ONLINE) rundet mindestens 141 Zivilisten und kommt nicht hinzu",
        "eine einzige Quelle",
        "dokumentierte Mindestzahlen, keine Schätzungen",
        "Der Bericht stellt das selbst in Frage.",
    ):
        assert words in german, words
    for words in (
        "at least 141 civilians, including 18 children, were killed by air strikes and shelling",
        "eight children were killed by shelling. A school was hit.",
        "West Aleppo: ",
        "more than 100,000 children are trapped",
        "hundreds of people were injured",
        "documented minimums, not estimates",
    ):
        assert words in english, words


def test_the_seed_leads_with_the_gravest() -> None:
    assert seed("de").startswith("Ost-Aleppo: Seit Beginn der neuen Angriffe (15. bis 22. November 2016)")


def test_no_sum_is_made_that_no_text_makes() -> None:
    assert not re.search(r"\b(?:157|165|159|149|306|281)\b", seed("de"))


def test_no_figures_are_said_to_be_none() -> None:
    of = report("Der Bär ist wieder da.", published=DAY)
    assert "keine Angabe zu Toten" in text(write(Account(reports=(of,), claims=()), "de"))
    assert "no figure of people killed" in text(write(Account(reports=(of,), claims=()), "en"))
    assert "kein Bericht" in text(write(Account(reports=(), claims=()), "de"))


def rivals() -> Account:
    first = report("Laut Polizei starben am 20. November zwölf Menschen.", published=DAY - timedelta(1))
    second = report("Das Ministerium zählt 15 Tote.", id="r2", published=DAY, source="Demo-Blatt")
    common = {"when": (date(2016, 11, 20), date(2016, 11, 20)), "where": "Aleppo"}
    a = claim(first, "starben am 20. November zwölf Menschen", "zwölf", 12, 12, source="die Polizei", **common)
    b = claim(second, "zählt 15 Tote", "15", 15, 15, source="das Ministerium", **common)
    return account([a, b])


def test_disagreement_is_told_as_who_says_what_and_when() -> None:
    said = text(write(rivals(), "de"))
    assert "laut der Polizei zwölf Menschen" in said
    assert (
        "Zur Zahl der Toten gibt es andere Angaben: 15 Menschen laut dem Ministerium (Bericht vom 22. November 2016)."
        in said
    )


def test_each_side_has_its_dead_and_blame_stays_with_its_clause() -> None:
    of = report("Vier Polizisten starben durch Rebellen. Elf Demonstranten starben durch die Polizei.", published=DAY)
    common = {"where": "Halab", "when": (DAY, DAY)}
    a = claim(of, "Vier Polizisten starben", "Vier", 4, 4, who=("police",), by=("Rebellen",), **common)
    b = claim(of, "Elf Demonstranten starben", "Elf", 11, 11, who=("civilian",), by=("die Polizei",), **common)
    said = text(write(account([a, b]), "de"))
    assert re.search(r"elf Zivilisten ums Leben; als Urheber genannt: die Polizei\.", said)
    assert re.search(r"vier Polizisten ums Leben; als Urheber genannt: Rebellen\.", said)


def test_a_correction_and_a_denial_stay_visible() -> None:
    of = report("Neun starben. Zunächst hieß es zwölf. Das Amt bestreitet sieben Verletzte.", published=DAY)
    common = {"where": "Halab", "when": (DAY, DAY)}
    now = claim(of, "Neun starben", "Neun", 9, 9, **common)
    before = claim(of, "zwölf", "zwölf", 12, 12, stance="disputed", **common)
    denied = claim(of, "sieben Verletzte", "sieben", 7, 7, kind="injured", stance="denied", source="Das Amt", **common)
    said = text(write(account([now, before, denied]), "de"))
    assert "neun Menschen ums Leben" in said
    assert "Als überholt oder zweifelhaft gekennzeichnet: zwölf Menschen getötet" in said
    assert "Bestritten wird: sieben Menschen verletzt (dazu genannt: das Amt)" in said


def test_a_reprint_is_named_and_gives_no_second_source() -> None:
    words = "Am Montag starben laut Polizei 9 Menschen in Aleppo."
    reports = [report(words, id=f"r{n}", source=s, published=DAY) for n, s in ((1, "Demo-Agentur"), (2, "Demo-Blatt"))]
    claims = [claim(r, "starben laut Polizei 9 Menschen", "9", 9, 9, when=(DAY, DAY), where="Aleppo") for r in reports]
    said = text(write(account(claims, reports, [Family(("r1", "r2"))]), "de"))
    assert "Demo-Blatt (22. November 2016) ist eine Kopie von Demo-Agentur (22. November 2016)" in said
    assert "Dieselbe Zahl" not in said


def test_a_brief_is_the_same_every_time_and_numbers_its_footnotes_as_it_goes() -> None:
    made = write(rivals(), "de")
    assert made == write(rivals(), "de")
    first_used = [n for s in made.sections for sentence in s.sentences for n in sentence.notes]
    assert list(dict.fromkeys(first_used)) == list(range(1, len(made.footnotes) + 1))


def test_many_incidents_stay_readable() -> None:
    claims = []
    for n in range(50):
        of = report(f"In Ort {n} starben {n + 2} Menschen.", id=f"r{n}", published=DAY)
        claims.append(
            claim(of, f"starben {n + 2} Menschen", str(n + 2), n + 2, n + 2, when=(DAY, DAY), where=f"Ort {n}")
        )
    made = write(account(claims), "de")
    listed = [s for s in made.sections if s.listed and len(s.sentences) > 5]
    assert len(listed) == 1
    assert len(listed[0].sentences) == 40
    assert max(len(s.text) for s in listed[0].sentences) < 120


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(BelegtError) as refused:
        write(rivals(), "tlh")
    assert refused.value.code == "B408"


def test_a_brief_that_does_not_stand_is_not_printed() -> None:
    made = write(rivals(), "de")
    with pytest.raises(BelegtError) as refused:
        render(replace(made, as_of=date(2000, 1, 1)), "text")
    assert refused.value.exit_code == 5


def test_the_check_shares_no_words_with_the_writer() -> None:
    from belegt.brief import check as gate
    from belegt.brief import days, numerals

    for module in (gate, days, numerals):
        source = inspect.getsource(inspect.getmodule(module) or module)
        assert "belegt.brief.words" not in source
        assert "belegt.brief.write" not in source


def test_reports_without_date_or_outlet_give_a_brief() -> None:
    of = Report(id="r9", text="Drei starben.", lang="de")
    made = write(account([claim(of, "Drei starben", "Drei", 3, 3)]), "de")
    assert made.as_of is None
    assert "ohne Angabe des Mediums, ohne Datum" in render(made, "text", 80)
