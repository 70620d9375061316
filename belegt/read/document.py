"""A report as the reader works on it: its sentences, each tokenised once and only when somebody asks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date

from belegt.model import Report
from belegt.read.lang import FALLBACK, LANGUAGES
from belegt.read.segment import Sentence, spans, tokenize

SHORT, BEFORE_HEADLINE, LONGEST_HEADLINE = 15, 60, 200
"""Characters of a title that is no headline, of the date before a headline, and of a headline with its line of agency and date."""
_BYLINE = re.compile(r" (?=(?:AFP|AP|EFE|Reuters|Xinhua) [A-Z][a-z]{2,5}day \d{1,2} [A-Z][a-z]{2,8} \d{4}\b)")


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
        self.headline = -1
        """Where the headline ends that the text repeats at its head, once it is cut; -1 where it repeats none."""

    def _spans(self) -> list[tuple[int, int, int]]:
        """Start, end and paragraph of each sentence; the text is cut when somebody asks for the first time."""
        if self._cut is None:
            self._cut = list(self._behind_headline(spans(self.text, self.lang)))
            self._starts = [start for start, _, _ in self._cut]
        return self._cut

    def _behind_headline(self, cut: Iterable[tuple[int, int, int]]) -> Iterator[tuple[int, int, int]]:
        """The sentences, parted where the headline ends that a text repeats at its head and runs on from without a full stop."""
        self.headline = end = self._headline_end()
        for start, stop, paragraph in cut:
            if end > 0 and start < end < stop - 1 and self.text[end] == " " and not self.text[end + 1].islower() and self.text[end + 1].isalnum():
                yield start, end, paragraph
                start = end + 1
            yield start, stop, paragraph

    def _headline_end(self) -> int:
        """Where the title ends that is repeated at the head, else what stands before an agency and its full date; -1 without either."""
        title = self.report.title.strip()
        at = self.text.find(title, 0, len(title) + BEFORE_HEADLINE) if len(title) > SHORT else -1
        if at >= 0:
            return at + len(title)
        byline = _BYLINE.search(self.text, 0, LONGEST_HEADLINE)
        return byline.start() if byline else -1

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
