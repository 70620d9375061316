"""The fields of a claim as the desk shows and edits them: their form, their values, and what a correction made of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from belegt.errors import BelegtError
from belegt.model import Claim, Correction, Decision, Quantity, When, Where
from belegt.model.correction import CHOSEN, correctable, own
from belegt.terms import load
from belegt.web.desk import State
from belegt.web.words import Words


@dataclass(frozen=True)
class Field:
    """One field of a claim to be edited: ``form`` is count, when, where, words, names, term, terms or claim.

    ``values`` are its words, one for each value; ``parts`` what stands beside them; ``terms`` what may be chosen.
    """

    name: str
    form: str
    values: tuple[str, ...]
    parts: tuple[tuple[str, str], ...] = ()
    vocabulary: str = ""

    @property
    def terms(self) -> list[str]:
        """The keys of its vocabulary."""
        return list(load(self.vocabulary)) if self.vocabulary else []

    @property
    def quoted(self) -> bool:
        """Whether words of the report are chosen for it."""
        return not self.vocabulary and self.form != "claim"


@dataclass(frozen=True)
class Change:
    """A field as it was and as it is, in words, and the words of the report that it stands on now."""

    name: str
    before: str
    after: str
    words: str
    own: bool = False


def fields(claim: Claim) -> list[Field]:
    """What may be edited of a claim, in the order of the contract."""
    return [_field(claim, name) for name in correctable(claim)]


def _field(claim: Claim, name: str) -> Field:
    value: Any = getattr(claim, name)
    vocabulary = claim.vocabularies.get(name, "")
    if isinstance(value, Quantity):
        parts = (("low", _shown(value.low)), ("high", _shown(value.high)), ("qualifier", value.qualifier))
        return Field(name, "count", (value.text,), parts)
    if isinstance(value, When):
        return Field(name, "when", (value.text,), (("from", _shown(value.start)), ("to", _shown(value.end))))
    if isinstance(value, Where):
        return Field(name, "where", (value.text,), (("place", value.place),))
    if name in CHOSEN:
        return Field(name, "claim", (value or "",))
    several = isinstance(value, tuple)
    form = ("terms" if several else "term") if vocabulary else "names" if several else "words"
    return Field(name, form, value if several else (value,), vocabulary=vocabulary)


def changes(words: Words, state: State, decision: Decision) -> Sequence[Change]:
    """What a correction changed; [] for any other decision, and where its claim is not there any more."""
    before = state.before(decision) if decision.act == "correct" else None
    return changed(words, before, decision, state.claims) if before else []


def changed(words: Words, before: Claim, decision: Decision, known: Mapping[str, Claim]) -> Sequence[Change]:
    """What a correction changed of a claim; [] for any other decision, and where it does not fit it."""
    if decision.act != "correct":
        return []
    try:
        made = Correction.read(decision.value)
        after = made.of(before, decision.author)
    except BelegtError:
        return []
    stands_on = {c.field: c.words for c in after.corrected}
    return [
        Change(
            name, told(words, before, name, known), told(words, after, name, known), stands_on[name], name in own(after)
        )
        for name in correctable(after)
        if name in made.fields
    ]


def by_hand(words: Words, machine: Claim, claim: Claim, known: Mapping[str, Claim]) -> Sequence[Change]:
    """Every field that people corrected, as the machine read it and as it stands."""
    stands_on = {c.field: c.words for c in claim.corrected}
    return [
        Change(
            name,
            told(words, machine, name, known),
            told(words, claim, name, known),
            stands_on[name],
            name in own(claim),
        )
        for name in correctable(claim)
        if name in stands_on
    ]


def told(words: Words, claim: Claim, name: str, known: Mapping[str, Claim]) -> str:
    """The value of a field in words, "–" where it is empty; ``known`` are claims that it may name."""
    value: Any = getattr(claim, name)
    if name in CHOSEN and (whole := known.get(f"{claim.report.id}#{value}")):
        return words.claim(whole)
    if isinstance(value, Quantity):
        return words.count(value)
    if isinstance(value, When):
        return words.say.time(value)
    if isinstance(value, Where):
        return words.place(value)
    vocabulary = claim.vocabularies.get(name, "")
    values = [value] if isinstance(value, str) else list(value or ())
    named = [words.say.term(vocabulary, one) if vocabulary else one for one in values if one]
    return words.joined(named) if named else "–"


def _shown(value: int | date | None) -> str:
    return "" if value is None else str(value)
