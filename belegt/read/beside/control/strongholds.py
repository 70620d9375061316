"""Strongholds: "the IS stronghold of X", "their de facto capital X", "ihre Hochburg X", "the rebel enclave".

Invariant: both whose it is and where it lies must be told.
"""

from __future__ import annotations

from collections.abc import Iterator

from belegt.read.beside.actors import is_actor, named, nominative
from belegt.read.beside.finding import Finding
from belegt.read.beside.lexicon import ACTOR, ADV, BE, DET, FORT, OWN, PARTLY
from belegt.read.beside.scene import Chunk, Scene
from belegt.read.beside.story import Story


def strongholds(scene: Scene, story: Story) -> Iterator[Finding]:
    """A finding for every stronghold of the sentence; a former one was lost."""
    for chunk in scene.chunks:
        at = next((k for k in range(chunk.start, chunk.end) if scene.bits[k] & FORT and _is_one(scene, chunk, k)), -1)
        if at < 0:
            continue
        area, start, end = _seat(scene, story, chunk, at)
        who = _owner(scene, story, chunk, at)
        if not who:
            owner = next((c for c in scene.genitives(chunk) if is_actor(scene, c)), None)
            who, end = (named(scene, owner), max(end, owner.end)) if owner is not None else ("", end)
        if not who or not area:
            continue
        former = scene.holds(scene.lexicon.control["former"], chunk.start - 2, at)
        change, side = ("lost", "from_holder") if former else ("holds", "holder")
        own = {"area": area, "change": change, "holder": "", "from_holder": ""} | {side: who}
        yield Finding("control", min(start, chunk.start), end, f"{change}:stronghold", at, own, lasting=True)


def _is_one(scene: Scene, chunk: Chunk, at: int) -> bool:
    """A capital counts only as that of a group: "de facto capital", "Hauptstadt des IS"."""
    words, low = scene.lexicon.control, scene.lower[at]
    if low not in words["capitals"]:
        return not (scene.lexicon.german and low.endswith("hauptstadt"))
    if not scene.lexicon.german:
        return scene.holds(words["capital"], chunk.start, at)
    return any(scene.holds(words["capital"], c.start, c.end) for c in scene.genitives(chunk)[:1])


def _owner(scene: Scene, story: Story, chunk: Chunk, at: int) -> str:
    """Whose stronghold it is, by the words before the noun or by its compound."""
    lexicon, low = scene.lexicon, scene.lower[at]
    group = scene.lower[chunk.start] == "the" and chunk.start < at and scene.lower[chunk.start + 1] in lexicon.control["the_group"]
    if group or chunk.start < at and scene.bits[chunk.start] & OWN:
        return story.actor_before(scene, chunk.start)
    if lexicon.german:
        return next((who for prefix, who in lexicon.holders.items() if low.startswith(prefix) and len(low) > len(prefix)), "")
    before = [k for k in range(at - 1, chunk.start - 1, -1) if scene.bits[k] & ACTOR]
    if not before and low not in lexicon.control["capitals"]:
        before = [k for k in range(at - 1, chunk.start - 1, -1) if scene.lower[k] in lexicon.holders]
    if not before:
        return ""
    k = start = before[0]
    while start > chunk.start and scene.words[start - 1].capital and not scene.bits[start - 1] & DET and (scene.words[k].capital or scene.bits[k] & PARTLY):
        start -= 1
    if start == k and scene.bits[k] & PARTLY and not scene.sentence.words[k].isupper():
        return story.actor_before(scene, chunk.start)
    return scene.says(start, k + 1) if start < k else lexicon.holders.get(scene.lower[k]) or scene.says(k, k + 1)


def _seat(scene: Scene, story: Story, chunk: Chunk, at: int) -> tuple[str, int, int]:
    """Which area it is, with its tokens: the name behind it, the genitive, the subject, or the place told of."""
    start, german = chunk.start, scene.lexicon.german
    if at + 1 < chunk.end and all(w.capital for w in scene.words[at + 1 : chunk.end]) and (german or story.names_place(scene, at + 1, chunk.end)):
        return scene.says(at + 1, chunk.end), start, chunk.end
    following = scene.near(chunk, 1)
    if following is not None and _is_name_of(scene, story, following, chunk):
        return nominative(scene, following), start, following.end
    subject = scene.near(chunk, -1)
    if subject is not None and _is_equated(scene, story, subject, chunk):
        return nominative(scene, subject), subject.start, chunk.end
    if german or scene.lower[at].endswith("s"):
        return "", start, chunk.end
    before = story.scene_before(scene, chunk.start) if chunk.prep == "in" else ""
    return before or story.place(scene, chunk.start, chunk.end), start, chunk.end


def _is_name_of(scene: Scene, story: Story, following: Chunk, chunk: Chunk) -> bool:
    """ "the stronghold of X", "the rebel stronghold X"."""
    joined = following.clause == chunk.clause and following.start - chunk.end <= 1 and (following.of or not following.prep)
    return joined and not is_actor(scene, following) and story.names_place(scene, following.start, following.end)


def _is_equated(scene: Scene, story: Story, subject: Chunk, chunk: Chunk) -> bool:
    """ "X is a rebel stronghold", "X gilt als Hochburg", "X, a rebel stronghold"."""
    if not scene.words[subject.head].capital or subject.end == chunk.start and not story.names_place(scene, subject.start, subject.end):
        return False
    return all(scene.bits[k] & (BE | ADV) or scene.lower[k] in scene.lexicon.control["equals"] for k in range(subject.end, chunk.start))
