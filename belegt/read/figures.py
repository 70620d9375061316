"""Figures of harm in a report: sentences with a harm word go through the grammar, findings become claims.

Invariant: every claim quotes its report, and a part names a claim of the same report as its whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from belegt.read.document import Document
from belegt.read.grammar import fiction, flight, nominal, parts, sums, wholes
from belegt.read.grammar.brackets import without_remarks
from belegt.read.grammar.english import verbs as english
from belegt.read.grammar.findings import Finding, Scene
from belegt.read.grammar.german import verbs as german
from belegt.read.grammar.german.carried import (
    WERE,
    broken_down,
    found_dead,
    gapped_numbers,
    it_was,
    they,
    told_before,
    told_in_it,
)
from belegt.read.grammar.lexicon import Lexicon, lexicon
from belegt.read.grammar.mentions import mentions
from belegt.read.grammar.predicates import blocked, predicates
from belegt.read.grammar.rolls import add_rolls
from belegt.read.grammar.sport import hurt_in_play
from belegt.read.lang import words
from belegt.read.triggers import sentences, triggers

ALONE = 6
_DISGUISED = re.compile(r"\w\*\w")
_PARTS = frozenset(("davon", "darunter", "ihnen", "denen", "opferzahl", "todesopferzahl", "totenzahl", "verletztenzahl", "toll", "them", "whom"))


def findings(document: Document) -> list[tuple[Scene, list[Finding]]]:
    """The scenes of a report that hold findings, in order."""
    scenes = [(scene, scene.findings) for scene in scenes_of(document) if scene.findings]
    told = fiction.plots(document, scenes)
    if told:
        scenes = [(scene, [f for f in found if f not in told]) for scene, found in scenes]
        scenes = [(scene, found) for scene, found in scenes if found]
    every = [finding for _, found in scenes for finding in found]
    if hurt_in_play(document, every):
        return []
    sums.add_up(every, {finding for scene, found in scenes for finding in found if _summed(scene, finding)})
    sums.set_apart(every, {finding for scene, found in scenes for finding in found if _alone(scene, finding)})
    related = {f for scene, found in scenes for f in found if "possessive" in scene.words[f.mention.start] or scene.sentence.lower[f.mention.start] in words(scene.lexicon.lang, "scope", "these")}
    sums.name_parts(every, related)
    add_rolls(document, lexicon(document.lang), scenes)
    return scenes


def _summed(scene: Scene, finding: Finding) -> bool:
    """"Insgesamt 20 tote Migranten", "a total of six engineers": what is said to be a sum."""
    sums_up = words(scene.lexicon.lang, "scope", "sums")
    lead = scene.sentence.lower[max(0, finding.mention.start - 3) : finding.mention.start + 3]
    return finding.mention.count is not None and not sums_up.isdisjoint(lead)


def _alone(scene: Scene, finding: Finding) -> bool:
    """"Allein in der Moschee", "in the mosque alone": the figure of one place or time among several."""
    alone = words(scene.lexicon.lang, "scope", "alone")
    if alone.isdisjoint(scene.sentence.vocabulary) or finding.mention.count is None:
        return False
    before, after = scene.words[max(0, finding.start - ALONE) : finding.end], scene.words[finding.end : finding.end + ALONE]
    return any(w.lower in alone for w in (*before, *after))


def scenes_of(document: Document) -> Iterator[Scene]:
    """Every sentence that may speak of harm, read, in order."""
    lex = lexicon(document.lang)
    earlier: list[Finding] = []
    indexes, fleeing = _worth_reading(document)
    for index in indexes:
        scene = scene_of(document, index, lex, fleeing=fleeing)
        if scene is None:
            continue
        read_scene(scene, earlier, fleeing=fleeing)
        if scene.findings:
            scene.findings.sort(key=lambda f: (f.mention.start, f.start))
            earlier += scene.findings
        yield scene


def _worth_reading(document: Document) -> tuple[list[int], bool]:
    """The numbers of the sentences with a word of harm, or with one that is harm after such a sentence.

    And whether the report tells of flight: then those with a verb of moving are among them.
    """
    hard, soft = triggers(document.lang).find(document.text)
    if "*" in document.text:
        hard += [m.start() for m in _DISGUISED.finditer(document.text)]
    if not hard:
        return [], False
    fleeing = flight.told(document.text, document.lang)
    if fleeing:
        hard += flight.moves(document.text, document.lang)
    return sentences([document.index_at(at) for at in hard], sorted({document.index_at(at) for at in soft})), fleeing


def scene_of(document: Document, index: int, lex: Lexicon, *, fleeing: bool) -> Scene | None:
    """The sentence with its words, mentions and predicates; None when nothing in it can be harm."""
    sentence = document.sentence(index)
    words = lex.words_of(sentence.words)
    if not lex.capital_nouns:
        sentence, words = without_remarks(sentence, words)
    no_harm = blocked(sentence, lex.lang)
    found = predicates(sentence, words, lex.lang, no_harm)
    was = "es" in sentence.vocabulary and not WERE.isdisjoint(sentence.vocabulary) and lex.lang == "de"
    if not (
        found or was or any(w.harm for w in words) or fleeing and flight.moving(sentence, lex.lang)
    ) and _PARTS.isdisjoint(sentence.vocabulary):
        return None
    people = [m for m in mentions(sentence, words, lex) if m.head not in no_harm]
    inside = {at for m in people if m.kind == "harm" or m.attribute for at in range(m.start, m.end)}
    found = [p for p in found if p.idiom or p.at not in inside]
    return Scene(document.text, sentence, words, lex, people, found)


def read_scene(scene: Scene, earlier: list[Finding], *, fleeing: bool = False) -> None:
    """All findings of one sentence."""
    opened = parts.mark(scene)
    nominal.tolls(scene)
    (german if scene.lexicon.lang == "de" else english).assign(scene)
    nominal.nouns(scene, {f.kind for f in earlier})
    if scene.lexicon.lang == "de":
        told_in_it(scene)
    if scene.lexicon.lang == "de":
        found_dead(scene)
        told_before(scene, earlier)
        they(scene, earlier)
    if fleeing:
        flight.assign(scene)
    if scene.lexicon.lang == "de":
        broken_down(scene)
        gapped_numbers(scene)
        it_was(scene, earlier)
    wholes.attach(scene, opened, earlier)
