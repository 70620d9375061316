"""Facilities in a state: out of service, working, back in operation; water and power that are cut off."""

from __future__ import annotations

from collections.abc import Iterator

from belegt.read.beside.facility.targets import own
from belegt.read.beside.finding import Finding
from belegt.read.beside.lexicon import NEG
from belegt.read.beside.scene import Noun, Scene

_AFTER, _WITHOUT = 9, 2
_SUPPLIES = frozenset(("water", "power"))


def phrased(scene: Scene, nouns: list[Noun]) -> Iterator[Finding]:
    """Fixed phrases: the hospital is out of service, back in operation."""
    for phrase in scene.nouns:
        if phrase.topic != "facility:phrase":
            continue
        clause = scene.clauses[phrase.start]
        inside = [n for n in nouns if scene.clauses[n.head] == clause]
        near = [n for n in inside if n.end <= phrase.start] or inside
        denied = phrase.kind == "working" and scene.any(NEG, phrase.start - 2, phrase.start)
        if near and not denied:
            noun = min(near, key=lambda n: abs(n.head - phrase.start))
            start, end = min(noun.start, phrase.start), max(noun.end, phrase.end)
            yield Finding("facility", start, end, f"{phrase.kind}:phrase", noun.head, own(scene, noun, phrase.kind))


def supplied(scene: Scene, nouns: list[Noun]) -> Iterator[Finding]:
    """Water and power: cut off, failed, "without electricity"."""
    for noun in nouns:
        if noun.kind not in _SUPPLIES:
            continue
        at = next((k for k in range(len(scene)) if _cuts(scene, k, noun)), -1)
        if at >= 0:
            start, end = min(at, noun.start), max(at + 1, noun.end)
            yield Finding("facility", start, end, "out_of_service:supply", noun.head, own(scene, noun, "out_of_service"))


def _cuts(scene: Scene, at: int, noun: Noun) -> bool:
    """Whether the word says that the supply is cut."""
    frames = {s.frame for s in scene.words[at].senses if s.topic == "facility"}
    if "without" in frames and 0 < noun.start - at <= _WITHOUT:
        return True
    return "utility" in frames and scene.clauses[at] == scene.clauses[noun.head] and abs(at - noun.head) <= _AFTER
