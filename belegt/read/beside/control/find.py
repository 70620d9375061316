"""The control claims of a sentence: every way to tell who holds or took an area, one claim for each area and change."""

from __future__ import annotations

from belegt.read.beside.control.changes import changes
from belegt.read.beside.control.held import held
from belegt.read.beside.control.hold import under_control
from belegt.read.beside.control.strongholds import strongholds
from belegt.read.beside.finding import Finding
from belegt.read.beside.lexicon import ACTOR, FORT, HELD, LEAD, OWN, PRON, WAY
from belegt.read.beside.order import build
from belegt.read.beside.scene import Scene
from belegt.read.beside.story import Story

_WHOLE = frozenset(("object", "attribute", "fall", "noun"))
_AWAY = frozenset(("from", "drive"))
"""Frames of verbs that need no word beside them, and of those that need one that leads away."""


def worth(scene: Scene) -> bool:
    """Whether the words of a sentence can tell of control at all: a party or what stands for one, and a word of control."""
    if scene.mask & (WAY | FORT) or any(s.value == "split" for w in scene.words for s in w.senses):
        return True
    if not scene.mask & (ACTOR | PRON | OWN):
        return False
    if scene.mask & LEAD:
        return True
    frames = {s.frame for w in scene.words for s in w.senses if s.topic == "control"}
    if not frames.isdisjoint(_WHOLE):
        return True
    return not frames.isdisjoint(_AWAY) and not scene.lexicon.lists["control", "lost", "source"].isdisjoint(scene.lower)


def find(scene: Scene, story: Story) -> list[Finding]:
    """The control claims of a sentence; a stronghold inside another claim is none of its own."""
    build(scene)
    found: dict[tuple[str, str, str], Finding] = {}
    rest = held(scene, story) if scene.mask & (WAY | HELD) else ()
    forts = strongholds(scene, story) if scene.mask & FORT else ()
    for finding in (*changes(scene, story), *(under_control(scene, story) if scene.mask & LEAD else ()), *rest):
        found.setdefault(_key(finding), finding)
    for finding in forts:
        inside = any(f.start < finding.end and finding.start < f.end for f in found.values())
        if not inside:
            found.setdefault(_key(finding), finding)
    return sorted(found.values(), key=lambda f: (f.start, f.end))


def _key(finding: Finding) -> tuple[str, str, str]:
    return finding.own["area"].lower(), finding.own["change"], finding.own["holder"]
