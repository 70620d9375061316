"""The statements of a report: direct quotations and what is told indirectly, each with its speaker.

Invariant: every statement quotes the report exactly; a direct one lies between quotation marks. ``speaker`` and
``role`` are as written, a pronoun too; ``source`` is who that is.
"""

from __future__ import annotations

from collections.abc import Iterator

from belegt.model import Passage, StatementClaim, Why
from belegt.read.document import Document
from belegt.read.voice import roles as r
from belegt.read.voice.attribution import LAST, NOBODY, Attribution, Span
from belegt.read.voice.cues import CUE, HEARSAY
from belegt.read.voice.mood import reported
from belegt.read.voice.quotation import Quotation
from belegt.read.voice.speakers import addressee, name_and_office
from belegt.read.voice.tagged import LONGEST
from belegt.read.voice.voices import REACH, Voice, Voices

_SHORTEST = 12
_EDGE = " \t\r\n,;:–—-."
_LEAD = 3
Told = tuple[int, Attribution]


def statements(document: Document, voices: Voices | None = None, reader: str = "") -> list[StatementClaim]:
    """All statements of the report, in order of the text, as the reader of that name gives them."""
    writer = _Writer(document, voices or Voices(document), reader)
    found = [*writer.direct(), *writer.indirect()]
    unique = {(claim.passage.start, claim.passage.end): claim for claim in reversed(found)}
    return sorted(unique.values(), key=lambda claim: (claim.passage.start, -claim.passage.end))


class _Writer:
    """Makes the statements of one report from its attributions."""

    def __init__(self, document: Document, voices: Voices, reader: str) -> None:
        self.document, self.voices, self.sentences = document, voices, voices.sentences
        self.text, self.reader = document.text, reader
        self._named: dict[str, tuple[str, str]] = {}

    def direct(self) -> Iterator[StatementClaim]:
        """Quotations that are speech: attributed ones, those in reported speech, and those that go on."""
        for quote in self.sentences.quotations():
            span = (quote.start, quote.end)
            told = self.voices.attribution_of(quote)
            if told is not None:
                if quote.long or (self._small(quote) and not _names_speaker(quote, told[1])):
                    yield self._claim(span, told, "direct", "quotation")
                continue
            index = self.document.index_at(quote.start)
            if self._in_reported_speech(index, quote):
                yield self._claim(span, self.voices.told_before(index), "direct", "quotation in reported speech")
            elif quote.long and self._is_speech(quote):
                yield self._claim(span, self.voices.told_before(index), "direct", "quotation goes on")

    def indirect(self) -> Iterator[StatementClaim]:
        """What attributions cover, and sentences in which reported speech goes on."""
        cued, last = self.sentences.cued(), -REACH
        for index in range(len(self.document)):
            said = self.sentences.said(index) if cued.get(index, 0) & CUE else ()
            for a in said:
                span = _trimmed(self.text, self.document.span(index - 1) if a.previous and index else (a.start, a.end))
                if self._is_told(a, span) and not self._ends_quotation(index, a, span):
                    yield self._claim(span, (index, a), "indirect", a.rule)
            if said:
                last = index
            elif index - last <= REACH and (rule := self._goes_on(index, hearsay=last == index - 1)):
                told = self.voices.told_before(index)
                if told is not None:
                    yield self._claim(self.document.span(index), told, "indirect", rule)

    def _is_told(self, a: Attribution, span: Span) -> bool:
        told = a.told != NOBODY or a.rule == "said by nobody"
        return told and span[1] - span[0] >= _SHORTEST and not self.sentences.quoted(a) and not self._is_quotation(span)

    def _ends_quotation(self, index: int, a: Attribution, span: Span) -> bool:
        """Whether what is said is the last sentence of a quotation that began before."""
        quote = self.sentences.quotation_at(span[0])
        return (
            quote is not None and quote.start < span[0] < quote.end and self.voices.attribution_of(quote) == (index, a)
        )

    def _goes_on(self, index: int, *, hearsay: bool) -> str:
        """The rule by which a sentence without attribution is still told by somebody, "" for none."""
        if hearsay and self.sentences.cued().get(index, 0) & HEARSAY:
            return "hearsay goes on"
        moody = self.sentences.maybe_moody(index) and reported(self.sentences.tagged(index), *self.document.span(index))
        return "reported speech goes on" if moody else ""

    def _is_quotation(self, span: Span) -> bool:
        """Whether what is said is one quotation, give or take the words that lead to its colon."""
        colon = self.text.find(":", *span)
        led = (
            self.sentences.quotation_at(colon + _LEAD) if colon >= 0 and "," not in self.text[span[0] : colon] else None
        )
        if led is not None and led.start > colon:
            return True
        quote = self.sentences.quotation_at(span[0] + 2)
        return quote is not None and span[1] <= quote.end + 2

    def _in_reported_speech(self, index: int, quote: Quotation) -> bool:
        if not self.sentences.maybe_moody(index) or self.sentences.said(index) or not self._small(quote):
            return False
        told = self.voices.told_before(index) is not None
        return told and reported(self.sentences.tagged(index), quote.start, quote.end)

    def _is_speech(self, quote: Quotation) -> bool:
        """Whether a quotation without speaker is speech: behind a colon, a sentence, or with a finite verb; no title."""
        if self.text[: quote.start].rstrip()[-1:] == ":" or self.text[quote.inner[1] - 1] in ".!?":
            return True
        t = self.sentences.tagged(self.document.index_at(quote.inner[0]))
        return len(t) <= LONGEST and any(
            t.has(k, r.FINITE) for k in range(len(t)) if quote.start < t.start(k) < quote.end
        )

    def _small(self, quote: Quotation) -> bool:
        """Whether the quotation is more than a name: it holds a word in small letters."""
        return any(word.islower() for word in self.text[slice(*quote.inner)].split())

    def _claim(self, span: Span, told: Told | None, mode: str, rule: str) -> StatementClaim:
        voice = self.voices.voice(*told) if told else Voice()
        name, office = self._name_and_office(self._as_written(told, voice))
        heard = addressee(self.sentences.tagged(told[0]), told[1]) if told else None
        return StatementClaim(
            passage=Passage(self.document.report, *span), speaker=name, role=office, mode=mode, source=voice.source,
            authority=voice.authority, stance=voice.stance, addressee=self.text[slice(*heard)] if heard else "",
            why=(Why(rule, voice.words),), reader=self.reader,
        )  # fmt: skip

    def _name_and_office(self, phrase: str) -> tuple[str, str]:
        if phrase not in self._named:
            self._named[phrase] = name_and_office(phrase, self.sentences.lexicon)
        return self._named[phrase]

    def _as_written(self, told: Told | None, voice: Voice) -> str:
        """The words that name the speaker, a pronoun too; who that is where none do."""
        if told is None or told[1].told == NOBODY:
            return ""
        speaker = told[1].speaker
        return voice.source if speaker is None or told[1].told == LAST else self.text[slice(*speaker)]


def _names_speaker(quote: Quotation, a: Attribution) -> bool:
    return a.speaker is not None and a.speaker[0] <= quote.start < a.speaker[1]


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start] in _EDGE:
        start += 1
    while start < end and text[end - 1] in _EDGE:
        end -= 1
    return start, end
