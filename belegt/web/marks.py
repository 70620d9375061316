"""A text cut into pieces where marks begin and end, so that overlapping claims can be shown.

Invariant: offsets are code points and are never sent to the browser to be cut there; joined, the pieces are the text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from belegt.model import Claim, ControlClaim, FacilityClaim, HarmClaim, ProposalClaim, StatementClaim
from belegt.read.document import Document

KEPT = "\n\t\u00ad\u200c\u200d"
"""What stays as it is: line breaks, and what words of many languages are joined with."""
HIDDEN = ("Cc", "Cf", "Co", "Cs")
OPENING, CLOSING = "\u2066\u2067\u2068", "\u2069"


@dataclass(frozen=True)
class Span:
    """Code points ``start`` to ``end``, and what they are marked with."""

    start: int
    end: int
    label: str


@dataclass(frozen=True)
class Piece:
    """A stretch of text with all its labels; ``opens`` are those that begin with it."""

    text: str
    labels: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()


def pieces(text: str, spans: Iterable[Span], start: int = 0, end: int | None = None) -> list[Piece]:
    """The stretch from ``start`` to ``end``, cut at every border of a span."""
    last = len(text) if end is None else end
    inside = [s for s in spans if s.start < last and s.end > start and s.start < s.end]
    borders = {start, last, *(max(start, s.start) for s in inside), *(min(last, s.end) for s in inside)}
    cuts = sorted(borders)
    opening, closing = _at(inside, start, last)
    order = {s.label: i for i, s in reversed(list(enumerate(inside)))}
    open_now: list[str] = []
    found = []
    for a, b in pairwise(cuts):
        open_now = [label for label in open_now if label not in closing.get(a, ())]
        new = opening.get(a, [])
        open_now += [label for label in new if label not in open_now]
        found.append(Piece(shown(text[a:b]), tuple(open_now), tuple(sorted(new, key=order.__getitem__))))
    return found


def _at(spans: list[Span], start: int, last: int) -> tuple[dict[int, list[str]], dict[int, set[str]]]:
    opening: dict[int, list[str]] = {}
    closing: dict[int, set[str]] = {}
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        opening.setdefault(max(start, span.start), []).append(span.label)
        closing.setdefault(min(last, span.end), set()).add(span.label)
    return opening, closing


def shown(text: str, kept: str = KEPT) -> str:
    """Text with its control and direction characters written as numbers: none may turn a line round (T6)."""
    if text.isprintable():
        return text
    return "".join(c if c in kept or unicodedata.category(c) not in HIDDEN else f"⟨U+{ord(c):04X}⟩" for c in text)


def line(text: str) -> str:
    """Text in one line; isolates stay where each is closed, since those can turn nothing round outside of them."""
    return shown(" ".join(text.split()), KEPT + OPENING + CLOSING if _closed(text) else KEPT)


def _closed(text: str) -> bool:
    depth = 0
    for c in text:
        depth += (c in OPENING) - (c in CLOSING)
        if depth < 0:
            return False
    return depth == 0


def around(claim: Claim, sentences: int = 1) -> tuple[int, int]:
    """Start and end of the sentences of a claim, with ``sentences`` more on each side."""
    document, passage = Document(claim.report), claim.passage
    first, last = (document.index_at(offset) for offset in (passage.start, passage.end - 1))
    first, last = max(0, first - sentences), min(len(document) - 1, last + sentences)
    return min(document.span(first)[0], passage.start), max(document.span(last)[1], passage.end)


def field_spans(claim: Claim, start: int, end: int) -> list[Span]:
    """Where the words of each field stand between ``start`` and ``end``, as near to the quote as they are found."""
    found = []
    for label, words in _fields(claim):
        at = _nearest(claim, words, start, end)
        if at is not None:
            found.append(Span(at, at + len(words), label))
    return found


def _fields(claim: Claim) -> Iterable[tuple[str, str]]:
    if isinstance(claim, HarmClaim):
        yield "count", claim.count.text
        yield from (("who", name) for name in claim.named)
    yield "when", claim.when.text
    yield "where", claim.where.text
    yield "source", claim.source
    yield "authority", claim.authority
    yield from (("by", name) for name in claim.by)
    if isinstance(claim, ControlClaim):
        yield from (("what", claim.area), ("what", claim.holder), ("what", claim.from_holder))
    elif isinstance(claim, FacilityClaim):
        yield "what", claim.name
    elif isinstance(claim, ProposalClaim):
        yield from (("what", claim.proposer), ("what", claim.answered_by))
    elif isinstance(claim, StatementClaim):
        yield from (("what", claim.speaker), ("what", claim.role), ("what", claim.addressee))


def _nearest(claim: Claim, words: str, start: int, end: int) -> int | None:
    """Where the words stand: in the quote if they do, else nearest to it."""
    if not words.strip():
        return None
    text, passage = claim.report.text, claim.passage
    places: list[int] = []
    at = text.find(words, start, end)
    while at != -1 and len(places) < 50:
        places.append(at)
        at = text.find(words, at + 1, end)
    return min(places, key=lambda p: max(passage.start - p, p + len(words) - passage.end, 0), default=None)
