"""Second readings: ask for them, and see how far two who read the same claim for themselves agree, field by field."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Form, Response

from belegt.model import digest
from belegt.team.agreement import agreement
from belegt.team.roles import LEAD
from belegt.team.second import SECOND
from belegt.web.ask import Ask, Asked, back, seek
from belegt.web.pages.route import Route, twins
from belegt.web.team.second import disagreed, read_twice

MOST = 500


def page(asked: Asked) -> Response:
    """/agreement"""
    read = read_twice(asked.state)
    return asked.show(
        "agreement.html",
        fields=agreement(read),
        differing=asked.slice([pair for pair in read if pair.differing]),
        disagreed=disagreed(asked.state),
        asked_for=len(asked.state.seconds),
        read=len(read),
        can=len(_unread(asked)),
        most=MOST,
    )


def data(asked: Asked) -> dict[str, Any]:
    """/agreement.json"""
    read = read_twice(asked.state)
    part = asked.slice(read)
    rows = [
        {"ref": p.ref, "readers": list(p.readers), "values": {k: list(v) for k, v in p.values.items()}}
        for p in part.rows
    ]
    told = [{"field": a.field, "pairs": a.pairs, "same": a.same, "kappa": a.kappa} for a in agreement(read)]
    return {"fields": told, "total": part.total, "page": part.page, "pages": part.pages, "pairs": rows}


def ask_for(
    asked: Asked,
    claim: Annotated[str, Form(max_length=500)] = "",
    n: Annotated[int, Form(ge=1, le=MOST)] = 1,
    to: Annotated[str, Form(max_length=2000)] = "/agreement",
) -> Response:
    """Ask for a second reading of one claim, or of so many of those that pass the filter, chosen by chance that can be repeated."""
    if claim:
        refs = [seek(asked.state.claims.get(claim), "claim", claim).ref]
    else:
        refs = sorted(_unread(asked), key=lambda ref: digest(ref.encode()))[:n]
    refs = [ref for ref in refs if ref not in asked.state.seconds]
    if refs:
        asked.desk.decide(SECOND, refs)
    return back(to)


def _unread(asked: Ask) -> list[str]:
    """The claims that pass the filter and are not read twice already."""
    state, wanted = asked.state, asked.filter
    claims = (c for c in state.claims.values() if c.report.id not in state.hidden and c.ref not in state.seconds)
    return [c.ref for c in claims if not wanted.given or wanted.claim(c, state.verdict(c))]


ROUTES: tuple[Route, ...] = (
    *twins("/agreement", page, data, "How far two readers of the same claim agree, field by field.", LEAD),
    Route("/second", ask_for, "POST", role=LEAD),
)
