"""Decisions that no longer fit: made on a claim that another reading of its report has no more; with the acts that settle them.

Invariant: nothing is settled but by a person, and each act is a decision of its own: on today's claim, and one that takes back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Form, Response

from belegt.errors import BelegtError
from belegt.model import Claim, Correction, Decision
from belegt.record.carry import VERDICTS, moved
from belegt.team.roles import LEAD, READER, REVIEWER
from belegt.web.ask import Ask, Asked, back, seek
from belegt.web.fields import changed
from belegt.web.pages.route import Route, twins

COUNT, GONE, WHOLE = "count", "gone", "whole"
"""Why one does not fit: the words give another count now, no claim of that kind stands on them, or that of which it is part is no more."""


@dataclass(frozen=True)
class Row:
    """A decision, the claims that it was made on as they were read, and what stands on their words today.

    ``holds`` says that it still counts for other claims; ``settles`` that it can be made anew on the claim of today.
    """

    decision: Decision
    gone: Sequence[Claim]
    today: Sequence[Claim]
    holds: bool
    lacks_whole: bool = False

    @property
    def why(self) -> str:
        """Key of the reason."""
        return WHOLE if self.lacks_whole else COUNT if self.today else GONE

    @property
    def settles(self) -> bool:
        """Whether it is a verdict on one claim, with one in its place."""
        return (
            self.decision.act in VERDICTS
            and not self.lacks_whole
            and len(self.decision.targets) == len(self.today) == 1
        )


def page(asked: Asked) -> Response:
    """/history/unfit"""
    part = asked.slice(asked.state.unfit)
    return asked.show(
        "history/unfit.html",
        slice=part,
        rows=_rows(asked, part.rows),
        changed=lambda row: changed(asked.words, row.gone[0], row.decision, asked.state.claims) if row.gone else (),
    )


def data(asked: Asked) -> dict[str, Any]:
    """/history/unfit.json"""
    part = asked.slice(asked.state.unfit)
    told = [_told(row) for row in _rows(asked, part.rows)]
    return {"total": part.total, "page": part.page, "pages": part.pages, "decisions": told}


def settle(
    asked: Asked,
    decision: Annotated[str, Form()],
    claim: Annotated[str, Form()],
    seen: Annotated[int, Form()],
    reason: Annotated[str, Form(max_length=2000)] = "",
) -> Response:
    """Say of the claim of today what was said of the one that is no more, and take that decision back."""
    found = seek(next((d for d in asked.state.unfit if d.id == decision), None), "decision", decision)
    (row,) = _rows(asked, [found])
    if not row.settles or row.today[0].ref != claim:
        raise BelegtError("B806", thing="claim", id=claim)
    if found.author != asked.desk.author and not asked.may(LEAD):
        raise BelegtError("B820", role=LEAD)
    if found.act == "correct":
        Correction.read(found.value).of(row.today[0], asked.desk.author)
    asked.desk.decide(found.act, (claim,), reason=reason or found.reason, value=found.value, seen=seen)
    asked.desk.decide("undo", (found.id,), reason=reason)
    return back("/history/unfit")


def _rows(asked: Ask, decisions: Sequence[Decision]) -> list[Row]:
    """The decisions with what they were made on, as the log has it."""
    known, reading = asked.state.claims, asked.state.reading
    named = {t for d in decisions for t in d.targets if "#" in t and t not in reading.reports}
    lost = {t for t in named if t not in reading.claims}
    earlier = asked.desk.record.earlier(lost, reading.reports) if lost else {}
    ids = {claim.report.id for claim in earlier.values()}
    homes = moved(earlier.values(), (c for id in ids for c in reading.by_report[id]))
    stands = {ref: known[home] for ref, home in homes.items()} | {ref: known[ref] for ref in named - lost}
    return [_row(d, lost, earlier, stands) for d in decisions]


def _row(decision: Decision, lost: set[str], earlier: Mapping[str, Claim], stands: Mapping[str, Claim]) -> Row:
    gone = [t for t in decision.targets if t in lost]
    left = [t for t in decision.targets if "#" in t and t not in lost]
    needed = 2 if decision.act in ("same", "different") else 1
    if not gone:
        return Row(decision, [], [stands[t] for t in left], True, lacks_whole=True)
    today = {stands[t].ref: stands[t] for t in gone if t in stands}
    return Row(decision, [earlier[t] for t in gone if t in earlier], list(today.values()), len(left) >= needed)


def _told(row: Row) -> dict[str, Any]:
    made = row.decision
    told = {"id": made.id, "act": made.act, "author": made.author, "reason": made.reason, "targets": list(made.targets)}
    was = [claim.as_dict() | {"ref": claim.ref} for claim in row.gone]
    today = [claim.as_dict() | {"ref": claim.ref} for claim in row.today]
    return {**told, "why": row.why, "holds": row.holds, "was": was, "today": today}


ROUTES: tuple[Route, ...] = (
    *twins(
        "/history/unfit",
        page,
        data,
        "Decisions on claims that another reading has no more, with what stands in their place.",
        READER,
    ),
    Route("/history/unfit", settle, "POST", role=REVIEWER),
)
