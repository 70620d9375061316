"""The program run in this process, or as a program of its own, on real files and real records."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from belegt.cli.app import run
from belegt.model import HarmClaim
from belegt.record import Record

STRIKE = (
    "At least 141 civilians, including 18 children, were killed in air strikes on Aleppo on Sunday, "
    "the Demo Monitor said. Two policemen were wounded.\n"
)
CALM = "The city council of Demostadt met on Monday and talked about the new library for three hours.\n"
GERMAN = "Mindestens 12 Zivilisten wurden am Sonntag in Aleppo bei einem Luftangriff getötet, sagte der Demo-Bund.\n"


@dataclass(frozen=True)
class Ended:
    """How a command line ended, and what it printed."""

    code: int
    out: str
    err: str

    def lines(self) -> list[dict[str, Any]]:
        """What was printed, as JSON lines."""
        return [json.loads(line) for line in self.out.split("\n") if line]

    def document(self) -> Any:
        """What was printed, as one JSON document."""
        return json.loads(self.out)


SURROUNDINGS = {
    **{
        k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"
    },  # a start takes three times as long without
    "COLUMNS": "100",
}
Belegt = Callable[..., Ended]


def harm(ended: Ended) -> dict[str, Any]:
    """The first figure of harm in what was printed as JSON lines."""
    return next(claim for line in ended.lines() for claim in line["claims"] if "count" in claim)


def toll_of(record: Record) -> HarmClaim:
    """The first figure of harm in a record."""
    return next(claim for claim in record.claims() if isinstance(claim, HarmClaim))


@pytest.fixture
def belegt(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Belegt:
    """``belegt("read", path)`` in this process."""
    monkeypatch.setenv("COLUMNS", "100")

    def ended(*arguments: str | Path) -> Ended:
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        return Ended(code, *capsys.readouterr())

    return ended


def program(*arguments: str | Path, given: bytes = b"", env: Mapping[str, str] | None = None, **options: Any) -> Ended:
    """The same as a program of its own, with bytes on its standard input."""
    done = subprocess.run(
        [sys.executable, "-c", "from belegt.cli import main; main()", *map(str, arguments)],
        input=given,
        capture_output=True,
        env={**SURROUNDINGS, **(env or {})},
        timeout=120,
        check=False,
        **options,
    )
    return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A report with a toll, a part of it and two wounded."""
    path = tmp_path / "article.txt"
    path.write_text(STRIKE, encoding="utf-8")
    return path


@pytest.fixture
def feed(tmp_path: Path) -> Path:
    """Forty reports, every other of them without any harm."""
    path = tmp_path / "feed.jsonl"
    rows = ({"id": f"n{n:02}", "text": CALM if n % 2 else STRIKE, "published": "2016-11-22"} for n in range(40))
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture
def record(tmp_path: Path, belegt: Belegt, article: Path) -> Path:
    """A record with one report."""
    path = tmp_path / "demo.belegt"
    assert belegt("add", article, "--record", path, "--published", "2016-11-22").code == 0
    return path
