"""Claims: what a text puts forward, as the contract of claims defines it.

``HarmClaim`` is a figure of harm; facility, control, proposal and statement claims carry no count of people.
Invariant: a claim's quote is cut from its report (see ``Passage``), and every value comes from its vocabulary.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any, ClassVar

from belegt.errors import BelegtError
from belegt.model.ids import content_id
from belegt.model.parcel import parcelled
from belegt.model.passage import Passage
from belegt.model.quantity import Quantity
from belegt.model.report import Report
from belegt.model.when import UNKNOWN_TIME, When
from belegt.model.where import UNKNOWN_PLACE, Where
from belegt.terms import Vocabulary, load


@parcelled
@dataclass(frozen=True, slots=True)
class Why:
    """One ground a claim rests on: the rule and the words of the report that it saw."""

    rule: str
    words: str = ""


@parcelled
@dataclass(frozen=True, slots=True)
class Corrected:
    """A field that a person read otherwise than the machine, and the words of the report that it stands on, "" for none."""

    field: str
    author: str
    words: str = ""


@parcelled
@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What every claim has; ``id`` is unique within its report, ``ref`` everywhere."""

    passage: Passage
    id: str = ""
    when: When = UNKNOWN_TIME
    where: Where = UNKNOWN_PLACE
    by: tuple[str, ...] = ()
    source: str = ""
    authority: str = ""
    stance: str = "asserted"
    why: tuple[Why, ...] = field(default=(), compare=False)
    reader: str = field(default="", compare=False)
    corrected: tuple[Corrected, ...] = field(default=(), compare=False)

    kind: ClassVar[str] = ""
    vocabularies: ClassVar[Mapping[str, str]] = {"stance": "stance"}

    def __post_init__(self) -> None:
        for name, vocabulary in _checked(type(self)):
            value = getattr(self, name)
            if isinstance(value, tuple):
                for one in filter(None, value):
                    vocabulary.require(one)
            elif value or name in ("kind", "stance", "scope"):
                vocabulary.require(value)
        if not self.id:
            object.__setattr__(self, "id", content_id("c", self.kind, *self.identity(), length=10))

    def identity(self) -> tuple[object, ...]:
        """What tells this claim from every other of its report."""
        return (self.passage.start, self.passage.end)

    @property
    def report(self) -> Report:
        """The report that puts it forward."""
        return self.passage.report

    @property
    def quote(self) -> str:
        """The exact words."""
        return self.passage.quote

    @property
    def ref(self) -> str:
        """REPORT#CLAIM."""
        return f"{self.report.id}#{self.id}"

    def own_fields(self) -> dict[str, object]:
        """The fields that only this kind of claim has, in the form of the contract."""
        return {}

    def as_dict(self) -> dict[str, object]:
        """Exactly the fields of the contract, and ``why``."""
        return {
            "id": self.id,
            "kind": self.kind,
            "quote": self.quote,
            "start": self.passage.start,
            "end": self.passage.end,
            **self.own_fields(),
            "when": self.when.as_dict(),
            "where": self.where.as_dict(),
            "by": list(self.by),
            "source": self.source,
            "authority": self.authority,
            "stance": self.stance,
            "why": [{"rule": w.rule, "words": w.words} for w in self.why],
        }


@parcelled
@dataclass(frozen=True, slots=True, kw_only=True)
class HarmClaim(Claim):
    """One figure: how many of whom were harmed how."""

    kind: str  # type: ignore[misc]
    count: Quantity
    who: tuple[str, ...] = ("person",)
    named: tuple[str, ...] = ()
    part_of: str | None = None
    scope: str = "incident"
    means: tuple[str, ...] = ()

    vocabularies: ClassVar[Mapping[str, str]] = {
        "kind": "harm",
        "who": "victims",
        "scope": "scope",
        "means": "means",
        "stance": "stance",
    }

    def identity(self) -> tuple[object, ...]:
        return (self.passage.start, self.passage.end, self.count.low, self.count.high, sorted(self.who), sorted(self.named))

    def own_fields(self) -> dict[str, object]:
        return {
            "count": self.count.as_dict(),
            "who": list(self.who),
            "named": list(self.named),
            "part_of": self.part_of,
            "scope": self.scope,
            "means": list(self.means),
        }


@parcelled
@dataclass(frozen=True, slots=True, kw_only=True)
class FacilityClaim(Claim):
    """What became of a civilian facility."""

    kind: ClassVar[str] = "facility"
    facility: str
    status: str
    name: str = ""
    vocabularies: ClassVar[Mapping[str, str]] = {"facility": "facility", "status": "status", "stance": "stance"}

    def own_fields(self) -> dict[str, object]:
        return {"facility": self.facility, "name": self.name, "status": self.status}


@parcelled
@dataclass(frozen=True, slots=True, kw_only=True)
class ControlClaim(Claim):
    """Who holds, took or lost an area."""

    kind: ClassVar[str] = "control"
    area: str
    change: str
    holder: str = ""
    from_holder: str = ""
    vocabularies: ClassVar[Mapping[str, str]] = {"change": "change", "stance": "stance"}

    def own_fields(self) -> dict[str, object]:
        return {"area": self.area, "holder": self.holder, "from_holder": self.from_holder, "change": self.change}


@parcelled
@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalClaim(Claim):
    """What one side proposed and how it was answered."""

    kind: ClassVar[str] = "proposal"
    what: str
    answer: str
    proposer: str = ""
    answered_by: str = ""
    vocabularies: ClassVar[Mapping[str, str]] = {"what": "proposal", "answer": "answer", "stance": "stance"}

    def own_fields(self) -> dict[str, object]:
        return {"what": self.what, "proposer": self.proposer, "answer": self.answer, "answered_by": self.answered_by}


@parcelled
@dataclass(frozen=True, slots=True, kw_only=True)
class StatementClaim(Claim):
    """Who said what, in own words or not."""

    kind: ClassVar[str] = "statement"
    speaker: str
    mode: str
    role: str = ""
    addressee: str = ""
    vocabularies: ClassVar[Mapping[str, str]] = {"mode": "mode", "stance": "stance"}

    def own_fields(self) -> dict[str, object]:
        return {"speaker": self.speaker, "role": self.role, "mode": self.mode, "addressee": self.addressee}


_CHECKED: dict[type[Claim], tuple[tuple[str, Vocabulary], ...]] = {}


def _checked(kind: type[Claim]) -> tuple[tuple[str, Vocabulary], ...]:
    """The fields of a kind of claim whose values come from a vocabulary, with it; loaded when the first claim is made."""
    found = _CHECKED.get(kind)
    if found is None:
        found = _CHECKED[kind] = tuple((name, load(vocabulary)) for name, vocabulary in kind.vocabularies.items())
    return found


OTHER_KINDS: Mapping[str, type[Claim]] = {
    c.kind: c for c in (FacilityClaim, ControlClaim, ProposalClaim, StatementClaim)
}


def claim_from_dict(report: Report, data: Mapping[str, Any]) -> Claim:
    """The claim that ``as_dict`` wrote, or one written by hand after the contract.

    Raises B102 when its quote does not stand at its offsets, B103 for a value outside a vocabulary.
    """
    passage = Passage(report, data["start"], data["end"])
    if passage.quote != data["quote"]:
        raise BelegtError("B102", claim=data.get("id", "?"), start=passage.start, end=passage.end, report=report.id)
    when, where = data.get("when") or {}, data.get("where") or {}
    common: dict[str, Any] = {
        "id": data.get("id", ""),
        "passage": passage,
        "when": When(when.get("text", ""), _day(when.get("from")), _day(when.get("to"))),
        "where": Where(where.get("text", ""), where.get("place", "")),
        "by": tuple(data["by"]) if isinstance(data.get("by"), list) else tuple(filter(None, [data.get("by")])),
        "source": data.get("source", ""),
        "authority": data.get("authority", ""),
        "stance": data.get("stance", "asserted"),
        "why": tuple(Why(w["rule"], w.get("words", "")) for w in data.get("why", ())),
    }
    if data["kind"] in OTHER_KINDS:
        kind = OTHER_KINDS[data["kind"]]
        own = {f.name: data[f.name] for f in fields(kind) if f.name in data and f.name not in common}
        return kind(**common, **own)
    return HarmClaim(
        **common,
        kind=data["kind"],
        count=Quantity(**data["count"]),
        who=tuple(data["who"]),
        named=tuple(data.get("named", ())),
        part_of=data.get("part_of"),
        scope=data["scope"],
        means=tuple(data.get("means", ())),
    )


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
