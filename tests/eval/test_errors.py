"""The page of errors names what is wrong, and nothing where all is right."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("BELEGT_SHARED", ROOT.parent / "shared"))
TEXT = "Am Montag wurden in Aleppo acht Kinder getötet. Zwei Männer wurden verletzt."


def claim(quote: str, low: int, **more: object) -> dict[str, object]:
    start = TEXT.index(quote)
    own = {"kind": "killed", "who": ["child"], "scope": "incident", "part_of": None}
    count = {"text": quote, "low": low, "high": low, "qualifier": "exact"}
    return {"id": f"c{start}", "quote": quote, "start": start, "end": start + len(quote), "count": count, **own, **more}


def page(folder: Path, claims: list[dict[str, object]]) -> tuple[str, str]:
    """What is printed and the page, for one report with these claims of the annotators."""
    if not (SHARED / "gold" / "score.py").is_file():
        pytest.skip(f"no annotated reports at {SHARED}; set BELEGT_SHARED to the folder that holds gold/")
    gold = folder / "gold.jsonl"
    row = {"id": "own", "lang": "de", "published": "2016-11-22", "title": "", "text": TEXT, "claims": claims}
    gold.write_text(json.dumps(row, ensure_ascii=False) + "\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, ROOT / "eval" / "errors.py", gold, "--out", folder / "errors.html"],
        stdout=subprocess.PIPE, text=True, check=True, env={**os.environ, "BELEGT_SHARED": str(SHARED)},
    )  # fmt: skip
    return done.stdout, (folder / "errors.html").read_text("utf-8")


def counts(printed: str) -> dict[str, int]:
    rows = (line.split(None, 1) for line in printed.splitlines()[:-1])
    return {kind: int(number) for number, kind in rows if number != "0"}


def test_each_error_stands_in_its_class(tmp_path: Path) -> None:
    printed, html = page(tmp_path, [claim("acht Kinder getötet", 9), claim("Montag", 1, kind="detained")])
    assert counts(printed) == {"missed": 1, "wrong count": 1, "false figure": 1}
    assert "<mark>acht Kinder getötet</mark>" in html


def test_a_wrong_group_is_told_with_both_readings(tmp_path: Path) -> None:
    men = claim("Zwei Männer wurden verletzt", 2, kind="injured", who=["man"])
    printed, html = page(tmp_path, [claim("acht Kinder getötet", 8, who=["woman"]), men])
    assert counts(printed)["who"] == 1
    assert "annotators: woman · read: child" in html
