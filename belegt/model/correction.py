"""Corrections: what a person reads otherwise than the machine did, field by field (R35).

Invariant: a correction changes the fields that it names and no other, and the claim keeps its id. A field that it changes
stands on the words of the report that were chosen for it, or is marked as the reviewer's own.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any, TypeVar

from belegt.errors import BelegtError
from belegt.model.claim import Claim, Corrected, HarmClaim, Why
from belegt.model.decision import Decision
from belegt.model.passage import Passage
from belegt.model.quantity import Quantity
from belegt.model.when import When
from belegt.model.where import Where

REACH = 1000
"""Characters that the words of a count may lie away from the claim: its footnote quotes all that lies between."""
Spans = tuple[tuple[int, int], ...]
C = TypeVar("C", bound=Claim)


@dataclass(frozen=True, slots=True)
class Correction:
    """``fields`` in the form of the contract (a place with its position); ``words`` the stretches of the report that each stands on."""

    fields: Mapping[str, Any]
    words: Mapping[str, Spans] = field(default_factory=dict)

    def written(self) -> str:
        """The one text of it: what a decision carries as its value."""
        told = {
            "fields": dict(self.fields),
            "words": {name: [list(s) for s in spans] for name, spans in self.words.items()},
        }
        return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    @classmethod
    def read(cls, value: str) -> Correction:
        """The correction that ``written`` gave; raises B105 for anything else."""
        try:
            told = json.loads(value)
            words = {name: tuple((int(a), int(b)) for a, b in spans) for name, spans in told["words"].items()}
            return cls(dict(told["fields"]), words)
        except (ValueError, TypeError, KeyError, AttributeError):
            raise BelegtError("B105", detail="it is not written as one") from None

    def of(self, claim: C, author: str) -> C:
        """The claim as corrected by ``author``; raises B103 to B106 where the result were no claim."""
        unknown = set(self.fields) - set(correctable(claim))
        if unknown or set(self.words) - set(self.fields):
            raise BelegtError(
                "B105", detail=f"a claim of {claim.kind} has no {', '.join(sorted(unknown)) or 'such words'}"
            )
        quoted = {name: self._quoted(claim, name) for name in self.fields}
        try:
            values = {name: _value(claim, name, given) for name, given in self.fields.items()}
        except (ValueError, TypeError, KeyError) as error:
            raise BelegtError("B105", detail=str(error) or type(error).__name__) from None
        known = {c.field: c for c in claim.corrected} | {n: Corrected(n, author, words) for n, words in quoted.items()}
        kept = tuple(w for w in claim.why if not w.rule.startswith(tuple(f"corrected:{name}" for name in self.fields)))
        why = tuple(Why(f"corrected:{name} by {author}", words) for name, words in quoted.items())
        return replace(
            claim, **values, passage=self._passage(claim), corrected=tuple(known.values()), why=(*why, *kept)
        )

    def _quoted(self, claim: Claim, name: str) -> str:
        """The words that a field was given, "" where it has none."""
        return " … ".join(Passage(claim.report, a, b).quote for a, b in self.words.get(name, ()))

    def _passage(self, claim: Claim) -> Passage:
        """The passage of the claim, widened to the words of its count."""
        spans = self.words.get("count", ())
        start = min([claim.passage.start, *(a for a, _ in spans)])
        end = max([claim.passage.end, *(b for _, b in spans)])
        if claim.passage.start - start > REACH or end - claim.passage.end > REACH:
            raise BelegtError("B106", limit=REACH)
        return Passage(claim.report, start, end)


def correctable(claim: Claim) -> tuple[str, ...]:
    """The names of the fields that a person may correct, in the order of the contract."""
    fixed = {"passage", "id", "why", "reader", "corrected"}
    own = [f.name for f in fields(claim) if f.name not in fixed]
    common = [name for name in own if name in COMMON]
    return (*(n for n in own if n not in COMMON), *sorted(common, key=COMMON.index))


COMMON = ("when", "where", "by", "source", "authority", "stance")


def corrected(claims: Iterable[Claim], acts: Sequence[Decision]) -> list[Claim]:
    """The claims as the decisions in force have corrected them, an earlier correction first; order is kept.

    A correction of a claim that is not there any more, or that no longer fits it, changes nothing.
    """
    made: dict[str, list[Decision]] = {}
    for decision in sorted((d for d in acts if d.act == "correct"), key=lambda d: (d.at, d.id)):
        made.setdefault(decision.targets[0], []).append(decision)
    if not made:
        return list(claims)
    return [_corrected(claim, made.get(claim.ref, ())) for claim in claims]


def _corrected(claim: Claim, decisions: Iterable[Decision]) -> Claim:
    for decision in decisions:
        try:
            claim = Correction.read(decision.value).of(claim, decision.author)
        except BelegtError:
            continue
    return claim


def verdicts(acts: Iterable[Decision]) -> dict[str, Decision]:
    """For each claim that somebody accepted, rejected or corrected the latest such decision among these."""
    told = sorted((d for d in acts if d.act in ("accept", "reject", "correct")), key=lambda d: (d.at, d.id))
    return {target: d for d in told for target in d.targets}


def _value(claim: Claim, name: str, given: Any) -> Any:
    """A field in the form of the model."""
    if name in _FORMS:
        return _FORMS[name](given)
    if isinstance(getattr(claim, name), tuple):
        if isinstance(given, str) or not all(isinstance(one, str) for one in given):
            raise ValueError(f"{name} is a list of words")
        return tuple(dict.fromkeys(given)) or (("person",) if name == "who" else ())
    if not isinstance(given, str):
        raise ValueError(f"{name} is no text")
    return given


def _count(given: Mapping[str, Any]) -> Quantity:
    """A count whose bounds are those that its qualifier says, so that every telling of it keeps them."""
    count = Quantity(given["text"], given["low"], given["high"], given["qualifier"])
    low, high = count.low, count.high
    fits = {
        "exact": low is not None and low == high,
        "about": low is not None and low == high,
        "at_least": low is not None and high is None,
        "more_than": low is not None and high is None,
        "up_to": low is None and high is not None,
        "range": low is not None and high is not None and low < high,
        "vague": low is not None,
        "unstated": (low, high) == (1, None),
    }
    if not fits[count.qualifier] or min(low or 0, high or 0) < 0:
        raise ValueError(f"{low}..{high} are no bounds of a count that is {count.qualifier}")
    return count


def _when(given: Mapping[str, Any]) -> When:
    start, end = (date.fromisoformat(given[name]) if given[name] else None for name in ("from", "to"))
    if start and end and start > end:
        raise ValueError(f"{start} comes after {end}")
    return When(given["text"], start, end)


def _where(given: Mapping[str, Any]) -> Where:
    return Where(
        given["text"], given["place"], given.get("lat"), given.get("lon"), given.get("precision", "unknown"),
        tuple(given.get("within", ())),
    )  # fmt: skip


def _part_of(given: Any) -> str | None:
    if not isinstance(given, str | None):
        raise ValueError("part_of is no id of a claim")
    return given or None


_FORMS: Mapping[str, Callable[[Any], object]] = {"count": _count, "when": _when, "where": _where, "part_of": _part_of}
CHOSEN = ("part_of",)
"""Fields that are chosen from what there is, as those of a vocabulary are."""


def wholes(claim: Claim, among: Iterable[Claim]) -> list[HarmClaim]:
    """The claims of its report that one can be part of: all but itself and what is part of it, however far down."""
    told = {c.id: c for c in among if isinstance(c, HarmClaim) and c.report.id == claim.report.id}
    return [c for c in told.values() if claim.id not in _chain(c, told)]


def named(decision: Decision) -> tuple[str, ...]:
    """The refs of the claims that a correction says its own is part of; () for any other decision."""
    if decision.act != "correct" or '"part_of"' not in decision.value:
        return ()
    try:
        whole = Correction.read(decision.value).fields.get("part_of")
    except BelegtError:
        return ()
    return tuple(f"{target.rpartition('#')[0]}#{whole}" for target in decision.targets) if whole else ()


def _chain(claim: HarmClaim, told: Mapping[str, HarmClaim]) -> dict[str, None]:
    """Its id and those of all that it is part of."""
    seen: dict[str, None] = {}
    at: HarmClaim | None = claim
    while at and at.id not in seen:
        seen[at.id] = None
        at = told.get(at.part_of or "")
    return seen


def own(claim: Claim) -> tuple[str, ...]:
    """The fields that the reviewer filled without words of the report: what a brief has to say of them."""
    filled = (c.field for c in claim.corrected if not c.words and getattr(claim, c.field))
    return tuple(
        name for name in filled if name not in (*claim.vocabularies, *CHOSEN) and getattr(claim, name) not in (When(), Where())
    )
