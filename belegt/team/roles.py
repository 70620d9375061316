"""Roles, each of which may do what those before it may, and the person who asks.

Invariant: what names no role is open to nobody.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

READER, REVIEWER, LEAD, ADMIN = "reader", "reviewer", "lead", "admin"
ROLES: Final = (READER, REVIEWER, LEAD, ADMIN)
"""reader looks, reviewer decides, lead asks for second readings and settles what others decided, admin keeps the accounts."""

ANYONE: Final = "anyone"
"""What needs no account, such as signing in."""


@dataclass(frozen=True, slots=True)
class Person:
    """Who asks: the name that signs decisions, and the role."""

    name: str
    role: str


def allows(needed: str, person: Person | None) -> bool:
    """Whether a person may use what needs a role; "" is open to nobody."""
    if needed == ANYONE:
        return True
    return needed in ROLES and person is not None and ROLES.index(person.role) >= ROLES.index(needed)
