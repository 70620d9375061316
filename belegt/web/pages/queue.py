"""The queue: one claim or proposed link at a time, its words left, what was read from them right, one key to decide and go on."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import Annotated, Any

from fastapi import Form, Response

from belegt.errors import BelegtError
from belegt.model import Claim, Decision, HarmClaim
from belegt.team.roles import LEAD, READER, REVIEWER
from belegt.web import acts
from belegt.web.ask import Ask, Asked, back, seek
from belegt.web.desk import State
from belegt.web.fields import by_hand
from belegt.web.marks import Span, around, field_spans, pieces
from belegt.web.pages.route import Route, twins
from belegt.web.query import LINK
from belegt.web.queue import Proposed, Waiting
from belegt.web.team.second import disagreed

ACTS = ("accept", "reject", "skip")
LINK_ACTS = ("same", "different", "skip")


def page(asked: Asked, at: str = "") -> Response:
    """/queue, at the claim that needs a person most or at the one with the ref ``at``."""
    waiting = _open(asked)
    shown = _at(asked, waiting, at)
    if shown is None:
        return asked.show("queue/empty.html", last=_last(asked))
    refs = [w.ref for w in waiting]
    here = refs.index(shown.ref) if shown.ref in refs else None
    place: dict[str, Any] = {
        "waiting": shown,
        "total": len(waiting),
        "position": None if here is None else here + 1,
        "next": _neighbour(refs, here, 1),
        "previous": _neighbour(refs, here, -1),
        "last": _last(asked),
    }
    if isinstance(shown, Proposed):
        return asked.show("queue/link.html", link=shown.link, sides=_sides(asked, shown), **place)
    claim = shown.claim
    machine = asked.state.reading.claims[claim.ref]
    start, end = around(claim)
    spans = [Span(claim.passage.start, claim.passage.end, "quote"), *field_spans(claim, start, end)]
    return asked.show(
        "queue/page.html",
        claim=claim,
        pieces=pieces(claim.report.text, spans, start, end),
        whole=asked.state.claims.get(f"{claim.report.id}#{claim.part_of}") if isinstance(claim, HarmClaim) else None,
        decided=asked.state.verdicts.get(claim.ref),
        by_hand=by_hand(asked.words, machine, claim, asked.state.claims),
        second=asked.state.seconds.get(claim.ref),
        **place,
    )


def data(asked: Asked) -> dict[str, Any]:
    """/queue.json"""
    part = asked.slice(_open(asked))
    return {
        "total": part.total,
        "page": part.page,
        "pages": part.pages,
        "queue": [_told(_as_decided(asked.state, w)) for w in part.rows],
    }


def decide(
    asked: Asked,
    claim: Annotated[str, Form()],
    act: Annotated[str, Form()],
    seen: Annotated[int, Form()],
    reason: Annotated[str, Form(max_length=2000)] = "",
) -> Response:
    """Accept, reject or skip a claim, and on to the next; the filter stays."""
    if act not in ACTS:
        raise BelegtError("B808", value=act, field="act", known=", ".join(ACTS))
    seek(asked.state.claims.get(claim), "claim", claim)
    if act == "skip":
        asked.desk.skip(claim)
    else:
        asked.desk.decide(act, (claim,), reason=reason, seen=seen)
    return back(f"/queue{asked.filter.query()}")


def decide_link(
    asked: Asked,
    link: Annotated[str, Form()],
    act: Annotated[str, Form()],
    seen: Annotated[int, Form()],
    reason: Annotated[str, Form(max_length=2000)] = "",
) -> Response:
    """Say that two sets of claims are one incident, or different ones, or skip them; and on to the next."""
    if act not in LINK_ACTS:
        raise BelegtError("B808", value=act, field="act", known=", ".join(LINK_ACTS))
    if act == "skip":
        asked.desk.skip(link)
    else:
        found = seek(next((p for p in asked.desk.links(asked.state) if p.ref == link), None), "link", link)
        {"same": acts.join, "different": acts.keep_apart}[act](asked.desk, asked.state, found.link, reason, seen)
    return back(f"/queue{asked.filter.query()}")


def undo(
    asked: Asked,
    decision: Annotated[str, Form()] = "",
    to: Annotated[str, Form()] = "",
    reason: Annotated[str, Form(max_length=2000)] = "",
) -> Response:
    """Take back a decision, or the last one that its author made here; on to what it was about."""
    last = _last(asked) if not decision else next((d for d in asked.state.decisions if d.id == decision), None)
    if last is None:
        return back(to or f"/queue{asked.filter.query()}")
    if last.author != asked.desk.author and not asked.may(LEAD):
        raise BelegtError("B820", role=LEAD)
    asked.desk.decide("undo", (last.id,), reason=reason)
    return back(to or f"/queue{asked.filter.query(at=_about(asked, last))}")


def _about(asked: Ask, decision: Decision) -> str:
    """What is shown again after a decision was taken back: its link, or its claim."""
    if decision.act in ("same", "different"):
        state, targets = asked.desk.now(), set(decision.targets)
        for one in asked.desk.links(state):
            if targets & set(one.link.first) and targets & set(one.link.second):
                return one.ref
    return next((t for t in decision.targets if t in asked.state.claims), "")


def _open(asked: Ask) -> list[Waiting | Proposed]:
    """What waits: undecided claims and links that pass the filter, those skipped last; a filter by decision shows decided ones."""
    state, wanted = asked.state, asked.filter
    rows, verdicts = asked.desk.queue(state), state.verdicts
    disputed = disagreed(state) if asked.desk.settles else frozenset()
    if not wanted.state:
        rows = [w for w in rows if w.ref not in verdicts or w.ref in disputed]
    if state.hidden:
        rows = [w for w in rows if w.report not in state.hidden and w.ref not in state.hidden]
    if wanted.given:
        rows = [w for w in rows if wanted.claim(claim := state.claims[w.ref], state.verdict(claim))]
    links = [p for p in asked.desk.links(state) if _passes(asked, p)]
    every: list[Waiting | Proposed] = [*rows, *links]
    if links:
        every.sort(key=attrgetter("score"), reverse=True)
    if state.seconds:
        every = _read_twice(asked, every, disputed)
    skipped = asked.desk.skipped
    return sorted(every, key=lambda w: w.ref in skipped) if skipped else every


def _read_twice(asked: Ask, rows: Sequence[Waiting | Proposed], disputed: frozenset[str]) -> list[Waiting | Proposed]:
    """The same with why claims that are read twice wait here; those on which two readers disagree come first."""
    told: list[Waiting | Proposed] = []
    for waiting in rows:
        if isinstance(waiting, Proposed):
            told.append(waiting)
            continue
        ref, second = waiting.ref, asked.state.seconds.get(waiting.ref)
        why = "readers" if ref in disputed else "second" if second and second.waits_for(asked.desk.author) else ""
        told.append(waiting._replace(reasons=(why, *waiting.reasons)) if why else waiting)
    return sorted(told, key=lambda w: w.ref not in disputed)


def _passes(asked: Ask, proposed: Proposed) -> bool:
    """Whether a link passes the filter: by one of its claims; the kind "link" asks for links alone."""
    wanted = asked.filter
    rest = wanted.without("state", *(("kind",) if wanted.kind == LINK else ()))
    return wanted.state in ("", "open") and any(rest.claim(c) for c in (*proposed.first, *proposed.second))


def _sides(asked: Ask, proposed: Proposed) -> list[list[Claim]]:
    """The claims of both sides as people have corrected them, the two nearest first."""
    nearest = proposed.link.nearest
    sides = ([asked.state.claims[c.ref] for c in side] for side in (proposed.first, proposed.second))
    return [sorted(side, key=lambda c: c.ref not in nearest) for side in sides]


def _at(asked: Ask, waiting: list[Waiting | Proposed], at: str) -> Waiting | Proposed | None:
    if not at:
        return _as_decided(asked.state, waiting[0]) if waiting else None
    shown = next((w for w in waiting if w.ref == at), None)
    if shown:
        return _as_decided(asked.state, shown)
    if "#" not in at:
        return seek(next((p for p in asked.desk.links(asked.state) if p.ref == at), None), "link", at)
    found = seek(next((w for w in asked.desk.queue(asked.state) if w.ref == at), None), "claim", at)
    return _as_decided(asked.state, found)


def _as_decided(state: State, waiting: Waiting | Proposed) -> Waiting | Proposed:
    """A claim in the queue as people have corrected it."""
    return waiting._replace(held=state.claims) if isinstance(waiting, Waiting) else waiting


def _neighbour(refs: list[str], here: int | None, step: int) -> str:
    if here is None:
        return refs[0] if refs else ""
    return refs[here + step] if 0 <= here + step < len(refs) else ""


def _last(asked: Ask) -> Decision | None:
    """The last decision of this desk's author that still stands."""
    mine = [d for d in asked.state.in_force if d.author == asked.desk.author]
    return mine[-1] if mine else None


def _told(waiting: Waiting | Proposed) -> dict[str, Any]:
    order = {"doubt": round(waiting.doubt, 3), "harm": round(waiting.harm, 3), "age": round(waiting.age, 3)}
    told = {"ref": waiting.ref, "score": round(waiting.score, 4), **order, "reasons": list(waiting.reasons)}
    if isinstance(waiting, Waiting):
        return told | {"claim": waiting.claim.as_dict()}
    link = waiting.link
    weighed = {"joined": link.joined, "strength": link.strength, "needed": link.needed, "nearest": list(link.nearest)}
    grounds = [{"words": words, "weight": weight} for words, weight in link.grounds]
    return told | {"link": {"first": list(link.first), "second": list(link.second), **weighed, "grounds": grounds}}


ROUTES: tuple[Route, ...] = (
    *twins(
        "/queue", page, data, "The claims and links that wait for a person, in their order, with the reasons.", READER
    ),
    Route("/queue", decide, "POST", role=REVIEWER),
    Route("/queue/link", decide_link, "POST", role=REVIEWER),
    Route("/undo", undo, "POST", role=REVIEWER),
)
