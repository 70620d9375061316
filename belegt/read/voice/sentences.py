"""The sentences of a report as the attribution engine reads them: tagged and attributed once each, with quotations."""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import attrgetter

from belegt.read.document import Document
from belegt.read.voice import first, second, sources
from belegt.read.voice import roles as r
from belegt.read.voice.attribution import Attribution
from belegt.read.voice.cues import CUE, MOODY, cues
from belegt.read.voice.lexicon import lexicon
from belegt.read.voice.quotation import Quotation, quotations
from belegt.read.voice.tagged import LONGEST, Tagged

_start = attrgetter("start")
_cue = attrgetter("cue")
_VERBS = r.VERB | r.HAVE | r.SO | r.PARTICIPLE | r.HOLD_PARTICIPLE | r.GERUND | r.IMPERSONAL


class Sentences:
    """Views of the sentences of one document, made when they are asked for."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.lexicon = lexicon(document.lang)
        self._tagged: dict[int, Tagged] = {}
        self._said: dict[int, list[Attribution]] = {}
        self._quotations: list[Quotation] | None = None
        self._cues: dict[int, int] | None = None
        self._moody: dict[int, bool] = {}

    def cued(self) -> dict[int, int]:
        """What words of attribution each sentence holds that has any; the text is scanned once."""
        if self._cues is None:
            self._cues = cues(self.document.lang).find(self.document)
        return self._cues

    def tagged(self, index: int) -> Tagged:
        """Sentence ``index`` with the roles of its words."""
        found = self._tagged.get(index)
        if found is None:
            found = self._tagged[index] = Tagged(self.document.sentence(index), self.lexicon, self.document.text)
        return found

    def said(self, index: int) -> list[Attribution]:
        """The attributions of sentence ``index``, in order of their cues."""
        found = self._said.get(index)
        if found is None:
            told = self.cued().get(index, 0) & CUE
            found = self._said[index] = sorted(self._read(self.tagged(index)), key=_cue) if told else []
        return found

    def _read(self, t: Tagged) -> list[Attribution]:
        found: list[Attribution] = []
        if len(t) > LONGEST:
            return found
        if t.seen & _VERBS:
            found += (second if t.lexicon.verb_second else first).spoken(t)
        if t.seen & sources.TRIGGERS:
            found += sources.named(t)
        if t.seen & r.HARD and t.seen & r.AGENT:
            found += sources.headed(t)
            if not found:
                found += sources.footed(t)
        if t.seen & r.TALK:
            found += sources.talk(t)
        if not found and t.lexicon.verb_second and t.seen & r.COMMA and t.seen & (r.MOOD | r.MESSAGE | r.OPINION):
            found += second.complement(t)
        return found

    def maybe_moody(self, index: int) -> bool:
        """Whether the sentence may stand in the mood of reported speech; it is not tagged for it."""
        found = self._moody.get(index)
        if found is None:
            unlisted, span = self.lexicon.unlisted, self.document.span(index)
            listed = self.cued().get(index, 0) & MOODY != 0
            found = listed or (unlisted is not None and unlisted.search(self.document.text, *span) is not None)
            self._moody[index] = found
        return found

    def quotations(self) -> list[Quotation]:
        """The quotations of the report."""
        if self._quotations is None:
            self._quotations = quotations(self.document.text)
        return self._quotations

    def quotation_at(self, offset: int) -> Quotation | None:
        """The last quotation that starts at or before ``offset``."""
        found = self.quotations()
        at = bisect_right(found, offset, key=_start) - 1 if found else -1
        return found[at] if at >= 0 else None

    def quoted(self, a: Attribution) -> bool:
        """Whether the attribution is itself part of what somebody is quoted with."""
        quote = self.quotation_at(a.cue[0])
        return quote is not None and a.cue[1] <= quote.end and quote.long

    def opens(self, index: int, pattern: re.Pattern[str]) -> bool:
        """Whether sentence ``index`` is there and begins like this; it is not tagged for it."""
        return (
            index < len(self.document) and pattern.match(self.document.text, self.document.span(index)[0]) is not None
        )

    def holds(self, index: int, pattern: re.Pattern[str]) -> bool:
        """Whether sentence ``index`` is there and holds such a word; it is not tagged for it."""
        return index < len(self.document) and pattern.search(self.document.text, *self.document.span(index)) is not None
