"""A finding: one thing that is wrong with a record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from belegt.errors import BelegtError


@dataclass(frozen=True, slots=True)
class Finding:
    """A code of the B5 block, what was found, and the next step."""

    code: str
    cause: str
    next_step: str

    @classmethod
    def of(cls, code: str, **fields: Any) -> Finding:
        """The finding that the table of errors describes under ``code``."""
        error = BelegtError(code, **fields)
        return cls(code, error.cause, error.next_step)

    def __str__(self) -> str:
        return f"{self.code} {self.cause}. Next: {self.next_step}."
