"""The one way in: files, folders and standard input, good and bad together."""

from __future__ import annotations

import errno
import io
import json
import os
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from belegt import settings
from belegt.errors import BelegtError
from belegt.intake import Received, Refusal, receive
from belegt.model import digest
from tests.intake.conftest import only, refused

Write = Callable[[str, bytes | str], Path]
GOOD = "In Talheim wurden am Dienstag mindestens zwölf Menschen verletzt, unter ihnen drei Kinder."


def line(**fields: object) -> str:
    return json.dumps(fields, ensure_ascii=False) + "\n"


def test_a_plain_file_becomes_a_report_with_the_hash_of_its_bytes(file: Write) -> None:
    path = file("a.txt", GOOD)
    received = only(path)
    assert received.raw == path.read_bytes()
    assert received.report.text == GOOD
    assert received.report.sha256 == digest(path.read_bytes())
    assert received.report.media_type == "text/plain"
    assert received.report.lang == "de"
    assert received.origin == str(path)


def test_the_same_file_has_the_same_id_under_another_name(file: Write) -> None:
    assert only(file("a.txt", GOOD)).report.id == only(file("b.txt", GOOD)).report.id


def test_the_option_dates_a_report_that_does_not_say_its_day(file: Write) -> None:
    report = only(file("a.txt", GOOD), published=date(2024, 3, 12)).report
    assert (report.published, report.dated_by) == (date(2024, 3, 12), "option")


def test_a_given_language_wins_over_detection(file: Write) -> None:
    assert only(file("a.txt", GOOD), lang="de-AT").report.lang == "de-AT"


def test_a_given_language_that_is_no_tag_is_an_error_of_the_caller(file: Write) -> None:
    with pytest.raises(BelegtError, match="B213"):
        list(receive([file("a.txt", GOOD)], lang="Deutsch, bitte"))


def test_a_folder_is_read_sorted_with_its_subfolders_and_without_hidden_or_unknown_files(
    file: Write, tmp_path: Path
) -> None:
    file("b.txt", GOOD + " Zweitens.")
    file("a/z.md", "# Titel\n\n" + GOOD)
    file(".hidden.txt", "nein")
    file(".git/c.txt", "nein")
    file("image.png", b"\x89PNG\r\n")
    file("feed.jsonl", line(id="f1", text=GOOD + " Im Feed."))
    found = [r.origin.removeprefix(str(tmp_path)) for r in receive([tmp_path]) if isinstance(r, Received)]
    assert found == ["/b.txt", "/feed.jsonl:1", "/a/z.md"]


def test_a_link_that_leads_back_into_its_folder_is_not_followed(file: Write, tmp_path: Path) -> None:
    file("a/a.txt", GOOD)
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    assert len(list(receive([tmp_path]))) == 1


def test_a_pipe_in_a_folder_does_not_hold_the_run_up(file: Write, tmp_path: Path) -> None:
    file("a.txt", GOOD)
    os.mkfifo(tmp_path / "b.txt")
    assert len(list(receive([tmp_path]))) == 1


def test_bad_reports_never_stop_the_good_ones_of_the_same_call(file: Write) -> None:
    paths = [
        file("empty.txt", b""),
        file("binary.txt", bytes(range(256)) * 10),
        file("good.txt", GOOD),
        file("x.docx", b"PK"),
        Path("missing.txt"),
        file("feed.jsonl", "{nope\n" + line(id="1", text=GOOD + " Auch.")),
    ]
    results = list(receive(paths))
    codes = [r.error.code if isinstance(r, Refusal) else "good" for r in results]
    assert codes == ["B201", "B202", "good", "B210", "B208", "B205", "good"]
    assert {r.error.exit_code for r in results if isinstance(r, Refusal)} == {3}


@pytest.mark.parametrize("content", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_file_is_refused(file: Write, content: bytes) -> None:
    assert refused(file("a.txt", content)) == "B201"


def test_a_missing_file_is_refused_with_its_path(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.txt") == "B208"


def test_a_missing_file_of_an_unknown_kind_is_refused_as_missing(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.docx") == "B208"


def test_a_file_that_cannot_be_opened_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "ring.txt"
    path.symlink_to(path)
    assert refused(path) == "B208"


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_permission_is_refused(file: Write) -> None:
    path = file("a.txt", GOOD)
    path.chmod(0)
    assert refused(path) == "B208"


def test_an_unknown_kind_given_by_name_is_refused(file: Write) -> None:
    assert refused(file("a.docx", "words")) == "B210"


def test_a_file_without_suffix_is_read_by_what_it_holds(file: Write) -> None:
    assert only(file("report", GOOD)).report.text == GOOD
    assert only(file("feed", line(id="1", text=GOOD))).report.id == "1"


def test_fifty_megabytes_of_text_are_refused_quickly_and_without_reading_them(file: Write) -> None:
    path = file("big.txt", b"Wort " * 10_000_000)
    tracemalloc.start()
    started = time.monotonic()
    assert refused(path) == "B211"
    assert time.monotonic() - started < 2
    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()


def test_fifty_megabytes_on_standard_input_are_read_only_up_to_the_limit() -> None:
    stream = io.BytesIO(b"Wort\n" * 10_000_000)
    (refusal,) = receive(["-"], stdin=stream)
    assert isinstance(refusal, Refusal)
    assert refusal.error.code == "B211"
    assert stream.tell() <= settings.REPORT_BYTES + 1


def test_a_text_of_more_characters_than_the_limit_is_refused(file: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "TEXT_CHARACTERS", 50)
    assert refused(file("a.txt", GOOD)) == "B204"


def test_a_line_of_fifty_megabytes_is_refused_and_the_next_lines_are_read(file: Write) -> None:
    path = file(
        "feed.jsonl",
        line(id="1", text=GOOD).encode()
        + b'{"text":"'
        + b"x" * 50_000_000
        + b'"}\n'
        + line(id="3", text=GOOD + "!").encode(),
    )
    tracemalloc.start()
    results = list(receive([path]))
    assert tracemalloc.get_traced_memory()[1] < 3 * settings.REPORT_BYTES
    tracemalloc.stop()
    assert [r.error.code if isinstance(r, Refusal) else r.report.id for r in results] == ["1", "B211", "3"]
    assert [r.error.where[-2:] for r in results if isinstance(r, Refusal)] == [":2"]


def test_standard_input_is_taken_for_json_lines_html_or_text_by_its_first_words() -> None:
    def media(content: str) -> str:
        (received,) = receive(["-"], stdin=io.BytesIO(content.encode()))
        assert isinstance(received, Received)
        return received.report.media_type

    assert media("\n\n" + line(id="1", text=GOOD)) == "application/json"
    assert (
        media(f"<!DOCTYPE html><title>T</title><article><p>{GOOD}</p><p>Und noch ein Satz dazu.</p></article>")
        == "text/html"
    )
    assert media(GOOD) == "text/plain"
    assert media('"Es war laut", sagte sie. {Anmerkung}') == "text/plain"


def test_lines_on_standard_input_are_numbered_as_they_stand() -> None:
    (refusal,) = receive(["-"], stdin=io.BytesIO(b"\n\n{broken\n".replace(b"broken", b'"id" 1}')))
    assert isinstance(refusal, Refusal)
    assert refusal.error.where == "stdin:3"


def test_standard_input_in_utf_16_is_read() -> None:
    (received,) = receive(["-"], stdin=io.BytesIO((GOOD + "\n" + GOOD).encode("utf-16")))
    assert isinstance(received, Received)
    assert received.report.text == GOOD + "\n" + GOOD


def test_the_same_report_given_twice_comes_out_once(file: Write) -> None:
    first, second = file("a.txt", GOOD), file("b.txt", GOOD)
    feed = file("feed.jsonl", line(id="1", text=GOOD) * 2)
    origins = [r.origin for r in receive([first, first, second, feed, feed]) if isinstance(r, Received)]
    assert origins == [str(first), f"{feed}:1"]


def test_an_id_that_comes_back_with_another_text_is_a_conflict(file: Write) -> None:
    path = file("feed.jsonl", line(id="1", text=GOOD) + line(id="1", text="Anders.") + line(id="2", text=GOOD))
    one, conflict, two = receive([path])
    assert isinstance(one, Received)
    assert isinstance(two, Received)
    assert isinstance(conflict, Refusal)
    assert (conflict.error.code, conflict.error.exit_code, conflict.error.where) == ("B215", 4, f"{path}:2")
    assert f"{path}:1" in str(conflict.error)


def test_an_id_that_comes_back_with_another_day_is_a_conflict(file: Write) -> None:
    path = file(
        "feed.jsonl", line(id="1", text=GOOD, published="2024-03-12") + line(id="1", text=GOOD, published="2024-03-13")
    )
    assert [type(r) for r in receive([path])] == [Received, Refusal]


def test_a_text_file_that_is_a_page_is_read_as_a_page(file: Write, pages: Path) -> None:
    path = file("saved.txt", (pages / "nachricht.html").read_bytes())
    assert only(path).report.media_type == "text/html"


def test_a_file_name_that_is_no_unicode_can_still_be_shown(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/a\xff\n.txt"))
    path.write_text(GOOD, encoding="utf-8")
    assert only(path).origin.isprintable()
    only(path).origin.encode()


def test_a_path_with_a_nul_character_is_refused() -> None:
    (refusal,) = receive([Path("a\0b.txt")])
    assert isinstance(refusal, Refusal)
    assert refusal.error.code == "B208"


def test_every_shared_report_is_taken_in_with_its_text_and_id_unchanged(shared: Path) -> None:
    for path in sorted((shared / "reports").glob("*.jsonl")):
        stated = [json.loads(entry) for entry in path.read_bytes().splitlines()]
        received = list(receive([path]))
        assert [(r.report.id, r.report.text, r.report.lang) for r in received if isinstance(r, Received)] == [
            (entry["id"], entry["text"], entry["lang"]) for entry in stated
        ]


def test_the_language_of_shared_reports_is_found_as_stated(shared: Path) -> None:
    entries = [
        json.loads(entry)
        for path in sorted((shared / "reports").glob("*.jsonl"))
        for entry in path.read_bytes().splitlines()
    ]
    feed = io.BytesIO("".join(line(id=e["id"], text=e["text"]) for e in entries).encode())
    found = [r.report.lang for r in receive(["-"], stdin=feed) if isinstance(r, Received)]
    wrong = [(e["lang"], lang) for e, lang in zip(entries, found, strict=True) if lang != e["lang"]]
    assert all(lang == "" for _, lang in wrong)
    assert len(wrong) <= 2


def test_importing_intake_loads_no_parser_and_no_language_model() -> None:
    heavy = "{'lxml', 'trafilatura', 'numpy', 'py3langid'}"
    check = f"import sys, belegt.intake; print({heavy} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_no_space_for_temporary_files_is_told_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(sys.modules["belegt.intake.receive"], "finish", full)
    path = tmp_path / "report.txt"
    path.write_text("Zwei Menschen wurden getötet.", encoding="utf-8")
    assert refused(path) == "B217"
