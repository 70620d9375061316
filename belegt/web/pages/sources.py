"""Who publishes and who is quoted, how much of it is their own, and which texts several carry (R21)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any

from fastapi import Form, Response

from belegt.model import Report
from belegt.team.roles import READER, REVIEWER
from belegt.web import noted
from belegt.web.ask import Ask, Asked, back
from belegt.web.pages.route import Route, twins


@dataclass
class Outlet:
    """A publisher: its reports, those that are copies of another's text, and the claims read from all of them."""

    name: str
    kind: str = ""
    reports: int = 0
    copies: int = 0
    claims: int = 0
    langs: Counter[str] = field(default_factory=Counter)


def page(asked: Asked) -> Response:
    """/sources"""
    outlets, voices, families = _all(asked)
    return asked.show("sources.html", outlets=outlets, voices=voices, families=families, noted=noted)


def data(asked: Asked) -> dict[str, Any]:
    """/sources.json"""
    outlets, voices, families = _all(asked)
    named = [
        {"name": o.name, "kind": o.kind, "reports": o.reports, "copies": o.copies, "claims": o.claims}
        | _notes(asked, o.name)
        for o in outlets
    ]
    told = [{"name": name, "claims": n} | _notes(asked, name) for name, n in voices]
    return {"outlets": named, "voices": told, "families": [[r.id for r in family] for family in families]}


def _notes(asked: Ask, name: str) -> dict[str, Any]:
    return {"notes": noted.told(noted.of(asked.state, [noted.source(name)]))}


def note(
    asked: Asked,
    on: Annotated[str, Form(max_length=5000)],
    seen: Annotated[int, Form()],
    reason: Annotated[str, Form(max_length=2000)] = "",
    to: Annotated[str, Form()] = "/sources",
) -> Response:
    """Write down what is to be known about a source or a text; back to the page it was written on."""
    noted.note(asked.desk, on, reason, seen)
    return back(to)


def _all(asked: Ask) -> tuple[list[Outlet], list[tuple[str, int]], list[Sequence[Report]]]:
    reading, wanted = asked.state.reading, asked.filter.source.casefold()
    families = [f for f in asked.state.account.families if len(f.reports) > 1]
    copies = {id for family in families for id in family.reports[1:]}
    outlets: dict[str, Outlet] = {}
    for report in asked.state.reports.values():
        outlet = outlets.setdefault(report.source.name, Outlet(report.source.name, report.source.kind))
        outlet.reports += 1
        outlet.copies += report.id in copies
        outlet.claims += len(asked.state.by_report[report.id])
        outlet.langs[report.lang] += 1
    voices = Counter(
        name for c in asked.state.claims.values() if asked.state.counts(c) for name in (c.source, c.authority) if name
    )
    found = sorted((o for o in outlets.values() if wanted in o.name.casefold()), key=lambda o: (-o.reports, o.name))
    told = [(name, n) for name, n in voices.most_common() if wanted in name.casefold()]
    return found, told[:500], [[reading.reports[id] for id in family.reports] for family in families]


ROUTES: tuple[Route, ...] = (
    *twins("/sources", page, data, "Publishers, who is quoted, and which texts several carry.", READER),
    Route("/sources/note", note, "POST", role=REVIEWER),
)
