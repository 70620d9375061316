"""An English sentence: its verbs, clauses and noun phrases, then what its verbs tell.

Invariant: every token is a verb, part of one noun phrase, or neither.
"""

from __future__ import annotations

from belegt.read.beside.english.predicates import predicates
from belegt.read.beside.english.verbs import mark_verbs
from belegt.read.beside.lexicon import ADV, AUX, CLAUSE, CONJ, DET, NEG, NUM, PREP, PRON, PUNCT, TIME
from belegt.read.beside.scene import Chunk, Scene


def build(scene: Scene) -> None:
    """Find verbs, clauses and noun phrases of the sentence, then its predicates."""
    mark_verbs(scene)
    _clauses(scene)
    _Chunker(scene).run()
    _unlink_apart(scene)
    _subjects_of_clauses(scene)
    scene.predicates = list(predicates(scene))


def _clauses(scene: Scene) -> None:
    soft, number = scene.lexicon.beside["soft"], 0
    for at, bits in enumerate(scene.bits):
        if bits & CLAUSE or bits & PUNCT and scene.lower[at] not in soft:
            number += 1
        scene.clauses.append(number)


class _Chunker:
    """One walk over the tokens; ``prep``, ``of`` and ``link`` wait for the next phrase, ``opened`` is where one began."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.prep = self.link = ""
        self.of = False
        self.opened = -1

    def run(self) -> None:
        """Put all noun phrases into the scene."""
        scene, bits = self.scene, self.scene.bits
        scene.chunk_at = [-1] * len(bits)
        plain = PREP | PUNCT | CONJ | PRON | CLAUSE | AUX | TIME | ADV | NEG | DET | NUM
        for at in range(len(bits)):
            b = bits[at]
            if scene.verbal[at] or b & (CLAUSE | AUX):
                self._close(at)
                self._forget()
            elif b & plain or self.opened >= 0 and scene.lower[at] in scene.lexicon.beside["numbers"]:
                self._mark(at, b)
            elif self.opened < 0:
                self.opened = at
        self._close(len(bits))

    def _mark(self, at: int, b: int) -> None:
        scene = self.scene
        low = scene.lower[at]
        if b & PREP:
            self._close(at)
            self.of = low == "of" and bool(scene.chunks) and scene.chunks[-1].end == at
            self.prep, self.link = low, ""
        elif b & PUNCT:
            self._punctuation(at, low)
        elif b & CONJ:
            self._close(at)
            joins = scene.chunk_at[at - 1] >= 0 or scene.lower[at - 1] == ","
            self.prep, self.of, self.link = "", False, "and" if at and joins else ""
        elif b & PRON:
            self._close(at)
            self.opened = at
            self._close(at + 1)
        elif b & (TIME | ADV | NEG):
            self._aside(at, b)
        elif self.opened < 0:
            self.opened = at
        elif at > self.opened and not scene.bits[at - 1] & (DET if b & DET else DET | NUM):
            self._close(at)
            self.opened = at

    def _punctuation(self, at: int, low: str) -> None:
        if low == "/" and self.opened >= 0:
            return
        self._close(at)
        if low not in self.scene.lexicon.beside["quotes"]:
            self.prep, self.of = "", False
            self.link = "," if low == "," else ""

    def _aside(self, at: int, b: int) -> None:
        """Words of time and manner end a phrase, but for an adverb inside one ("a badly damaged house")."""
        scene = self.scene
        inside = self.opened >= 0 and b & (ADV | NEG) and at + 1 < len(scene) and scene.words[at + 1].ending == "ed" and not scene.verbal[at + 1]
        if inside:
            return
        self._close(at)
        if b & TIME and (scene.words[at].capital or scene.lower[at] in scene.lexicon.beside["calendar"] or scene.lower[at].isdigit()):
            self.prep, self.of = "", False
            if at + 1 < len(scene) and scene.bits[at + 1] & NUM:
                scene.bits[at + 1] = TIME

    def _close(self, end: int) -> None:
        if self.opened < 0:
            return
        scene, head = self.scene, end - 1
        while head > self.opened and scene.lower[head] in scene.lexicon.beside["possessive_mark"]:
            head -= 1
        scene.add(Chunk(self.opened, end, head, "" if self.of else self.prep, self.of, self.link, scene.clauses[self.opened]))
        self.opened = -1
        self._forget()

    def _forget(self) -> None:
        self.prep, self.link, self.of = "", "", False


def _unlink_apart(scene: Scene) -> None:
    """A comma joins phrases only on the way to an "and": "schools, shops and homes", not "in 2019, Turkey signed"."""
    for chunk in scene.chunks:
        if chunk.link != ",":
            continue
        following = next((c for c in scene.chunks[chunk.number + 1 :] if not c.of), None)
        if following is None or not following.link or any(scene.verbal[chunk.end : following.start]):
            chunk.link = ""


def _subjects_of_clauses(scene: Scene) -> None:
    """ "after a deal between the sides halted": the preposition opens a clause, and governs no phrase."""
    opening = scene.lexicon.beside["opening"]
    for chunk in scene.chunks:
        if chunk.prep in opening and _opens_clause(scene, chunk):
            chunk.prep = ""


def _opens_clause(scene: Scene, chunk: Chunk) -> bool:
    """Whether a verb follows the phrase and its attributes."""
    end = chunk.end
    if chunk.prep == "as" and not scene.holds(scene.lexicon.beside["comes"], chunk.start - 2, chunk.start - 1):
        return end < len(scene) and scene.verbal[end]
    for other in scene.chunks[chunk.number + 1 :]:
        if not other.of and not other.prep and not other.link or other.start - end > 1:
            break
        end = other.end
    while end < len(scene) and scene.bits[end] & (ADV | TIME) and not scene.bits[end] & PREP:
        end += 1
    return end < len(scene) and (scene.verbal[end] or scene.lower[end] == "to")
