"""People on the move where a report tells of flight: "210.000 Menschen kamen ins Land", "3,000 people crossed into Y".

Invariant: only large counts of people as such, in the clause of a verb of moving, and never where the report is not about
people who fled.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from belegt.read.grammar.findings import Scene
from belegt.read.grammar.mention import Mention
from belegt.read.grammar.predicates import Predicate
from belegt.read.lang import table
from belegt.read.segment import Sentence

MANY = 50
NEAR = 14
ANYBODY = frozenset(("person", "refugee", "child", "woman", "man", "foreigner"))


@dataclass(frozen=True, slots=True)
class _Pack:
    """``about`` shows that a text tells of flight, ``moving`` finds its verbs in a text, ``verbs`` are they, ``nobody`` undo them."""

    about: re.Pattern[str]
    moving: re.Pattern[str]
    verbs: frozenset[str]
    nobody: frozenset[str]


@cache
def _pack(lang: str) -> _Pack:
    data = table(lang, "flight")
    moving = re.compile(r"\b(?:" + "|".join(map(re.escape, data["verbs"])) + r")\b")
    return _Pack(re.compile("|".join(map(re.escape, data["about"]))), moving, frozenset(data["verbs"]), frozenset(data["nobody"]))


def told(text: str, lang: str) -> bool:
    """Whether a text tells of people who fled."""
    return _pack(lang).about.search(text) is not None


def moves(text: str, lang: str) -> list[int]:
    """Offsets of the verbs of moving."""
    return [m.start() for m in _pack(lang).moving.finditer(text)]


def moving(sentence: Sentence, lang: str) -> bool:
    """Whether a verb of moving stands in the sentence."""
    return not _pack(lang).verbs.isdisjoint(sentence.vocabulary)


def assign(scene: Scene) -> None:
    """A finding for every crowd beside a verb of moving that nothing else has said anything of."""
    pack = _pack(scene.lexicon.lang)
    _beside_refugees(scene)
    if not moving(scene.sentence, scene.lexicon.lang) or not pack.nobody.isdisjoint(scene.sentence.vocabulary):
        return
    for at in [k for k, word in enumerate(scene.sentence.lower) if word in pack.verbs]:
        near = [m for m in scene.mentions if _crowd(m) and _same_clause(scene, m, at)]
        if near:
            crowd = min(near, key=lambda m: abs(m.head - at))
            if set(crowd.groups) <= {"person"}:
                crowd.groups = ("refugee",)
            scene.add(crowd, "displaced", "flight", Predicate(at, at + 1, at, "displaced", "dies"))


def _beside_refugees(scene: Scene) -> None:
    """ "1.800 Flüchtlinge und 200 Asylwerber": those counted right after people who fled are among them."""
    for finding in [f for f in scene.findings if f.kind == "displaced" and f.mention.count is not None]:
        for mention in scene.mentions:
            between = scene.words[finding.mention.end : mention.start]
            joined = len(between) == 1 and "conjunctions" in between[0]
            if joined and mention.count is not None and mention.groups == ("refugee",) and not mention.used:
                scene.add(mention, "displaced", "flight")


def _crowd(mention: Mention) -> bool:
    count = mention.count
    if count is None or mention.used or mention.kind not in ("person", "bare") or mention.governor in ("mit", "von", "with", "by"):
        return False
    return (count.low or 0) >= MANY and ANYBODY.issuperset(mention.groups)


def _same_clause(scene: Scene, mention: Mention, at: int) -> bool:
    if scene.clauses:
        return scene.clauses[mention.head] == scene.clauses[at]
    between = scene.sentence.lower[min(mention.end, at) : max(mention.start, at)]
    return len(between) <= NEAR and not {".", ";", ":"} & set(between)
