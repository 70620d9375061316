"""Everything that happened to the record, the latest first; decisions can be taken back, and the chain be checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Annotated, Any

from fastapi import Query, Response

from belegt.errors import BelegtError
from belegt.link import standing
from belegt.model import Decision
from belegt.record import Event, check
from belegt.record.log import CLAIMS_READ, DECISION_MADE, REPORT_ADDED
from belegt.team.roles import READER
from belegt.web.ask import Ask, AskedThen
from belegt.web.pages.history import changes
from belegt.web.pages.route import Route, twins

ONLY = {"decisions": (DECISION_MADE,), "reports": (REPORT_ADDED, CLAIMS_READ)}
CHANGES = 20
"""Changes since the day asked for that stand on the page itself; all have a page of their own."""
Only = Annotated[str, Query(description="decisions or reports; else everything.")]


@dataclass(frozen=True)
class Row:
    """An event, with the decision it made."""

    event: Event
    decision: Decision | None


def page(asked: AskedThen, only: Only = "", check_now: Annotated[str, Query(alias="check")] = "") -> Response:
    """/history"""
    findings = check(asked.desk.record.address) if check_now else None
    return asked.show(
        "history/page.html",
        changed=changes.rows(asked),
        most=CHANGES,
        slice=asked.slice(_rows(asked, only)),
        only=only,
        findings=findings,
        standing={d.id for d in standing(asked.state.decisions)},
    )


def data(asked: AskedThen, only: Only = "") -> dict[str, Any]:
    """/history.json"""
    part = asked.slice(_rows(asked, only))
    head = f"{asked.state.head.seq}:{asked.state.head.hash}"
    events = [
        {name: getattr(row.event, name) for name in ("seq", "at", "kind", "prev", "hash")} | {"body": _brief(row)}
        for row in part.rows
    ]
    return asked.dated({"total": part.total, "page": part.page, "pages": part.pages, "head": head, "events": events})


def _rows(asked: Ask, only: str) -> Sequence[Row]:
    if only and only not in ONLY:
        raise BelegtError("B808", value=only, field="only", known=", ".join(ONLY))
    made = {d.id: d for d in asked.state.decisions if not asked.state.veils(d)}
    words = asked.filter.q.casefold()
    if not only and not words:
        return _Backwards(asked, made)
    kinds = ONLY.get(only, (None,))
    every = (e for kind in kinds for e in asked.desk.record.log(kind) if e.seq <= asked.state.head.seq)
    events = sorted(every, key=lambda e: -e.seq)
    rows = [_row(event, made) for event in events]
    return [row for row in rows if not words or words in str(_brief(row)).casefold()]


class _Backwards(Sequence[Row]):
    """The whole log, the latest first, of which only the rows of a page are fetched: event n has the number n."""

    def __init__(self, asked: Ask, made: Mapping[str, Decision]) -> None:
        self._record, self._made, self._length = asked.desk.record, made, asked.state.head.seq

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, wanted: Any) -> Any:
        first, last, _ = wanted.indices(self._length)
        events = islice(self._record.log(since=self._length - last), last - first)
        return [_row(event, self._made) for event in events][::-1]


def _row(event: Event, made: Mapping[str, Decision]) -> Row:
    return Row(event, made.get(event.body.get("id", "")) if event.kind == DECISION_MADE else None)


def _brief(row: Row) -> dict[str, Any]:
    """What an event says, without the text and the claims, which have pages of their own, and what is not to be seen yet."""
    event = row.event
    if event.kind == DECISION_MADE and row.decision is None:
        return {}
    if event.kind == REPORT_ADDED:
        return {"report": {k: v for k, v in event.body["report"].items() if k != "text"}}
    if event.kind == CLAIMS_READ:
        return {**event.body, "claims": len(event.body["claims"])}
    return dict(event.body)


ROUTES: tuple[Route, ...] = twins(
    "/history", page, data, "The events of the log, the latest first, with the head of the chain.", READER
)
