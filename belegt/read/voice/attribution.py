"""One attribution inside one sentence: who says what stands in a stretch of it.

Invariant: ``start <= end``, and every span is a half-open range of code points of the text.
"""

from __future__ import annotations

from typing import NamedTuple

Span = tuple[int, int]

NAMED, LAST, SUBJECT, NOBODY = "named", "last", "subject", "nobody"
"""How the speaker is told: by a phrase, as the one who spoke before, as the subject of the sentence, or not at all."""

_ENOUGH = 12


class Attribution(NamedTuple):
    """``start``-``end`` is what is said; ``speaker`` the phrase that names who says it; ``cue`` the words it rests on.

    ``relies`` is the phrase of those on whose word the speaker relies. ``previous`` says that the sentence before is
    meant ("Das teilte die Polizei mit"). ``strong`` is False for verbs of opinion and wish, which do not vouch.
    """

    start: int
    end: int
    speaker: Span | None
    rule: str
    cue: Span
    told: str = NAMED
    relies: Span | None = None
    stance: str = "asserted"
    previous: bool = False
    strong: bool = True

    def covers(self, start: int, end: int) -> bool:
        """Whether most of ``start``-``end`` lies in what is said, or opens there or in the words of the attribution."""
        shared = min(self.end, end) - max(self.start, start)
        opens = self.start <= start or start <= self.cue[0] <= self.start or self.cue[0] <= start <= self.start
        return 2 * shared >= end - start or (opens and shared >= min(_ENOUGH, (end - start) // 3))
