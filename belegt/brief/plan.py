"""What a brief says in which order: new and gravest first, grouped by place; then those in need, then what is open.

A plan holds claims and no words.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from belegt.brief.telling import Telling, rounds, tell
from belegt.model import (
    Account,
    ControlClaim,
    FacilityClaim,
    Family,
    Figure,
    HarmClaim,
    Incident,
    ProposalClaim,
    Report,
    RunningTotal,
    StatementClaim,
    TotalCount,
    When,
    Where,
)
from belegt.terms import load

FULL = 10
"""So many incidents and totals are told in sentences; the rest is listed."""
NEW = timedelta(days=7)
RECENT = timedelta(days=45)
BODILY = ("killed", "casualties", "injured")


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One incident or running total: its tellings, what was hit, and the totals that may contain it."""

    tellings: tuple[Telling, ...]
    when: When
    where: Where
    total: bool
    facilities: tuple[FacilityClaim, ...] = ()
    independent: int = 1
    within: tuple[Telling, ...] = ()

    @property
    def place(self) -> str:
        """What it is grouped by."""
        return self.where.place

    @property
    def bodily(self) -> bool:
        """Whether people were killed or injured, or a text says that none were."""
        return any(t.kind in BODILY for t in self.tellings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The parts of a brief in their order. ``places`` are groups of topics of one place, ``listed`` the less grave."""

    as_of: date | None
    places: tuple[tuple[Topic, ...], ...]
    need: tuple[Topic, ...]
    listed: tuple[Topic, ...]
    earlier: tuple[Topic, ...]
    roundings: tuple[tuple[HarmClaim, HarmClaim], ...]
    facilities: tuple[FacilityClaim, ...]
    control: tuple[ControlClaim, ...]
    proposals: tuple[ProposalClaim, ...]
    voices: tuple[StatementClaim, ...]
    copies: tuple[tuple[Report, Report], ...]

    def told(self) -> Iterator[Topic]:
        """All topics."""
        for group in self.places:
            yield from group
        yield from (*self.need, *self.listed, *self.earlier)


def plan(account: Account, lang: str) -> Plan:
    """The order of everything in an account; where several claims say the same, one in ``lang`` is told."""
    as_of = max((r.published for r in account.reports if r.published), default=None)
    copied = {r for f in account.families for r in f.reports[1:]}
    topics, roundings = _fold([t for t in _topics(account, copied, lang) if not _copied_only(t, copied, account)])
    topics.sort(key=lambda t: _urgency(t, as_of))
    earlier = [t for t in topics if _age(t, as_of) > 2]
    if len(earlier) == len(topics):
        earlier = []
    current = [t for t in topics if t not in earlier and t.bodily]
    need = [t for t in topics if t not in earlier and not t.bodily]
    own = [c for c in account.claims if c.report.id not in copied and not _old(c.when, as_of)]
    told = {id(f) for t in topics for f in t.facilities}
    return Plan(
        as_of=as_of,
        places=tuple(_by_place(current[:FULL])),
        need=tuple(need[:FULL]),
        listed=(*current[FULL:], *need[FULL:]),
        earlier=tuple(earlier),
        roundings=tuple(roundings),
        facilities=tuple(c for c in own if isinstance(c, FacilityClaim) and id(c) not in told),
        control=tuple(c for c in own if isinstance(c, ControlClaim)),
        proposals=tuple(c for c in own if isinstance(c, ProposalClaim)),
        voices=tuple(c for c in own if isinstance(c, StatementClaim) and c.mode == "direct"),
        copies=tuple(_copies(account.reports, account.families)),
    )


def _topics(account: Account, copied: set[str], lang: str) -> Iterator[Topic]:
    hit = [c for c in account.claims if isinstance(c, FacilityClaim) and c.report.id not in copied]
    for counted in account.incidents:
        incident = counted.incident
        tellings = tell(_uncopied(incident.claims, copied), _best(counted.figures), lang)
        struck = tuple(f for f in hit if _concerns(f, incident))
        yield _topic(incident, tellings, False, struck, counted.independent_sources)
    periods: dict[object, list[TotalCount]] = {}
    for total in account.totals:
        place, when = total.total.where.place.lower(), total.total.when
        known = bool(when.start or when.end) and total.total.kind in BODILY
        periods.setdefault((place, when.start, when.end) if known else total.total.id, []).append(total)
    for group in periods.values():
        yield _counted_together(group, copied, lang)


def _counted_together(group: Sequence[TotalCount], copied: set[str], lang: str) -> Topic:
    """The totals of one place and period, those killed and those injured in one topic."""
    tellings = [t for g in group for t in tell(_uncopied(g.total.claims, copied), _best(g.figures), lang)]
    return _topic(group[0].total, tellings, True, (), max(g.independent_sources for g in group))


def _topic(
    group: Incident | RunningTotal,
    tellings: list[Telling],
    total: bool,
    hit: tuple[FacilityClaim, ...],
    independent: int,
) -> Topic:
    return Topic(
        tellings=tuple(tellings),
        when=group.when,
        where=group.where,
        total=total,
        facilities=hit,
        independent=independent,
    )


def _best(figures: Iterable[Figure]) -> dict[str, int]:
    return {f.kind: f.best for f in figures if not f.group}


def _uncopied(claims: Sequence[HarmClaim], copied: set[str]) -> list[HarmClaim]:
    """The claims without those of copies, unless only a copy has them."""
    own = [c for c in claims if c.report.id not in copied]
    known = {(c.kind, bound) for c in own for bound in (c.count.low, c.count.high)}
    return own + [c for c in claims if c.report.id in copied and (c.kind, c.count.low) not in known]


def _copied_only(topic: Topic, copied: set[str], account: Account) -> bool:
    """Whether only copies tell a topic, with figures that other reports tell elsewhere."""
    claims = [c for t in topic.tellings for c in (t.lead, *t.same)]
    if not claims or any(c.report.id not in copied for c in claims):
        return False
    first = {(c.kind, c.count.low) for c in account.claims if isinstance(c, HarmClaim) and c.report.id not in copied}
    return all((c.kind, c.count.low) in first for c in claims)


def _concerns(facility: FacilityClaim, incident: Incident) -> bool:
    """Whether linking put the facility beside the incident, or its words are part of the incident's own."""
    if facility.status not in ("hit", "damaged", "destroyed") or facility.stance != "asserted":
        return False
    beside = {c.ref for c in incident.beside}
    return facility.ref in beside or any(facility.passage.overlaps(c.passage) for c in incident.claims)


def _age(topic: Topic, as_of: date | None) -> int:
    """0 new, 1 recent, 2 not dated, 3 older or running since long ago."""
    first, last = topic.when.start, topic.when.end
    if as_of is None or (first is None and last is None):
        return 2
    if (as_of - (last or as_of)) > RECENT or (first and as_of - first > 4 * RECENT):
        return 3
    return 0 if as_of - (last or first or as_of) <= NEW else 1


def _old(when: When, as_of: date | None) -> bool:
    return bool(as_of and when.end and as_of - when.end > RECENT)


def _urgency(topic: Topic, as_of: date | None) -> tuple[float, ...]:
    """New before older, those killed before all other harm, and the greater number first."""
    asserted = [t for t in topic.tellings if t.lead.stance == "asserted"] or list(topic.tellings)
    harmed = [t for t in asserted if t.lead.count.high != 0] or asserted
    rank = min((load("harm").rank(t.kind) for t in harmed), default=9)
    size = max((t.size for t in harmed if load("harm").rank(t.kind) == rank), default=0)
    first = min((t.lead.passage.start for t in topic.tellings), default=0)
    return (_age(topic, as_of), rank, -math.log2(size + 1), first)


def _by_place(topics: Sequence[Topic]) -> Iterator[tuple[Topic, ...]]:
    """Groups of topics of one place, in the order of their gravest; totals before the incidents they may contain."""
    groups: dict[str, list[Topic]] = {}
    for topic in topics:
        groups.setdefault(topic.place.lower(), []).append(topic)
    for group in groups.values():
        totals = [t for t in group if t.total]
        yield tuple(_placed(t, totals) for t in group)


def _placed(topic: Topic, totals: Sequence[Topic]) -> Topic:
    """The topic with those totals of its place and time that may contain its dead."""
    if topic.total or not topic.place:
        return topic
    kinds = {t.kind for t in topic.tellings}
    around = [
        t.tellings[0]
        for t in totals
        if t.tellings[0].kind in kinds and _covers(t.when, topic.when) and not _already(t.tellings[0], topic)
    ]
    return replace(topic, within=tuple(around[:1]))


def _already(total: Telling, topic: Topic) -> bool:
    """Whether the text itself makes the incident part of the total."""
    ids = {(c.report.id, c.id) for c in (total.lead, *total.same)}
    return any((t.lead.report.id, t.lead.part_of) in ids for t in topic.tellings)


def _covers(period: When, when: When) -> bool:
    if when.start is None or when.end is None:
        return False
    return (period.start is None or period.start <= when.end) and (period.end is None or when.start <= period.end)


def _fold(topics: list[Topic]) -> tuple[list[Topic], list[tuple[HarmClaim, HarmClaim]]]:
    """Topics without those that only retell another in rounder words, and the pairs of (rounder, figure)."""
    pairs = [(r, t.lead) for topic in topics for t in topic.tellings for r in t.rounded]
    by_report: dict[str, list[Topic]] = {}
    for topic in topics:
        for report in {t.lead.report.id for t in topic.tellings}:
            by_report.setdefault(report, []).append(topic)
    kept = []
    for topic in topics:
        near = by_report.get(topic.tellings[0].lead.report.id, ()) if topic.tellings else ()
        bases = [_rounded_by(topic, other) for other in near if other is not topic and other.total == topic.total]
        base = next((b for b in bases if b is not None), None)
        if base is None:
            kept.append(topic)
        else:
            pairs += [(claim, base.lead) for t in topic.tellings for claim in (t.lead, *t.same)]
    return kept, pairs


def _rounded_by(topic: Topic, other: Topic) -> Telling | None:
    """The telling of another topic, in the same report, time and place or a nearer one, that everything in this one rounds."""
    if not (_same_place(topic.where, other.where) and _same_time(topic.when, other.when)):
        return None
    for base in other.tellings:
        told = [c for t in topic.tellings for c in (t.lead, *t.same)]
        rounder = told and all(rounds(c, base.lead) and c.report.id == base.lead.report.id for c in told)
        if rounder and not any(t.parts for t in topic.tellings):
            return base
    return None


def _same_place(wide: Where, near: Where) -> bool:
    name = re.sub(r"\s*\(.*\)$", "", near.place)
    return wide.place in (near.place, name) or wide.place in near.within


def _same_time(a: When, b: When) -> bool:
    starts = [d for d in (a.start, b.start) if d]
    ends = [d for d in (a.end, b.end) if d]
    return not starts or not ends or max(starts) <= min(ends)


def _copies(reports: Sequence[Report], families: Sequence[Family]) -> Iterator[tuple[Report, Report]]:
    """Pairs of a copy and the report that had the text first."""
    by_id = {r.id: r for r in reports}
    for family in families:
        for copy in family.reports[1:]:
            if copy in by_id and family.first in by_id:
                yield by_id[copy], by_id[family.first]
