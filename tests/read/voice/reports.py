"""Short reports, and what the attribution engine makes of a claim in them."""

from __future__ import annotations

from belegt.model import Report, StatementClaim
from belegt.read.document import Document
from belegt.read.voice import Voice, Voices, statements


def document(text: str, lang: str = "de") -> Document:
    return Document(Report(id="r", text=text, lang=lang))


def voice(text: str, claim: str, lang: str = "de") -> Voice:
    """The voice of the first place at which the text says ``claim``."""
    start = text.index(claim)
    return Voices(document(text, lang)).for_claim(start, start + len(claim))


def source(text: str, claim: str, lang: str = "de") -> str:
    return voice(text, claim, lang).source


def told(text: str, lang: str = "de") -> list[StatementClaim]:
    return statements(document(text, lang))
