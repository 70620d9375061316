"""A brief: sentences that stand on footnotes, footnotes that quote reports (R1, R33)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from belegt.model.claim import Claim


@dataclass(frozen=True, slots=True)
class Footnote:
    """Number ``n`` of a brief: the claims of one passage, quoted from one report."""

    n: int
    claim: Claim


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words of the brief; ``notes`` are the footnotes they rest on, ``numbers`` the figures they state."""

    text: str
    notes: tuple[int, ...] = ()
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its sentences."""

    heading: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """The whole text: as of a day, from so many reports, in one language."""

    lang: str
    title: str
    as_of: date | None
    reports: int
    sections: tuple[Section, ...]
    footnotes: tuple[Footnote, ...]
