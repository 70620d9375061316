"""Figures of harm in a report: sentences with a harm word go through the grammar, findings become claims.

Invariant: every claim quotes its report, and a part names a claim of the same report as its whole.
"""

from __future__ import annotations

import re

from belegt.read.document import Document
from belegt.read.grammar import nominal, parts, sums, wholes
from belegt.read.grammar.english import verbs as english
from belegt.read.grammar.findings import Finding, Scene
from belegt.read.grammar.german import verbs as german
from belegt.read.grammar.lexicon import Lexicon, lexicon
from belegt.read.grammar.mentions import mentions
from belegt.read.grammar.predicates import blocked, predicates
from belegt.read.triggers import sentences, triggers

_DISGUISED = re.compile(r"\w\*\w")
_PARTS = frozenset(("davon", "darunter", "ihnen", "denen", "toll", "them", "whom"))


def findings(document: Document) -> list[tuple[Scene, list[Finding]]]:
    """The scenes of a report that hold findings, in order."""
    lex = lexicon(document.lang)
    earlier: list[Finding] = []
    scenes = []
    for index in _worth_reading(document):
        scene = scene_of(document, index, lex)
        if scene is None:
            continue
        read_scene(scene, earlier)
        if scene.findings:
            scene.findings.sort(key=lambda f: (f.mention.start, f.start))
            scenes.append((scene, scene.findings))
            earlier += scene.findings
    sums.add_up(earlier)
    sums.name_parts(earlier)
    return scenes


def _worth_reading(document: Document) -> list[int]:
    hard, soft = triggers(document.lang).find(document.text)
    if "*" in document.text:
        hard += [m.start() for m in _DISGUISED.finditer(document.text)]
    return sentences([document.index_at(at) for at in hard], sorted({document.index_at(at) for at in soft})) if hard else []


def scene_of(document: Document, index: int, lex: Lexicon) -> Scene | None:
    """The sentence with its words, mentions and predicates; None when nothing in it can be harm."""
    sentence = document.sentence(index)
    words = lex.words_of(sentence.words)
    no_harm = blocked(sentence, lex.lang)
    found = predicates(sentence, words, lex.lang, no_harm)
    if not found and not any(w.harm for w in words) and _PARTS.isdisjoint(sentence.vocabulary):
        return None
    people = [m for m in mentions(sentence, words, lex) if m.head not in no_harm]
    inside = {at for m in people if m.kind == "harm" or m.attribute for at in range(m.start, m.end)}
    found = [p for p in found if p.idiom or p.at not in inside]
    return Scene(document.text, sentence, words, lex, people, found)


def read_scene(scene: Scene, earlier: list[Finding]) -> None:
    """All findings of one sentence."""
    opened = parts.mark(scene)
    nominal.tolls(scene)
    (german if scene.lexicon.lang == "de" else english).assign(scene)
    nominal.nouns(scene, {f.kind for f in earlier})
    wholes.attach(scene, opened, earlier)
