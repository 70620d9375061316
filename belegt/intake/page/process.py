"""The process that reads HTML pages: it alone runs parsers over hostile markup, and holds nothing worth taking.

Frames on standard input are what is asked ("article" or "view"), a line's end, and a page in UTF-8; frames on standard output
the answers as JSON, in the same order.
A frame is four bytes of length, big end first, and as many bytes. The process gives itself limits (memory, processor time a
page, no files written) where the system has them, and ends with its input.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from typing import IO

from belegt import settings


def read_frame(stream: IO[bytes]) -> bytes | None:
    """The next frame, None when the stream ended."""
    head = stream.read(4)
    if len(head) < 4:
        return None
    size = int.from_bytes(head, "big")
    body = stream.read(size)
    return body if len(body) == size else None


def write_frame(stream: IO[bytes], body: bytes) -> None:
    """Writes a frame at once."""
    stream.write(len(body).to_bytes(4, "big") + body)
    stream.flush()


def read_page(page: bytes) -> dict[str, str]:
    """``text`` (the article, "" where the page has none), title, published, source, url and lang of a page in UTF-8."""
    import lxml.html  # type: ignore[import-untyped]
    import trafilatura
    from lxml.etree import ParserError  # type: ignore[import-untyped]

    from belegt.intake.page.metadata import metadata
    from belegt.intake.page.prepare import prepare

    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        tree = lxml.html.document_fromstring(page, parser=parser)
    except ParserError:
        return {"text": ""}
    found = metadata(tree)
    prepare(tree)
    text = trafilatura.extract(tree, include_comments=False, include_tables=True, with_metadata=False)
    return {**found, "text": text or ""}


def _limit() -> None:
    """Holds this process to its memory and to writing no file, where the system can."""
    try:
        import resource
    except ImportError:
        return
    for what, amount in (
        (resource.RLIMIT_AS, settings.PAGE_MEMORY),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(what, (amount, resource.getrlimit(what)[1]))


def _limit_seconds() -> None:
    """Lets the system end this process when one page takes too long, even if nobody is left to do it."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        seconds = int(used.ru_utime + used.ru_stime + settings.PAGE_SECONDS) + 2
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def serve() -> None:
    """Answers pages until standard input ends; the first frame written says that it is ready."""
    from belegt.intake.page.view import view

    given, answers = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    read_page(b"<html><body><p>.</p></body></html>")
    _limit()
    write_frame(answers, b"{}")
    while (page := read_frame(given)) is not None:
        _limit_seconds()
        try:
            asked, _, page = page.partition(b"\n")
            answer = view(page) if asked == b"view" else read_page(page)
        except (Exception, MemoryError) as error:
            answer = {"failed": type(error).__name__}
        write_frame(answers, json.dumps(answer).encode())


if __name__ == "__main__":
    serve()
