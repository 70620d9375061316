"""Rolls of victims: a heading with a number ("Family members (5)") over entries that name one person each.

The number is a figure of its own, of the harm that its entries have in common, and the entries are its parts.
"""

from __future__ import annotations

import re
from functools import cache

from belegt.read.document import Document
from belegt.read.grammar.findings import Finding, Scene
from belegt.read.grammar.lexicon import Lexicon
from belegt.read.grammar.mention import Mention
from belegt.read.grammar.quantities import count_at
from belegt.read.lang import table

ENTRY = 14
"""Tokens of an entry at most; a longer sentence ends the roll."""
STRUCK = frozenset(("killed", "injured"))


@cache
def _heading(lang: str) -> re.Pattern[str] | None:
    heads = table(lang, "grammar")["roll_heads"]
    return re.compile(rf"(?m)^[ \t]*(?:{'|'.join(map(re.escape, heads))})[ \t]*\n?[ \t]*(?P<number>\(\d{{1,3}}\))[ \t]*$") if heads else None


def add_rolls(document: Document, lex: Lexicon, scenes: list[tuple[Scene, list[Finding]]]) -> None:
    """Put the scenes of the headings among ``scenes``, in order, and make their entries parts of them."""
    pattern = _heading(document.lang)
    if pattern is None or "(" not in document.text:
        return
    headings = [document.index_at(match.start("number")) for match in pattern.finditer(document.text)]
    for number, index in enumerate(headings):
        last = headings[number + 1] if number + 1 < len(headings) else len(document)
        entries = _entries(document, scenes, index + 1, last)
        heading = _scene(document, lex, index) if entries else None
        if heading is None:
            continue
        kinds = {entry.kind for entry in entries}
        whole = heading.add(heading.mentions[0], next(iter(kinds)) if len(kinds) == 1 else "casualties", "roll")
        for entry in entries:
            entry.whole = whole
        scenes.append((heading, heading.findings))
    scenes.sort(key=lambda row: row[0].sentence.index)


def _entries(document: Document, scenes: list[tuple[Scene, list[Finding]]], start: int, end: int) -> list[Finding]:
    """The persons of a roll: one finding each, in sentences that are no prose."""
    stop = next((k for k in range(start, end) if len(document.sentence(k)) > ENTRY), end)
    inside = [found for scene, found in scenes if start <= scene.sentence.index < stop]
    return [found[0] for found in inside if len(found) == 1 and found[0].mention.singular and found[0].kind in STRUCK]


def _scene(document: Document, lex: Lexicon, index: int) -> Scene | None:
    """The heading's number as people who are counted."""
    sentence = document.sentence(index)
    words = lex.words_of(sentence.words)
    at = next((k for k, word in enumerate(words) if word.text.isdigit()), None)
    count = count_at(sentence, words, at, lex) if at is not None else None
    if count is None or at is None or (count.high or 0) < 2:
        return None
    return Scene(document.text, sentence, words, lex, [Mention(0, len(words), at, "bare", count=count)], [])
