"""Plain text, Markdown and their front matter."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from belegt.intake.detect import Kind
from belegt.intake.text import draft_text, front_matter
from tests.intake.conftest import only, refused

Write = Callable[[str, bytes | str], Path]
BODY = "In Talheim wurden am Dienstag mindestens zwölf Menschen verletzt.\n\nDrei von ihnen sind Kinder.\n"
FRONT = """---
# Written for a test
title: "Zwölf Verletzte: was bekannt ist"
published: 2024-03-12
source: Demo-Agentur
url: https://demo.example/a
lang: de
note: left aside
---

"""


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_front_matter_is_metadata_and_the_working_copy_starts_after_it(file: Write, name: str) -> None:
    path = file(name, FRONT + BODY)
    received = only(path)
    report = received.report
    assert report.text == BODY
    assert (report.title, report.source.name, report.url) == (
        "Zwölf Verletzte: was bekannt ist",
        "Demo-Agentur",
        "https://demo.example/a",
    )
    assert (report.published, report.dated_by, report.lang) == (date(2024, 3, 12), "report", "de")
    assert received.raw == path.read_bytes()


def test_front_matter_with_windows_line_ends_is_read() -> None:
    head, text = front_matter((FRONT + BODY).replace("\n", "\r\n"))
    assert head["source"] == "Demo-Agentur"
    assert text == BODY.replace("\n", "\r\n")


def test_a_bad_date_in_front_matter_is_refused(file: Write) -> None:
    assert refused(file("a.txt", FRONT.replace("2024-03-12", "12.3.24") + BODY)) == "B207"


@pytest.mark.parametrize(
    "text",
    [
        "---\nEin Absatz ohne Schlüssel.\n---\n" + BODY,
        "---\ncolour: red\n---\n" + BODY,
        "---\ntitle: nie geschlossen\n\n" + BODY,
        "title: ohne Zaun\n\n" + BODY,
        " ---\ntitle: eingerückt\n---\n" + BODY,
    ],
)
def test_what_only_resembles_front_matter_stays_text(text: str) -> None:
    assert front_matter(text) == ({}, text)


def test_a_file_of_front_matter_alone_is_empty(file: Write) -> None:
    assert refused(file("a.md", FRONT)) == "B201"


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_the_working_copy_is_always_the_end_of_the_decoded_text(text: str) -> None:
    assert (FRONT + text).endswith(front_matter(FRONT + text)[1])
    assert text.endswith(front_matter(text)[1])


@pytest.mark.parametrize("heading", ["# Zwölf Verletzte", "## Zwölf Verletzte ##", "Zwölf Verletzte\n==============="])
def test_the_title_of_markdown_is_its_first_heading(heading: str) -> None:
    draft = draft_text(f"{heading}\n\n{BODY}", Kind.MARKDOWN)
    assert draft.title == "Zwölf Verletzte"
    assert draft.text.startswith(heading)


def test_a_short_first_line_that_stands_alone_is_the_title() -> None:
    assert draft_text("Zwölf Verletzte in Talheim\n\n" + BODY, Kind.PLAIN).title == "Zwölf Verletzte in Talheim"


@pytest.mark.parametrize(
    "head",
    [
        "Ein ganzer Satz steht hier allein.\n\n",
        "Talheim, 12. März 2024\n\n",
        "x" * 151 + "\n\n",
        "Ein Anfang ohne Absatz\n",
        "# kein Markdown? doch nur Text,\n\n",
    ],
)
def test_a_first_line_that_is_no_headline_gives_no_title(head: str) -> None:
    assert draft_text(head + BODY, Kind.PLAIN).title == ""


def test_line_ends_and_blanks_of_the_file_are_kept(file: Write) -> None:
    text = "\r\n  Zwölf Verletzte\r\n\r\n\tin Talheim \n"
    assert only(file("a.txt", text)).report.text == text
