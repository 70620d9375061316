"""A record taken into memory: a small one at once; of a large one its index first, and all the rest in the background.

Invariant: index, reports, claims and decisions are those of one moment of the record, whatever is added meanwhile.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from contextlib import ExitStack

from belegt import settings
from belegt.model import Claim, Decision, Report
from belegt.pipeline import GrowingAccount
from belegt.record import Head, Record
from belegt.record.snapshot import Snapshot
from belegt.web.held.calm import calm
from belegt.web.held.index import Index, built, drop, found, keep
from belegt.web.held.reading import Reading
from belegt.web.held.shelf import Shelf

Whole = tuple[Mapping[str, Report], Mapping[str, Claim]]


def begin(record: Record, profile: str) -> tuple[Head, Reading, Sequence[Decision]]:
    """The head of a record's log, what was read, and the decisions; raises what ``Record`` raises."""
    with ExitStack() as open:
        snapshot = open.enter_context(record.snapshot())
        head, kept = snapshot.head(), found(record, snapshot)
        index = kept or built(snapshot)
        decisions = snapshot.decisions()
        if len(index.claims) < settings.DESK_INDEX_CLAIMS:
            reading = _reading(_whole(snapshot), index, profile)
        else:
            later = Later(record, snapshot, open.pop_all(), index)
            reading = _reading(later.shelves(), index, profile)
    return head, reading, decisions


class Later:
    """All of a record, read by whoever first needs more than single claims; ``open`` then closes the snapshot."""

    def __init__(self, record: Record, snapshot: Snapshot, open: ExitStack, index: Index) -> None:
        self._record, self._snapshot, self._open, self._index = record, snapshot, open, index
        self._lock = threading.Lock()
        self._found: Whole | None = None

    def shelves(self) -> Whole:
        """The reports and the claims."""
        reports = Shelf(self._index.reports, self._report, lambda wait: (found := self._whole(wait)) and found[0])
        return reports, Shelf(self._index.claims, self._claims, lambda wait: (found := self._whole(wait)) and found[1])

    def _report(self, id: str) -> Mapping[str, Report]:
        report = self._record.report(id)
        return {id: report} if report else {}

    def _claims(self, ref: str) -> Mapping[str, Claim]:
        return {claim.ref: claim for claim in self._record.claims(ref.rpartition("#")[0])}

    def _whole(self, wait: bool) -> Whole | None:
        if not wait or self._found:
            return self._found
        with self._lock:
            if self._found is None:
                with self._open, calm():
                    self._found = _whole(self._snapshot)
                self._keep(self._found)
        return self._found

    def _keep(self, whole: Whole) -> None:
        if whole[1].keys() == self._index.claims.keys():
            keep(self._record, self._index)
        else:
            drop(self._record)


def _whole(snapshot: Snapshot) -> Whole:
    reports = snapshot.reports()
    return {r.id: r for r in reports}, {c.ref: c for c in snapshot.claims(reports)}


def _reading(whole: Whole, index: Index, profile: str) -> Reading:
    return Reading(*whole, index, profile, GrowingAccount(profile))
