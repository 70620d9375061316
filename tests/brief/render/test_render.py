"""The four formats: what each must carry."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest

from belegt.brief import render, write
from belegt.brief.footnote import bracketed
from belegt.brief.render.parts import visible
from belegt.errors import BelegtError
from belegt.model import Brief
from tests.brief.accounts import account, claim, report

TEXT = "Am Sonntag starben acht Kinder in einer Schule, und Hunderte wurden verletzt."


def brief(lang: str = "de") -> Brief:
    of = report(TEXT, published=date(2016, 11, 22), url="https://example.org/a?b=1&c=2", title="Schule & Stadt")
    day = (date(2016, 11, 20), date(2016, 11, 20))
    dead = claim(of, "Am Sonntag starben acht Kinder", "acht", 8, 8, who=("child",), when=day, where="Aleppo")
    hurt = claim(
        of,
        "Hunderte wurden verletzt",
        "Hunderte",
        200,
        999,
        qualifier="vague",
        kind="injured",
        when=day,
        where="Aleppo",
    )
    return write(account([dead, hurt]), lang)


def test_every_sentence_and_every_quote_is_in_every_format() -> None:
    made = brief()
    for format in ("text", "markdown", "html", "json"):
        flat = re.sub(r"<[^>]+>|\s+|\\", " ", render(made, format, 500))
        flat = re.sub(r"\s+", " ", flat)
        for note in made.footnotes:
            assert visible(note.quote) in flat
        for section in made.sections:
            for sentence in section.sentences:
                pieces = re.split(r"[(),;:„“]", sentence.text)
                assert all(p.strip(" .") in flat for p in pieces), sentence.text


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_text_keeps_to_the_width_of_the_terminal(width: int) -> None:
    lines = render(brief(), "text", width).splitlines()
    assert all(len(line) <= width or " " not in line.strip() for line in lines)
    assert lines[0].startswith("Zusammengefasst · Stand 22. November 2016 · 1 Bericht"[:30])


def test_text_ends_with_numbered_footnotes_with_outlet_date_quote_and_offset() -> None:
    shown = " ".join(render(brief(), "text", 80).split())
    assert "[1] Demo-Agentur, 22. November 2016: „Am Sonntag starben acht Kinder“, Zeichen 0–30" in shown
    assert "https://example.org/a?b=1&c=2" in shown


def test_markdown_links_figure_and_footnote() -> None:
    shown = render(brief("en"), "markdown")
    assert "[^1][^2]" in shown
    assert "\n[^1]: [Demo-Agentur, 22 November 2016](<https://example.org/a?b=1&c=2>): “Am Sonntag" in shown


def test_html_is_one_file_with_anchors_both_ways() -> None:
    page = render(brief(), "html")
    assert page.startswith('<!DOCTYPE html>\n<html lang="de">')
    assert "prefers-color-scheme: dark" in page
    assert "@media print" in page
    assert "default-src 'none'" in page
    assert not re.search(r"<script|<link|<img|@import|url\(", page)
    targets = set(re.findall(r'href="#([^"]+)"', page))
    assert targets
    assert targets <= set(re.findall(r'id="([^"]+)"', page))
    assert '<a class="figure" href="#n1">acht Kinder</a>' in page
    assert '<blockquote dir="auto" lang="de">Am Sonntag starben acht Kinder</blockquote>' in page
    assert 'href="https://example.org/a?b=1&amp;c=2" rel="noopener noreferrer nofollow"' in page


def test_json_carries_sections_sentences_and_footnotes_with_their_place() -> None:
    data = json.loads(render(brief(), "json"))
    assert data["as_of"] == "2016-11-22"
    note = data["footnotes"][0]
    assert (note["report"], note["start"], note["end"]) == ("r1", 0, 30)
    assert TEXT[note["start"] : note["end"]] == note["quote"]
    assert (note["source"], note["url"]) == ("Demo-Agentur", "https://example.org/a?b=1&c=2")
    sentence = data["sections"][0]["sentences"][0]
    states = sentence["states"]
    assert [sentence["text"][s["start"] : s["end"]] for s in states] == [s["text"] for s in states]
    assert sentence["notes"] == [1, 2]


def test_runs_of_footnotes_are_grouped() -> None:
    assert bracketed([1, 2, 3]) == "[1-3]"
    assert bracketed([7, 1, 2, 3, 9]) == "[1-3, 7, 9]"
    assert bracketed([]) == ""


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(BelegtError) as refused:
        render(brief(), "pdf")
    assert refused.value.code == "B409"
