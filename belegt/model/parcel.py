"""How frozen values travel between processes: as the bare values of their fields, which were checked when they were made.

Invariant: what arrives equals what was sent. Python's own way asks for the fields of every single object anew.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from operator import attrgetter
from typing import Any, TypeVar

T = TypeVar("T", bound=type[Any])
_SETTERS: dict[type[Any], tuple[Callable[[object, object], None], ...]] = {}


def parcelled(cls: T) -> T:
    """Has the values of a frozen dataclass with slots (two fields or more) pickled by their fields alone."""
    names = [field.name for field in fields(cls)]
    values = attrgetter(*names)
    _SETTERS[cls] = tuple(getattr(cls, name).__set__ for name in names)

    def packed(self: object) -> tuple[Any, ...]:
        return _unpacked, (cls, values(self))

    cls.__reduce__ = packed  # type: ignore[assignment]
    return cls


def _unpacked(cls: type[Any], values: tuple[object, ...]) -> object:
    made = object.__new__(cls)
    for put, value in zip(_SETTERS[cls], values, strict=True):
        put(made, value)
    return made
