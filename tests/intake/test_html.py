"""HTML pages: the article and nothing beside it, and no page that takes the program down."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from belegt import settings
from belegt.errors import BelegtError
from belegt.intake import html, receive
from belegt.intake.html import draft_page
from tests.intake.conftest import only, refused

Write = Callable[[str, bytes | str], Path]
PARAGRAPHS = "".join(
    f"<p>Absatz {n}: Bei dem Unfall in Talheim wurden nach Angaben der Feuerwehr {n} Menschen leicht verletzt.</p>"
    for n in range(2, 9)
)


def page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head><title>T</title>{head}</head><body>{body}</body></html>"


def test_a_german_news_page_gives_its_article_and_what_it_states(pages: Path) -> None:
    received = only(pages / "nachricht.html")
    report = received.report
    assert report.title == "Zwölf Verletzte nach Explosion auf dem Markt – Ursache unklar"
    assert (report.source.name, report.source.kind) == ("Flussbote", "outlet")
    assert report.url == "https://www.flussbote.example/politik/markt-explosion-4711.html"
    assert (report.published, report.dated_by, report.lang) == (date(2024, 3, 12), "page", "de")
    assert report.media_type == "text/html"
    assert received.raw == (pages / "nachricht.html").read_bytes()
    for kept in (
        "mindestens zwölf Menschen verletzt, unter ihnen drei Kinder",
        "Zwei der Verletzten seien in Lebensgefahr",
        "Rund vierzig Händler",
    ):
        assert kept in report.text


@pytest.mark.parametrize(
    "stray",
    [
        "44 Tote",
        "17 Tote",
        "neun Leben",
        "50 Verletzte",
        "acht Skifahrer",
        "Fünf Tote",
        "215 Partner",
        "30 Prozent",
        "99",
    ],
)
def test_figures_of_other_stories_comments_and_advertisements_stay_out(pages: Path, stray: str) -> None:
    assert stray not in only(pages / "nachricht.html").report.text


def test_an_english_page_without_linked_data_is_dated_by_the_dateline_of_its_agency_copy(pages: Path) -> None:
    report = only(pages / "dispatch.html").report
    assert report.title == "Rockets hit bus depot in Marrowby, at least nine killed"
    assert (report.source.name, report.url) == (
        "The Estuary Dispatch",
        "https://estuarydispatch.example/world/marrowby-depot",
    )
    assert (report.published, report.dated_by, report.lang) == (date(2023, 11, 8), "dateline", "en")
    for stray in ("300 feared dead", "kills 31", "14 missing", "120,000 readers", "458"):
        assert stray not in report.text
    assert "denied that they had fired on the depot" in report.text


def test_an_old_page_laid_out_in_tables_keeps_its_paragraphs_apart(pages: Path) -> None:
    report = only(pages / "altbau.html").report
    assert report.text.startswith("Oberlauter, 3. Februar 2003\nNach dem Einsturz")
    assert "man „noch nichts“ sagen" in report.text
    assert "Startseite" not in report.text
    assert (report.published, report.dated_by, report.source.name) == (date(2003, 2, 3), "dateline", "")


def test_a_front_page_with_several_stories_takes_the_day_of_none(pages: Path) -> None:
    assert only(pages / "titelseite.html").report.published is None


def test_a_page_that_is_only_a_script_is_refused(pages: Path) -> None:
    assert refused(pages / "nur-skript.html") == "B209"


@pytest.mark.parametrize("content", ["", "   "])
def test_an_empty_page_is_refused(file: Write, content: str) -> None:
    assert refused(file("a.html", content)) in ("B201", "B209")


def test_a_page_in_utf_16_is_read(file: Write) -> None:
    assert (
        "leicht verletzt" in only(file("a.html", page(f"<article>{PARAGRAPHS}</article>").encode("utf-16"))).report.text
    )


def test_the_same_page_gives_the_same_text_each_time(pages: Path) -> None:
    assert len({only(pages / "nachricht.html").report.text for _ in range(3)}) == 1


def test_entities_are_not_fetched_from_files(file: Write, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("KANARIENVOGEL", encoding="utf-8")
    hostile = f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}"><!ENTITY % y SYSTEM "{secret.as_uri()}"> %y;]>'
    report = only(
        file(
            "a.html",
            hostile
            + f"<html><head><title>&x;</title></head><body><article><p>&x; Text</p>{PARAGRAPHS}</article></body></html>",
        )
    ).report
    assert "KANARIENVOGEL" not in report.text + report.title


HOSTILE = {
    "deep nesting": "<div>" * 100_000 + PARAGRAPHS + "</div>" * 100_000,
    "deep inline nesting": "<p>" + "<b><i>" * 50_000 + "Text",
    "nested tables": "<table><tr><td>" * 20_000 + PARAGRAPHS,
    "nested lists": "<ul><li>" * 20_000 + PARAGRAPHS,
    "a huge attribute": f"<article class='{'a ' * 1_000_000}'>{PARAGRAPHS}</article>",
    "unclosed links": "<a href=x>" * 5_000 + PARAGRAPHS,
    "nothing but angle brackets": "<" * 200_000,
    "unclosed comments": "<!--" * 50_000 + PARAGRAPHS,
    "unclosed script": "<script>" * 20_000 + PARAGRAPHS,
    "wrong nesting": "</p></div></table>" * 20_000 + "<p><td></p><li></td>" * 2_000 + PARAGRAPHS,
    "zero bytes written as entities": "<article>" + "&#0;&#x0;&#xD800;&#xFFFFFF;" * 100 + PARAGRAPHS + "</article>",
    "deep linked data": '<script type="application/ld+json">' + '{"@graph":[' * 50_000 + "</script>" + PARAGRAPHS,
    "linked data of wrong kinds": '<script type="application/ld+json">[1,null,"a",{"@type":"NewsArticle","headline":[1],"publisher":7,"datePublished":{},"url":[]}]</script>'
    + PARAGRAPHS,
}


@pytest.mark.parametrize("shape", HOSTILE)
def test_hostile_markup_is_read_or_refused_in_time(shape: str) -> None:
    started = time.monotonic()
    try:
        outcome = draft_page(page(HOSTILE[shape])).text
    except BelegtError as error:
        outcome = error.code
    assert "leicht verletzt" in outcome or outcome in ("B209", "B216", "<" * 200_000)
    assert time.monotonic() - started < settings.PAGE_SECONDS + settings.PAGE_START_SECONDS


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    draft_page(page(PARAGRAPHS))
    monkeypatch.setattr(settings, "PAGE_SECONDS", 0.5)
    yield
    html._READER.end()


@pytest.mark.usefixtures("hurried")
def test_a_page_that_takes_too_long_is_given_up_and_the_next_is_read(file: Write) -> None:
    endless = file("a.html", page("<article><p>" + "<span>Wort</span> " * 100_000 + "</p></article>"))
    good = file("b.html", page(f"<article>{PARAGRAPHS}</article>"))
    slow, fine = receive([endless, good])
    assert "B216" in str(slow)
    assert "leicht verletzt" in str(fine)


def test_a_reader_that_died_is_started_again() -> None:
    draft_page(page(PARAGRAPHS))
    process = html._READER._process
    assert process is not None
    process.kill()
    process.wait()
    assert "leicht verletzt" in draft_page(page(PARAGRAPHS)).text


def test_an_answer_that_was_broken_off_never_passes_for_that_of_the_next_page(monkeypatch: pytest.MonkeyPatch) -> None:
    draft_page(page(PARAGRAPHS))
    with monkeypatch.context() as patched:
        patched.setattr(html, "read_frame", _interrupt)
        with pytest.raises(KeyboardInterrupt):
            draft_page(page("<article><p>Siebzehn Menschen wurden schwer verletzt.</p></article>"))
    assert "Siebzehn" not in draft_page(page(PARAGRAPHS)).text


def _interrupt(stream: object) -> None:
    raise KeyboardInterrupt
