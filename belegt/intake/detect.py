"""What kind of report a file holds: by its name, and by its first bytes where the name does not say."""

from __future__ import annotations

import re
from enum import Enum
from pathlib import PurePath


class Kind(Enum):
    """The kinds that intake reads, each with its media type."""

    PLAIN = "text/plain"
    MARKDOWN = "text/markdown"
    PAGE = "text/html"
    FEED = "application/jsonl"


_SUFFIXES = {
    ".txt": Kind.PLAIN,
    ".text": Kind.PLAIN,
    ".md": Kind.MARKDOWN,
    ".markdown": Kind.MARKDOWN,
    ".html": Kind.PAGE,
    ".htm": Kind.PAGE,
    ".xhtml": Kind.PAGE,
    ".jsonl": Kind.FEED,
    ".ndjson": Kind.FEED,
}
_PAGE_START = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]", re.I | re.S
)
_OBJECT_START = re.compile(rb'\s*\{\s*["}]')
_MARKS = re.compile(rb"\A(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)")


def kind_of_name(path: PurePath) -> Kind | None:
    """The kind that a file's suffix says, None for one that intake does not read."""
    return _SUFFIXES.get(path.suffix.lower())


def kind_of_content(head: bytes) -> Kind:
    """The kind that the first bytes show: an HTML page, JSON lines, else plain text."""
    start = _MARKS.sub(b"", head[:8192]).replace(b"\0", b"")
    if _PAGE_START.match(start):
        return Kind.PAGE
    return Kind.FEED if _OBJECT_START.match(start) else Kind.PLAIN
