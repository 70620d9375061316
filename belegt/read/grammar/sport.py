"""Reports of a match: players who are hurt in it are no casualties.

Invariant: a report that tells of any other harm keeps all its findings.
"""

from __future__ import annotations

from belegt.read.document import Document
from belegt.read.grammar.findings import Finding
from belegt.read.lang import words

TELLING = 3
"""Different words of sport that make a report one of a match."""


def hurt_in_play(document: Document, findings: list[Finding]) -> bool:
    """Whether all harm of the report is that of players: injuries alone, in a text with the words of a match."""
    if not findings or any(f.kind != "injured" for f in findings):
        return False
    sport = words(document.lang, "harm", "sport")
    return len({word for word in sport if word in document.text}) >= TELLING
