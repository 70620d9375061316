"""The desk: what the record says today, kept in memory until something is added to its log.

Invariant: a ``State`` is derived from the record alone and never changes; a new event makes a new one.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from belegt import settings
from belegt.errors import BelegtError
from belegt.link import Narrow, in_force
from belegt.model import Account, Claim, Decision, Report, corrected, verdicts
from belegt.model.correction import named
from belegt.record import Record
from belegt.record.log import DECISION_MADE, Event, Head
from belegt.record.state import decision_from_state
from belegt.team.roles import LEAD
from belegt.team.second import Second, seconds
from belegt.web.held.load import begin
from belegt.web.held.reading import Reading
from belegt.web.held.shelf import Over

if TYPE_CHECKING:
    from belegt.web.held.past import Pasts
    from belegt.web.queue import Proposed, Waiting

VERDICTS = {"accept": "accepted", "reject": "rejected", "correct": "corrected"}
COUNTED = ("reject", "correct", "same", "different", "grade", "hide")
"""Acts that change what is counted."""


@dataclass(frozen=True)
class State:
    """The record as of one head of its log."""

    head: Head
    reading: Reading
    decisions: Sequence[Decision]
    veiled: frozenset[str] = frozenset()
    whole: State | None = None
    _lock: threading.RLock = field(default_factory=threading.RLock, repr=False, compare=False)
    _seen: dict[str, State] = field(default_factory=dict, repr=False, compare=False)

    def seen_by(self, author: str) -> State:
        """The state as a person may see it: without what others decided about claims that wait for a reading of their own.

        What is counted stays that of the whole.
        """
        waiting = {ref for ref, one in self.seconds.items() if one.verdicts and one.waits_for(author)}
        if not waiting:
            return self
        if author not in self._seen:
            others = frozenset(d.id for ref in waiting for d in self.seconds[ref].verdicts)
            self._seen[author] = self.behind(others)
        return self._seen[author]

    def behind(self, veiled: frozenset[str]) -> State:
        """The state as somebody sees it who may not see these decisions yet."""
        return State(self.head, self.reading, self.decisions, veiled, self) if veiled else self

    @cached_property
    def seconds(self) -> Mapping[str, Second]:
        """The claims that two are asked to read for themselves."""
        return self.whole.seconds if self.whole else seconds(self.in_force)

    def after(self, events: Sequence[Event]) -> State:
        """The state that these decisions, as the log tells them, make of this one; what is worked out is not done again."""
        made = [decision_from_state(event.body) for event in events]
        state = State(Head(events[-1].seq, events[-1].hash), self.reading, (*self.decisions, *made))
        if any(d.act == "undo" for d in made):
            return state
        latest = dict(self.verdicts)
        for d in made:
            for target in d.targets if d.act in VERDICTS else ():
                if target not in latest or (latest[target].at, latest[target].id) < (d.at, d.id):
                    latest[target] = d
        vars(state).update(
            in_force=(*self.in_force, *made), verdicts=latest, latest={**self.latest, **_by_target(made)}
        )
        if not any(d.act in ("correct", "hide") for d in made):
            vars(state).update(
                {k: v for k, v in vars(self).items() if k in ("claims", "by_report", "hidden", "reports")}
            )
        return state

    @cached_property
    def in_force(self) -> Sequence[Decision]:
        """The decisions that nobody took back."""
        if self.whole:
            return tuple(d for d in self.whole.in_force if d.id not in self.veiled)
        return in_force(self.decisions)

    @cached_property
    def latest(self) -> Mapping[str, Decision]:
        """For whatever somebody decided about, the last decision in force."""
        return _by_target(self.in_force)

    @cached_property
    def verdicts(self) -> Mapping[str, Decision]:
        """For each claim that was accepted, rejected or corrected the latest such decision in force."""
        return verdicts(self.in_force)

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """Every claim as people have corrected it."""
        made = [d for d in self.in_force if d.act == "correct"]
        if not made:
            return self.reading.claims
        known = self.reading.claims
        of = dict.fromkeys(target for d in made for target in d.targets if target in known)
        return Over(known, {c.ref: c for c in corrected([known[ref] for ref in of], made)})

    @cached_property
    def by_report(self) -> Mapping[str, Sequence[Claim]]:
        """The claims of each report as corrected, in the order of its text."""
        if self.claims is self.reading.claims:
            return self.reading.by_report
        return Over(self.reading.by_report, {id: [self.claims[c.ref] for c in self.reading.by_report[id]] for id in self._corrected})

    @property
    def _corrected(self) -> Iterable[str]:
        """The reports of claims that somebody corrected."""
        made = {target.rpartition("#")[0] for d in self.in_force if d.act == "correct" for target in d.targets}
        return made & self.reading.by_report.keys()

    @cached_property
    def hidden(self) -> Mapping[str, Decision]:
        """The reports and the claims that somebody hid, by id and by ref, with the decision."""
        return {target: d for d in self.in_force if d.act == "hide" for target in d.targets}

    @cached_property
    def notes(self) -> Mapping[str, Sequence[Decision]]:
        """What people noted on sources and families, by what they are asked for by."""
        found: dict[str, list[Decision]] = {}
        for decision in self.in_force:
            for target in decision.targets if decision.act == "note" else ():
                found.setdefault(target, []).append(decision)
        return found

    def counts(self, claim: Claim) -> bool:
        """Whether nobody hid a claim, nor its report."""
        return claim.ref not in self.hidden and claim.report.id not in self.hidden

    @cached_property
    def reports(self) -> Mapping[str, Report]:
        """The reports that nobody hid."""
        if not self.hidden:
            return self.reading.reports
        return {id: report for id, report in self.reading.reports.items() if id not in self.hidden}

    def before(self, decision: Decision) -> Claim | None:
        """The claim that a correction is of, as it was before it; None where it is not there any more."""
        raw = self.reading.claims.get(decision.targets[0])
        earlier = [d for d in self.in_force if (d.at, d.id) < (decision.at, decision.id)]
        return corrected([raw], earlier)[0] if raw else None

    @cached_property
    def unfit(self) -> Sequence[Decision]:
        """The decisions in force on claims that today's reading has no more, and that fit no other; and the corrections that
        name such a claim."""
        reading = self.reading
        return [
            d
            for d in self.in_force
            if any(t not in reading.claims for t in (*d.targets, *named(d)) if "#" in t and t not in reading.reports)
        ]

    @property
    def account(self) -> Account:
        """Incidents, totals and families, as decided."""
        if self.whole:
            return self.whole.account
        with self._lock:
            return self._account

    @cached_property
    def _account(self) -> Account:
        if not any(d.act in COUNTED for d in self.in_force):
            return self.reading.undecided
        return self.reading.account(self.decisions)

    def verdict(self, claim: Claim) -> str:
        """accepted, rejected, corrected, or "" while nobody decided."""
        decision = self.verdicts.get(claim.ref)
        return VERDICTS[decision.act] if decision else ""

    def stand(self, link: Proposed) -> bool:
        """Whether both sides of a link still have a claim that counts."""
        return all(
            any(self.verdict(c) != "rejected" and self.counts(c) for c in side)
            for side in (link.first, link.second)
        )

    def settled(self, first: Iterable[str], second: Iterable[str]) -> bool:
        """Whether somebody decided about claims of the one side and of the other that they are one, or are not."""
        left, right = (frozenset(d for ref in side for d in self._links.get(ref, ())) for side in (first, second))
        return bool(left & right)

    def named_apart(self, ref: str) -> bool:
        """Whether somebody decided that this claim is different from others."""
        return any(self._linked[id].act == "different" for id in self._links.get(ref, ()))

    @cached_property
    def _linked(self) -> Mapping[str, Decision]:
        return {d.id: d for d in self.in_force if d.act in ("same", "different")}

    @cached_property
    def _links(self) -> Mapping[str, Sequence[str]]:
        """For each claim the decisions on what it is one with."""
        found: dict[str, list[str]] = {}
        for decision in self._linked.values():
            for target in decision.targets:
                found.setdefault(target, []).append(decision.id)
        return found

    def about(self, targets: Sequence[str]) -> list[Decision]:
        """Every decision that names one of these, the latest first."""
        wanted = set(targets)
        return [d for d in reversed(self.decisions) if wanted & set(d.targets) and not self.veils(d)]

    def veils(self, decision: Decision) -> bool:
        """Whether what somebody decided is not to be seen yet."""
        return bool(self.veiled) and decision.id in self.veiled


class OvertakenError(BelegtError):
    """Somebody decided about ``targets`` after the page was shown (T21)."""

    def __init__(self, targets: Sequence[str]) -> None:
        super().__init__("B807", target=", ".join(targets))
        self.targets = tuple(targets)


@dataclass
class Kept:
    """What all who sit at a desk share: the state of its record, the order of the queue, and what each has put off."""

    lock: threading.RLock = field(default_factory=threading.RLock)
    state: State | None = None
    queue: tuple[Reading, Account | None, list[Waiting]] | None = None
    links: tuple[Reading, Sequence[Narrow], list[Proposed]] | None = None
    skipped: set[tuple[str, str]] = field(default_factory=set)
    pasts: Pasts | None = None
    looking_back: threading.Lock = field(default_factory=threading.Lock)


class Desk:
    """One record at work; ``author`` signs what is decided here, ``four_eyes`` asks two people for the highest grade.

    ``settles`` says whether the author may decide about what two others have read, ``fetches`` whether pages may be fetched.
    """

    def __init__(
        self,
        record: Record,
        author: str,
        profile: str = "airwars",
        *,
        kept: Kept | None = None,
        four_eyes: bool = False,
        settles: bool = True,
        fetches: bool = False,
    ) -> None:
        self.record = record
        self.author = author
        self.profile = profile
        self.four_eyes = four_eyes
        self.settles = settles
        self.fetches = fetches
        self._kept = kept or Kept()

    def signed(self, author: str, settles: bool) -> Desk:
        """The same desk with somebody else sitting at it."""
        kept, eyes, fetches = self._kept, self.four_eyes, self.fetches
        return Desk(self.record, author, self.profile, kept=kept, four_eyes=eyes, settles=settles, fetches=fetches)

    @property
    def name(self) -> str:
        """The name of the record's file or database."""
        return self.record.address.name

    def now(self) -> State:
        """The state of the record at this moment."""
        kept = self._kept
        with kept.lock:
            head, known = self.record.head(), kept.state
            if known is None or known.head != head:
                known = kept.state = self._state(known)
            return known

    def then(self, day: date) -> State:
        """The state at the end of an earlier day, in UTC, as the author may see it today."""
        from belegt.web.held.past import Pasts

        kept, now = self._kept, self.now()
        with kept.looking_back:
            kept.pasts = kept.pasts or Pasts()
            found = kept.pasts.of(self.record, now, day, self.profile)
        return found.behind(now.seen_by(self.author).veiled)

    def queue(self, state: State) -> list[Waiting]:
        """The claims of a state in the order in which they need a person; what rivals say counts as soon as it is worked out."""
        from belegt.web.queue import order

        reading, linked = state.reading, None
        if len(reading.claims) <= settings.DESK_RIVALS_CLAIMS:
            linked = reading.linked(settings.DESK_RIVALS_SECONDS)
        kept = self._kept
        with kept.lock:
            if kept.queue is None or kept.queue[0] is not reading or kept.queue[1] is not linked:
                kept.queue = reading, linked, order(reading, linked)
            return kept.queue[2]

    def links(self, state: State) -> list[Proposed]:
        """The links that need a person, in their order, as soon as they are worked out; those decided about are left out."""
        from belegt.web.queue import proposals

        reading, kept = state.reading, self._kept
        found = reading.narrow(0) if len(reading.claims) <= settings.DESK_RIVALS_CLAIMS else ()
        with kept.lock:
            if kept.links is None or kept.links[0] is not reading or kept.links[1] is not found:
                kept.links = reading, found, proposals(reading, found)
            return [p for p in kept.links[2] if not state.settled(p.link.first, p.link.second) and state.stand(p)]

    def skip(self, ref: str) -> None:
        """Put a claim behind all others until the desk ends; no decision, so nothing of it is in the log."""
        self._kept.skipped.add((self.author, ref))

    @property
    def skipped(self) -> frozenset[str]:
        """What the author has put off."""
        return frozenset(ref for author, ref in tuple(self._kept.skipped) if author == self.author)

    def decide(
        self, act: str, targets: Sequence[str], *, reason: str = "", value: str = "", seen: int | None = None
    ) -> str:
        """Write a decision into the log and return its id; one that stands already as the latest is not made again.

        ``seen`` is the number of the last event that its author saw; raises B807 when somebody decided about a target since,
        except for who reads second, and B820 where only a lead may decide about what two have read.
        """
        with self._kept.lock:
            state = self.now()
            standing = {state.latest[target] for target in targets if target in state.latest}
            (one,) = standing if len(standing) == 1 else (None,)
            if one and act != "undo" and _same(one, (act, set(targets), self.author, value, reason.strip())):
                return one.id
            if act in VERDICTS and self._independent(state, targets):
                seen = None
            at = datetime.now(UTC)
            made = Decision(
                act=act, targets=tuple(targets), author=self.author, at=at, reason=reason.strip(), value=value
            )
            try:
                return self.record.decide(made, seen=seen)
            except BelegtError as error:
                raise OvertakenError(targets) if error.code == "B807" else error from None

    def _independent(self, state: State, targets: Sequence[str]) -> bool:
        """Whether it is a reading of claims that wait for the author's own; raises B820 for one that waits for a lead."""
        asked = [state.seconds[ref] for ref in targets if ref in state.seconds]
        if not self.settles and any(one.read for one in asked):
            raise BelegtError("B820", role=LEAD)
        return bool(asked) and all(one.waits_for(self.author) for one in asked)

    def _state(self, known: State | None) -> State:
        """The state now; where only decisions were added to one that is known, it is that one with these decisions, and what
        events do not name is taken over from it as well."""
        if known is not None:
            events = list(self.record.log(since=known.head.seq))
            if events and all(event.kind == DECISION_MADE for event in events):
                return known.after(events)
            if events:
                last = Head(events[-1].seq, events[-1].hash)
                made = [decision_from_state(e.body) for e in events if e.kind == DECISION_MADE]
                return State(last, known.reading.after(events), self.record.carried((*known.decisions, *made)))
        return State(*begin(self.record, self.profile))


def _by_target(decisions: Sequence[Decision]) -> dict[str, Decision]:
    return {target: d for d in decisions for target in d.targets}


def _same(made: Decision, wanted: tuple[str, set[str], str, str, str]) -> bool:
    """Whether a decision says what is wanted; of a note the words are what it says."""
    reason = made.reason if made.act == "note" else wanted[-1]
    return (made.act, set(made.targets), made.author, made.value, reason) == wanted
