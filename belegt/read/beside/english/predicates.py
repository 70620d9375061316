"""What English verbs tell: active, passive or as an attribute; as a fact, or only wished, ordered, denied or still to come."""

from __future__ import annotations

from collections.abc import Iterator

from belegt.read.beside.english.verbs import CLOSED
from belegt.read.beside.lexicon import (
    ADV,
    AUX,
    CLAUSE,
    CONJ,
    FRAMES,
    HAVE,
    MODAL,
    NEG,
    PASSIVE,
    PREP,
    PRON,
    PUNCT,
    TIME,
    Sense,
)
from belegt.read.beside.scene import Predicate, Scene

_GROUP, _CONDITION = 4, 8


def predicates(scene: Scene) -> Iterator[Predicate]:
    """The predicates of a built sentence, in order."""
    for at, word in enumerate(scene.words):
        if not word.senses:
            continue
        senses = tuple(s for s in word.senses if s.topic != "proposal" or s.frame in FRAMES)
        if scene.verbal[at]:
            yield _Group(scene, at).predicate(senses)
        elif any(s.frame in ("attribute", "object") for s in senses) and not scene.bits[at] & CLOSED:
            yield Predicate(at, at, at + 1, "attribute", senses, clause=scene.clauses[at])


class _Group:
    """A verb with the auxiliaries and adverbs before it."""

    def __init__(self, scene: Scene, at: int) -> None:
        self.scene, self.at, self.start = scene, at, at
        self.voice, self.fact, self.future = "active", True, False
        self.helped = self.aided = False

    def predicate(self, senses: tuple[Sense, ...]) -> Predicate:
        """The predicate that the verb with these senses makes."""
        scene, at = self.scene, self.at
        word = scene.words[at]
        for k in range(at - 1, max(-1, at - 1 - _GROUP), -1):
            if not self._takes(k):
                self._governor(k)
                break
            self.start = k
        past = word.lower in scene.lexicon.beside["past"]
        if self.fact and self.start == at and at and scene.bits[at - 1] & CONJ and not word.ending and not word.lower.endswith("s") and not past:
            self.fact = _joined_fact(scene, at - 1)
        if self.voice == "active" and self.fact and not self.aided and (word.ending == "ed" or past) and self._is_reduced():
            self.voice = "reduced"
        if self.fact and (scene.holds(scene.lexicon.beside["hypothesis"], self.start - _CONDITION, self.start) or self._is_feared()):
            self.fact = False
        return Predicate(at, self.start, at + 1, self.voice, senses, self.fact, self.future, scene.clauses[at])

    def _takes(self, k: int) -> bool:
        """Whether the token belongs to the group; takes note of what it says."""
        scene, at, b = self.scene, self.at, self.scene.bits[k]
        low = scene.lower[k]
        if b & NEG:
            self.fact = False
        elif b & MODAL:
            self.fact, self.future = False, low in scene.lexicon.beside["shall"]
        elif b & PASSIVE and not self.helped:
            self.voice = "active" if scene.words[at].ending == "ing" else "passive"
        elif b & HAVE:
            self.helped = True
        elif low == "to" and k == at - 1:
            self.fact, self.future = k > 1 and scene.holds(scene.lexicon.beside["real"], k - 2, k), True
        else:
            return bool(b & (ADV | TIME)) and not b & PREP
        self.aided = True
        return True

    def _governor(self, k: int) -> None:
        """A preposition right before a verb in -ing: "by taking" is as much a fact as its verb, "aimed at taking" none."""
        scene, low = self.scene, self.scene.lower[k]
        if k != self.at - 1 or scene.words[self.at].ending != "ing":
            return
        if low == "by":
            verb = next((j for j in range(k - 1, 0, -1) if scene.verbal[j] and not scene.bits[j] & AUX), 0)
            self.fact = not (verb and (scene.lower[verb - 1] == "to" or scene.bits[verb - 1] & MODAL))
        elif low in scene.lexicon.beside["wish"]:
            self.fact = low == "of" and any(w.startswith(("accus", "suspect", "blam")) for w in scene.lower[:k])

    def _is_feared(self) -> bool:
        """ "fears that rebels captured it", "to prevent that": what such words govern is no fact."""
        scene = self.scene
        opener = next((k for k in range(self.start - 1, -1, -1) if scene.bits[k] & CLAUSE), -1)
        return opener > 0 and scene.lower[opener] == "that" and scene.lower[opener - 1] in scene.lexicon.beside["unreal"]

    def _is_reduced(self) -> bool:
        """A participle behind its noun: "houses hit by shells", "a village held by rebels"."""
        scene, before = self.scene, self.start - 1
        behind = self.at + 1
        while behind < len(scene) and scene.bits[behind] & (ADV | TIME) and not scene.bits[behind] & PREP:
            behind += 1
        if before < 0 or scene.bits[before] & PRON or behind < len(scene) and not scene.bits[behind] & (PREP | PUNCT):
            return False
        if behind < len(scene) and scene.lower[behind] == "by":
            return True
        return scene.chunk_at[before] >= 0 and scene.holds(scene.lexicon.beside["reducing"], behind, behind + 1)


def _joined_fact(scene: Scene, at: int) -> bool:
    """A bare verb after "and" is as much a fact as the verb that it is joined to ("aiming to drive ... and take")."""
    return not any(scene.lower[k] == "to" or scene.bits[k] & MODAL for k in range(at) if scene.clauses[k] == scene.clauses[at])
