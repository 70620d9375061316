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
    if not findings or any(f.kind != "injured" and not _sacrifice(f) for f in findings):
        return False
    sport = words(document.lang, "harm", "sport")
    return len({word for word in sport if word in document.text}) >= TELLING


def _sacrifice(finding: Finding) -> bool:
    """ "Der Lauf hat viele Opfer gefordert": an uncounted number of victims is only how a match is told."""
    count = finding.mention.count
    return finding.mention.harm == "casualties" and (count is None or count.qualifier == "vague")
