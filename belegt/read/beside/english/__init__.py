"""English word order: verbs between noun phrases; an object stands behind its verb, a subject before it."""

from belegt.read.beside.english.arguments import objects, phrases, subjects
from belegt.read.beside.english.build import build

__all__ = ["build", "objects", "phrases", "subjects"]
