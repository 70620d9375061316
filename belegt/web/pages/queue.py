"""The queue: one claim at a time, its passage left, what was read from it right, and one key to decide and go on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated, Any

from fastapi import Form, Response

from belegt.errors import BelegtError
from belegt.model import Decision
from belegt.team.roles import LEAD, READER, REVIEWER
from belegt.web.ask import Ask, Asked, back, seek
from belegt.web.desk import State
from belegt.web.fields import by_hand
from belegt.web.marks import Span, around, field_spans, pieces
from belegt.web.pages.route import Route, twins
from belegt.web.queue import Waiting
from belegt.web.second import disagreed

ACTS = ("accept", "reject", "skip")


def page(asked: Asked, at: str = "") -> Response:
    """/queue, at the claim that needs a person most or at the one with the ref ``at``."""
    waiting = _open(asked)
    shown = _at(asked, waiting, at)
    if shown is None:
        return asked.show("queue/empty.html", last=_last(asked))
    refs = [w.claim.ref for w in waiting]
    here = refs.index(shown.claim.ref) if shown.claim.ref in refs else None
    claim = shown.claim
    machine = asked.state.reading.claims[claim.ref]
    start, end = around(claim)
    spans = [Span(claim.passage.start, claim.passage.end, "quote"), *field_spans(claim, start, end)]
    return asked.show(
        "queue/page.html",
        waiting=shown,
        claim=claim,
        pieces=pieces(claim.report.text, spans, start, end),
        total=len(waiting),
        position=None if here is None else here + 1,
        next=_neighbour(refs, here, 1),
        previous=_neighbour(refs, here, -1),
        decided=asked.state.verdicts.get(claim.ref),
        by_hand=by_hand(asked.words, machine, claim),
        second=asked.state.seconds.get(claim.ref),
        last=_last(asked),
    )


def data(asked: Asked) -> dict[str, Any]:
    """/queue.json"""
    part = asked.slice(_open(asked))
    return {"total": part.total, "page": part.page, "pages": part.pages, "queue": [_told(w) for w in part.rows]}


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


def undo(asked: Asked, decision: Annotated[str, Form()] = "", to: Annotated[str, Form()] = "") -> Response:
    """Take back a decision, or the last one that its author made here; on to what it was about."""
    last = _last(asked) if not decision else next((d for d in asked.state.decisions if d.id == decision), None)
    if last is None:
        return back(to or f"/queue{asked.filter.query()}")
    if last.author != asked.desk.author and not asked.may(LEAD):
        raise BelegtError("B820", role=LEAD)
    asked.desk.decide("undo", (last.id,))
    claim = next((t for t in last.targets if t in asked.state.claims), "")
    return back(to or f"/queue{asked.filter.query(at=claim)}")


def _open(asked: Ask) -> list[Waiting]:
    """What waits: undecided claims that pass the filter, those skipped last; a filter by decision shows decided ones."""
    state, wanted = asked.state, asked.filter
    rows = [_as_decided(state, w) for w in asked.desk.queue(state) if w.claim.report.id not in state.hidden]
    disputed = disagreed(state) if asked.desk.settles else frozenset()
    if wanted.given:
        rows = [w for w in rows if wanted.claim(w.claim, state.verdict(w.claim))]
    if not wanted.state:
        rows = [w for w in rows if w.claim.ref not in state.verdicts or w.claim.ref in disputed]
    if state.seconds:
        rows = _read_twice(asked, rows, disputed)
    later = [w for w in rows if asked.desk.skipped(w.claim.ref)]
    return [w for w in rows if not asked.desk.skipped(w.claim.ref)] + later if later else rows


def _read_twice(asked: Ask, rows: Sequence[Waiting], disputed: frozenset[str]) -> list[Waiting]:
    """The same with why claims that are read twice wait here; those on which two readers disagree come first."""
    told = []
    for waiting in rows:
        ref, second = waiting.claim.ref, asked.state.seconds.get(waiting.claim.ref)
        why = "readers" if ref in disputed else "second" if second and second.waits_for(asked.desk.author) else ""
        told.append(replace(waiting, reasons=(why, *waiting.reasons)) if why else waiting)
    return sorted(told, key=lambda w: w.claim.ref not in disputed)


def _at(asked: Ask, waiting: list[Waiting], at: str) -> Waiting | None:
    if not at:
        return waiting[0] if waiting else None
    shown = next((w for w in waiting if w.claim.ref == at), None)
    if shown:
        return shown
    found = seek(next((w for w in asked.desk.queue(asked.state) if w.claim.ref == at), None), "claim", at)
    return _as_decided(asked.state, found)


def _as_decided(state: State, waiting: Waiting) -> Waiting:
    """A claim in the queue as people have corrected it."""
    claim = state.claims[waiting.claim.ref]
    return waiting if claim is waiting.claim else replace(waiting, claim=claim)


def _neighbour(refs: list[str], here: int | None, step: int) -> str:
    if here is None:
        return refs[0] if refs else ""
    return refs[here + step] if 0 <= here + step < len(refs) else ""


def _last(asked: Ask) -> Decision | None:
    """The last decision of this desk's author that still stands."""
    mine = [d for d in asked.state.in_force if d.author == asked.desk.author]
    return mine[-1] if mine else None


def _told(waiting: Waiting) -> dict[str, Any]:
    order = {"doubt": round(waiting.doubt, 3), "harm": round(waiting.harm, 3), "age": round(waiting.age, 3)}
    return {
        "ref": waiting.claim.ref,
        "score": round(waiting.score, 4),
        **order,
        "reasons": list(waiting.reasons),
        "claim": waiting.claim.as_dict(),
    }


ROUTES: tuple[Route, ...] = (
    *twins("/queue", page, data, "The claims that wait for a person, in their order, with the reasons.", READER),
    Route("/queue", decide, "POST", role=REVIEWER),
    Route("/undo", undo, "POST", role=REVIEWER),
)
