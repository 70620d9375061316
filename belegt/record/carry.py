"""Decisions carried over to a new reading: a better reader may give the same words another claim, and so another ref.

A decision goes with its words: to the claim of the same report and kind whose quote overlaps most with that of the claim it was
made on. A verdict (accept, reject, correct) goes to a claim with the same count alone: nobody is said to have accepted a number
that they never saw. Invariant: the log stays as it was written, a decision keeps its id, and none is dropped: one that fits no
claim any more keeps its target as written, and is told of as unplaced.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from sqlalchemy import Connection, or_, select

from belegt.model import Claim, Decision, HarmClaim, Report
from belegt.record import schema
from belegt.record.log import CLAIMS_READ
from belegt.record.state import claim_from_state

TARGETS = 200
"""Reports asked for in one query."""
VERDICTS = ("accept", "reject", "correct")


class Quoted(NamedTuple):
    """What a claim quotes: its kind, the first and last offset of its words in the report, and its bounds."""

    kind: str
    start: int
    end: int
    bounds: tuple[int | None, int | None] | None = None


Reading = dict[str, Quoted]
"""The claims of one report, by their refs."""


def quoted(report: str, states: Iterable[Mapping[str, Any]]) -> Reading:
    """The claims of a reading as the log holds them."""
    return {f"{report}#{s['id']}": Quoted(s["kind"], s["start"], s["end"], _bounds(s)) for s in states}


def _bounds(state: Mapping[str, Any]) -> tuple[int | None, int | None] | None:
    return (state["count"]["low"], state["count"]["high"]) if "count" in state else None


def homeless(decisions: Iterable[Decision], now: Mapping[str, Reading]) -> set[str]:
    """The claims that decisions were made on and that their report has no more."""
    written = {target for d in decisions for target in d.made_on or d.targets if "#" in target}
    return {ref for ref in written if (report := ref.rpartition("#")[0]) in now and ref not in now[report]}


def carry(decisions: Sequence[Decision], earlier: Reading, now: Mapping[str, Reading]) -> list[Decision]:
    """The decisions with the targets that they have now; ``earlier`` holds the claims that are no more."""
    homes = _homes(earlier, now)
    alike = {ref: home for ref, home in homes.items() if now[ref.rpartition("#")[0]][home].bounds == earlier[ref].bounds}
    return [_carried(decision, alike if decision.act in VERDICTS else homes) for decision in decisions]


def moved(before: Iterable[Claim], now: Iterable[Claim]) -> dict[str, str]:
    """For claims of an earlier reading that are no more, by their refs, the claim of today that quotes their words; where there is none, nothing."""
    today: defaultdict[str, Reading] = defaultdict(dict)
    for claim in now:
        today[claim.report.id][claim.ref] = _quoted(claim)
    return _homes({c.ref: _quoted(c) for c in before if c.ref not in today.get(c.report.id, {})}, today)


def _quoted(claim: Claim) -> Quoted:
    bounds = (claim.count.low, claim.count.high) if isinstance(claim, HarmClaim) else None
    return Quoted(claim.kind, claim.passage.start, claim.passage.end, bounds)


def _homes(earlier: Reading, now: Mapping[str, Reading]) -> dict[str, str]:
    found = {ref: _home(claim, now.get(ref.rpartition("#")[0], {})) for ref, claim in earlier.items()}
    return {ref: homes[0] for ref, homes in found.items() if homes}


def unplaced(decisions: Iterable[Decision], now: Mapping[str, Reading]) -> list[Decision]:
    """The decisions, as carried, of which a target is a claim that their report has no more."""
    return [d for d in decisions if any("#" in t and t not in now.get(t.rpartition("#")[0], {}) for t in d.targets)]


def carried(connection: Connection, decisions: Sequence[Decision]) -> list[Decision]:
    """The decisions with the targets that they have in the readings of today."""
    now = readings(connection, decisions)
    gone = homeless(decisions, now)
    return carry(decisions, _earlier(connection, gone) if gone else {}, now)


def _carried(decision: Decision, moved: Mapping[str, str]) -> Decision:
    written = decision.made_on or decision.targets
    targets = tuple(moved.get(target, target) for target in written)
    return replace(decision, targets=targets, made_on=() if targets == written else written)


def _home(claim: Quoted, reading: Reading) -> list[str]:
    """The claims of the same kind that share words with one: those of its count first, then those that share most."""
    shared = {ref: min(claim.end, c.end) - max(claim.start, c.start) for ref, c in reading.items() if c.kind == claim.kind}
    met = {ref: n for ref, n in shared.items() if n > 0}
    return sorted(met, key=lambda ref: (reading[ref].bounds != claim.bounds, -met[ref], reading[ref].end - reading[ref].start, ref))


def readings(connection: Connection, decisions: Iterable[Decision]) -> dict[str, Reading]:
    """The claims that the reports which decisions name have today."""
    reports = {t.rpartition("#")[0] for d in decisions for t in d.made_on or d.targets if "#" in t}
    found: defaultdict[str, Reading] = defaultdict(dict)
    for some in _parts(reports):
        for report, state in connection.execute(select(schema.claims.c.report, schema.claims.c.state).where(schema.claims.c.report.in_(some))):
            found[report].update(quoted(report, [json.loads(state)]))
        known = connection.execute(select(schema.reports.c.id).where(schema.reports.c.id.in_(some))).scalars()
        for report in known:
            found.setdefault(report, {})
    return found


def earlier_claims(connection: Connection, refs: Iterable[str], reports: Mapping[str, Report]) -> dict[str, Claim]:
    """Claims as the latest reading had them that found them; those that no reading of these reports found are left out."""
    wanted = {ref for ref in refs if ref.rpartition("#")[0] in reports}
    found: dict[str, Claim] = {}
    for body in _read(connection, {ref.rpartition("#")[0] for ref in wanted}):
        of = reports[body["report"]]
        mine = (state for state in body["claims"] if f"{of.id}#{state['id']}" in wanted)
        found.update((claim.ref, claim) for claim in (claim_from_state(of, state) for state in mine))
    return found


def _earlier(connection: Connection, gone: set[str]) -> Reading:
    """What claims quoted that an earlier reading had found, the latest of them."""
    found: Reading = {}
    for body in _read(connection, {ref.rpartition("#")[0] for ref in gone}):
        found.update(quoted(body["report"], body["claims"]))
    return {ref: found[ref] for ref in gone if ref in found}


def _read(connection: Connection, reports: set[str]) -> Iterator[Mapping[str, Any]]:
    """Every reading of some reports, the earliest first."""
    for some in _parts(reports):
        ends = (schema.log.c.body.endswith(f'"report":{json.dumps(report, ensure_ascii=False)}}}', autoescape=True) for report in some)
        query = select(schema.log.c.body).where(schema.log.c.kind == CLAIMS_READ, or_(*ends)).order_by(schema.log.c.seq)
        yield from map(json.loads, connection.execute(query).scalars())


def _parts(reports: set[str]) -> Iterable[list[str]]:
    ordered = sorted(reports)
    return (ordered[at : at + TARGETS] for at in range(0, len(ordered), TARGETS))
