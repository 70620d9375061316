"""Works of fiction: what happens in a film, a novel or a play came to nobody.

Invariant: harm with a date of its own, or of somebody named, is never taken for a plot on the words of the report alone.
"""

from __future__ import annotations

from belegt.read.document import Document
from belegt.read.grammar.findings import Finding, Scene
from belegt.read.lang import table, words

MANY = 4
"""Different words of stories that make a report one of a work of fiction."""
BEFORE, INSIDE = 4, 4
"""Tokens between a role and who it is; between "in" and the work."""
PLACES = (["am"], ["vom"], ["zum"])
"""Before a word that also names a place: "am Tatort"."""


def plots(document: Document, scenes: list[tuple[Scene, list[Finding]]]) -> set[Finding]:
    """The findings that only happen in a story."""
    if not scenes or "fiction" not in table(document.lang, "harm"):
        return set()
    works = words(document.lang, "harm", "works") | words(document.lang, "harm", "roles")
    review = len({w for w in words(document.lang, "harm", "fiction") if w in document.text}) >= MANY
    return {
        finding
        for scene, found in scenes
        for finding in found
        if (review or not works.isdisjoint(scene.sentence.vocabulary))
        and _nobody(scene, finding)
        and ((not _dated(scene) and (review or _in_story(scene))) or _role(scene, finding))
    }


def _dated(scene: Scene) -> bool:
    """Whether the sentence names a day, a month or a year."""
    dates = words(scene.lexicon.lang, "grammar", "months") | words(scene.lexicon.lang, "harm", "days")
    return any(w in dates or (w.isdigit() and len(w) == 4) for w in scene.sentence.lower)


def _nobody(scene: Scene, finding: Finding) -> bool:
    """Whether the harmed have no name and no number: people of a story."""
    mention = finding.mention
    if mention.names or mention.kind == "pronoun" or (mention.count is not None and (mention.count.low or 0) > 1):
        return False
    following = scene.words[mention.end] if mention.end < len(scene.words) else None
    return following is None or not following.capital or following.known


def _in_story(scene: Scene) -> bool:
    """ "Im Roman wird ein Richter ermordet", "das Stück handelt von ...": a work and a verb of telling, or the work as place."""
    lower, lang = scene.sentence.lower, scene.lexicon.lang
    works = words(lang, "harm", "works")
    telling = not words(lang, "harm", "telling").isdisjoint(scene.sentence.vocabulary)
    inside = words(lang, "harm", "inside")
    for at in [k for k, word in enumerate(lower) if word in works and scene.words[k].capital]:
        if lower[at - 1 : at] in PLACES or lower[at + 1 : at + 2] == ["von"]:
            continue
        if telling or not inside.isdisjoint(lower[max(0, at - INSIDE) : at]):
            return True
    return False


def _role(scene: Scene, finding: Finding) -> bool:
    """ "die Rolle des verletzten Boxers", "spielt einen Soldaten, der ...": who is only played."""
    lead = scene.sentence.lower[max(0, finding.mention.start - BEFORE) : finding.mention.start]
    roles = words(scene.lexicon.lang, "harm", "roles")
    return any(w in roles for w in lead)
