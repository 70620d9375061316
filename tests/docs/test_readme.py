"""The first screen of the README, and the commands that it names."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.pages import ROOT, blocks

README = ROOT / "README.md"
FIRST = ["python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/belegt demo", "./check"]
ROWS = re.findall(r"^\| `(belegt [^`]+)` \|", README.read_text("utf-8"), re.M)
BIN = Path(sys.executable).parent
ELSEWHERE = ("serve", "why", "merge", "split", "undo", "correct")
"""Commands that run until they are ended, or that take what only a record of one's own has: tested in tests/cli."""


def test_the_first_screen_holds_exactly_the_two_command_lines() -> None:
    assert [block.splitlines() for block in blocks(README, "sh")] == [FIRST]
    assert README.read_text("utf-8").split("\n").index(FIRST[1]) < 10


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with everything that the README's commands name."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "article.txt").write_text("Five civilians were killed in Homs on Monday, a doctor said.", "utf-8")
    (folder / "other.html").write_bytes((ROOT / "belegt/sample/reports/04-live-ticker.de.html").read_bytes())
    shutil.copytree(ROOT / "belegt/sample/reports", folder / "reports")
    (folder / "feed.jsonl").write_text(json.dumps({"id": "a1", "text": "Two people were wounded in Idlib."}), "utf-8")
    add = next(row for row in ROWS if row.startswith("belegt add"))
    subprocess.run(_line(add), cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return folder


@pytest.mark.parametrize("row", [row for row in ROWS if row.split()[1] not in ELSEWHERE])
def test_every_command_of_the_readme_runs(row: str, desk: Path) -> None:
    done = subprocess.run(_line(row), cwd=desk, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout


def test_the_desk_of_the_readme_prints_its_address_and_runs_until_it_is_ended(desk: Path) -> None:
    (row,) = [row for row in ROWS if row.startswith("belegt serve --record")]
    running = subprocess.Popen([*_line(row), "--no-browser"], cwd=desk, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert running.stdout is not None
    assert running.stderr is not None
    with running:
        first = running.stdout.readline()
        if not first and "B801" in running.stderr.read():
            pytest.skip("the packages of the desk are not installed here")
        assert first.startswith("http://127.0.0.1:")
        assert running.poll() is None
        running.terminate()


def _line(row: str) -> list[str]:
    """A command as the shell would give it; ID is that of the feed's report."""
    words = row.replace(" ID ", " a1 ").split()
    return [str(BIN / words[0]), *words[1:]]


def test_the_readme_names_every_command() -> None:
    from belegt.cli.app import COMMANDS

    assert {row.split()[1] for row in ROWS} == {command.__name__ for command in COMMANDS}
