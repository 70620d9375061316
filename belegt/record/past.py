"""The record as it stood at an earlier moment, derived from the log alone (R27).

Invariant: what came later never shows; at the moment of the last event it is what the views hold today.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from belegt.model import Claim, Decision, Report
from belegt.record.carry import Reading, carry, homeless, quoted
from belegt.record.log import CLAIMS_READ, DECISION_MADE, REPORT_ADDED, Event
from belegt.record.state import claim_from_state, decision_from_state, report_from_state


class Held(NamedTuple):
    """Reports in the order they were added, the claims of their readings, and decisions in the order they were made."""

    reports: list[Report]
    claims: list[Claim]
    decisions: list[Decision]


def held(events: Iterable[Event], until: str) -> Held:
    """What these events, oldest first, had made of the record at ``until``, a moment as the log writes it."""
    reports: dict[str, Report] = {}
    claims: dict[str, list[Claim]] = {}
    decisions: list[Decision] = []
    earlier: Reading = {}
    now: dict[str, Reading] = {}
    for event in events:
        if event.at > until:
            break
        if event.kind == REPORT_ADDED:
            report = report_from_state(event.body["report"])
            reports[report.id] = report
        elif event.kind == CLAIMS_READ:
            of = event.body["report"]
            earlier.update(now.get(of, {}))
            now[of] = quoted(of, event.body["claims"])
            claims[of] = [claim_from_state(reports[of], state) for state in event.body["claims"]]
        elif event.kind == DECISION_MADE:
            decisions.append(decision_from_state(event.body))
    gone = {ref: earlier[ref] for ref in homeless(decisions, now) if ref in earlier}
    return Held(list(reports.values()), [c for of in reports for c in claims.get(of, ())], carry(decisions, gone, now))
