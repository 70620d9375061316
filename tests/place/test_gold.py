"""How often the place of an expression is that of the annotators, on reports that lie beside the project."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from belegt.place import lookup, people, resolve

SHARED = Path(os.environ.get("BELEGT_SHARED", Path(__file__).parents[3] / "shared"))
STOP = frozenset("der die das den dem des ein eine einer eines the a an of in im am von vom by durch on at to".split())
# Below 1 for good: about one expression in five names no place ("in the school", "im Süden des Landes").
FLOORS = {"de": 0.74, "en": 0.78}


@pytest.mark.parametrize("lang", FLOORS)
def test_expressions_mean_the_place_of_the_annotators_as_often_as_before(lang: str) -> None:
    path = SHARED / "gold" / f"dev.{lang}.jsonl"
    if not path.exists():
        pytest.skip(f"no annotated reports at {path}: set BELEGT_SHARED to the folder that holds them")
    marks = [
        _right(text, place, near)
        for report in map(json.loads, path.read_text(encoding="utf-8").strip().split("\n"))
        for near in [_near(report["text"])]
        for text, place in sorted({_pair(c) for c in report["claims"]})
        if text
    ]
    assert sum(marks) / len(marks) >= FLOORS[lang]


def _pair(claim: dict[str, Any]) -> tuple[str, str]:
    where = claim.get("where") or {}
    return where.get("text", ""), where.get("place", "")


def _near(text: str) -> list[str]:
    """The two countries that a report speaks of most."""
    counts: Counter[str] = Counter()
    for word in re.findall(r"[^\W\d_][\w'’.-]+", text):
        place = lookup(word)
        code = people(word) or (place.country if place and place.precision == "country" else "")
        counts[code] += 1
    del counts[""]
    return [code for code, _ in counts.most_common(2)]


def _right(text: str, gold: str, near: list[str]) -> bool:
    """Whether the place read is the annotators', under its English or German name or by another spelling of it."""
    read = resolve(text, near=near).place
    known = lookup(read.split(" (")[0], near=near)
    local = known.local("de") if known else ""
    return any(_alike(n, gold) for n in (read, local)) or bool(read and resolve(f"in {gold}", near=near).place == read)


def _alike(a: str, b: str) -> bool:
    x, y = (set(re.sub(r"\W+", " ", s.casefold()).split()) - STOP for s in (a, b))
    return len(x & y) * 2 >= min(len(x), len(y)) if x and y else not x and not y
