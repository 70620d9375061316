"""Every statement of ``cases/``: the words that are said and who says them, or that nobody says anything."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.read.voice.reports import told

LANGS = {"english": "en", "german": "de"}
CASES = [
    pytest.param(LANGS[path.stem], case, id=f"{path.stem}: {case['text']}")
    for path in sorted((Path(__file__).parent / "cases").glob("*.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8")).get("statement", [])
]


@pytest.mark.parametrize(("lang", "case"), CASES)
def test_the_statement_has_its_words_and_speaker(lang: str, case: dict[str, Any]) -> None:
    found = [(claim.quote, claim.speaker, claim.mode) for claim in told(case["text"], lang)]
    if case.get("none"):
        assert found == []
        return
    start = case["text"].index(case["quote"])
    said = [
        c for c in told(case["text"], lang) if c.passage.start < start + len(case["quote"]) and start < c.passage.end
    ]
    assert said, "nobody is read to say it"
    assert {(c.speaker, c.mode) for c in said} == {(case["speaker"], case.get("mode", "indirect"))}
    assert not case.get("only") or len(found) == 1
