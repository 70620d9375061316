"""HTML pages: the article's text, and what the page states about itself.

Pages are read in a process of their own (``page.process``), so that markup made to crash, hang or fill the memory costs one page
and not the run. The working copy is the article's text as trafilatura 2 extracts it: offsets count its code points,
while the evidentiary copy stays the page. Invariant: no connection is opened.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import subprocess
import sys
import threading
from datetime import date
from typing import Any

from belegt import settings
from belegt.errors import BelegtError
from belegt.intake.decode import decode
from belegt.intake.detect import Kind
from belegt.intake.draft import Draft
from belegt.intake.language import tag
from belegt.intake.page.process import read_frame, write_frame
from belegt.model import Source


def draft_page(html: str) -> Draft:
    """The draft of a decoded page; raises B209 where it holds no article, B216 where it cannot be read in time."""
    found = _READER.ask("article", html)
    if not found.get("text", "").strip():
        raise BelegtError("B209")
    return Draft(
        text=found["text"],
        media_type=Kind.PAGE.value,
        title=found["title"],
        source=Source(found["source"], "outlet" if found["source"] else ""),
        url=found["url"],
        lang_hint=_hint(found["lang"]),
        published=date.fromisoformat(found["published"]) if found["published"] else None,
        stated_by="page",
    )


def view_page(raw: bytes) -> dict[str, str]:
    """The page as received in a form that does nothing: ``html`` (what stands in its body), ``lang`` and ``dir``.

    Raises B201 to B203 where it cannot be decoded, B216 where it cannot be read in time.
    """
    return _READER.ask("view", decode(raw, page=True))


def _hint(lang: str) -> str:
    try:
        return tag(lang)
    except BelegtError:
        return ""


class _Reader:
    """One process that reads pages for this one, started when first needed and again after it was ended."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0

    def ask(self, what: str, html: str) -> dict[str, Any]:
        """What ``read_page`` found in a page ("article"), or its ``view``; raises B216."""
        page = f"{what}\n{html}".encode()
        with self._lock:
            if self._process is None or self._owner != os.getpid() or self._process.poll() is not None:
                self.end()
                self._start()
            answer = self._exchange(page, settings.PAGE_SECONDS)
        if "failed" in answer:
            raise BelegtError("B216", detail=f"reading it failed with {answer['failed']}")
        return answer

    def _start(self) -> None:
        command = [sys.executable, "-P", "-m", "belegt.intake.page.process"]
        surroundings = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
            "OPENBLAS_NUM_THREADS": "1",
        }
        try:
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=surroundings
            )
        except OSError as error:
            raise BelegtError("B216", detail=f"no process could be started for it ({error.strerror})") from None
        self._owner = os.getpid()
        self._exchange(None, settings.PAGE_START_SECONDS)

    def _exchange(self, page: bytes | None, seconds: float) -> dict[str, Any]:
        """Sends a page and waits for its answer; a process that takes longer or dies is ended, and the page refused."""
        process = self._process
        assert process is not None
        assert process.stdin is not None
        assert process.stdout is not None
        answer: bytes | None = None
        timer = threading.Timer(seconds, process.kill)
        timer.start()
        try:
            if page is not None:
                write_frame(process.stdin, page)
            answer = read_frame(process.stdout)
        except OSError:
            answer = None
        finally:
            timer.cancel()
            if answer is None:  # whatever came between: its answer must never pass for that of the next page
                self.end()
        if answer is None:
            raise BelegtError(
                "B216", detail=f"it did not come to an end within {seconds:g} seconds, or broke its reader"
            )
        return dict(json.loads(answer))

    def end(self) -> None:
        """Ends the process, if there is one and it is ours."""
        process, self._process = self._process, None
        if process is None or self._owner != os.getpid():
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            with contextlib.suppress(OSError):
                pipe.close()  # type: ignore[union-attr]
        process.wait()


_READER = _Reader()
atexit.register(_READER.end)
