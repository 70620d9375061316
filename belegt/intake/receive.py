"""Reports from files, folders and standard input, in the order given: the one way in.

Invariant: bad input never raises here; it comes out as a ``Refusal`` with its place, and what follows is still read. The same
report given twice (the same id, text and day) comes out once; an id that comes back with another text or day is refused.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from belegt import settings
from belegt.errors import BelegtError
from belegt.intake import jsonl
from belegt.intake.decode import decode
from belegt.intake.detect import Kind, kind_of_content, kind_of_name
from belegt.intake.draft import Draft, Options, finish
from belegt.intake.guard import read_whole, refuse_size
from belegt.intake.html import draft_page
from belegt.intake.language import tag
from belegt.intake.receipt import Received, Refusal
from belegt.intake.text import draft_text

if TYPE_CHECKING:
    from belegt.intake.net import Net

STDIN = "-"
ADDRESS = re.compile(r"https?:/+[^/]", re.I)


def receive(
    paths: Iterable[Path | str],
    *,
    published: date | None = None,
    lang: str | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Received | Refusal]:
    """Every report in the files, folders and ("-") standard input, each as ``Received`` or ``Refusal``.

    Folders are read with their subfolders, sorted by name, without hidden files and files of other kinds. ``published`` and
    ``lang`` (a BCP 47 tag) stand in where a report does not say them itself; B213 is raised for a ``lang`` that is none.
    """
    options = Options(published, tag(lang or ""))
    seen: dict[str, tuple[int, str]] = {}
    for item in _inputs(paths, options, stdin):
        one = item if isinstance(item, Refusal) else _once(item, seen)
        if one is not None:
            yield one


def fetch(
    urls: Iterable[str], *, published: date | None = None, lang: str | None = None, net: Net | None = None
) -> Iterator[Received | Refusal]:
    """The page or text at each address, fetched now; else as ``receive``."""
    from belegt.intake.net import Net

    options, line = Options(published, tag(lang or "")), net or Net()
    for url in urls:
        yield from _guarded(_fetched(line, url, options), url[:200])


def _fetched(net: Net, url: str, options: Options) -> Iterator[Received | Refusal]:
    found = net.fetch(url)
    kind = Kind.PAGE if found.page else Kind.PLAIN
    yield _single(found.raw, kind, found.url, replace(options, fetched=found.url))


def _once(received: Received, seen: dict[str, tuple[int, str]]) -> Received | Refusal | None:
    """The report, None when it was seen before, a refusal when its id was seen with another text or day."""
    report = received.report
    mark = hash((report.text, report.published))
    if report.id not in seen:
        seen[report.id] = mark, received.origin
        return received
    known, first = seen[report.id]
    return None if known == mark else _refusal(BelegtError("B215", id=report.id, first=first), received.origin)


def _inputs(paths: Iterable[Path | str], options: Options, stdin: BinaryIO | None) -> Iterator[Received | Refusal]:
    for given in paths:
        if str(given) == STDIN:
            yield from _guarded(_stream(stdin or sys.stdin.buffer, "stdin", options), "stdin")
        elif ADDRESS.match(str(given)):
            yield _refusal(BelegtError("B224", url=re.sub(":/+", "://", str(given), count=1)), _shown(given))
        elif os.path.isdir(given):  # noqa: PTH112 - Path.is_dir raises where the folder above may not be entered
            yield from _folder(Path(given), options)
        else:
            yield from _guarded(_file(Path(given), options), _shown(given))


def _folder(folder: Path, options: Options) -> Iterator[Received | Refusal]:
    """Files of a known kind below a folder, sorted; links to folders are not followed, hidden names left out."""
    unread: list[OSError] = []
    for place, folders, names in os.walk(folder, onerror=unread.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for path in (Path(place, name) for name in sorted(names) if not name.startswith(".")):
            if kind_of_name(path) and not _is_device(path):
                yield from _guarded(_file(path, options), _shown(path))
    for error in unread:
        yield _refusal(_unreadable(error), _shown(error.filename))


def _is_device(path: Path) -> bool:
    """Whether a path is a pipe, socket or device, which reading might never come back from."""
    try:
        return not stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return False


def _guarded(reports: Iterator[Received | Refusal], origin: str) -> Iterator[Received | Refusal]:
    """The reports of one input; what keeps it from being read further comes last, as a refusal."""
    try:
        yield from reports
    except BelegtError as error:
        yield _refusal(error, origin)
    except OSError as error:
        yield _refusal(_unreadable(error), origin)


def _file(path: Path, options: Options) -> Iterator[Received | Refusal]:
    kind, origin = kind_of_name(path), _shown(path)
    if "\0" in str(path):
        raise BelegtError("B208", detail="its name holds a NUL character")
    with path.open("rb") as stream:
        if kind is Kind.FEED:
            yield from _feed(stream, origin, options)
        elif kind is not None:
            refuse_size(os.fstat(stream.fileno()).st_size)
            yield _single(read_whole(stream), kind, origin, options)
        elif path.suffix:
            raise BelegtError("B210", suffix=path.suffix)
        else:
            yield from _stream(stream, origin, options)


def _stream(stream: BinaryIO, origin: str, options: Options) -> Iterator[Received | Refusal]:
    """A stream without a name that says its kind: its first line that is not blank tells JSON lines from a single report."""
    head = line = stream.readline(settings.REPORT_BYTES + 1)
    while line and not line.strip() and len(head) < 10_000:
        line = stream.readline(settings.REPORT_BYTES + 1)
        head += line
    refuse_size(len(head))
    if kind_of_content(head) is Kind.FEED:
        yield from _feed(stream, origin, options, head)
    else:
        yield _single(read_whole(stream, head), Kind.PLAIN, origin, options)


def _single(raw: bytes, kind: Kind, origin: str, options: Options) -> Received | Refusal:
    """The one report of a file; plain text that is an HTML page is read as one."""
    if kind is Kind.PLAIN and kind_of_content(raw) is Kind.PAGE:
        kind = Kind.PAGE

    def draft() -> Draft:
        text = decode(raw, page=kind is Kind.PAGE)
        return draft_page(text) if kind is Kind.PAGE else draft_text(text, kind)

    return _received(draft, raw, origin, options)


def _feed(stream: BinaryIO, origin: str, options: Options, head: bytes = b"") -> Iterator[Received | Refusal]:
    for number, line in jsonl.lines(stream, head):
        yield _received(partial(jsonl.draft_line, line), line or b"", f"{origin}:{number}", options)


def _received(draft: Callable[[], Draft], raw: bytes, origin: str, options: Options) -> Received | Refusal:
    try:
        return Received(finish(draft(), raw, options), raw, origin)
    except BelegtError as error:
        return _refusal(error, origin)


def _refusal(error: BelegtError, origin: str) -> Refusal:
    error.where = origin
    return Refusal(error)


def _unreadable(error: OSError) -> BelegtError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):  # only temporary files are written here
        return BelegtError("B217", folder=tempfile.gettempdir())
    return BelegtError("B208", detail=error.strerror or str(error))


def _shown(path: Path | str) -> str:
    """A path for messages, whatever bytes its name is made of."""
    name = os.fsencode(path).decode("utf-8", "backslashreplace")
    return name if name.isprintable() else name.encode("unicode_escape").decode("ascii")
