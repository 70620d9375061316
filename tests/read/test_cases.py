"""Golden cases: a sentence, and the figures that a casualty recorder would code from it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from belegt.model import HarmClaim, Report
from belegt.read.reader import read

CASES = Path(__file__).parent / "cases"


def cases() -> list[tuple[str, str, list[str]]]:
    """Language, sentence and expected claims of every case."""
    found = []
    for name, lang in (("german", "de"), ("english", "en")):
        for group in tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8")).values():
            found += [(lang, text, expected) for text, expected in group.items()]
    return found


def written(claims: list[HarmClaim]) -> list[str]:
    """The claims in the notation of the case files."""
    order = {claim.id: number for number, claim in enumerate(claims, 1)}
    return [f"{c.kind} {count(c)} {','.join(c.who)}" + (f" of {order[c.part_of]}" if c.part_of else "") for c in claims]


def count(claim: HarmClaim) -> str:
    """A count as the case files write it."""
    low, high, kind = claim.count.low, claim.count.high, claim.count.qualifier
    marks = {"exact": f"{low}", "at_least": f"{low}+", "more_than": f">{low}", "about": f"~{low}", "up_to": f"<{high}"}
    marks |= {"range": f"{low}-{high}", "vague": f"{low}..{'' if high is None else high}", "unstated": "?"}
    return marks[kind]


@pytest.mark.parametrize(("lang", "text", "expected"), cases(), ids=lambda value: value[:60] if isinstance(value, str) else "")
def test_the_figures_of_a_sentence_are_those_a_recorder_would_code(lang: str, text: str, expected: list[str]) -> None:
    claims = [c for c in read(Report(id="case", text=text, lang=lang)) if isinstance(c, HarmClaim)]
    assert sorted(written(claims)) == sorted(expected)
