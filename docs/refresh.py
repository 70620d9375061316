"""Write anew what the docs show of the program: the output of commands, and the tables that code and data give.

usage: python docs/refresh.py [--check] [PAGE ...]

Two kinds of blocks are kept up to date, in the README and every page of the docs:
- a ``console`` block: each line that begins with "$ " is run, its output stands below it. The commands of a page run in
  one folder of their own, which holds the bundled sample at belegt/sample/reports; times and hashes of a log, which differ
  in every run, are written as "…";
- what stands between ``<!-- table: NAME -->`` and ``<!-- end -->``: the table NAME of ``tables.py``.
Invariant: everything else on a page stays as it is. With --check nothing is written and a difference ends with exit code 1.
"""

from __future__ import annotations

import difflib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tables import TABLES

ROOT = Path(__file__).resolve().parents[1]
CONSOLE = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.M | re.S)
TABLE = re.compile(r"(?<=<!-- table: )(\w+)( -->\n).*?(?=<!-- end -->)", re.S)
VARYING = re.compile(r"\b20\d\d-\d\d-\d\d \d\d:\d\d:\d\dZ|(?<=\d:)[0-9a-f]{64}\b")


def pages() -> list[Path]:
    """The README and every page of the docs, in order."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def refreshed(page: Path) -> str:
    """The text of a page as it should be."""
    text = TABLE.sub(lambda m: f"{m[1]}{m[2]}{TABLES[m[1]]()}\n", page.read_text("utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "belegt/sample/reports", Path(folder, "belegt/sample/reports"))
        return CONSOLE.sub(lambda m: "".join(_run(line, folder) for line in _commands(m[0])), text)


def _commands(block: str) -> list[str]:
    return [line for line in block.split("\n") if line.startswith("$ ")]


def _run(line: str, folder: str) -> str:
    """A command with what it prints, on stdout and stderr together."""
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    environment = {"PATH": path, "HOME": folder, "LANG": "C.UTF-8", "NO_COLOR": "1"}
    done = subprocess.run(
        ["bash", "-c", line.removeprefix("$ ")],
        cwd=folder, env=environment, text=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )
    printed = "\n".join(row.rstrip() for row in VARYING.sub("…", done.stdout).split("\n")).rstrip("\n")
    return f"{line}\n{printed}\n" if printed else f"{line}\n"


def main(arguments: list[str]) -> int:
    """Refresh or check the pages named, or all."""
    check = "--check" in arguments
    asked = [Path(name).resolve() for name in arguments if name != "--check"] or pages()
    stale = 0
    for page in asked:
        old, new = page.read_text("utf-8"), refreshed(page)
        if old == new:
            continue
        stale += 1
        name = os.path.relpath(page, ROOT)
        if check:
            sys.stdout.writelines(difflib.unified_diff(old.splitlines(True), new.splitlines(True), name, f"{name} as it should be"))
        else:
            page.write_text(new, "utf-8")
            print(name)
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
