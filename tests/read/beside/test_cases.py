"""Golden cases: a sentence, and what a recorder would code from it beside the figures."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from belegt.model import Claim, ControlClaim, FacilityClaim, ProposalClaim, Report
from belegt.read.beside import beside
from belegt.read.document import Document

CASES = Path(__file__).parent / "cases"
WAR = {"de": "Rebellen bekämpfen die Armee.", "en": "Rebels were fighting the army."}


def cases() -> list[tuple[str, str, list[str]]]:
    """Language, text and expected claims of every case."""
    found = []
    for name, lang in (("german", "de"), ("english", "en")):
        for group, sentences in tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8")).items():
            behind = "" if group == "peace" else f" {WAR[lang]}"
            found += [(lang, text + behind, expected) for text, expected in sentences.items()]
    return found


def written(claim: Claim) -> str:
    """A claim in the notation of the case files."""
    if isinstance(claim, FacilityClaim):
        return f"{claim.facility} {claim.status}" + (f" '{claim.name}'" if claim.name else "")
    if isinstance(claim, ControlClaim):
        sides = (f" by {claim.holder}" if claim.holder else "") + (f" from {claim.from_holder}" if claim.from_holder else "")
        return f"{claim.change}: {claim.area}{sides}"
    assert isinstance(claim, ProposalClaim)
    return f"{claim.what} {claim.answer}: {claim.proposer or '-'} > {claim.answered_by or '-'}"


@pytest.mark.parametrize(("lang", "text", "expected"), cases(), ids=lambda value: value[:60] if isinstance(value, str) else "")
def test_what_stands_beside_the_figures_is_what_a_recorder_would_code(lang: str, text: str, expected: list[str]) -> None:
    claims = beside(Document(Report(id="case", text=text, lang=lang)))
    assert sorted(map(written, claims)) == sorted(expected)


def test_there_are_enough_cases_of_both_languages() -> None:
    langs = [lang for lang, _, _ in cases()]
    assert min(langs.count("de"), langs.count("en")) >= 60
