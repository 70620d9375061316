"""The process that reads pages, spoken to as its parent does."""

from __future__ import annotations

import io
import json
import subprocess
import sys

import pytest

from belegt.intake.page.process import read_frame, write_frame

PAGE = b"<html><head><title>T</title></head><body><article><p>Zwei Menschen wurden leicht verletzt.</p><p>Es war laut.</p></article></body></html>"


def test_frames_are_read_as_they_were_written() -> None:
    stream = io.BytesIO()
    for body in (b"", b"eins", b"\0" * 70_000):
        write_frame(stream, body)
    stream.seek(0)
    assert [read_frame(stream) for _ in range(4)] == [b"", b"eins", b"\0" * 70_000, None]


@pytest.mark.parametrize("cut", [b"\0\0", b"\0\0\0\x09abc"])
def test_a_frame_that_was_cut_off_is_none(cut: bytes) -> None:
    assert read_frame(io.BytesIO(cut)) is None


def test_the_process_answers_in_order_and_ends_with_its_input() -> None:
    given = io.BytesIO()
    for body in (b"article\n" + PAGE, b"article\n", b"article\n" + PAGE):
        write_frame(given, body)
    done = subprocess.run(
        [sys.executable, "-P", "-m", "belegt.intake.page.process"],
        input=given.getvalue(),
        capture_output=True,
        timeout=60,
        check=True,
    )
    answers = io.BytesIO(done.stdout)
    ready, first, empty, second = (json.loads(read_frame(answers) or b"null") for _ in range(4))
    assert ready == {}
    assert "leicht verletzt" in first["text"]
    assert empty == {"text": ""}
    assert second == first
