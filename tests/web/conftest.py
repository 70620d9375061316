"""A desk on a real record, asked by a client that behaves as a browser does, or by a real browser."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

try:
    from fastapi.testclient import TestClient

    from belegt.web.app import application
    from belegt.web.desk import Desk
    from belegt.web.guard import Guard
except ImportError:  # test_installed.py says so
    collect_ignore_glob = ["test_[!i]*.py"]

from belegt.intake import receive
from belegt.pipeline import enter
from belegt.record import Record, open_record
from belegt.sample import sample_paths

PORT = 8765
BASE = f"http://127.0.0.1:{PORT}"
PAYLOAD = '<script>window.ran=1</script><img src=x onerror="window.ran=1">'
HOSTILE = {
    "id": "x1 \"'<b>/..",
    "text": f"{PAYLOAD} At least 14 civilians were killed on Monday in Aleppo, {PAYLOAD} said. \u202eturned\u202c 👩‍👩‍👧 é.",
    "published": "2016-11-22",
    "title": f'"><svg onload="window.ran=1">{PAYLOAD}',
    "source": f"';window.ran=1//{PAYLOAD}",
    "url": "javascript:window.ran=1",
}
ARABIC = {
    "id": "ar1",
    "lang": "ar",
    "text": "قُتل ما لا يقل عن 14 مدنيا في حلب يوم الأحد. " * 20,
    "title": "عنوان طويل جدا باللغة العربية عن حلب" * 4,
    "published": "2016-11-21",
}


def fill(path: Path, *extra: dict[str, str]) -> Record:
    """A record with the sample and whatever else is given."""
    feed = path.with_suffix(".jsonl")
    feed.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in extra), encoding="utf-8")
    record = open_record(path, create=True)
    for _ in enter(record, receive([*sample_paths(), *([feed] if extra else [])])):
        pass
    return record


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a record with the sample, a hostile report and an Arabic one; to be copied, not changed."""
    path = tmp_path_factory.mktemp("desk") / "demo.belegt"
    fill(path, HOSTILE, ARABIC).close()
    return path


@pytest.fixture
def record(filled: Path, tmp_path: Path) -> Iterator[Record]:
    """A record of this test's own."""
    path = tmp_path / "demo.belegt"
    path.write_bytes(filled.read_bytes())
    with open_record(path) as record:
        yield record


@pytest.fixture
def desk(record: Record) -> Desk:
    """Its desk, at which Mara works."""
    return Desk(record, "Mara")


@pytest.fixture
def client(desk: Desk) -> Iterator[Any]:
    """A browser that has opened the desk with its address."""
    guard = Guard(application(desk), PORT)
    headers = {"sec-fetch-site": "same-origin", "origin": BASE, "accept-language": "en"}
    with TestClient(guard, base_url=BASE, headers=headers, raise_server_exceptions=False) as client:
        client.get(guard.address, follow_redirects=False)
        yield client


@dataclass(frozen=True)
class Listening:
    """A desk on a port of its own."""

    address: str
    base: str
    desk: Desk


@pytest.fixture
def listening(desk: Desk) -> Iterator[Listening]:
    """The desk as a real server, until the test ends."""
    import uvicorn

    config = uvicorn.Config(app="", host="127.0.0.1", port=0, log_level="error", lifespan="off")
    socket = config.bind_socket()
    port = socket.getsockname()[1]
    guard = Guard(application(desk), port)
    config.app = guard
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [socket]}, daemon=True)
    thread.start()
    yield Listening(guard.address, f"http://127.0.0.1:{port}", desk)
    server.should_exit = True
    thread.join(10)
    socket.close()
