"""English words that may be verb or noun, told by their neighbours; and what their verbs say."""

from __future__ import annotations

import pytest

from belegt.read.beside.lexicon import lexicon
from belegt.read.beside.order import build, raw_scene
from belegt.read.beside.scene import Scene
from belegt.read.segment import tokenize


def scene(text: str) -> Scene:
    return build(raw_scene(text, tokenize(text, 0, len(text)), lexicon("en")))


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("Rebels attack a school", ["attack"]),
        ("an attack on a school", []),
        ("The strikes hit buildings", ["hit"]),
        ("forces target medical buildings", ["target"]),
        ("Air strikes on a market killed ten", ["killed"]),
        ("the mosque bombing killed ten", ["killed"]),
        ("jets bombing a village", ["bombing"]),
        ("completely destroyed buildings", []),
        ("rebels damaged and destroyed three houses", ["damaged", "destroyed"]),
        ("rebel control in the east", []),
        ("rebels control the east", ["control"]),
    ],
)
def test_a_form_that_may_be_a_noun_is_a_verb_only_where_its_neighbours_say_so(text: str, verbs: list[str]) -> None:
    built = scene(text)
    assert [low for low, verbal in zip(built.lower, built.verbal, strict=True) if verbal] == verbs


@pytest.mark.parametrize(
    ("text", "verb", "voice", "fact"),
    [
        ("Shells hit a school", "hit", "active", True),
        ("A school was hit", "hit", "passive", True),
        ("A school hit by shells", "hit", "reduced", True),
        ("a badly damaged school", "damaged", "attribute", True),
        ("Rebels tried to capture Homs", "capture", "active", False),
        ("Rebels managed to capture Homs", "capture", "active", True),
        ("Rebels did not capture Homs", "capture", "active", False),
        ("an offensive aimed at capturing Homs", "capturing", "active", False),
        ("They would capture Homs", "capture", "active", False),
        ("They want to advance and capture Homs", "capture", "active", False),
        ("If rebels captured Homs", "captured", "active", False),
    ],
)
def test_a_verb_tells_a_fact_or_only_what_is_wished_or_denied(text: str, verb: str, voice: str, fact: bool) -> None:
    built = scene(text)
    (p,) = [p for p in built.predicates if built.lower[p.at] == verb]
    assert (p.voice, p.fact) == (voice, fact)


def test_phrases_end_at_dates_adverbs_and_verbs() -> None:
    built = scene("On Monday rebels from the north captured at least five villages in Idlib")
    assert [(c.prep, built.says(c.start, c.end)) for c in built.chunks] == [
        ("", "rebels"), ("from", "the north"), ("", "five villages"), ("in", "Idlib"),
    ]  # fmt: skip
