"""What all kinds of claims of a report share: who says it, when and where it was; found once, asked by every reader of claims."""

from __future__ import annotations

from dataclasses import dataclass

from belegt.read.document import Document
from belegt.read.places import Places
from belegt.read.time import Times
from belegt.read.voice import Voices


@dataclass(frozen=True, slots=True)
class Finders:
    """Who finds what governs a claim, for one report; each reads a sentence when it is first asked for it."""

    voices: Voices
    times: Times
    places: Places

    @classmethod
    def of(cls, document: Document) -> Finders:
        """The finders of a report."""
        return cls(Voices(document), Times(document), Places(document))
