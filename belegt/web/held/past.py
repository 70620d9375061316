"""The record as it stood at the end of an earlier day, for the pages of the desk (R27).

Invariant: what came later never shows; what is to be seen of the past is no more than what may be seen today.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time

from belegt.pipeline import GrowingAccount
from belegt.record import Record
from belegt.record.log import EMPTY, Event
from belegt.record.past import held
from belegt.record.state import moment
from belegt.web.desk import State
from belegt.web.held.index import Index
from belegt.web.held.reading import Reading

KEPT = 3
"""Days that a desk keeps in memory, those asked for last."""


class Pasts:
    """The earlier states of one record that were asked for last; callers see to it that one asks at a time."""

    def __init__(self) -> None:
        self._known: dict[date, tuple[State, State]] = {}

    def of(self, record: Record, now: State, day: date, profile: str) -> State:
        """The state at the end of a day, in UTC; ``now`` itself where nothing happened since."""
        found = self._kept(now, day) or _state(record, now, day, profile)
        self._known.pop(day, None)
        self._known[day] = found, now
        for oldest in list(self._known)[:-KEPT]:
            del self._known[oldest]
        return found

    def _kept(self, now: State, day: date) -> State | None:
        """What is known of a day: it holds for good where something had happened since when it was worked out."""
        found, then = self._known.get(day, (None, None))
        if found and then and (found.head.seq < then.head.seq or then.head == now.head):
            return found
        return None


def _state(record: Record, now: State, day: date, profile: str) -> State:
    until = moment(datetime.combine(day, time.max, UTC))
    if any(event.at <= until for event in record.log(since=now.head.seq - 1) if event.seq == now.head.seq):
        return now
    last = EMPTY

    def passing() -> Iterator[Event]:
        nonlocal last
        for event in record.log():
            if event.at <= until:
                last = type(last)(event.seq, event.hash)
            yield event

    found = held(passing(), until)
    reports, claims = {r.id: r for r in found.reports}, {c.ref: c for c in found.claims}
    no_queue = Index(last, {}, {})
    return State(last, Reading(reports, claims, no_queue, profile, GrowingAccount(profile)), found.decisions)
