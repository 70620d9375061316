"""Every case of ``cases/``: who says the claim, on whose word, and whether it is denied."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.read.voice.reports import voice

CASES = [
    pytest.param(path.stem, case, id=f"{path.stem}: {case['text']}")
    for path in sorted((Path(__file__).parent / "cases").glob("*.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["claim"]
]
LANGS = {"english": "en", "german": "de"}


@pytest.mark.parametrize(("language", "case"), CASES)
def test_the_claim_has_its_voice(language: str, case: dict[str, Any]) -> None:
    found = voice(case["text"], case["claim"], LANGS[language])
    expected = (case["source"], case.get("authority", ""), case.get("stance", "asserted"))
    assert (found.source, found.authority, found.stance) == expected
