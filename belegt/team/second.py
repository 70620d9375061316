"""Second readings: claims that two people are asked to decide about, neither of whom sees what the other decided first.

Invariant: who reads second is asked nothing that the first reader would not have been asked; a decision of a third settles
what they disagree on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from belegt.model import Decision

SECOND: Final = "second"
"""The act that asks for it."""

VERDICTS: Final = ("accept", "reject", "correct")
READERS: Final = 2


@dataclass(frozen=True, slots=True)
class Second:
    """A claim by its ref; ``verdicts`` are all decisions in force about it, ``readers`` who made the first, at most two."""

    ref: str
    verdicts: tuple[Decision, ...]
    readers: tuple[str, ...]

    @property
    def read(self) -> bool:
        """Whether both readings are there."""
        return len(self.readers) == READERS

    def waits_for(self, author: str) -> bool:
        """Whether it is still to be read, and not by this person already."""
        return not self.read and author not in self.readers

    @property
    def readings(self) -> tuple[tuple[Decision, ...], ...]:
        """What each reader decided while the other's decision could not be known to them: the first until the second began."""
        if not self.read:
            return ()
        one, two = self.readers
        at = next(n for n, d in enumerate(self.verdicts) if d.author == two)
        return tuple(d for d in self.verdicts[:at] if d.author == one), (self.verdicts[at],)

    @property
    def settled(self) -> bool:
        """Whether somebody decided after both readings."""
        if not self.read:
            return False
        at = next(n for n, d in enumerate(self.verdicts) if d.author == self.readers[1])
        return len(self.verdicts) > at + 1


def seconds(in_force: Sequence[Decision]) -> Mapping[str, Second]:
    """The claims for which a second reading is asked, by ref, from the decisions in force."""
    wanted = dict.fromkeys(ref for d in in_force if d.act == SECOND for ref in d.targets)
    if not wanted:
        return {}
    told: dict[str, list[Decision]] = {ref: [] for ref in wanted}
    for decision in sorted((d for d in in_force if d.act in VERDICTS), key=lambda d: (d.at, d.id)):
        for ref in decision.targets:
            if ref in told:
                told[ref].append(decision)
    return {ref: Second(ref, tuple(made), _readers(made)) for ref, made in told.items()}


def _readers(made: Sequence[Decision]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(d.author for d in made))[:READERS]
