"""What kind of report a file holds."""

from __future__ import annotations

from pathlib import PurePath

import pytest

from belegt.intake.detect import Kind, kind_of_content, kind_of_name


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.txt", Kind.PLAIN),
        ("a.MD", Kind.MARKDOWN),
        ("a.Html", Kind.PAGE),
        ("a.htm", Kind.PAGE),
        ("a.jsonl", Kind.FEED),
        ("a.ndjson", Kind.FEED),
    ],
)
def test_a_suffix_says_the_kind_in_any_case(name: str, kind: Kind) -> None:
    assert kind_of_name(PurePath(name)) is kind


@pytest.mark.parametrize("name", ["a.pdf", "a", ".txt", "a.txt.gz", "a.json"])
def test_other_names_say_nothing(name: str) -> None:
    assert kind_of_name(PurePath(name)) is None


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"<!DOCTYPE html><html>", Kind.PAGE),
        (b"\xef\xbb\xbf\n <HTML lang=de>", Kind.PAGE),
        (b'<?xml version="1.0"?>\n<!-- saved -->\n<html xmlns="x">', Kind.PAGE),
        ("<!DOCTYPE html><html>".encode("utf-16"), Kind.PAGE),
        (b'{"id": 1}', Kind.FEED),
        (b"{}", Kind.FEED),
        (b"{Anmerkung} Text", Kind.PLAIN),
        (b"<b>Zwei</b> Verletzte", Kind.PLAIN),
        (b"Der Tag <html> ist ein Wort", Kind.PLAIN),
        (b"<htmlish>", Kind.PLAIN),
    ],
)
def test_first_bytes_show_the_kind(head: bytes, kind: Kind) -> None:
    assert kind_of_content(head) is kind


def test_a_flood_of_comments_is_looked_through_at_once() -> None:
    assert kind_of_content(b"<!--" * 100_000 + b"-->" * 100_000) is Kind.PLAIN
