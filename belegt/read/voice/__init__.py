"""Who says what: sources and authorities of figures, and the statements of a report."""

from belegt.read.voice.statements import statements
from belegt.read.voice.voices import Voice, Voices

__all__ = ["Voice", "Voices", "statements"]
