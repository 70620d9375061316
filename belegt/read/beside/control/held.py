"""Areas with their holder in one word: "rebel-held X", "the Israeli-occupied Golan", "die IS-kontrollierte Stadt X"."""

from __future__ import annotations

from collections.abc import Iterator

from belegt.read.beside.actors import holder
from belegt.read.beside.control.areas import area_of
from belegt.read.beside.finding import Finding
from belegt.read.beside.lexicon import DET, HELD, PRON, WAY
from belegt.read.beside.scene import Chunk, Scene
from belegt.read.beside.story import Story


def held(scene: Scene, story: Story) -> Iterator[Finding]:
    """A finding for every area that a word of the sentence calls somebody's; nameless plurals are none."""
    for at, bits in enumerate(scene.bits):
        if not bits & (WAY | HELD):
            continue
        first, dash, _ = scene.lower[at].rpartition("-")
        apart = not dash and not scene.lexicon.german and at > 0 and scene.lower[at - 1] in scene.lexicon.holders and not scene.bits[at - 1] & PRON
        if not dash and not apart:
            continue
        chunk = scene.chunk(at) or (_behind(scene, at) if apart else None)
        if chunk is None or at == chunk.head and not scene.lexicon.german:
            continue
        who = holder(scene.lexicon, scene.sentence.words[at - 1]) if apart else _whose(scene, chunk, at, first)
        area = area_of(scene, chunk, story, at + 1)
        if area is not None and who and not area.plural and (area.named or scene.lower[chunk.head] not in scene.lexicon.control["vague"]):
            own = {"area": area.text, "change": "holds", "holder": who, "from_holder": ""}
            yield Finding("control", min(chunk.start, at - apart), area.end, "holds:held", area.start, own, lasting=True)


def _behind(scene: Scene, at: int) -> Chunk | None:
    """The phrase behind "rebel held" when "held" passes for a verb."""
    before = scene.chunk(at - 1)
    following = scene.near(before, 1) if before is not None else None
    return following if following is not None and following.start <= at + 1 else None


def _whose(scene: Scene, chunk: Chunk, at: int, first: str) -> str:
    """ "Islamic State-held": the capitals before belong to the name."""
    written = scene.sentence.words[at][: len(first)]
    start = at
    while start > chunk.start and scene.words[start - 1].capital and not scene.bits[start - 1] & DET and (scene.words[at].capital or first == "group"):
        start -= 1
    if start < at:
        return f"{scene.says(start, at)} {written}".removesuffix(" group")
    return holder(scene.lexicon, written)
