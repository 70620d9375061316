"""Plural pronouns: "Kurz darauf wurden sie erschossen", where the sentence before says how many they are."""

from __future__ import annotations

from collections.abc import Sequence

from belegt.read.grammar.findings import Finding, Scene
from belegt.read.grammar.german.cases import PLURAL
from belegt.read.grammar.german.clauses import extent
from belegt.read.grammar.mention import Mention
from belegt.read.grammar.predicates import Predicate
from belegt.read.grammar.quantities import Count

NEAR = 2
"""Sentences between those who were told of and the pronoun, at most."""
TOLD = ("killed", "injured", "detained")


def they(scene: Scene, earlier: Sequence[Finding]) -> None:
    """Make findings of "sie" with a plural verb, where people were told of shortly before and not of this harm."""
    if "sie" not in scene.sentence.vocabulary or PLURAL.isdisjoint(scene.sentence.vocabulary):
        return
    for predicate in scene.predicates:
        if (
            predicate.kind not in TOLD
            or predicate.refused
            or predicate.soft
            or predicate.frame not in ("participle", "dies")
        ):
            continue
        at = _subject(scene, predicate)
        meant = _meant(scene, at, [*earlier, *scene.findings], predicate) if at is not None else None
        if at is None or meant is None:
            continue
        mention = Mention(at, at + 1, at, "pronoun", groups=meant.groups)
        if meant.count is not None:
            mention.count = Count(at, at + 1, meant.count.low, meant.count.high, meant.count.qualifier)
        scene.mentions.append(mention)
        scene.mentions.sort(key=lambda m: m.start)
        scene.add(
            mention, predicate.kind, "they", predicate, passive=predicate.frame == "participle", zero=predicate.zero
        )


def _subject(scene: Scene, predicate: Predicate) -> int | None:
    """The token of "sie" that the verb has for its subject, and nobody else."""
    if any(f.predicate is predicate for f in scene.findings):
        return None
    start, end = extent(scene, scene.clauses[predicate.at])
    lower = scene.sentence.lower[start:end]
    if (
        "sie" not in lower
        or not any(v in PLURAL for v in lower)
        or predicate.frame == "participle"
        and any("have" in w for w in scene.words[start:end])
    ):
        return None
    people = [
        m
        for m in scene.mentions
        if start <= m.start < end
        and not m.governor
        and not m.genitive
        and (m.kind not in ("unknown", "name") or m.used)
    ]
    return start + lower.index("sie") if not people else None


def _meant(scene: Scene, at: int, told: list[Finding], predicate: Predicate) -> Mention | None:
    """The people told of last, if these are several and came to other harm than this."""
    near = [
        f
        for f in told
        if f.sentence >= scene.sentence.index - NEAR and (f.sentence < scene.sentence.index or f.mention.end <= at)
    ]
    last = next((f for f in reversed(near) if f.whole is None), None)
    if last is None or last.mention.singular or last.mention.zero or last.zero:
        return None
    return None if any(f.kind == predicate.kind and not f.mention.singular for f in near) else last.mention
