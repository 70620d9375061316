"""Vocabularies as data: one small TOML file a vocabulary, its keys the values that the interchange carries."""

from belegt.terms.vocabulary import Term, Vocabulary, load

__all__ = ["Term", "Vocabulary", "load"]
