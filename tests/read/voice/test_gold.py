"""On the project's gold, where it is at hand: nearly every claim has the source its readers gave it."""

from __future__ import annotations

import importlib.util
import json
import os
from pathlib import Path
from types import ModuleType

import pytest

from belegt.read.voice import Voices
from tests.read.voice.reports import document

GOLD = Path(os.environ.get("BELEGT_SHARED", Path(__file__).parents[4] / "shared")) / "gold"
LEAST = {"seed.jsonl": 1.0, "dev.de.jsonl": 0.94, "dev.en.jsonl": 0.94}


def judge() -> ModuleType:
    spec = importlib.util.spec_from_file_location("gold_judge", GOLD / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.skipif(not GOLD.is_dir(), reason=f"no gold beside the repository ({GOLD}): set BELEGT_SHARED")
@pytest.mark.parametrize("name", LEAST)
def test_sources_of_the_gold_are_read(name: str) -> None:
    alike, right = judge().alike, []
    for line in (GOLD / name).read_text(encoding="utf-8").rstrip("\n").split("\n"):
        row = json.loads(line)
        voices = Voices(document(row["text"], row["lang"]))
        right += [
            alike(claim["source"], voices.for_claim(claim["start"], claim["end"]).source) for claim in row["claims"]
        ]
    assert sum(right) / len(right) >= LEAST[name]
