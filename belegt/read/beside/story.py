"""What a report has told so far, for words that refer back: who acted last, and which place a span of text is about.

Invariant: sentences are built on demand and once; nothing is looked for more than a few sentences back.
"""

from __future__ import annotations

from belegt.read.beside.actors import is_actor, named
from belegt.read.beside.lexicon import ACTOR, Lexicon
from belegt.read.beside.order import build, raw_scene
from belegt.read.beside.scene import Scene
from belegt.read.document import Document
from belegt.read.places import Places

_BACK = 3
_WIDE = frozenset(("country", "continent", "people"))


class Story:
    """The scenes and places of one report."""

    def __init__(self, document: Document, lexicon: Lexicon, places: Places) -> None:
        self.document = document
        self.lexicon = lexicon
        self.places = places
        self._scenes: dict[int, Scene] = {}

    def raw(self, index: int) -> Scene:
        """Sentence ``index``, maybe not built yet."""
        if index not in self._scenes:
            self._scenes[index] = raw_scene(self.document.text, self.document.sentence(index), self.lexicon)
        return self._scenes[index]

    def scene(self, index: int) -> Scene:
        """The built scene of sentence ``index``."""
        return build(self.raw(index))

    def actor_before(self, scene: Scene, at: int, but: str = "") -> str:
        """The party that a pronoun at token ``at`` means: the last that stands without preposition before it, not ``but``."""
        found = _last(scene, at, but, plain=True) or _last(scene, at, but, plain=False)
        index = scene.sentence.index
        for back in range(index - 1, max(-1, index - 1 - _BACK), -1):
            if found:
                break
            if self.raw(back).mask & ACTOR:
                earlier = self.scene(back)
                found = _last(earlier, len(earlier), but, plain=True)
        return found

    def names_place(self, scene: Scene, start: int, end: int) -> bool:
        """Whether one of the places that the report names stands in the tokens ``start`` to ``end``."""
        first, last = scene.span(start, end)
        named = [m.name.lower() for m in self.places.mentions(scene.sentence.index) if m.name and m.start < last and first < m.end]
        return any(low.startswith(part) for name in named for part in name.split() for low in scene.lower[start:end])

    def names_at(self, scene: Scene, at: int) -> list[str]:
        """The names of places, without their genitive, in the phrase that covers token ``at``."""
        offset = scene.sentence.starts[at]
        return [m.name for m in self.places.mentions(scene.sentence.index) if m.start <= offset < m.end]

    def named_before(self, scene: Scene, at: int) -> str:
        """The first town that the sentence names before token ``at``: "Aleppo ist geteilt, den Westen kontrolliert ..."."""
        before = scene.sentence.starts[at]
        towns = (m.name for m in self.places.mentions(scene.sentence.index) if m.name and m.start < before and m.precision not in _WIDE)
        return next(towns, "")

    def scene_before(self, scene: Scene, at: int) -> str:
        """The last place of the sentence before token ``at`` where something happens: "in X, the rebel enclave"."""
        before = scene.sentence.starts[at]
        names = [m.name for m in self.places.mentions(scene.sentence.index) if m.start < before and m.is_scene]
        return names[-1] if names else ""

    def place(self, scene: Scene, start: int, end: int) -> str:
        """The place that the tokens are about, "" where the report names none."""
        return self.places.for_claim(*scene.span(start, end))[0].place


def _last(scene: Scene, at: int, but: str, *, plain: bool) -> str:
    for chunk in reversed(scene.chunks):
        if chunk.end <= at and not (plain and (chunk.prep or chunk.of)) and is_actor(scene, chunk):
            name = named(scene, chunk)
            if name != but:
                return name
    return ""
