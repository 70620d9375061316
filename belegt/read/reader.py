"""Readers: anything that turns a report into claims; the rules are the first, and every reader has a name and version.

Invariant: a reader is deterministic and gives claims in the order of the text, each quoting its report.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from belegt.model import Claim, Report
from belegt.read.claims import harm_claims
from belegt.read.document import Document


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
        claims: list[Claim] = [*harm_claims(document, self.name)]
        return claims


READERS: dict[str, Callable[[], Reader]] = {"rules": RuleReader}


def read(report: Report, reader: str = "rules") -> list[Claim]:
    """The claims of a report, by the reader of that name."""
    return READERS[reader]().read(report)
