from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import CALM, GERMAN, Belegt, program


@pytest.mark.parametrize(("lang", "words"), [("en", "at least 141 civilians"), ("de", "mindestens 141 Zivilisten")])
def test_a_brief_keeps_the_bound_in_both_languages(belegt: Belegt, article: Path, lang: str, words: str) -> None:
    ended = belegt("brief", article, "--published", "2016-11-22", "--lang", lang)
    assert ended.code == 0
    assert words in " ".join(ended.out.split())
    assert "[1]" in ended.out


def test_a_brief_is_in_the_language_of_most_reports(belegt: Belegt, article: Path, tmp_path: Path) -> None:
    german = tmp_path / "de"
    german.mkdir()
    for n in (1, 2):
        (german / f"{n}.txt").write_text(f"{GERMAN}Nummer {n}.", encoding="utf-8")
    assert "mindestens" in belegt("brief", article, german).out
    assert "at least" in belegt("brief", article).out


def test_the_brief_of_a_record_is_that_of_its_reports(belegt: Belegt, record: Path, article: Path) -> None:
    from_files = belegt("brief", article, "--published", "2016-11-22")
    assert belegt("brief", "--record", record) == from_files


@pytest.mark.parametrize(
    ("format", "sign"), [("text", "[1]"), ("markdown", "[^1]"), ("html", "<!doctype html>"), ("json", '"footnotes"')]
)
def test_every_format_is_written(belegt: Belegt, record: Path, format: str, sign: str) -> None:
    ended = belegt("brief", "--record", record, "--format", format)
    assert ended.code == 0
    assert sign in ended.out.replace("<!DOCTYPE", "<!doctype")
    assert ended.out.endswith("\n")


def test_json_is_short_for_the_format(belegt: Belegt, record: Path) -> None:
    assert belegt("brief", "--record", record, "--json") == belegt("brief", "--record", record, "--format", "json")


def test_two_runs_give_the_same_bytes(article: Path) -> None:
    assert program("brief", article, env={"PYTHONHASHSEED": "1"}) == program(
        "brief", article, env={"PYTHONHASHSEED": "2"}
    )


def test_there_is_no_brief_where_every_report_was_refused(belegt: Belegt, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    ended = belegt("brief", tmp_path / "empty.txt")
    assert (ended.code, ended.out) == (3, "")


def test_a_brief_of_the_readable_reports_comes_with_exit_code_3(belegt: Belegt, article: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    ended = belegt("brief", article, tmp_path / "empty.txt")
    assert ended.code == 3
    assert "141" in ended.out


def test_reports_without_harm_make_a_brief_that_says_so(belegt: Belegt, tmp_path: Path) -> None:
    path = tmp_path / "calm.txt"
    path.write_text(CALM)
    ended = belegt("brief", path)
    assert ended.code == 0
    assert "[1]" not in ended.out


@pytest.mark.parametrize("both", [True, False])
def test_either_reports_or_a_record_is_wanted(belegt: Belegt, record: Path, article: Path, both: bool) -> None:
    ended = belegt("brief", article, "--record", record) if both else belegt("brief")
    assert ended.code == 2
    assert "give either reports or --record RECORD" in ended.err
