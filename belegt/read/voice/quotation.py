"""Quotations of a text: stretches between quotation marks, over several sentences where they run on.

Invariant: quotations are in order and do not overlap; ``inner`` lies between the marks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARK = re.compile(r"[\"“”„«»]")
_CLOSES = {"„": '“”"', "“": '”"', '"': '"', "«": "»", "»": "«", "”": "”"}
_RECORDING = re.compile(r"\[(?P<what>begin|end) (?:recording|video|tape)\]", re.IGNORECASE)
_LABEL = re.compile(r"\[(?P<name>[A-Z][^\]\n\[]{1,40})\](?=\s+[A-Z\"])")
_BREAK = re.compile(r"\n[ \t]*\n")
LONGEST = 3_000
_FEWEST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Quotation:
    """``start``-``end`` with the marks; ``long`` says that it is speech and no single term."""

    start: int
    end: int
    inner: tuple[int, int]
    long: bool


def quotations(text: str) -> list[Quotation]:
    """The quotations of the text; a mark without partner ends with its paragraph or counts for nothing."""
    found: list[Quotation] = []
    opened: re.Match[str] | None = None
    for mark in _MARK.finditer(text):
        char = mark.group()
        if opened is None:
            if char != "”" and not _looks_closing(text, mark.start()):
                opened = mark
            continue
        if mark.start() - opened.start() > LONGEST or (_opens_again(text, opened, mark)):
            if mark.start() - opened.start() <= LONGEST:
                stop = _BREAK.search(text, opened.end(), mark.start())
                found.append(_quotation(text, opened.start(), stop.start() if stop else mark.start(), 0))
            opened = mark
        elif char in _CLOSES[opened.group()]:
            found.append(_quotation(text, opened.start(), mark.end(), 1))
            opened = None
    return found


def recorded_speaker(text: str, at: int) -> str:
    """Who speaks at ``at`` in a broadcast written down: "[begin recording] [Name] ... [end recording]"; "" outside one."""
    begin = next((m for m in reversed(list(_RECORDING.finditer(text, 0, at)))), None)
    if begin is None or begin["what"].lower() != "begin":
        return ""
    named = [m["name"] for m in _LABEL.finditer(text, begin.end(), at)]
    return named[-1] if named else ""


def _looks_closing(text: str, k: int) -> bool:
    """Whether the mark hangs on the word before it and not on the one behind."""
    return k > 0 and not text[k - 1].isspace() and text[k - 1] not in "([" and not text[k + 1 : k + 2].isalnum()


def _opens_again(text: str, opened: re.Match[str], mark: re.Match[str]) -> bool:
    """A new paragraph of the same speech opens with a mark of its own, or the earlier mark never closed."""
    if mark.group() not in ('"', "“", "„") or (mark.group() == "“" and opened.group() == "„"):
        return False
    fresh = mark.start() == 0 or text[mark.start() - 1].isspace()
    hangs = not text[mark.end() : mark.end() + 1].isspace()
    return fresh and hangs and mark.group() == opened.group()


def _quotation(text: str, start: int, end: int, closing: int) -> Quotation:
    inner = (start + 1, end - closing)
    words = text.count(" ", *inner) + 1
    return Quotation(start, end, inner, words >= _FEWEST_WORDS)
