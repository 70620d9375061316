"""How far two who read the same claims for themselves agree, field by field: Cohen's kappa.

kappa = (p - e) / (1 - e), with p the share of claims on which both say the same, and e the share that would come of chance
alone, from how often each says each value: J. Cohen, A coefficient of agreement for nominal scales, Educational and
Psychological Measurement 20 (1960), 37-46. Where e is 1 (both always say the one same value) it is not defined.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from belegt.model import Claim, Decision, Quantity, When, Where, corrected
from belegt.model.correction import correctable
from belegt.team.second import Second

VERDICT = "verdict"
"""The field that says whether a claim stands; the others are compared where both let it stand."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One claim as two read it: who, first and second, and by field what each says."""

    ref: str
    readers: tuple[str, str]
    values: Mapping[str, tuple[Any, Any]]

    @property
    def differing(self) -> tuple[str, ...]:
        """The fields on which they do not say the same."""
        return tuple(name for name, (one, two) in self.values.items() if one != two)


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of ``pairs`` readings of a field ``same`` say the same; ``kappa`` is None where it is not defined."""

    field: str
    pairs: int
    same: int
    kappa: float | None


def pairs(seconds: Iterable[Second], claims: Mapping[str, Claim]) -> list[Pair]:
    """Every claim that was read twice, as each reader left what the machine read; ``claims`` are those of the machine."""
    return [_pair(one, claims[one.ref]) for one in seconds if one.read and one.ref in claims]


def agreement(read: Sequence[Pair]) -> list[Agreement]:
    """Agreement on each field that was read, whether the claim stands first."""
    names = dict.fromkeys(name for pair in read for name in pair.values)
    return [_agreement(name, [pair.values[name] for pair in read if name in pair.values]) for name in names]


def kappa(said: Sequence[tuple[Hashable, Hashable]]) -> float | None:
    """Cohen's kappa of what two say of the same things, one pair a thing; None where it is not defined."""
    if not said:
        return None
    total = len(said)
    same = sum(one == two for one, two in said) / total
    first, second = Counter(one for one, _ in said), Counter(two for _, two in said)
    chance = sum(n * second[value] for value, n in first.items()) / total**2
    return None if chance == 1 else (same - chance) / (1 - chance)


def _agreement(name: str, said: Sequence[tuple[Any, Any]]) -> Agreement:
    return Agreement(name, len(said), sum(one == two for one, two in said), kappa(said))


def _pair(second: Second, claim: Claim) -> Pair:
    one, two = (_reading(claim, made) for made in second.readings)
    names = [name for name in one if name in two]
    return Pair(second.ref, (second.readers[0], second.readers[1]), {name: (one[name], two[name]) for name in names})


def _reading(claim: Claim, made: Sequence[Decision]) -> dict[str, Hashable]:
    """What a reader says of a claim: whether it stands and, where it does, each field that can be corrected."""
    if made[-1].act == "reject":
        return {VERDICT: "rejected"}
    left = corrected([claim], made)[0]
    return {VERDICT: "stands", **{name: _value(getattr(left, name)) for name in correctable(left)}}


def _value(value: object) -> Hashable:
    """What is compared: numbers, days and places, not the words that they stand on, nor the order of names."""
    if isinstance(value, Quantity):
        return value.low, value.high, value.qualifier
    if isinstance(value, When):
        return value.start and value.start.isoformat(), value.end and value.end.isoformat()
    if isinstance(value, Where):
        return value.place or value.text
    return tuple(sorted(value)) if isinstance(value, tuple) else str(value)
