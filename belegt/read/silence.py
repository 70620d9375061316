"""Why a sentence with a word of harm made no figure: what ``belegt read --why`` tells beside the claims.

Invariant: a sentence that holds a figure is never silent, and every other sentence that has a word of harm is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Literal

from belegt.model import Claim, HarmClaim, Report
from belegt.read.document import Document
from belegt.read.figures import scenes_of
from belegt.read.grammar.findings import Scene
from belegt.read.grammar.lexicon import lexicon
from belegt.read.grammar.predicates import blocked
from belegt.read.triggers import triggers

Reason = Literal["phrase", "denied", "supposed", "known", "nobody", "unbound"]
"""phrase: it belongs to a phrase that only looks like harm; denied: the text says it did not happen; supposed: it is
feared, planned or possible; known: the people are those told before; nobody: no people in the sentence; unbound: people,
but none where the word takes those who are harmed."""


@dataclass(frozen=True, slots=True)
class Silence:
    """Characters ``start`` to ``end`` of the report are a sentence without a figure; ``word_start`` to ``word_end`` its
    first word of harm; ``reason`` says why nothing was read from it."""

    start: int
    end: int
    word_start: int
    word_end: int
    reason: Reason

    def as_dict(self, text: str) -> dict[str, object]:
        """As JSON; ``text`` is that of the report."""
        return {
            "start": self.start,
            "end": self.end,
            "sentence": text[self.start : self.end],
            "word": text[self.word_start : self.word_end],
            "reason": self.reason,
        }


def silences(report: Report, claims: Sequence[Claim]) -> list[Silence]:
    """The sentences of a report with a word of harm and no figure among its claims, in order, each with the reason."""
    document = Document(report)
    told: set[int] = set()
    for claim in claims:
        if isinstance(claim, HarmClaim):
            told |= {document.index_at(claim.passage.start), document.index_at(claim.passage.end - 1)}
    words = {index: at for index, at in _words_of_harm(document) if index not in told}
    scenes = {scene.sentence.index: scene for scene in scenes_of(document)} if words else {}
    return [_silence(document, index, at, scenes.get(index)) for index, at in sorted(words.items())]


def _words_of_harm(document: Document) -> Iterator[tuple[int, int]]:
    """Sentence and token of every word that means harm by itself, the first of a sentence last."""
    lex = lexicon(document.lang)
    for offset in reversed(triggers(document.lang).find(document.text)[0]):
        index = document.index_at(offset)
        sentence = document.sentence(index)
        at = next((k for k, last in enumerate(sentence.ends) if offset < last), 0)
        if lex[sentence.words[at]].harm:
            yield index, at


def _silence(document: Document, index: int, at: int, scene: Scene | None) -> Silence:
    sentence = document.sentence(index)
    start, end = document.span(index)
    return Silence(start, end, sentence.starts[at], sentence.ends[at], _reason(scene, at, blocked(sentence, document.lang)))


def _reason(scene: Scene | None, at: int, no_harm: Set[int]) -> Reason:
    if at in no_harm:
        return "phrase"
    if scene is None:
        return "nobody"
    refused = {p.refused for p in scene.predicates}
    if "denied" in refused:
        return "denied"
    if "supposed" in refused:
        return "supposed"
    if any(m.kind == "harm" and m.count is None and m.start <= at < m.end for m in scene.mentions):
        return "known"
    return "unbound" if any(m.kind != "unknown" or m.count for m in scene.mentions) else "nobody"
