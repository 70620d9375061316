"""Edit a claim: words clicked in its passage, or a value of the vocabulary; each change is a correction in the log (R35).

Invariant: offsets come from the server and go back to it; without a script the same page is a plain form.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from fastapi import Depends, Query, Request, Response
from starlette.datastructures import FormData

from belegt.errors import BelegtError
from belegt.model import Claim, HarmClaim, Report
from belegt.model.correction import Spans, wholes
from belegt.read import chosen
from belegt.read.correcting import correction
from belegt.read.document import Document
from belegt.team.roles import REVIEWER
from belegt.web.ask import Ask, Asked, back, seek
from belegt.web.fields import Field, fields, told
from belegt.web.marks import Span, around, field_spans, pieces
from belegt.web.pages.route import Route, twins

SENTENCES = 3
"""Sentences on each side of a claim whose words can be clicked; the words of any other are written into the form."""
LONGEST = 500
At = Annotated[str, Query(description="The ref of a claim, REPORT#CLAIM.")]


async def sent(request: Request) -> FormData:
    """The form as it was sent: its names follow from the claim."""
    return await request.form()


Sent = Annotated[FormData, Depends(sent)]


def page(asked: Asked, at: At) -> Response:
    """/queue/edit"""
    claim = _claim(asked, at)
    start, end = around(claim, SENTENCES)
    marks = [Span(claim.passage.start, claim.passage.end, "quote"), *field_spans(claim, start, end)]
    every = _words(claim.report, start, end)
    machine = asked.state.reading.claims[claim.ref]
    return asked.show(
        "queue/edit.html",
        claim=claim,
        pieces=pieces(claim.report.text, [*marks, *every], start, end),
        words_at={span.label for span in every},
        fields=fields(claim),
        current={f.name: told(asked.words, claim, f.name, asked.state.claims) for f in fields(claim)},
        machine={f.name: told(asked.words, machine, f.name, asked.state.claims) for f in fields(claim)},
        wholes=_wholes(asked, claim),
        corrected={c.field: c for c in claim.corrected},
    )


def data(asked: Asked, at: At) -> dict[str, Any]:
    """/queue/edit.json"""
    claim = _claim(asked, at)
    rows = [_row(field, _wholes(asked, claim)) for field in fields(claim)]
    by_hand = [{"field": c.field, "author": c.author, "words": c.words} for c in claim.corrected]
    return {"claim": claim.as_dict() | {"ref": claim.ref}, "fields": rows, "corrected": by_hand}


def words(
    asked: Asked,
    at: At,
    field: Annotated[str, Query(description="Field that the words are chosen for, such as count.")],
    start: Annotated[int, Query(ge=0, le=10**8, description="First code point.")],
    end: Annotated[int, Query(ge=1, le=10**8, description="Code point after the last.")],
) -> dict[str, Any]:
    """What chosen words say to the reader, for the parts of a field; parts that they do not say are left out."""
    claim = _claim(asked, at)
    if field not in {f.name for f in fields(claim)}:
        raise BelegtError("B808", value=field, field="field", known=", ".join(f.name for f in fields(claim)))
    if not start < end <= min(len(claim.report.text), start + LONGEST):
        raise BelegtError("B808", value=f"{start}-{end}", field="start and end", known="words of the report")
    return {"field": field} | _read(claim.report, field, start, end)


def correct(asked: Asked, form: Sent) -> Response:
    """Write the correction, and on to the next claim; the filter stays."""
    claim = _claim(asked, _one(form, "claim"))
    seen = _one(form, "seen")
    if not (seen.isdecimal() and len(seen) < 19):
        raise BelegtError("B808", value=seen, field="seen", known="the number of an event")
    given, at = _given(claim, form)
    made = correction(claim, given, at, asked.state.by_report[claim.report.id])
    reason = _one(form, "reason")[:2000]
    asked.desk.decide("correct", (claim.ref,), reason=reason, value=made.written(), seen=int(seen))
    return back(f"/queue{asked.filter.query()}")


def _read(report: Report, field: str, start: int, end: int) -> dict[str, Any]:
    """The words, where they stand, and what the reader takes from them."""
    found: dict[str, Any] = {"text": report.text[start:end], "start": start, "end": end, "parts": {}}
    if field == "count" and (count := chosen.count(report, start, end)):
        quantity, first, last = count
        bounds = {"low": quantity.low, "high": quantity.high, "qualifier": quantity.qualifier}
        return {"text": quantity.text, "start": first, "end": last, "parts": bounds}
    if field == "when" and (when := chosen.when(report, start, end)):
        found["parts"] = {k: v for k, v in when.as_dict().items() if k != "text"}
    if field == "where" and (where := chosen.where(report, report.text[start:end])):
        found["parts"] = {"place": where.place}
    return found


def _given(claim: Claim, form: FormData) -> tuple[Mapping[str, Sequence[str]], Mapping[str, Spans]]:
    """The values of the form by field and part, and the stretches that were clicked."""
    given: dict[str, Sequence[str]] = {}
    at: dict[str, Spans] = {}
    for field in fields(claim):
        values = [str(value) for value in form.getlist(field.name)]
        if field.form == "names":
            values = [line for value in values for line in value.splitlines()]
        if values or field.form == "terms":
            given[field.name] = values
        given |= {part: [_one(form, part)] for part, _ in field.parts if part in form}
        at[field.name] = tuple(_stretch(str(value)) for value in form.getlist(f"at.{field.name}") if value)
    return given, at


def _stretch(value: str) -> tuple[int, int]:
    first, _, last = value.partition("-")
    if not (first.isdecimal() and last.isdecimal() and len(value) < 24):
        raise BelegtError("B808", value=value[:40], field="at", known="START-END")
    return int(first), int(last)


def _one(form: FormData, name: str) -> str:
    return str(form.get(name) or "")


def _claim(asked: Ask, ref: str) -> Claim:
    return seek(asked.state.claims.get(ref), "claim", ref)


def _wholes(asked: Ask, claim: Claim) -> list[HarmClaim]:
    """The claims that one can be part of, the nearest first."""
    found = wholes(claim, asked.state.by_report[claim.report.id])
    return sorted(found, key=lambda whole: abs(whole.passage.start - claim.passage.start))


def _row(field: Field, wholes: Sequence[Claim]) -> dict[str, Any]:
    ids = ["", *(whole.id for whole in wholes)]
    known = {"known": ids} if field.form == "claim" else {"known": field.terms} if field.terms else {}
    return {"name": field.name, "form": field.form, "values": list(field.values), "parts": dict(field.parts), **known}


def _words(report: Report, start: int, end: int) -> list[Span]:
    """Each word of the sentences that are shown, labelled with where it stands."""
    document = Document(report)
    found = []
    for index in range(document.index_at(start), document.index_at(end - 1) + 1):
        sentence = document.sentence(index)
        found += [Span(a, b, f"{a}-{b}") for a, b in zip(sentence.starts, sentence.ends, strict=True)]
    return found


ROUTES: tuple[Route, ...] = (
    *twins("/queue/edit", page, data, "A claim with the fields that may be corrected, and what each may be.", REVIEWER),
    Route("/queue/words.json", words, json=True, summary="What words of a report say to the reader.", role=REVIEWER),
    Route("/queue/edit", correct, "POST", role=REVIEWER),
)
