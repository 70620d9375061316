"""What the tests of intake share: our own pages, and one report from one file."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from belegt.intake import Received, Refusal, receive

PAGES = Path(__file__).parent / "pages"


@pytest.fixture
def pages() -> Path:
    return PAGES


@pytest.fixture
def file(tmp_path: Path) -> Callable[[str, bytes | str], Path]:
    """Writes a file of that name; text is written as UTF-8."""

    def write(name: str, content: bytes | str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


@pytest.fixture(scope="session")
def shared() -> Path:
    """The texts of others that lie beside the project; tests on them are skipped where they do not."""
    folder = Path(os.environ.get("BELEGT_SHARED") or Path(__file__).parents[3] / "shared")
    if not (folder / "reports").is_dir():
        pytest.skip(f"there are no shared reports at {folder}")
    return folder


def only(path: Path, **options: object) -> Received:
    """The one report of a file."""
    (received,) = receive([path], **options)  # type: ignore[arg-type]
    assert isinstance(received, Received), received
    return received


def refused(path: Path | str) -> str:
    """The code with which the one report of a file is refused, after a look at its place and next step."""
    (refusal,) = receive([path])
    assert isinstance(refusal, Refusal), refusal
    assert str(path) in refusal.error.where
    assert refusal.error.next_step
    return refusal.error.code
