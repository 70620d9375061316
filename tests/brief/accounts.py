"""Accounts built by hand from claims, as linking and counting will build them, and the gold reports of ../shared."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from belegt.model import (
    Account,
    Claim,
    Family,
    Figure,
    HarmClaim,
    Incident,
    IncidentCount,
    Quantity,
    Report,
    RunningTotal,
    Source,
    TotalCount,
    When,
    Where,
    claim_from_dict,
)
from belegt.model.passage import Passage

SHARED = Path(os.environ.get("BELEGT_SHARED", Path(__file__).resolve().parents[3] / "shared"))


def gold(name: str) -> list[tuple[Report, list[Claim]]]:
    """The reports of a gold file with their claims; skips the test where the file is not there."""
    path = SHARED / "gold" / f"{name}.jsonl"
    if not path.exists():
        pytest.skip(f"the gold file {path.name} is not here; set BELEGT_SHARED to the folder that holds gold/")
    return [of_gold(json.loads(line)) for line in path.read_text(encoding="utf-8").split("\n") if line]


def of_gold(row: dict[str, Any]) -> tuple[Report, list[Claim]]:
    """A report and its claims, with the other kinds where the row has them."""
    report = Report(
        id=row["id"],
        text=row["text"],
        lang=row.get("lang") or "",
        published=date.fromisoformat(row["published"]) if row.get("published") else None,
        title=row.get("title") or "",
        source=Source(row.get("source") or "", "outlet"),
        url=row.get("url") or "",
    )
    claims: list[Claim] = [claim_from_dict(report, c) for c in row["claims"]]
    for other in row.get("others", ()):
        claims.append(claim_from_dict(report, _other(other)))
    return report, claims


def _other(row: dict[str, Any]) -> dict[str, Any]:
    """An entry of ``others`` in the form of the contract: place and date as where and when."""
    day = row.get("date")
    whole = day if day and len(day) == 10 else None
    place = {"text": row["place"], "place": row["place"]} if row.get("place") else {"text": "", "place": ""}
    return {**row, "when": {"text": day or "", "from": whole, "to": whole}, "where": place}


def account(claims: Iterable[Claim], reports: Iterable[Report] = (), families: Iterable[Family] = ()) -> Account:
    """An account of claims: an incident a day and place, a running total a kind, place and period."""
    claims = tuple(claims)
    harm = [c for c in claims if isinstance(c, HarmClaim)]
    incidents: dict[Any, list[HarmClaim]] = {}
    totals: dict[Any, list[HarmClaim]] = {}
    for claim in harm:
        top = _top(claim, harm)
        if claim.scope == "total" or top.scope == "total":
            same = (
                top.kind,
                top.where.place,
                top.when.start,
                top.when.end,
                top.report.id if not top.when.start else "",
            )
            totals.setdefault(same, []).append(claim)
        else:
            day = top.when.start or (top.report.id, top.when.text)
            incidents.setdefault((top.where.place, day), []).append(claim)
    found = {r.id: r for r in (*reports, *(c.report for c in claims))}
    return Account(
        reports=tuple(found.values()),
        claims=claims,
        incidents=tuple(_incident(group) for group in incidents.values()),
        totals=tuple(_total(group) for group in totals.values()),
        families=tuple(families),
    )


def _top(claim: HarmClaim, claims: list[HarmClaim]) -> HarmClaim:
    """The whole that a sub-count belongs to, itself for any other claim."""
    parent = next((c for c in claims if c.report.id == claim.report.id and c.id == claim.part_of), None)
    return claim if parent is None or parent is claim else _top(parent, claims)


def _incident(claims: list[HarmClaim]) -> IncidentCount:
    lead = next((c for c in claims if c.when.start), claims[0])
    incident = Incident(claims=tuple(claims), when=lead.when, where=claims[0].where, means=lead.means, by=lead.by)
    sources = {c.source or c.report.source.name for c in claims}
    return IncidentCount(incident=incident, figures=_figures(claims), independent_sources=len(sources))


def _total(claims: list[HarmClaim]) -> TotalCount:
    lead = next((c for c in claims if c.part_of is None), claims[0])
    total = RunningTotal(kind=lead.kind, claims=tuple(claims), when=lead.when, where=lead.where)
    return TotalCount(total=total, figures=_figures(claims), independent_sources=1)


def _figures(claims: list[HarmClaim]) -> tuple[Figure, ...]:
    figures = []
    for kind in dict.fromkeys(c.kind for c in claims):
        wholes = [c for c in claims if c.kind == kind and c.part_of is None] or [c for c in claims if c.kind == kind]
        low = wholes[0].count.low or 0
        high = wholes[0].count.high
        figures.append(Figure(kind=kind, low=low, best=low, high=high, rule="first", claims=(wholes[0],)))
    return tuple(figures)


def report(text: str, **fields: Any) -> Report:
    """A report of our own."""
    source = fields.pop("source", "Demo-Agentur")
    return Report(text=text, source=Source(source, "outlet"), **{"id": "r1", "lang": "de", **fields})


def claim(of: Report, quote: str, count: str, low: int | None, high: int | None, **fields: Any) -> HarmClaim:
    """A claim quoted from a report of our own; ``qualifier`` is exact where nothing is said."""
    start = of.text.index(quote)
    quantity = Quantity(count, low, high, fields.pop("qualifier", "exact"))
    when = fields.pop("when", None)
    where = fields.pop("where", "")
    return HarmClaim(
        passage=Passage(of, start, start + len(quote)),
        kind=fields.pop("kind", "killed"),
        count=quantity,
        when=When(fields.pop("when_text", ""), *when) if when else When(fields.pop("when_text", "")),
        where=Where(where, where),
        **fields,
    )
