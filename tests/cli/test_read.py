from __future__ import annotations

import json
from pathlib import Path

import pytest

from belegt.cli.app import run
from tests.cli.conftest import CALM, GERMAN, STRIKE, Belegt, harm, program


def test_a_line_a_report_in_the_order_given_with_the_fields_of_the_contract(belegt: Belegt, feed: Path) -> None:
    ended = belegt("read", feed, "--format", "jsonl")
    lines = ended.lines()
    assert ended.code == 0
    assert [line["id"] for line in lines] == [f"n{n:02}" for n in range(40)]
    assert all(list(line) == ["id", "claims"] for line in lines)
    assert lines[1]["claims"] == []
    first = harm(ended)
    assert first["count"] == {"text": "At least 141", "low": 141, "high": None, "qualifier": "at_least"}
    assert STRIKE[first["start"] : first["end"]] == first["quote"]
    assert set(first) == {
        *("id", "kind", "quote", "start", "end", "count", "who", "named", "part_of", "scope", "when", "where"),
        *("means", "by", "source", "authority", "stance", "why"),
    }


def test_json_is_one_document_of_the_same_lines(belegt: Belegt, feed: Path) -> None:
    assert belegt("read", feed, "--json").document() == belegt("read", feed, "--format", "jsonl").lines()


def test_the_table_shows_bound_words_source_and_id(belegt: Belegt, article: Path) -> None:
    ended = belegt("read", article, "--published", "2016-11-22")
    claim = harm(belegt("read", article, "--format", "jsonl", "--published", "2016-11-22"))
    assert "at least 141" in ended.out
    assert "“At least 141" in ended.out
    assert claim["id"] in ended.out
    assert max(map(len, ended.out.splitlines())) <= 100


def test_a_report_without_harm_is_named_as_one(belegt: Belegt, tmp_path: Path) -> None:
    path = tmp_path / "calm.txt"
    path.write_text(CALM)
    assert "no claims" in belegt("read", path).out


def test_why_prints_the_sentence_and_every_ground(belegt: Belegt, article: Path) -> None:
    ended = belegt("read", article, "--why")
    claim = harm(belegt("read", article, "--format", "jsonl"))
    assert f"⟦{claim['quote'][:20]}" in ended.out
    assert claim["why"]
    for ground in claim["why"]:
        assert ground["rule"] in ended.out


def test_the_date_given_stands_in_where_the_report_says_none(belegt: Belegt, article: Path) -> None:
    dated = harm(belegt("read", article, "--published", "2016-11-22", "--format", "jsonl"))
    undated = harm(belegt("read", article, "--format", "jsonl"))
    assert dated["when"]["from"] == "2016-11-20"
    assert undated["when"]["from"] is None


def test_the_language_given_stands_in_where_it_cannot_be_told(belegt: Belegt, tmp_path: Path) -> None:
    path = tmp_path / "short.txt"
    path.write_text("12 Tote in Aleppo", encoding="utf-8")
    claim = harm(belegt("read", path, "--lang", "de", "--format", "jsonl"))
    assert claim["count"]["low"] == 12


def test_two_processes_print_the_same_bytes_in_the_same_order_as_one_and_as_before(feed: Path) -> None:
    one, again = (program("read", feed, "--format", "jsonl") for _ in range(2))
    two = program("read", feed, "--format", "jsonl", "--jobs", "2")
    assert one.out.count("\n") == 40
    assert one == again == two


def test_refusals_stand_in_their_place_with_two_processes_too(tmp_path: Path) -> None:
    path = tmp_path / "feed.jsonl"
    rows = [json.dumps({"id": f"a{n}", "text": STRIKE}) for n in range(20)]
    path.write_text("\n".join([rows[0], "{broken", *rows[1:], '{"id": "last"}']))
    ended = program("read", path, "--format", "jsonl", "--jobs", "2")
    assert ended.code == 3
    assert [line["id"] for line in ended.lines()] == [f"a{n}" for n in range(20)]
    assert [line[:4] for line in ended.err.splitlines()] == ["B205", "B206"]


def test_standard_input_is_read_as_text_and_as_feed() -> None:
    text = program("read", "-", "--format", "jsonl", given=GERMAN.encode())
    assert harm(text)["count"]["qualifier"] == "at_least"
    feed = program("read", "-", "--format", "jsonl", given=json.dumps({"id": "x", "text": STRIKE}).encode())
    assert feed.lines()[0]["id"] == "x"


def test_a_report_that_breaks_the_reader_is_refused_and_the_rest_is_read(
    belegt: Belegt, feed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from belegt.read import reader

    whole = reader.read

    def breaks(report: object) -> object:
        if getattr(report, "id", "") == "n02":
            raise ZeroDivisionError("broken on purpose")
        return whole(report)  # type: ignore[arg-type]

    monkeypatch.setattr(reader, "read", breaks)
    ended = belegt("read", feed, "--format", "jsonl")
    assert ended.code == 3
    assert [line["id"] for line in ended.lines()] == [f"n{n:02}" for n in range(40) if n != 2]
    assert ended.err.startswith(f"B610 {feed}:3: the report could not be read: ZeroDivisionError: broken on purpose.")


def test_a_closed_pipe_is_silent(feed: Path, tmp_path: Path) -> None:
    import subprocess
    import sys

    for jobs in ("1", "2"):
        command = [sys.executable, "-c", "from belegt.cli import main; main()", "read", str(feed)]
        with subprocess.Popen([*command, "--jobs", jobs], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
            assert running.stdout is not None
            assert running.stderr is not None
            running.stdout.close()
            assert running.stderr.read() == b""
        assert running.returncode == 1


def test_an_empty_folder_is_remarked_on_unless_quiet(belegt: Belegt, tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    assert belegt("read", folder).err == "No reports there.\n"
    assert belegt("read", folder, "--quiet").err == ""
    assert belegt("read", folder, "--json").document() == []


def test_control_characters_of_a_report_never_reach_the_terminal(belegt: Belegt, tmp_path: Path) -> None:
    path = tmp_path / "hostile.jsonl"
    text = "At least 5 people were killed in \x1b[31mAleppo\u202e on Sunday, the \x1b]0;owned\x07Demo Monitor said."
    path.write_text(json.dumps({"id": "h", "text": text, "source": "\x1b[2JDemo", "title": "\x1b[2J"}))
    for option in ((), ("--why",)):
        ended = belegt("read", path, *option)
        assert ended.code == 0
        assert "at least 5" in ended.out
        assert not {"\x1b", "\x07", "\u202e"} & set(ended.out + ended.err)


@pytest.mark.parametrize("option", [["--format", "xml"], ["--jobs", "0"], ["--published", "gestern"], ["--lang", "!"]])
def test_a_wrong_option_is_a_usage_error_with_its_code(belegt: Belegt, article: Path, option: list[str]) -> None:
    ended = belegt("read", article, *option)
    assert ended.code == 2
    assert ended.out == ""
    assert ended.err.startswith(f"B701 Invalid value for '{option[0]}'")
    assert "Next: see `belegt read --help`." in ended.err


def test_read_wants_paths(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read"]) == 2
    assert capsys.readouterr().err.startswith("B701 Missing argument 'PATHS'.")
