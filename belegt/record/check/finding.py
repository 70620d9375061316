"""A finding: one thing that is wrong with a record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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


def differences(expected: Mapping[str, Any], found: Mapping[str, Any]) -> Iterator[Finding]:
    """What is missing, changed or too much in a schema, by the name of each object, in order."""
    for key in sorted(expected.keys() | found.keys()):
        if key not in found:
            yield Finding.of("B502", detail=f"{key} is missing")
        elif key not in expected:
            yield Finding.of("B502", detail=f"{key} does not belong here")
        elif expected[key] != found[key]:
            yield Finding.of("B502", detail=f"{key} was changed")
