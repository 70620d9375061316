"""The reports of the record, and one report: its whole text with every claim marked, where it comes from, and its hash."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import Form, Query, Response

from belegt.brief.render.parts import link
from belegt.errors import BelegtError
from belegt.intake.decode import decode
from belegt.intake.detect import Kind
from belegt.intake.html import view_page
from belegt.model import Claim, Report
from belegt.team.roles import READER, REVIEWER
from belegt.web import acts, noted
from belegt.web.ask import Ask, Asked, back, seek
from belegt.web.guard import FRAME_POLICY, FRAME_STYLE
from belegt.web.marks import Span, pieces
from belegt.web.pages.route import Route, twins


@dataclass(frozen=True)
class Row:
    """A report in the list, with the claims of it that pass the filter."""

    report: Report
    claims: Sequence[Claim]

    @property
    def kinds(self) -> list[tuple[str, int]]:
        """How many claims of each kind, most first."""
        return Counter(claim.kind for claim in self.claims).most_common()


@dataclass(frozen=True)
class Beside:
    """An original as it is shown: by the address of a page, as text, or not, with what is wrong."""

    page: str = ""
    text: str = ""
    error: BelegtError | None = None


def listing(asked: Asked) -> Response:
    """/reports"""
    return asked.show("reports.html", slice=asked.slice(_rows(asked)))


def listing_data(asked: Asked) -> dict[str, Any]:
    """/reports.json"""
    part = asked.slice(_rows(asked))
    rows = [_fields(row.report) | {"claims": dict(row.kinds)} for row in part.rows]
    return {"total": part.total, "page": part.page, "pages": part.pages, "reports": rows}


def one(asked: Asked, id: str, beside: Annotated[str, Query(pattern="^(|original)$")] = "") -> Response:
    """/reports/ID; with ``beside=original`` what was received stands beside the text."""
    report, claims = _found(asked, id)
    shown, copies = [c for c in claims if asked.filter.claim(c, asked.state.verdict(c))], _copies(asked, report)
    return asked.show(
        "report.html",
        report=report,
        url=link(report.url),
        claims=shown,
        hidden=len(claims) - len(shown),
        kinds=Counter(c.kind for c in claims).most_common(),
        pieces=pieces(report.text, (Span(c.passage.start, c.passage.end, c.id) for c in shown)),
        by_id={c.id: c for c in shown},
        copies=copies,
        notes=noted.of_report(asked.state, report, copies),
        hiding=asked.state.hidden.get(report.id),
        beside=_beside(asked, report) if beside else None,
    )


def one_data(asked: Asked, id: str) -> dict[str, Any]:
    """/reports/ID.json"""
    report, claims = _found(asked, id)
    shown = [c for c in claims if asked.filter.claim(c, asked.state.verdict(c))]
    told = [
        c.as_dict() | {"ref": c.ref, "state": asked.state.verdict(c) or "open", "counts": asked.state.counts(c)}
        for c in shown
    ]
    notes = noted.told(noted.of_report(asked.state, report, _copies(asked, report)))
    return {"report": report.as_dict(), "claims": told, "notes": notes}


def hide(
    asked: Asked,
    id: str,
    seen: Annotated[int, Form()],
    reason: Annotated[str, Form(max_length=2000)] = "",
) -> Response:
    """Leave a report out of every list, count and brief; it stays in the record, and undo brings it back."""
    report, _ = _found(asked, id)
    acts.require(reason)
    asked.desk.decide("hide", (report.id,), reason=reason, seen=seen)
    return back(f"/reports/{quote(report.id, safe='')}")


def hide_claim(
    asked: Asked,
    claim: Annotated[str, Form()],
    seen: Annotated[int, Form()],
    reason: Annotated[str, Form(max_length=2000)] = "",
) -> Response:
    """Leave one claim out of every count and brief, however right it was read; undo brings it back."""
    found = seek(asked.state.claims.get(claim), "claim", claim)
    acts.require(reason)
    asked.desk.decide("hide", (found.ref,), reason=reason, seen=seen)
    return back(f"/reports/{quote(found.report.id, safe='')}#c-{quote(found.id, safe='')}")


def original(asked: Asked, id: str) -> Response:
    """The bytes as they were received, to be kept, never shown by the browser."""
    report, _ = _found(asked, id)
    raw = asked.desk.record.evidence(report.sha256)
    headers = {"content-disposition": f'attachment; filename="{report.sha256[:16]}.bin"'}
    return Response(raw, media_type="application/octet-stream", headers=headers)


def received(asked: Asked, id: str) -> Response:
    """A page as it was received, in a form that does nothing; it may be framed by the desk alone (T9)."""
    report, _ = _found(asked, id)
    if report.media_type != Kind.PAGE.value:
        raise BelegtError("B806", thing="page", id=id)
    found = view_page(asked.desk.record.evidence(report.sha256))
    opening = f'<html lang="{found["lang"]}" dir="{found["dir"] or "auto"}">'
    head = f"<head><meta charset=utf-8><title>{escape(report.id)}</title><style>{FRAME_STYLE}</style></head>"
    page = f"<!DOCTYPE html>{opening}{head}<body>{found['html']}</body></html>"
    return Response(page, media_type="text/html", headers={"content-security-policy": FRAME_POLICY})


def _beside(asked: Ask, report: Report) -> Beside:
    """The original: the address of its page, or its text where it is no page."""
    if report.media_type == Kind.PAGE.value:
        return Beside(page=f"/reports/{quote(report.id, safe='')}/received")
    raw = asked.desk.record.evidence(report.sha256)
    try:
        return Beside(text=decode(raw))
    except BelegtError as error:
        return Beside(error=error)


def _rows(asked: Ask) -> list[Row]:
    """The reports that pass, the latest first; a filter on claims keeps those with such a claim."""
    rows = []
    of_claims = asked.filter.without("q", "source", "since", "until")
    for report in asked.state.reports.values():
        if not asked.filter.report(report):
            continue
        claims = asked.state.by_report[report.id]
        if of_claims.given:
            claims = [c for c in claims if of_claims.claim(c, asked.state.verdict(c))]
            if not claims:
                continue
        rows.append(Row(report, claims))
    return sorted(rows, key=lambda row: row.report.published.toordinal() if row.report.published else 0, reverse=True)


def _found(asked: Ask, id: str) -> tuple[Report, Sequence[Claim]]:
    report = seek(asked.state.reading.reports.get(id), "report", id)
    return report, asked.state.by_report[id]


def _copies(asked: Ask, report: Report) -> list[Report]:
    """The other reports that carry the same text."""
    for family in asked.state.account.families:
        if report.id in family.reports:
            return [asked.state.reading.reports[id] for id in family.reports if id != report.id]
    return []


def _fields(report: Report) -> dict[str, Any]:
    return {k: v for k, v in report.as_dict().items() if k != "text"}


ROUTES: tuple[Route, ...] = (
    *twins("/reports", listing, listing_data, "The reports that pass the filter, the latest first.", READER),
    Route("/reports/{id:path}/original", original, role=READER),
    Route("/reports/{id:path}/received", received, role=READER),
    Route("/reports/claims/hide", hide_claim, "POST", role=REVIEWER),
    Route("/reports/{id:path}/hide", hide, "POST", role=REVIEWER),
    *twins("/reports/{id:path}", one, one_data, "One report with its text and its claims.", READER),
)
