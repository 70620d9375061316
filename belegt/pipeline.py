"""The order of the stages: what goes into which, and nothing else. Only this module knows it.

Invariant: an account is derived from reports, claims and decisions alone; the same input gives the same account, to the byte.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from threading import RLock
from typing import TYPE_CHECKING, Any

from belegt.count import Counted, count, documented, house
from belegt.errors import BelegtError
from belegt.intake import Received, Refusal
from belegt.link import Explained, Growing, Narrow, explain, families, in_force, link, narrow
from belegt.model import (
    Account,
    Claim,
    Decision,
    Family,
    Figure,
    IncidentCount,
    Report,
    TotalCount,
    When,
    Where,
    corrected,
    verdicts,
)
from belegt.pool import in_order

if TYPE_CHECKING:
    from belegt.read.silence import Silence
    from belegt.record import Added, Record

OF_ONE_REPORT = ("B304", "B309", "B310", "B311")
"""What a record refuses a single report for; any other error is one of the record and ends the adding."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A report as received, and the claims read from it in the order of its text."""

    received: Received
    claims: tuple[Claim, ...]

    def silences(self) -> list[Silence]:
        """The sentences with a word of harm that made no figure, and why."""
        from belegt.read.silence import silences

        return silences(self.received.report, self.claims)


def readings(items: Iterable[Received | Refusal | Added], jobs: int = 1) -> Iterator[Reading | Refusal | Added]:
    """Reads what was received, in ``jobs`` processes; order is kept, and what is no report passes in its place.

    A report that the reader breaks on comes out as a refusal (B610) and keeps no other from being read.
    """
    passing: deque[Received | Refusal | Added] = deque()

    def reports() -> Iterator[Report]:
        for item in items:
            passing.append(item)
            if isinstance(item, Received):
                yield item.report

    for claims in in_order(_read, reports(), jobs, lambda report: len(report.text)):
        while not isinstance(item := passing.popleft(), Received):
            yield item
        if isinstance(claims, str):
            yield Refusal(BelegtError("B610", where=item.origin, detail=claims))
        else:
            yield Reading(item, claims)
    yield from (item for item in passing if not isinstance(item, Received))


def _read(report: Report) -> tuple[Claim, ...] | str:
    """The claims of a report, or what went wrong: an error could not travel between processes."""
    from belegt.read.reader import read

    try:
        return tuple(read(report))
    except Exception as error:
        return str(error) if isinstance(error, BelegtError) else f"{type(error).__name__}: {error}"


def enter(record: Record, items: Iterable[Received | Refusal], jobs: int = 1) -> Iterator[Added | Refusal]:
    """Reads what the record does not know and adds it; whatever comes out as ``Added`` is on the disk.

    Raises B305 to B308 when the record itself cannot be written any further.
    """
    from belegt.read.reader import RuleReader

    for item in readings(_unknown(record, items, RuleReader.name), jobs):
        if not isinstance(item, Reading):
            yield item
            continue
        try:
            yield record.add(item.received.report, item.received.raw, item.claims, RuleReader.name)
        except BelegtError as error:
            yield _refused(error, item.received)


def _unknown(
    record: Record, items: Iterable[Received | Refusal], reader: str
) -> Iterator[Received | Refusal | Added]:
    from belegt.record import Added

    for item in items:
        if isinstance(item, Refusal):
            yield item
            continue
        try:
            known = record.knows(item.report, reader)
        except BelegtError as error:
            yield _refused(error, item)
        else:
            yield Added("known", item.report.id, 0) if known else item


def _refused(error: BelegtError, received: Received) -> Refusal:
    if error.code not in OF_ONE_REPORT:
        raise error
    error.where = received.origin
    return Refusal(error)


def brief_language(reports: Sequence[Report]) -> str:
    """The language that most of the reports are in, as far as briefs are written in it; else English."""
    told = Counter(report.lang[:2] for report in reports if report.lang[:2] in ("de", "en"))
    return max(told, key=lambda lang: (told[lang], lang)) if told else "en"


def account(
    reports: Sequence[Report],
    claims: Sequence[Claim],
    *,
    profile: str = "airwars",
    per_report: bool = False,
    decisions: Sequence[Decision] = (),
) -> Account:
    """Link and count claims; the most prominent incident comes first.

    ``per_report`` counts each report for itself, in the order of ``reports``. Claims count as someone corrected them, those
    that someone rejected, and claims and whole reports that someone hid, are left out; grades that someone gave outrank those computed.
    Raises B103 for an unknown profile.
    """
    acts = in_force(decisions)
    reports, kept = standing_claims(reports, claims, acts)
    groups = [[report] for report in reports] if per_report else [list(reports)]
    incidents: list[IncidentCount] = []
    totals: list[TotalCount] = []
    copies: tuple[Family, ...] | None = None
    for group in groups:
        told = [c for c in kept if c.report.id == group[0].id] if per_report else kept
        linked = link(group, told, acts)
        copies = None if per_report else linked.families
        counted, running = count(linked, group, profile)
        incidents += _all_graded(counted, acts)
        totals += running
    return Account(
        reports=tuple(reports),
        claims=tuple(kept),
        incidents=tuple(incidents),
        totals=tuple(totals),
        families=families(reports) if copies is None else copies,
        profile=profile,
    )


class GrowingAccount:
    """The account of a record that grows: what changed since it was asked for last is linked and counted, and nothing else.

    Invariant: it is the account that ``account`` makes of the same reports, claims and decisions.
    """

    def __init__(self, profile: str = "airwars") -> None:
        self.profile = profile
        self._growing = Growing()
        self._counted = Counted()
        self._told: dict[str, Sequence[Claim]] = {}
        self._lock = RLock()

    def of(self, reports: Mapping[str, Report], told: Mapping[str, Sequence[Claim]], decisions: Sequence[Decision] = ()) -> Account:
        """The account of reports with their claims, in the order of the reports, under these decisions."""
        acts = in_force(decisions)
        decided = {target.rpartition("#")[0] for d in acts if d.act in ("reject", "correct", "hide") for target in d.targets}
        standing, _ = standing_claims(list(reports.values()), (), acts)
        now = {r.id: standing_claims((), told[r.id], acts)[1] if r.id in decided else told[r.id] for r in standing}
        with self._lock:
            come = {id: (reports[id], own) for id, own in now.items() if not _unchanged(self._told.get(id), own, reports[id], self._growing)}
            self._growing.update(come, [id for id in self._told if id not in now], acts)
            self._told = now
            linkage = self._growing.linkage()
            incidents, totals = count(linkage, standing, self.profile, self._counted)
        return Account(
            reports=tuple(standing),
            claims=tuple(c for own in now.values() for c in own),
            incidents=tuple(_all_graded(incidents, acts)),
            totals=tuple(totals),
            families=linkage.families,
            profile=self.profile,
        )


def _unchanged(before: Sequence[Claim] | None, now: Sequence[Claim], report: Report, growing: Growing) -> bool:
    """Whether a report and its claims are what they were, down to the reader and its grounds."""
    if before is now and growing.report(report.id) is report:
        return True
    if before is None or len(before) != len(now) or growing.report(report.id) != report:
        return False
    return all(a is b or (a == b and (a.reader, a.why, a.corrected) == (b.reader, b.why, b.corrected)) for a, b in zip(before, now, strict=True))


def explained(
    reports: Sequence[Report], claims: Sequence[Claim], decisions: Sequence[Decision], ref: str, other: str = ""
) -> Explained | None:
    """Why the incident that holds a claim is one, and its neighbours, or that of another claim, others; None where it stands in none."""
    acts = in_force(decisions)
    return explain(*standing_claims(reports, claims, acts), acts, ref, other)


def proposed(reports: Sequence[Report], claims: Sequence[Claim], decisions: Sequence[Decision] = ()) -> list[Narrow]:
    """The links that were decided by little, the narrowest first: what a person should look at."""
    acts = in_force(decisions)
    return narrow(*standing_claims(reports, claims, acts), acts)


def standing_claims(
    reports: Sequence[Report], claims: Sequence[Claim], acts: Sequence[Decision]
) -> tuple[list[Report], list[Claim]]:
    """The reports that nobody hid, and their claims as corrected without those hidden or rejected; ``acts`` are decisions in force."""
    latest = verdicts(acts)
    hidden = {target for d in acts if d.act == "hide" for target in d.targets}
    rejected = {ref for ref, decision in latest.items() if decision.act == "reject"}
    told = corrected((c for c in claims if c.ref not in rejected and c.ref not in hidden and c.report.id not in hidden), acts)
    return [r for r in reports if r.id not in hidden], told


def figures_lines(account: Account) -> Iterator[dict[str, Any]]:
    """The account in the interchange form: a line an incident, then a line a running total.

    An incident's figures are as the house of the account codes them: where the texts leave a figure open above, the house's
    own closing of it (see ``Profile.coded_high``) stands as high, or null where it closes none.
    """
    yield from (_incident_line(i, account.profile) for i in account.incidents)
    yield from (_total_line(t) for t in account.totals)


def _incident_line(counted: IncidentCount, profile: str) -> dict[str, Any]:
    incident = counted.incident
    return {
        "id": incident.id,
        "reports": list(incident.reports),
        "claims": [c.ref for c in incident.claims],
        "when": _when(incident.when),
        "where": _where(incident.where),
        "means": list(incident.means),
        "by": list(incident.by),
        "figures": _figures(counted.figures, profile),
        "independent_sources": counted.independent_sources,
        "grade": counted.grade,
    }


def _figures(figures: Sequence[Figure], profile: str) -> dict[str, dict[str, Any]]:
    wholes = [f for f in figures if not f.group]
    return {
        whole.kind: _coded(whole, profile)
        | {"groups": {f.group: _coded(f, profile) for f in figures if f.kind == whole.kind and f.group}}
        for whole in wholes
    }


def _coded(figure: Figure, profile: str) -> dict[str, Any]:
    rules = house(profile)
    told = [c for c in (*figure.claims, *figure.other) if c.stance == "asserted"]
    highest = max((rules.read(c.count).low for c in told), default=figure.best)
    return {**figure.as_dict(), "high": rules.coded_high(figure.best, figure.high, highest)}


def _total_line(counted: TotalCount) -> dict[str, Any]:
    total, whole = counted.total, counted.figures[0]
    return {
        "total": True,
        "kind": total.kind,
        **whole.as_dict(),
        "since": _iso(total.when)["from"],
        "until": _iso(total.when)["to"],
        "where": _where(total.where),
        "claims": [c.ref for c in total.claims],
    }


def difference_lines(account: Account, other: Account) -> Iterator[dict[str, Any]]:
    """The figures of the same incidents that two profiles code differently, each with both codings."""
    theirs = {i.incident.id: i for i in other.incidents}
    for counted in account.incidents:
        for figure in counted.figures:
            rival = theirs[counted.incident.id].figure(figure.kind, figure.group)
            codings = {account.profile: _coded(figure, account.profile), other.profile: rival and _coded(rival, other.profile)}
            if len({str(coding) for coding in codings.values()}) > 1:
                yield {"incident": counted.incident.id, "kind": figure.kind, "group": figure.group, "profiles": codings}


def documented_lines(account: Account, by: str) -> Iterator[dict[str, Any]]:
    """Documented minimums by day, place, side, group or means, each with its incidents and the running totals beside it."""
    coded = [
        replace(i, figures=tuple(replace(f, high=_coded(f, account.profile)["high"]) for f in i.figures)) for i in account.incidents
    ]
    for row in documented(coded, account.totals, by):
        yield {
            "documented": row.by,
            "key": row.key,
            "kind": row.kind,
            "group": row.group,
            "low": row.low,
            "best": row.best,
            "high": row.high,
            "incidents": list(row.incidents),
            "beside": list(row.beside),
        }


def _when(when: When) -> dict[str, Any]:
    return {**_iso(when), "precision": when.precision}


def _iso(when: When) -> dict[str, Any]:
    return {"from": when.start.isoformat() if when.start else None, "to": when.end.isoformat() if when.end else None}


def _where(where: Where) -> dict[str, Any]:
    return {"place": where.place or where.text, "lat": where.lat, "lon": where.lon, "precision": where.precision}


def _all_graded(incidents: Sequence[IncidentCount], acts: Sequence[Decision]) -> Iterable[IncidentCount]:
    """Incidents with the grades that people gave them."""
    given = [d for d in acts if d.act == "grade"]
    return (_graded(i, given) for i in incidents) if given else incidents


def _graded(counted: IncidentCount, decisions: Sequence[Decision]) -> IncidentCount:
    """The grade that someone gave to the incident, or to one of its claims, the latest; else the one computed."""
    known = {counted.incident.id, *(c.ref for c in counted.incident.claims)}
    given = [d for d in decisions if d.act == "grade" and known & set(d.targets)]
    return replace(counted, grade=max(given, key=lambda d: (d.at, d.id)).value) if given else counted
