"""Whatever the text or the bytes: intake keeps the one and never falls over the other."""

from __future__ import annotations

import io
import json
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from belegt.intake import Received, Refusal, receive

RICH = st.sampled_from(
    [
        "👩🏽‍🚒", "🏳️‍🌈", "🇺🇦", "e\u0301", "n\u0303\u0323", "حلب", "\u202eabc\u202c", "\u200f12\u200e", "١٤١", "१४१",
        "Київ", "\u0640", "\u2028", "\r\n", "\n", "\ufeff", "ﷺ", "𝟙𝟜𝟙", "ß", "'", '"', "\\", "{", "<b>", "---", "\u00ad",
    ]
)  # fmt: skip
LETTERS = st.characters(exclude_categories=["Cs", "Cc"])
TEXTS = st.lists(st.one_of(RICH, LETTERS, st.text(LETTERS, max_size=20)), min_size=1, max_size=40).map("".join)


def texts(draw: str) -> str:
    """A text that a file may hold: its first character would otherwise be the mark of its encoding, or all of it blank."""
    return "Text " + draw


@given(TEXTS)
def test_any_text_survives_a_utf_8_file_unchanged(drawn: str) -> None:
    text = texts(drawn)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.txt")
        path.write_bytes(text.encode())
        (received,) = receive([path], lang="de")
    assert isinstance(received, Received)
    assert received.report.text == text


@given(TEXTS, st.booleans())
def test_any_text_survives_a_json_line_unchanged(drawn: str, escaped: bool) -> None:
    text = texts(drawn)
    entry = json.dumps({"id": "a", "text": text, "lang": "de"}, ensure_ascii=escaped).encode()
    (received,) = receive(["-"], stdin=io.BytesIO(entry))
    assert isinstance(received, Received)
    assert received.report.text == text
    assert received.raw == entry


@given(TEXTS, st.sampled_from(["utf-16", "utf-8-sig", "utf-32"]))
def test_any_text_survives_the_other_unicode_encodings_with_their_mark(drawn: str, encoding: str) -> None:
    text = texts(drawn)
    (received,) = receive(["-"], lang="de", stdin=io.BytesIO(text.encode(encoding)))
    assert isinstance(received, Received)
    assert received.report.text == text


@given(st.binary(max_size=400), st.sampled_from([".txt", ".md", ".jsonl", ""]))
def test_no_bytes_make_intake_raise(raw: bytes, suffix: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"a{suffix}")
        path.write_bytes(raw)
        for result in receive([path]):
            assert isinstance(result, Received | Refusal)


VALUES = st.sampled_from(
    [
        None,
        True,
        0,
        -5,
        1e300,
        float("nan"),
        "",
        " ",
        "a",
        "de",
        "2016-11-22",
        "2016-13-01",
        "\ud83d",
        "\0",
        "Text mit Wort",
        [],
        ["a"],
        {},
        {"a": {}},
    ]
)
FIELDS = st.sampled_from(
    ["id", "text", "lang", "published", "title", "source", "url", "archive_url", "source_kind", "else"]
)


@given(st.dictionaries(FIELDS, VALUES, max_size=8))
def test_no_object_makes_intake_raise(entry: dict[str, object]) -> None:
    (result,) = receive(["-"], stdin=io.BytesIO(json.dumps(entry).encode()))
    assert isinstance(result, Received | Refusal)


@given(st.lists(st.text("<>/pdiv abh1=\"'&;#x!-", min_size=1, max_size=60), min_size=1, max_size=8).map("\n".join))
@settings(max_examples=40, deadline=None)
def test_no_markup_makes_intake_raise(markup: str) -> None:
    page = f"<html><body>{markup}</body></html>".encode()
    (result,) = receive(["-"], lang="de", stdin=io.BytesIO(page))
    assert isinstance(result, Received | Refusal)


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(["eins", "zwei"])), max_size=8))
def test_taking_in_twice_is_taking_in_once(entries: list[tuple[str, str]]) -> None:
    feed = "".join(json.dumps({"id": i, "text": t, "lang": "de"}) + "\n" for i, t in entries).encode()

    def reports(raw: bytes) -> list[str]:
        return [r.report.id for r in receive(["-"], stdin=io.BytesIO(raw)) if isinstance(r, Received)]

    assert reports(feed + feed) == reports(feed) == list(dict.fromkeys(i for i, _ in entries))
