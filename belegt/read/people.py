"""Who the people are (R8): the groups of a finding, by its noun, its age, its sex, or the people it refers back to."""

from __future__ import annotations

from collections.abc import Sequence

from belegt.read.grammar.findings import Finding, Scene
from belegt.read.lang import table

MASCULINE = ("ein", "der", "einen", "dem", "den", "einem", "des", "sein", "dieser")
FEMININE = ("eine", "die", "seine", "ihre", "diese")


def groups(scene: Scene, finding: Finding, before: Sequence[tuple[Finding, tuple[str, ...]]]) -> tuple[str, ...]:
    """The groups in the order of the contract, ("person",) when nothing is said.

    ``before`` are the findings of the same sentence and the one before it, with their groups, in order.
    """
    mention = finding.mention
    found = list(mention.groups)
    pairs = table(scene.lexicon.lang, "victims")["pairs"]
    if scene.sentence.lower[mention.head] in pairs["words"] and mention.count is None:
        return tuple(pairs["groups"]) or ("person",)
    if mention.age is not None:
        found = _aged(scene, finding, found)
    if not found or (found == ["person"] and mention.more):
        found = list(_inherited(scene, finding, before)) or found
    if mention.singular and found in ([], ["person"]):
        found = _sex(scene, finding) or found
    if "child" in found and ("woman" in found or "man" in found) and mention.age is not None:
        found = [g for g in found if g not in ("woman", "man")]
    if finding.whole is not None and found == ["foreigner"]:
        found = [*next((g for f, g in before if f is finding.whole), ()), "foreigner"]
    if len(found) > 1:
        found = [g for g in found if g != "person"]
    return tuple(dict.fromkeys(found)) or ("person",)


def _aged(scene: Scene, finding: Finding, found: list[str]) -> list[str]:
    ages = table(scene.lexicon.lang, "victims")["ages"]
    mention = finding.mention
    age = mention.age or 0
    if age < ages["adult"]:
        return ["child", *(g for g in found if g not in ("person", "woman", "man"))]
    result = [g for g in found if g != "person"]
    if scene.lexicon.lang == "de" and not ({"man", "woman"} & set(result)) and scene.words[mention.head].age is not None:
        first = scene.sentence.lower[mention.start]
        result.append("woman" if first in FEMININE else "man")
    if not ({"man", "woman"} & set(result)):
        result += _sex(scene, finding)
    if age >= ages["elderly"]:
        result.append("elderly")
    return result or ["person"]


def _sex(scene: Scene, finding: Finding) -> list[str]:
    """Man or woman by the grammar of a German noun with its article, for a person with name or age."""
    mention = finding.mention
    if scene.lexicon.lang != "de" or mention.kind != "person" or not mention.singular or mention.head == mention.start:
        return []
    following = scene.words[mention.end] if mention.end < len(scene.words) else None
    named = following is not None and following.capital and following.groups is None and not following.classes
    if not named and mention.age is None:
        return []
    first, noun = scene.sentence.lower[mention.start], scene.sentence.lower[mention.head]
    if first in FEMININE and noun.endswith("in"):
        return ["woman"]
    return ["man"] if first in MASCULINE and not noun.endswith(("opfer", "kind", "mitglied", "person", "geisel")) else []


def _inherited(scene: Scene, finding: Finding, before: Sequence[tuple[Finding, tuple[str, ...]]]) -> tuple[str, ...]:
    """The groups of the whole, or of the people counted just before ("70 terrorists ... and 70 others")."""
    if finding.whole is not None:
        return next((g for f, g in before if f is finding.whole), ())
    if finding.mention.kind not in ("bare", "harm") or finding.rule in ("toll",):
        return ()
    if finding.mention.kind == "harm" and "participle" not in scene.words[finding.mention.head].harm:
        return ()
    return before[-1][1] if before else ()
