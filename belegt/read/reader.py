"""Readers: anything that turns a report into claims; the rules are the first, and every reader has a name and version.

Invariant: a reader is deterministic and gives claims in the order of the text, each quoting its report.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from belegt.model import Claim, Report
from belegt.read.beside import beside
from belegt.read.claims import harm_claims
from belegt.read.document import Document
from belegt.read.finders import Finders
from belegt.read.voice import statements


class Reader(Protocol):
    """``name`` says who read, with the version; ``read`` gives the claims of one report."""

    name: str

    def read(self, report: Report) -> list[Claim]:
        """The claims that the report puts forward, in order."""
        ...


class RuleReader:
    """Rules on language packs: German and English, without a model."""

    name = "rules 1"

    def read(self, report: Report) -> list[Claim]:
        """See ``Reader``; the result does not depend on anything but the report."""
        document = Document(report)
        shared = Finders.of(document)
        claims: list[Claim] = [*harm_claims(document, self.name, shared), *beside(document, shared)]
        claims += statements(document, shared.voices, self.name)
        return sorted((_by(claim, self.name) for claim in claims), key=_order)


def _by(claim: Claim, reader: str) -> Claim:
    return claim if claim.reader else replace(claim, reader=reader)


def _order(claim: Claim) -> tuple[int, int, str]:
    return claim.passage.start, claim.passage.end, claim.id


READERS: dict[str, Callable[[], Reader]] = {"rules": RuleReader}


def read(report: Report, reader: str = "rules") -> list[Claim]:
    """The claims of a report, by the reader of that name."""
    return READERS[reader]().read(report)
