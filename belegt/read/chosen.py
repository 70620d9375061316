"""Words that a person chose in a report, read as the reader reads them: a number, a time, a place.

Invariant: nothing is guessed. What the words do not say to the reader is None, and the person has to say it.
"""

from __future__ import annotations

from belegt.model import Quantity, Report, When, Where
from belegt.place import resolve
from belegt.read.document import Document
from belegt.read.grammar.lexicon import lexicon
from belegt.read.grammar.quantities import count_at
from belegt.read.places.story import Story
from belegt.read.time.governing import Times

BEFORE = 4
"""Tokens before the chosen words in which their bound may begin: "at least" before "141"."""


def count(report: Report, start: int, end: int) -> tuple[Quantity, int, int] | None:
    """The count that the words are part of, with the start and end of its own words: a bound that stands with them belongs to it."""
    document = Document(report)
    sentence, lex = document.sentence(document.index_at(start)), lexicon(document.lang)
    words = lex.words_of(sentence.words)
    inside = [i for i in range(len(sentence)) if sentence.ends[i] > start and sentence.starts[i] < end]
    if not inside:
        return None
    for at in range(max(0, inside[0] - BEFORE), inside[-1] + 1):
        found = count_at(sentence, words, at, lex)
        if found is not None and found.end > inside[0]:
            return found.quantity(document.text, sentence), sentence.starts[found.start], sentence.ends[found.end - 1]
    return None


def when(report: Report, start: int, end: int) -> When | None:
    """The days that the words mean, None where they mean none."""
    found, _ = Times(Document(report)).for_claim(start, end, "incident")
    words = report.text[start:end]
    if not found.text or not (found.text in words or words in found.text) or not (found.start or found.end):
        return None
    return When(words, found.start, found.end)


def where(report: Report, words: str) -> Where | None:
    """The place that the words name in this report, None where the gazetteer has none of that name."""
    found = resolve(words, near=Story(Document(report)).atlas.near)
    return found if found.place else None
