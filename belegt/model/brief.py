"""A brief: sentences that stand on footnotes, footnotes that quote reports (R1, R33).

Invariant held by ``belegt.brief.check``: every number and every date in a sentence lies in a ``Stated`` span, and the
claim of that span says exactly this, in words that its footnote quotes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from belegt.model.claim import Claim
from belegt.model.passage import Passage
from belegt.model.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnote:
    """Number ``n`` of a brief: one passage with all claims read from it, in the words that will be printed.

    ``own`` names the fields of its claims that a reviewer filled and that its words do not bear out; it is printed with it.
    """

    n: int
    passage: Passage
    claims: tuple[Claim, ...]
    quote: str
    outlet: str
    published: date | None
    title: str = ""
    url: str = ""
    own: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stated:
    """Words ``start`` to ``end`` of a sentence give the ``what`` (count, when or published) of ``claim`` in note ``note``."""

    start: int
    end: int
    note: int
    claim: str
    what: str = "count"


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words of the brief; ``notes`` are the footnotes they rest on, ``stated`` which words give which figure or date."""

    text: str
    notes: tuple[int, ...] = ()
    stated: tuple[Stated, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its sentences; ``listed`` sections are printed a line a sentence."""

    heading: str
    sentences: tuple[Sentence, ...]
    listed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """The whole text: as of a day, from these reports, in one language.

    ``as_known`` is the day at whose end, in UTC, the record stood so; None where it is told as of now.
    """

    lang: str
    title: str
    as_of: date | None
    reports: tuple[Report, ...]
    sections: tuple[Section, ...]
    footnotes: tuple[Footnote, ...]
    as_known: date | None = None
