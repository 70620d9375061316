"""Score what ``belegt read`` reads against the annotated reports, and hold the scores to their floors.

usage: eval/run [--json]        (python eval/scores.py)

The reports lie in BELEGT_SHARED, by default ``shared`` beside the repository; ``gold/score.py`` there judges. The corpora and
their floors stand in floors.toml. Exit code 0 when every score is at its floor or above, 1 when one fell, 3 when a
corpus is not there or has changed.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
SHARED = Path(os.environ.get("BELEGT_SHARED", HERE.parents[1] / "shared"))
GOLD = SHARED / "gold"
BELEGT = Path(sys.executable).with_name("belegt")


@dataclass(frozen=True, slots=True)
class Corpus:
    """Annotated reports: the files they lie in, each with its SHA-256, and the floor of every score."""

    name: str
    files: Mapping[str, str]
    floors: Mapping[str, float]

    def unfit(self) -> str:
        """Why it cannot be scored: a file is not there or is not the one that the floors were measured on; "" if it can."""
        for file, sha256 in self.files.items():
            path = GOLD / file
            if not path.is_file():
                return f"{file} is not in {GOLD}; set BELEGT_SHARED to the folder that holds gold/"
            if hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
                return f"{file} is not the file that the floors were measured on (its SHA-256 differs)"
        return ""


def corpora() -> Iterator[Corpus]:
    """The corpora of floors.toml, in its order."""
    data = tomllib.loads((HERE / "floors.toml").read_text("utf-8"))
    for name, corpus in data["corpora"].items():
        yield Corpus(name, {file: data["files"][file] for file in corpus["files"]}, corpus["floors"])


def scores(corpus: Corpus) -> dict[str, float]:
    """Every score that a corpus has claims for: figures, core, complete, each attribute, and the F1 of each kind beside the figures.

    An attribute's score is the share of the figures found whose attribute is right.
    """
    with tempfile.TemporaryDirectory() as folder:
        gold, read = Path(folder, "gold.jsonl"), Path(folder, "read.jsonl")
        gold.write_bytes(b"".join((GOLD / file).read_bytes() for file in corpus.files))
        with read.open("wb") as out:
            subprocess.run([BELEGT, "read", gold, "--format", "jsonl", "--quiet"], stdout=out, check=True)
        told, beside = _judged(gold, read), _judged(gold, read, "--others")
    figures = {"f1": told["f1"], "core_f1": told["core"]["f1"], "complete_f1": told["complete_f1"]} | told["attributes"]
    return (figures if told["gold"] else {}) | {f"{kind}_f1": found["f1"] for kind, found in beside.items() if found["gold"]}


def _judged(gold: Path, read: Path, *options: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, GOLD / "score.py", gold, read, "--json", *options], stdout=subprocess.PIPE, check=True
    )
    judged: dict[str, Any] = json.loads(done.stdout)
    return judged


def main(arguments: list[str]) -> int:
    """Print the scores beside their floors."""
    code, found = 0, {}
    for corpus in corpora():
        if why := corpus.unfit():
            print(f"{corpus.name}: skipped: {why}", file=sys.stderr)
            code = code or 3
            continue
        found[corpus.name] = measured = scores(corpus)
        fallen = {name for name, floor in corpus.floors.items() if measured[name] < floor}
        code = 1 if fallen else code
        if "--json" not in arguments:
            print(f"{corpus.name} ({', '.join(corpus.files)})")
            for name, value in measured.items():
                floor = f"floor {corpus.floors[name]:.3f}" if name in corpus.floors else ""
                print(f"  {name:<14} {value:.3f}  {floor}{'  FELL' if name in fallen else ''}".rstrip())
    if "--json" in arguments:
        print(json.dumps(found, indent=1))
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
