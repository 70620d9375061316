"""Guards: what no report may hold, met before anything else reads it.

Invariant: a text that passed is not empty, within the limits, and free of characters that no store can keep.
"""

from __future__ import annotations

from typing import BinaryIO

from belegt import settings
from belegt.errors import BelegtError

_MAGIC = (
    b"%PDF-",
    b"{\\rtf",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"\xd0\xcf\x11\xe0",
    b"\xfd7zXZ",
    b"7z\xbc\xaf",
)
_CONTROLS = bytes(c for c in range(32) if c not in b"\t\n\v\f\r\x1b")


def read_whole(stream: BinaryIO, head: bytes = b"") -> bytes:
    """The rest of a stream after ``head``; raises B211 beyond the limit, having read no further than it."""
    raw = head + stream.read(settings.REPORT_BYTES + 1 - len(head))
    refuse_size(len(raw))
    return raw


def refuse_size(size: int) -> None:
    """Raises B211 for more bytes than one report may have."""
    if size > settings.REPORT_BYTES:
        raise BelegtError("B211", limit=settings.REPORT_BYTES)


def refuse_binary(raw: bytes) -> None:
    """Raises B202 for files of binary formats, and for bytes that are control characters more often than text is.

    UTF-16 must have been told apart before: its zero bytes are text.
    """
    sample = raw[:65536]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if raw.startswith(_MAGIC) or b"\0" in raw or controls * 50 > len(sample):
        raise BelegtError("B202")


def refuse_text(text: str) -> None:
    """Raises B201 (empty), B204 (too long) or B214 (a character that cannot be kept)."""
    if not text or text.isspace():
        raise BelegtError("B201")
    if len(text) > settings.TEXT_CHARACTERS:
        raise BelegtError("B204", length=len(text), limit=settings.TEXT_CHARACTERS)
    refuse_characters(text)


def refuse_characters(text: str) -> None:
    """Raises B214 for NUL and for unpaired surrogates, which have no UTF-8."""
    if "\0" in text:
        raise BelegtError("B214", what="a NUL character")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise BelegtError("B214", what="an unpaired surrogate") from None
