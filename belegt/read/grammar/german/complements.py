"""Whom a phrase of harm names behind its preposition, or in the dative.

"Für den Piloten kam jede Hilfe zu spät"; "stach auf ihn ein"; "schoss einem Passanten in den Kopf".
"""

from __future__ import annotations

from belegt.read.grammar.findings import Scene
from belegt.read.grammar.german.clauses import extent
from belegt.read.grammar.mention import Mention
from belegt.read.grammar.predicates import Predicate

DATIVES = frozenset(
    "dem einem meinem seinem ihrem unserem diesem jenem einer meiner seiner ihrer unserer dieser".split()
)
BESIDE = {"über": "gegen"}
"""The preposition that says the same."""
HIM = {"auf": "ihn", "für": "ihn", "von": "ihr", "gegen": "ihn", "über": "ihn"}
"""The pronoun of one person behind the preposition."""
PRONOUNS = {"ihm": ("man",), "ihr": ("woman",), "mir": ()}


def complement(scene: Scene, predicate: Predicate, clause: int) -> None:
    """Whom the phrase names behind its preposition: "für den Piloten kam jede Hilfe zu spät", "stach auf einen Wirt ein"."""
    if predicate.frame == "dem":
        if (hurt := _owner(scene, predicate)) is not None:
            scene.add(hurt, predicate.kind, "complement", predicate)
        return
    if predicate.frame in HIM and (him := _upon_him(scene, predicate)) is not None:
        scene.add(him, predicate.kind, "complement", predicate)
    for mention in scene.mentions:
        if predicate.frame == "of":
            meant = predicate.start < mention.start < predicate.end and mention.count is not None
        else:
            meant = scene.clauses[mention.start] == clause and mention.governor in (
                predicate.frame,
                BESIDE.get(predicate.frame),
            )
        struck = predicate.frame != "auf" or mention.kind != "unknown" and (mention.singular or mention.count is not None)
        if meant and struck:
            scene.add(mention, predicate.kind, "complement", predicate)


def _upon_him(scene: Scene, predicate: Predicate) -> Mention | None:
    """ "... und auf ihn eingetreten": one man, unless the sentence has told of him already."""
    lower = scene.sentence.lower
    start, end = (
        (predicate.start, predicate.end) if predicate.frame == "auf" else extent(scene, scene.clauses[predicate.at])
    )
    phrases = [[predicate.frame, HIM[predicate.frame]]]
    if predicate.frame == "auf" and "er" in lower:
        phrases.append(["auf", "sie"])
    at = next((i for i in range(start, end - 1) if lower[i : i + 2] in phrases), None)
    if at is None or any(f.kind == predicate.kind and f.mention.singular for f in scene.findings):
        return None
    return scene.put(Mention(
        at + 1,
        at + 2,
        at + 1,
        "pronoun",
        singular=True,
        groups=("woman",) if lower[at + 1] in ("ihr", "sie") else ("man",),
    ))


def _owner(scene: Scene, predicate: Predicate) -> Mention | None:
    """The one person in the dative of the clause, None where there is none or where many are."""
    start, end = extent(scene, scene.clauses[predicate.at])
    lower = scene.sentence.lower
    found = [m for m in scene.mentions if start <= m.start < end and m.kind == "person" and _dative(scene, m)]
    if found:
        return found[-1] if len(found) == 1 else None
    at = next((i for i in range(start, end) if lower[i] in PRONOUNS and _alone(scene, i)), None)
    if at is None or any(f.kind == predicate.kind and f.mention.singular for f in scene.findings):
        return None
    return scene.put(Mention(at, at + 1, at, "pronoun", singular=True, groups=PRONOUNS[lower[at]]))


def _dative(scene: Scene, mention: Mention) -> bool:
    """A person in the dative: "einem Wirt", "der Wirtin", or a number of "zwei Wirten"."""
    if mention.governor or mention.genitive or mention.part:
        return False
    first = scene.sentence.lower[mention.start]
    if mention.count is not None:
        return scene.sentence.lower[mention.head].endswith("n") and not mention.singular
    if first == "der":
        noun = scene.words[mention.head]
        return noun.lower.endswith("in") or (noun.groups is not None and "woman" in noun.groups)
    mention.singular = mention.singular or first in DATIVES
    return first in DATIVES


def _alone(scene: Scene, at: int) -> bool:
    """Whether a pronoun has no preposition before it and no noun behind it."""
    before, after = scene.words[at - 1] if at else None, scene.words[at + 1] if at + 1 < len(scene.words) else None
    return not (before is not None and "prepositions" in before) and not (after is not None and after.capital)
