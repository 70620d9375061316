"""Who publishes: outlet, organisation, person or channel (R3)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """The publisher of a report; ``kind`` is outlet, organisation, person, channel, or "" where not known."""

    name: str
    kind: str = ""
    url: str = ""


UNKNOWN_SOURCE = Source("")
