"""Whose people were harmed, where the noun itself does not say it: "losses among the guards", "the army suffered two dead".

Invariant: only words of the same sentence decide, and a side is one of the pack's list or a noun for armed people.
"""

from __future__ import annotations

from collections.abc import Sequence

from belegt.read.grammar.findings import Finding, Scene
from belegt.read.grammar.lexicon import STOPS, Word
from belegt.read.lang import words
from belegt.read.persons import member_of, side_of

NEAR, BESIDE, FAR = 3, 6, 12
Groups = tuple[str, ...]
NONE: Groups = ()


def said_around(scene: Scene, finding: Finding) -> Groups:
    """The groups that the words around the noun give its people; () where they give none."""
    around = words(scene.lexicon.lang, "people", "around")
    if around.isdisjoint(scene.sentence.vocabulary):
        return NONE
    return _befallen(scene, finding) or _suffered(scene, finding) or _tied(scene, finding)


def most_of_them(scene: Scene, finding: Finding) -> Groups:
    """"41 others, most of them women and children": whom the people just counted are said to be for the most part."""
    lang, lower, at = scene.lexicon.lang, scene.sentence.lower, finding.end
    most = words(lang, "people", "most")
    if most.isdisjoint(scene.sentence.vocabulary):
        return NONE
    start = next((k for k in range(at, min(len(lower), at + BESIDE)) if lower[k] in most), -1)
    if start < 0 or any("prepositions" in w or w.frame in ("dies", "acts") for w in scene.words[at:start]):
        return NONE
    start += 1
    if lower[start : start + 2] in (["of", "them"], ["of", "whom"]):
        start += 2 + (lower[start + 2 : start + 3] in (["were"], ["are"]))
    return plain_groups(scene.words, start)


def plain_groups(tokens: Sequence[Word], at: int) -> Groups:
    """The groups of plain nouns joined by "and" from token ``at`` on: "women and children", "ambulance crew"."""
    found: list[str] = []
    while at < len(tokens):
        word = tokens[at]
        if word.groups is not None and word.plural is not False:
            extra = tokens[at - 1].extra if at else ""
            found += [g for g in ((extra, *(g for g in word.groups if g not in ("person", "worker"))) if extra else word.groups) if g not in found]
        elif not word.extra and "conjunctions" not in word and not (word.text == "," and found):
            break
        at += 1
    return tuple(found) if set(found) - {"person"} else NONE


def _befallen(scene: Scene, finding: Finding) -> Groups:
    """"Casualties on the militants", "no dead among the villagers", "37 dead on the army's side"."""
    mention, lang, lower = finding.mention, scene.lexicon.lang, scene.sentence.lower
    if mention.kind not in ("harm", "bare") or mention.end >= len(lower) or lower[mention.end] not in words(lang, "people", "befall"):
        return NONE
    sides = words(lang, "people", "side_nouns")
    if not sides.isdisjoint(lower[mention.end : mention.end + BESIDE]):
        return ("combatant",)
    if lower[mention.end] == "in" or mention.kind == "bare" and not lower[mention.end].startswith("among"):
        return NONE
    end = mention.end + 1
    while end < len(lower) and end - mention.end < BESIDE and STOPS.isdisjoint(scene.words[end].classes) and scene.words[end].text not in ",;.:":
        end += 1
    return _group_in(scene, mention.end + 1, end)


def _group_in(scene: Scene, start: int, end: int) -> Groups:
    """The side in a noun group, else the group of its last noun for people."""
    side = next((s for word in scene.words[start:end] if (s := side_of(word, scene.lexicon.lang))), "")
    if side:
        return (side,)
    noun = next((w for w in reversed(scene.words[start:end]) if w.groups is not None), None)
    return tuple(g for g in (noun.groups or ()) if g != "person") if noun is not None else NONE


def _suffered(scene: Scene, finding: Finding) -> Groups:
    """"The army suffered two dead and five wounded": the side that lost them."""
    mention, lang, lower = finding.mention, scene.lexicon.lang, scene.sentence.lower
    if mention.kind not in ("harm", "bare"):
        return NONE
    suffered, first = words(lang, "people", "suffered"), max(0, mention.start - FAR)
    at = next((k for k in range(mention.start - 1, first - 1, -1) if lower[k] in suffered), -1)
    if at < 1 or any(w.text in ";:" or w.frame in ("dies", "acts", "event") for w in scene.words[at + 1 : mention.start]):
        return NONE
    start = at
    while start > 0 and at - start < NEAR and scene.words[start - 1].text not in ",;:.":
        start -= 1
    side = next((s for word in reversed(scene.words[start:at]) if (s := side_of(word, lang))), "")
    return (side,) if side else NONE


def _tied(scene: Scene, finding: Finding) -> Groups:
    """"Two men from the militia", "three individuals with ties to the rebels", "four people who are members of the militia"."""
    mention, lang, lower = finding.mention, scene.lexicon.lang, scene.sentence.lower
    if mention.kind != "person" or lower[mention.head] not in words(lang, "people", "anyone"):
        return NONE
    at, links = mention.end, words(lang, "people", "tied")
    if lower[at : at + 1] == ["from"]:
        return _group_in(scene, at + 1, _past_brackets(scene.words, at + 1) + NEAR)
    if lower[at : at + 1] == ["with"] and not links.isdisjoint(lower[at + 1 : at + BESIDE]):
        tie = next(k for k in range(at + 1, at + BESIDE) if lower[k] in links)
        return _group_in(scene, tie + 1, min(len(lower), tie + BESIDE))
    if lower[at : at + 1] == ["who"] and at + 2 < len(lower) and "be" in scene.words[at + 1]:
        head = at + 2 + ("definite" in scene.words[at + 2])
        return member_of(scene.words, at + 2, head, lang) if head < len(lower) else NONE
    return NONE


def _past_brackets(tokens: Sequence[Word], at: int) -> int:
    """Behind a remark in brackets that begins at ``at``; ``at`` where none does."""
    if tokens[at : at + 1] and tokens[at].text == "(":
        return next((k + 1 for k in range(at + 1, min(len(tokens), at + FAR)) if tokens[k].text == ")"), at)
    return at
