"""Add reports: files, or a text that is pasted; what was refused is said with its cause and the next step.

Invariant: a file is read under a name made here; its own name is only shown (T3).
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import Annotated, Any

from fastapi import File, Form, Response, UploadFile

from belegt.errors import BelegtError
from belegt.intake import Received, Refusal, fetch, receive
from belegt.intake.net import Net
from belegt.model.report import report_id
from belegt.pipeline import enter
from belegt.record import Added
from belegt.team.roles import READER, REVIEWER
from belegt.web.ask import Ask, Asked
from belegt.web.pages.route import Route
from belegt.web.query import day

Words = Annotated[str, Form()]
NET = Net()


@dataclass(frozen=True)
class Outcome:
    """What came of one report: added, known, reread or refused."""

    what: str
    name: str
    added: Added | None = None
    refusal: Refusal | None = None


def page(asked: Asked) -> Response:
    """/add"""
    return asked.show("add.html", outcomes=None)


def send(
    asked: Asked,
    files: Annotated[list[UploadFile], File()] = [],  # noqa: B006
    text: Words = "",
    published: Words = "",
    source: Words = "",
    title: Words = "",
    url: Words = "",
    fetched: Words = "",
) -> Response:
    """Take what was sent, read it, and say what came of each report."""
    given = day("published", published)
    with tempfile.TemporaryDirectory(prefix="belegt-") as folder:
        names = _kept(Path(folder), [f for f in files if f.filename])
        if text.strip():
            fields = {"published": published, "source": source.strip(), "title": title.strip(), "url": url.strip()}
            path = Path(folder) / "pasted.jsonl"
            path.write_text(_line(text, fields), encoding="utf-8", errors="surrogatepass")
            names[str(path)] = asked.say("add.text")
        entered = enter(
            asked.desk.record, chain(receive(names, published=given), _fetched(asked, fetched.strip(), given))
        )
        outcomes = [_outcome(item, names) for item in entered]
    fresh = Ask(asked.request, asked.desk, asked.desk.now().seen_by(asked.desk.author), asked.filter, 1)
    return fresh.show("add.html", outcomes=outcomes)


def _fetched(asked: Ask, url: str, published: date | None) -> Iterator[Received | Refusal]:
    """The page at an address; raises B224 where the desk was not started so that it fetches any."""
    if url and not asked.desk.fetches:
        raise BelegtError("B224", url=url[:200])
    yield from fetch([url] if url else [], published=published, net=NET)


def _kept(folder: Path, files: list[UploadFile]) -> dict[str, str]:
    """The files under names of our own, with the names that they came with."""
    names = {}
    for n, file in enumerate(files):
        suffix = PurePosixPath((file.filename or "").replace("\\", "/")).suffix.lower()
        safe = suffix if suffix[1:].isalnum() and suffix.isascii() and len(suffix) < 9 else ""
        path = folder / f"{n:04}{safe}"
        with path.open("wb") as out:
            while block := file.file.read(1 << 20):
                out.write(block)
        names[str(path)] = file.filename or path.name
    return names


def _line(text: str, fields: dict[str, str]) -> str:
    given = {name: value for name, value in fields.items() if value}
    published = day("published", fields["published"])
    id = report_id(text, published, fields["source"], fields["url"])
    return json.dumps({"id": id, "text": text, **given}, ensure_ascii=False) + "\n"


def _outcome(item: Added | Refusal, names: dict[str, str]) -> Outcome:
    if isinstance(item, Refusal):
        place, _, line = item.error.where.partition(".jsonl:")
        known = names.get(item.error.where) or names.get(f"{place}.jsonl") or item.error.where
        return Outcome("refused", f"{known}:{line}" if line else known, refusal=item)
    return Outcome("reread" if item.reread else item.status, item.report, added=item)


def data(asked: Asked) -> dict[str, Any]:
    """/add.json"""
    reading, head = asked.state.reading, asked.state.head
    return {"reports": len(reading.reports), "claims": len(reading.claims), "head": f"{head.seq}:{head.hash}"}


ROUTES: tuple[Route, ...] = (
    Route(
        "/add.json", data, json=True, summary="How much the record holds, and the last event of its log.", role=READER
    ),
    Route("/add", page, role=READER),
    Route("/add", send, "POST", role=REVIEWER),
)
