"""People by a noun that the pack does not know, where the verb is one that only people suffer: "der Dragoman wurde ermordet"."""

from __future__ import annotations

from collections.abc import Sequence

from belegt.read.grammar.findings import Scene
from belegt.read.grammar.german.cases import ACCUSATIVE, PLURAL, nominative
from belegt.read.grammar.mention import Mention
from belegt.read.grammar.predicates import Predicate
from belegt.read.lang import words

DONE = frozenset(("wurde", "worden"))


def stranger(scene: Scene, predicate: Predicate, inside: Sequence[Mention], clause: tuple[int, int]) -> list[Mention]:
    """The subject of a passive verb, as the only person that it can be; empty where number, case or verb leave a doubt."""
    said = scene.sentence.lower[slice(*clause)]
    if not _of_people(scene, predicate) or DONE.isdisjoint(said) or not PLURAL.isdisjoint(said):
        return []
    found = [m for m in inside if _one(scene, m, ("der",)) and nominative(scene, m)]
    return found if len(found) == 1 else []


def stranger_object(scene: Scene, predicate: Predicate, inside: Sequence[Mention]) -> list[Mention]:
    """The object of an active verb that only people suffer: "ermordeten den Dragoman"."""
    if not _of_people(scene, predicate):
        return []
    found = [m for m in inside if _one(scene, m, tuple(ACCUSATIVE))]
    return found if len(found) == 1 else []


def _of_people(scene: Scene, predicate: Predicate) -> bool:
    return not predicate.idiom and scene.sentence.lower[predicate.at] in words(scene.lexicon.lang, "harm", "of_people")


def _one(scene: Scene, mention: Mention, articles: tuple[str, ...]) -> bool:
    """Whether an unknown noun with one of the articles, or a feminine in "-in", is one person."""
    noun, first = scene.words[mention.head], scene.sentence.lower[mention.start]
    if mention.kind != "unknown" or mention.count is not None or mention.zero or noun.harm or noun.text.isupper():
        return False
    return first in articles or (first in ("die", "seine", "ihre") and noun.lower.endswith("in"))
