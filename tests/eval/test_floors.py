"""The reader keeps its floors on the annotated reports, which lie outside the project."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
FLOORS = "eval/floors.toml"
sys.path.insert(0, str(ROOT / "eval"))

from scores import Corpus, corpora, scores  # noqa: E402

CORPORA = list(corpora())


@pytest.mark.parametrize("corpus", CORPORA, ids=lambda corpus: corpus.name)
def test_no_score_falls_below_its_floor(corpus: Corpus) -> None:
    if why := corpus.unfit():
        pytest.skip(why)
    measured = scores(corpus)
    fallen = {name: (measured[name], floor) for name, floor in corpus.floors.items() if measured[name] < floor}
    assert fallen == {}


def test_a_file_that_is_not_there_or_has_changed_is_not_scored() -> None:
    absent = Corpus("absent", {"no-such.jsonl": "0" * 64}, {})
    assert "no-such.jsonl is not in" in absent.unfit()
    changed = Corpus("changed", {__file__: "0" * 64}, {})
    assert "SHA-256 differs" in changed.unfit()


def test_floors_never_sank_since_they_were_first_written() -> None:
    now = _data((ROOT / FLOORS).read_text("utf-8"))
    corpora_now = {corpus for corpus, _ in now}
    for revision, text in revisions():
        for (corpus, score), floor in _data(text).items():
            assert corpus not in corpora_now or now.get((corpus, score), 0.0) >= floor, (
                f"{corpus} {score} at {revision[:10]}"
            )


def revisions() -> Iterator[tuple[str, str]]:
    """Every commit that wrote the floors, with the file as it stood then."""
    for revision in _git("log", "--format=%H", "--", FLOORS).split():
        yield revision, _git("show", f"{revision}:{FLOORS}")


def _data(text: str) -> dict[tuple[str, str], float]:
    """The floor of every score; a corpus of other bytes is another corpus."""
    data: dict[str, Any] = tomllib.loads(text)
    return {
        (",".join(data["files"][file] for file in corpus["files"]), score): floor
        for corpus in data["corpora"].values()
        for score, floor in corpus["floors"].items()
    }


def _git(*arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True)
    return done.stdout if done.returncode == 0 else ""
