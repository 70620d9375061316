"""Load a vocabulary from its TOML file; the order of the file is the order of the terms."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType

from belegt.errors import BelegtError


@dataclass(frozen=True, slots=True)
class Term:
    """One value of a vocabulary, with its labels by language and whatever else its file says of it."""

    key: str
    fields: Mapping[str, object]

    def label(self, lang: str) -> str:
        """The label in ``lang``, in English where there is none."""
        return str(self.fields.get(lang) or self.fields.get("en") or self.key)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A closed list of terms; ``require`` refuses any other value."""

    name: str
    terms: Mapping[str, Term]

    def __contains__(self, key: object) -> bool:
        return key in self.terms

    def __iter__(self) -> Iterator[str]:
        return iter(self.terms)

    def __getitem__(self, key: str) -> Term:
        return self.terms[key]

    def rank(self, key: str) -> int:
        """Position of a term in its file: the first is the gravest or the most certain."""
        return list(self.terms).index(key)

    def require(self, key: str) -> str:
        """Return ``key`` or raise B103."""
        if key not in self.terms:
            raise BelegtError("B103", value=key, vocabulary=self.name, known=", ".join(self.terms))
        return key


@cache
def load(name: str) -> Vocabulary:
    """The vocabulary ``terms/<name>.toml``."""
    raw = resources.files("belegt.terms").joinpath(f"{name}.toml").read_text(encoding="utf-8")
    terms = {key: Term(key, MappingProxyType(fields)) for key, fields in tomllib.loads(raw).items()}
    return Vocabulary(name, MappingProxyType(terms))
