"""A report as the reader works on it: its sentences, each tokenised once and only when somebody asks."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

from belegt.model import Report
from belegt.read.lang import FALLBACK, LANGUAGES
from belegt.read.segment import Sentence, spans, tokenize


class Document:
    """``lang`` is the language whose pack reads the report; offsets are code points of ``text``."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.text = report.text
        self.lang = report.lang[:2] if report.lang[:2] in LANGUAGES else FALLBACK
        self.published: date | None = report.published
        self._sentences: dict[int, Sentence] = {}
        self._cut: list[tuple[int, int, int]] | None = None
        self._starts: list[int] = []

    def _spans(self) -> list[tuple[int, int, int]]:
        """Start, end and paragraph of each sentence; the text is cut when somebody asks for the first time."""
        if self._cut is None:
            self._cut = list(spans(self.text, self.lang))
            self._starts = [start for start, _, _ in self._cut]
        return self._cut

    def __len__(self) -> int:
        return len(self._spans())

    def sentence(self, index: int) -> Sentence:
        """The tokenised sentence ``index``."""
        found = self._sentences.get(index)
        if found is None:
            start, end, paragraph = self._spans()[index]
            found = self._sentences[index] = tokenize(self.text, start, end, index, paragraph)
        return found

    def span(self, index: int) -> tuple[int, int]:
        """Start and end of sentence ``index``, without tokenising it."""
        start, end, _ = self._spans()[index]
        return start, end

    def paragraph(self, index: int) -> int:
        """Number of the paragraph of sentence ``index``."""
        return self._spans()[index][2]

    def index_at(self, offset: int) -> int:
        """Index of the sentence that holds ``offset``, or of the one before it."""
        if self._cut is None:
            self._spans()
        return max(0, bisect_right(self._starts, offset) - 1)
