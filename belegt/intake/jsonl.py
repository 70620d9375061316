"""JSON lines: one report an object, ``id`` and ``text`` always, other fields as DESIGN's interchange form names them.

Invariant: the working copy is exactly ``text`` and the id is kept; a line is a report or it is refused, never mended.
Lines are read one at a time, so that a feed may be of any length.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, BinaryIO

from belegt import settings
from belegt.errors import BelegtError
from belegt.intake.day.iso import iso_date
from belegt.intake.draft import Draft
from belegt.intake.guard import refuse_size
from belegt.model import Source

MEDIA_TYPE = "application/json"
_FOUND = {
    dict: "an object",
    list: "a list",
    bool: "true or false",
    int: "a number",
    float: "a number",
    type(None): "null",
}


def lines(stream: BinaryIO, first: bytes = b"") -> Iterator[tuple[int, bytes | None]]:
    """Each line that is not blank, with its number from 1 and without its end; None in place of one beyond the limit.

    ``first`` is what was already read of the stream: whole lines.
    """
    number = 0
    for number, line in enumerate(first.splitlines(keepends=True), 1):
        yield from _given(number, line)
    while line := stream.readline(settings.REPORT_BYTES + 2):
        number += 1
        if len(line) > settings.REPORT_BYTES and not line.endswith(b"\n"):
            _skip_line(stream)
            yield number, None
        else:
            yield from _given(number, line)


def _given(number: int, line: bytes) -> Iterator[tuple[int, bytes]]:
    line = line.removeprefix(b"\xef\xbb\xbf").strip() if number == 1 else line.strip()
    if line:
        yield number, line


def _skip_line(stream: BinaryIO) -> None:
    while (part := stream.readline(1 << 20)) and not part.endswith(b"\n"):
        pass


def draft_line(line: bytes | None) -> Draft:
    """The draft of one line; raises B203, B205, B206, B207, B211, B212 or B214."""
    if line is None:
        refuse_size(settings.REPORT_BYTES + 1)
    data = _object(line or b"")
    draft = Draft(
        id=_id(data),
        text=_string(data, "text"),
        media_type=MEDIA_TYPE,
        title=_string(data, "title"),
        source=Source(_string(data, "source"), _string(data, "source_kind")),
        url=_string(data, "url"),
        archive_url=_string(data, "archive_url"),
        lang=_string(data, "lang"),
    )
    if not draft.text.strip():
        raise BelegtError("B206", field="text")
    if data.get("published") is not None:
        draft.published = _published(data)
    return draft


def _object(line: bytes) -> Mapping[str, Any]:
    try:
        data = json.loads(line.decode("utf-8"), parse_constant=_no_number)
    except UnicodeDecodeError:
        raise BelegtError("B203", encoding="UTF-8") from None
    except json.JSONDecodeError as error:
        raise BelegtError("B205", detail=f"{error.msg} at character {error.pos + 1}") from None
    except RecursionError:
        raise BelegtError("B205", detail="it is nested too deeply") from None
    except ValueError as error:
        raise BelegtError("B205", detail=str(error)[:80]) from None
    if not isinstance(data, dict):
        raise BelegtError("B205", detail=f"it is {_kind(data)}")
    return data


def _no_number(name: str) -> float:
    raise ValueError(f"{name} is no JSON")


def _id(data: Mapping[str, Any]) -> str:
    """The id as text: a whole number is kept as its digits."""
    value = data.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    found = _string(data, "id").strip()
    if not found:
        raise BelegtError("B206", field="id")
    if not found.isprintable():
        raise BelegtError("B214", what="a character in its id that cannot be shown")
    return found


def _string(data: Mapping[str, Any], field: str) -> str:
    value = data.get(field)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise BelegtError("B212", field=field, found=_kind(value))
    return value


def _kind(value: object) -> str:
    return _FOUND.get(type(value), "text")


def _published(data: Mapping[str, Any]) -> date | None:
    value = data["published"]
    if not isinstance(value, str):
        raise BelegtError("B207", value=value)
    return iso_date(value) if value.strip() else None
