"""German word order: nouns by their capitals, clauses by their commas; what has no preposition may be subject or object."""

from belegt.read.beside.german.arguments import objects, phrases
from belegt.read.beside.german.build import build

subjects = objects
"""German tells subject and object by case, which names do not show: the topics tell them apart by meaning."""

__all__ = ["build", "objects", "phrases", "subjects"]
