"""No figure is read where nobody came to harm: a false figure is worse than a missed one."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from belegt.model import HarmClaim, Report
from belegt.read.reader import read

SENTENCES = tomllib.loads((Path(__file__).parent / "cases" / "harmless.toml").read_text("utf-8"))


@pytest.mark.parametrize(("lang", "text"), [(lang, text) for lang, texts in SENTENCES.items() for text in texts])
def test_a_sentence_without_harm_gives_no_figure(lang: str, text: str) -> None:
    claims = read(Report(id="harmless", text=text, lang=lang))
    assert [claim.quote for claim in claims if isinstance(claim, HarmClaim)] == []
