"""The statements of a report: direct quotations and what is told indirectly, each with its speaker.

Invariant: every statement quotes the report exactly; a direct one lies within quotation marks.
"""

from __future__ import annotations

from collections.abc import Iterator

from belegt.model import Passage, StatementClaim, Why
from belegt.read.document import Document
from belegt.read.voice import lexicon as lex
from belegt.read.voice.attribution import LAST, NOBODY, Attribution, Span
from belegt.read.voice.mood import reported
from belegt.read.voice.quotation import Quotation
from belegt.read.voice.voices import Voices

_SHORTEST = 12
_EDGE = " \t\n,;:–—-."


def statements(document: Document, voices: Voices | None = None) -> list[StatementClaim]:
    """All statements of the report, in order of the text."""
    voices = voices or Voices(document)
    found = [*_direct(document, voices), *_indirect(document, voices)]
    unique = {(c.passage.start, c.passage.end): c for c in reversed(found)}
    return sorted(unique.values(), key=lambda c: (c.passage.start, -c.passage.end))


def _direct(document: Document, voices: Voices) -> Iterator[StatementClaim]:
    for quote in voices.quotations():
        beside = voices.attribution_of(quote)
        if beside is None:
            index = document.index_at(quote.start)
            if not voices.said(index) and reported(voices.tagged(index), quote.start, quote.end) and _small(document.text, quote):
                told = _told_before(voices, index)
                if told:
                    yield _claim(document, (quote.start, quote.end), told[0], "direct", "quotation in reported speech", told[1])
                    continue
            last = voices.speaker_before(document.index_at(quote.start)) if quote.long else None
            if quote.long and _sentence_like(document, voices, quote):
                yield _claim(document, (quote.start, quote.end), last.source if last else "", "direct", "quotation goes on", "")
            continue
        index, a = beside
        if quote.long or _speech(document, quote, a):
            yield _claim(document, (quote.start, quote.end), _speaker(voices, index, a), "direct", "quotation", document.text[slice(*a.cue)])


def _sentence_like(document: Document, voices: Voices, quote: Quotation) -> bool:
    """Whether a quotation without speaker beside it is speech: it follows a colon or holds a finite verb; titles do not."""
    if document.text[: quote.start].rstrip()[-1:] == ":":
        return True
    t = voices.tagged(document.index_at(quote.inner[0]))
    return any(t.has(k, lex.FINITE) for k in range(len(t)) if quote.start < t.start(k) < quote.end)


def _speech(document: Document, quote: Quotation, a: Attribution) -> bool:
    """A short quotation that is said, not the name of something: it does not name the speaker and holds a small letter."""
    if a.speaker and a.speaker[0] <= quote.start < a.speaker[1]:
        return False
    return _small(document.text, quote)


def _small(text: str, quote: Quotation) -> bool:
    return any(word.islower() for word in text[slice(*quote.inner)].split())


def _told_before(voices: Voices, index: int) -> tuple[str, str] | None:
    """The phrase of the last speaker as the text has it, and the words of that attribution."""
    found = voices.told_before(index)
    if found is None:
        return None
    back, a = found
    return _speaker(voices, back, a), voices.text[slice(*a.cue)]


def _indirect(document: Document, voices: Voices) -> Iterator[StatementClaim]:
    for index in range(len(document)):
        spoken = voices.said(index)
        t = voices.tagged(index)
        for a in (a for a in spoken if not voices.quoted(a)):
            span = document.span(index - 1) if a.previous and index else (a.start, a.end)
            span = _trimmed(document.text, span)
            if span[1] - span[0] >= _SHORTEST and (a.told != NOBODY or a.rule == "said by nobody") and not _all_quoted(document.text, voices.quotations(), span):
                yield _claim(document, span, _speaker(voices, index, a), "indirect", a.rule, document.text[slice(*a.cue)])
        if not spoken and index and t.seen & lex.HEARSAY and voices.said(index - 1):
            told = _told_before(voices, index)
            if told is not None:
                yield _claim(document, document.span(index), told[0], "indirect", "hearsay goes on", told[1])
        elif not spoken and reported(t, *document.span(index)):
            told = _told_before(voices, index)
            if told is not None:
                yield _claim(document, document.span(index), told[0], "indirect", "reported speech goes on", told[1])


def _all_quoted(text: str, quotes: list[Quotation], span: Span) -> bool:
    """Whether what is said is one quotation, give or take the words that lead to its colon."""
    colon = text.find(":", *span)
    if colon >= 0 and any(0 < q.start - colon <= 3 for q in quotes) and "," not in text[span[0] : colon]:
        return True
    return any(q.start <= span[0] + 2 and span[1] <= q.end + 2 for q in quotes)


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start] in _EDGE:
        start += 1
    while start < end and text[end - 1] in _EDGE:
        end -= 1
    return start, end


def _speaker(voices: Voices, index: int, a: Attribution) -> str:
    """The speaker as written, pronouns too; the last speaker where the words name none."""
    if a.told == NOBODY:
        return ""
    if a.speaker is None or a.told == LAST:
        return voices.voice(index, a).source
    return voices.text[slice(*a.speaker)]


def _claim(document: Document, span: Span, speaker: str, mode: str, rule: str, words: str) -> StatementClaim:
    passage = Passage(document.report, *span)
    return StatementClaim(passage=passage, speaker=speaker, mode=mode, why=(Why(rule, words),))


