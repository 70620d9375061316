"""Reprints are found, shortened and under another headline as well, among reports that lie outside the project (R21)."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "eval"))

import reprints


@pytest.mark.skipif(not (reprints.SHARED / "reports/en.jsonl").exists(), reason="the reports are not there")
def test_shortened_copies_under_other_headlines_are_one_family_with_their_original_r21() -> None:
    precision, recall = reprints.measure(900)
    assert precision >= 0.95
    assert recall >= 0.97
