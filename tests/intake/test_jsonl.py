"""JSON lines: each line a report, or a refusal with its number."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from belegt.intake import Received, Refusal, receive
from belegt.model import digest

Write = Callable[[str, bytes | str], Path]
TEXT = "In Talheim wurden mindestens zwölf Menschen verletzt, unter ihnen drei Kinder."


def one(file: Write, entry: bytes | str) -> Received | Refusal:
    (result,) = receive([file("feed.jsonl", entry)])
    return result


def code(file: Write, entry: bytes | str) -> str:
    result = one(file, entry)
    assert isinstance(result, Refusal), result
    assert result.error.where.endswith("feed.jsonl:1")
    assert result.error.exit_code == 3
    return result.error.code


def test_the_fields_of_the_interchange_form_are_kept_and_others_ignored(file: Write) -> None:
    entry = json.dumps(
        {
            "id": " a1 ",
            "text": " " + TEXT + "\n",
            "lang": "DE",
            "published": "2024-03-12T22:30:00Z",
            "title": "Zwölf Verletzte",
            "source": "Demo-Agentur",
            "url": "https://demo.example/a",
            "archive_url": "https://archive.example/a",
            "retrieved": "2024-03-13",
            "claims": [1, {"x": None}],
        }
    )
    result = one(file, "  " + entry + "\r\n")
    assert isinstance(result, Received)
    report = result.report
    assert (report.id, report.text, report.lang) == ("a1", " " + TEXT + "\n", "de")
    assert (report.published, report.dated_by) == (date(2024, 3, 12), "report")
    assert (report.title, report.source.name) == ("Zwölf Verletzte", "Demo-Agentur")
    assert (report.url, report.archive_url) == ("https://demo.example/a", "https://archive.example/a")
    assert result.raw == entry.encode()
    assert report.sha256 == digest(entry.encode())


def test_null_and_empty_fields_are_as_good_as_none(file: Write) -> None:
    result = one(
        file, json.dumps({"id": "a", "text": TEXT, "published": None, "title": None, "source": "", "lang": "und"})
    )
    assert isinstance(result, Received)
    assert (result.report.published, result.report.title, result.report.lang) == (None, "", "de")


def test_a_whole_number_as_id_is_kept_as_its_digits(file: Write) -> None:
    result = one(file, json.dumps({"id": 4711, "text": TEXT}))
    assert isinstance(result, Received)
    assert result.report.id == "4711"


@pytest.mark.parametrize(
    "entry",
    [
        "{",
        "no json",
        "[1, 2]",
        '"text"',
        "null",
        "17",
        '{"id": "a", "text": "b",}',
        '{"id": "a", "text": "zwei\tZeichen"}',
        '{"id": "a", "text": "b", "score": NaN}',
        '{"id": "a", "text": "b", "score": -Infinity}',
        '{"id": "a", "text": "b", "n": ' + "9" * 10_000 + "}",
        '{"id": "a", "text": "b", "n": ' + "[" * 200_000 + "]" * 200_000 + "}",
        '{"a":' * 100_000 + "1" + "}" * 100_000,
        '{"id": "a", "text": "b"} {"id": "c", "text": "d"}',
    ],
)
def test_a_line_that_is_no_json_object_is_refused(file: Write, entry: str) -> None:
    assert code(file, entry) == "B205"


@pytest.mark.parametrize(
    "entry",
    [
        {},
        {"text": TEXT},
        {"id": "a"},
        {"id": "", "text": TEXT},
        {"id": None, "text": TEXT},
        {"id": "a", "text": ""},
        {"id": "a", "text": " \n"},
    ],
)
def test_a_report_without_id_or_text_is_refused(file: Write, entry: dict[str, object]) -> None:
    assert code(file, json.dumps(entry)) == "B206"


@pytest.mark.parametrize(
    "value",
    [
        "12.03.2024",
        "2024-02-30",
        "2024-3-12",
        "20240312",
        "2024-W11-2",
        "gestern",
        "2024-03-12 25:00",
        20240312,
        ["2024-03-12"],
    ],
)
def test_a_date_that_is_no_iso_date_is_refused(file: Write, value: object) -> None:
    assert code(file, json.dumps({"id": "a", "text": TEXT, "published": value})) == "B207"


@pytest.mark.parametrize("field", ["text", "title", "source", "url", "lang", "archive_url"])
@pytest.mark.parametrize("value", [7, True, ["a"], {"name": "a"}])
def test_a_field_that_is_no_text_is_refused(file: Write, field: str, value: object) -> None:
    assert code(file, json.dumps({"id": "a", "text": TEXT, field: value})) == "B212"


@pytest.mark.parametrize("value", [True, 1.5, ["a"]])
def test_an_id_that_is_neither_text_nor_a_whole_number_is_refused(file: Write, value: object) -> None:
    assert code(file, json.dumps({"id": value, "text": TEXT})) == "B212"


def test_a_language_that_is_no_tag_is_refused(file: Write) -> None:
    assert code(file, json.dumps({"id": "a", "text": TEXT, "lang": "Deutsch (AT)"})) == "B213"


@pytest.mark.parametrize("field", ["id", "text", "title", "source", "url"])
@pytest.mark.parametrize("bad", ["\ud83d", "\udc00x", "a\0b"])
def test_unpaired_surrogates_and_nul_are_refused_in_every_field(file: Write, field: str, bad: str) -> None:
    assert code(file, json.dumps({"id": "a", "text": TEXT, field: bad})) == "B214"


def test_an_id_with_line_ends_or_terminal_codes_is_refused(file: Write) -> None:
    assert code(file, json.dumps({"id": "a\nb", "text": TEXT})) == "B214"
    assert code(file, json.dumps({"id": "a\x1b[2Jb", "text": TEXT})) == "B214"


def test_a_line_that_is_not_utf_8_is_refused_and_not_guessed(file: Write) -> None:
    assert code(file, json.dumps({"id": "a", "text": TEXT}, ensure_ascii=False).encode("windows-1252")) == "B203"


def test_a_paired_surrogate_escape_is_one_character(file: Write) -> None:
    result = one(file, '{"id": "a", "text": "\\ud83d\\ude92 in Talheim"}')
    assert isinstance(result, Received)
    assert result.report.text == "🚒 in Talheim"


def test_blank_lines_a_mark_and_a_missing_last_line_end_do_no_harm(file: Write) -> None:
    entries = [json.dumps({"id": str(n), "text": f"{TEXT} {n}"}) for n in range(3)]
    path = file("feed.jsonl", b"\xef\xbb\xbf" + "\r\n\r\n".join(entries).encode())
    assert [r.origin.rsplit(":")[-1] for r in receive([path]) if isinstance(r, Received)] == ["1", "3", "5"]


def test_line_separators_inside_a_text_do_not_end_its_line(file: Write) -> None:
    result = one(file, json.dumps({"id": "a", "text": "eins\u2028zwei\x85drei"}, ensure_ascii=False))
    assert isinstance(result, Received)
    assert result.report.text == "eins\u2028zwei\x85drei"
