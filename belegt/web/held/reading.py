"""What was read, and what the machine makes of it: kept in memory, and added to as the record grows.

Invariant: a ``Reading`` never changes; new events make a new one, which shares what they do not name.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from functools import cached_property

from belegt import settings
from belegt.link import Narrow
from belegt.model import Account, Claim, Decision, Report
from belegt.pipeline import GrowingAccount, proposed
from belegt.record.log import CLAIMS_READ, REPORT_ADDED, Event
from belegt.record.state import claim_from_state, report_from_state
from belegt.web.held.calm import calm
from belegt.web.held.index import Index


@dataclass(frozen=True)
class Reading:
    """Reports and claims as last read; what people decided is not in it."""

    reports: Mapping[str, Report]
    claims: Mapping[str, Claim]
    index: Index
    profile: str
    growing: GrowingAccount = field(repr=False, compare=False)
    _lock: threading.RLock = field(default_factory=threading.RLock, repr=False, compare=False)
    _starting: threading.RLock = field(default_factory=threading.RLock, repr=False, compare=False)
    _worker: list[threading.Thread] = field(default_factory=list, repr=False, compare=False)

    @cached_property
    def by_report(self) -> Mapping[str, Sequence[Claim]]:
        """The claims of each report, in the order of its text."""
        found: dict[str, list[Claim]] = {id: [] for id in self.reports}
        for claim in self.claims.values():
            found[claim.report.id].append(claim)
        return found

    def account(self, decisions: Sequence[Decision] = ()) -> Account:
        """Everything linked and counted, under these decisions; what stands as it did before is not worked out again."""
        return self.growing.of(self.reports, self.by_report, decisions)

    def after(self, events: Sequence[Event]) -> Reading:
        """The reading that these events, as the log tells them, make of this one; what they do not name stays."""
        reports, told = dict(self.reports.items()), dict(self.by_report)
        again = any(event.body["report"] in self.reports for event in events if event.kind == CLAIMS_READ)
        for event in events:
            if event.kind == REPORT_ADDED:
                report = report_from_state(event.body["report"])
                reports[report.id], told[report.id] = report, []
            elif event.kind == CLAIMS_READ:
                of = event.body["report"]
                told[of] = [claim_from_state(reports[of], state) for state in event.body["claims"]]
        new = (c for id, own in told.items() if again or id not in self.reports for c in own)
        claims = {**({} if again else dict(self.claims.items())), **{c.ref: c for c in new}}
        reading = Reading(reports, claims, self.index.after(events), self.profile, self.growing)
        vars(reading)["by_report"] = told
        return reading

    @property
    def undecided(self) -> Account:
        """What the machine alone makes of it."""
        with self._lock:
            return self._undecided

    @cached_property
    def _undecided(self) -> Account:
        with calm() if len(self.claims) >= settings.DESK_INDEX_CLAIMS else nullcontext():
            return self.account()

    @cached_property
    def _narrow(self) -> Sequence[Narrow]:
        return proposed(list(self.reports.values()), list(self.claims.values()))

    def narrow(self, wait: float) -> Sequence[Narrow]:
        """The links that the machine decided by little, worked out in the background as well; none while they are not ready."""
        with self._starting:
            if len(self._worker) == 1:
                self._worker.append(threading.Thread(target=lambda: (self.undecided, self._narrow), daemon=True))
                self._worker[1].start()
        if len(self._worker) < 2:
            return ()
        self._worker[1].join(wait)
        return () if self._worker[1].is_alive() else self._narrow

    def linked(self, wait: float) -> Account | None:
        """The same, begun in the background when first asked for; None while it is not ready after ``wait`` seconds."""
        with self._starting:
            if not self._worker:
                self._worker.append(threading.Thread(target=lambda: self.undecided, daemon=True))
                self._worker[0].start()
        self._worker[0].join(wait)
        return None if self._worker[0].is_alive() else self.undecided
