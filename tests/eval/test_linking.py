"""Linking and counting keep their floors on the hand-made sets, which lie outside the project."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "eval"))

import linking

from tests.eval.test_floors import FLOORS, ROOT, revisions


def test_linking_and_ranges_keep_their_floors() -> None:
    corpus, _ = linking.rule()
    if why := corpus.unfit():
        pytest.skip(why)
    known = {r.id: r for r in linking.reports("links.en.reports.jsonl")}
    scores, *_ = linking.measure(known, linking.lines("links.en.jsonl"))
    assert linking.worse(scores | linking.ranges(0)) == {}


def test_a_score_below_its_floor_and_a_share_above_its_most_are_worse() -> None:
    corpus, most = linking.rule()
    scores = {**corpus.floors, **most}
    assert linking.worse(scores) == {}
    assert linking.worse({**scores, "incidents": 0.5, "lost": 0.5}) == {
        "incidents": (0.5, corpus.floors["incidents"]),
        "lost": (0.5, most["lost"]),
    }


def test_what_linking_may_lose_never_grew_since_it_was_first_written() -> None:
    now = _limits((ROOT / FLOORS).read_text("utf-8"))
    for revision, text in revisions():
        for name, (floor, sets) in _limits(text).items():
            kept, same = now.get(name, (float("-inf"), sets))
            assert same != sets or kept >= floor, f"{name} at {revision[:10]}"


def _limits(text: str) -> dict[str, tuple[float, tuple[str, ...]]]:
    """Each floor, and each share that may not grow as its negative, with the digests of the sets that it was measured on."""
    data = tomllib.loads(text)
    own = data.get("linking")
    if own is None:
        return {}
    sets = tuple(data["files"][file] for file in own["files"])
    limits = {**own["floors"], **{name: -share for name, share in own["most"].items()}}
    return {name: (limit, sets) for name, limit in limits.items()}
