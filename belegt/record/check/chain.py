"""The log: every row is there, in its place, with the hash of what it says, and tells what can have happened.

Invariant: the whole log is walked once, whatever is found on the way; ``Story`` holds what it told.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from belegt.record.check.finding import Finding
from belegt.record.check.rows import Rows

NO_HASH = "0" * 64


@dataclass(slots=True)
class ReportTold:
    """What the log told of a report: row and hash of its evidence, row and reader of its last reading."""

    seq: int
    sha256: str
    reading: int | None = None
    reader: str | None = None


@dataclass(slots=True)
class Story:
    """What the log told: reports by id, decisions (row by id); ``head`` is the row that somebody remembers."""

    head: tuple[int, str] | None = None
    reports: dict[str, ReportTold] = field(default_factory=dict)
    decisions: dict[str, int] = field(default_factory=dict)
    last_text: tuple[str, str] = ("", "")


def walk(rows: Rows, story: Story) -> Iterator[Finding]:
    """Check every row of the log and fill ``story``."""
    before, before_hash, remembered = 0, NO_HASH, story.head is None or tuple(story.head) == (0, NO_HASH)
    for row in rows.execute("SELECT seq, at, kind, body, prev, hash FROM log ORDER BY seq"):
        seq, _, kind, body, prev, stated = row
        if seq != before + 1:
            yield Finding.of("B503", first=before + 1, last=seq - 1)
        if prev != before_hash:
            yield Finding.of("B505", seq=seq)
        if _hash(row[:5]) != stated:
            yield Finding.of("B504", seq=seq)
        try:
            yield from _tell(rows, story, (seq, kind, json.loads(body)))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            yield Finding.of("B506", seq=seq, detail=f"{type(error).__name__} {error}")
        remembered = remembered or (seq, stated) == story.head
        before, before_hash = seq, stated
    if not remembered and story.head is not None:
        yield Finding.of("B510", seq=story.head[0], hash=story.head[1])


def plain(value: object) -> str:
    """The canonical JSON text: keys sorted, no spaces, characters not escaped."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def event_body(rows: Rows, seq: int) -> dict[str, Any]:
    """What row ``seq`` of the log says."""
    body: dict[str, Any] = json.loads(rows.execute("SELECT body FROM log WHERE seq = ?", (seq,)).fetchone()[0])
    return body


def _hash(fields: tuple[object, ...]) -> str:
    try:
        return hashlib.sha256(plain(list(fields)).encode("utf-8")).hexdigest()
    except TypeError:  # bytes where text should be
        return ""


def _tell(rows: Rows, story: Story, event: tuple[int, str, dict[str, Any]]) -> Iterator[Finding]:
    seq, kind, body = event
    if kind == "report_added":
        report = body["report"]
        if report["id"] in story.reports:
            raise ValueError(f"report {report['id']} is added a second time")
        story.reports[report["id"]] = ReportTold(seq, report["sha256"])
        story.last_text = (report["id"], report["text"])
    elif kind == "claims_read":
        told = story.reports[body["report"]]
        told.reading, told.reader = seq, body["reader"]
        yield from _quotes(rows, story, seq, body)
    elif kind == "decision_made":
        if body["id"] in story.decisions:
            raise ValueError(f"decision {body['id']} is made a second time")
        story.decisions[body["id"]] = seq
    else:
        raise ValueError(f"kind {kind!r} is unknown")


def _quotes(rows: Rows, story: Story, seq: int, body: dict[str, Any]) -> Iterator[Finding]:
    report = body["report"]
    if story.last_text[0] != report:
        text = event_body(rows, story.reports[report].seq)["report"]["text"]
        story.last_text = (report, text)
    text = story.last_text[1]
    for claim in body["claims"]:
        start, end = claim["start"], claim["end"]
        if not 0 <= start < end <= len(text) or text[start:end] != claim["quote"]:
            yield Finding.of("B508", seq=seq, claim=claim["id"], report=report)
