"""How claims and figures are worded on the screen: short English, bounds kept, vague words as the report has them."""

from __future__ import annotations

from functools import cache

from belegt.brief.words.dating import span
from belegt.brief.words.pen import Pen
from belegt.cli.screen import shown
from belegt.model import (
    Claim,
    ControlClaim,
    FacilityClaim,
    Figure,
    HarmClaim,
    ProposalClaim,
    Quantity,
    Report,
    StatementClaim,
    When,
    Where,
)
from belegt.terms import load

LANG = "en"
NO_DATE, NO_PLACE = "no date", "no place"
SILENT = {
    "phrase": "the word belongs to a phrase that only looks like harm",
    "denied": "the text says that it did not happen",
    "supposed": "feared, planned or possible, not told as a fact",
    "known": "the people are named as told before; no new figure",
    "nobody": "no people in the sentence",
    "unbound": "people in the sentence, but none where this word takes those who are harmed",
}
"""Why a sentence with a word of harm made no figure."""
_ONE = {"police": "police officer", "elderly": "elderly person", "aid_worker": "aid worker"}
_BOUNDS = {"at_least": "at least", "more_than": "more than", "about": "about", "up_to": "up to"}


def figure(claim: Claim) -> str:
    """What a claim puts forward: "at least 141 civilians killed", "school hit"."""
    if isinstance(claim, HarmClaim):
        return f"{counted(claim.count)} {people(claim)} {load('harm')[claim.kind].label(LANG)}".strip()
    return shown(_beside(claim))


def counted(count: Quantity) -> str:
    """A count with its bound; a vague one in the words of the report with the span that the contract gives them."""
    if not count.stated:
        return "unnumbered"
    if count.qualifier in _BOUNDS:
        return f"{_BOUNDS[count.qualifier]} {bounds(count.low, count.high)}"
    if count.qualifier == "vague":
        return f"{shown(count.text)} ({bounds(count.low, count.high)}{'' if count.high else ' or more'})"
    return "no" if count.high == 0 else bounds(count.low, count.high)


def bounds(low: int | None, high: int | None) -> str:
    """ "141", "30–40"; where one bound is open, the other alone."""
    given = [number for number in (low, high) if number is not None]
    return "–".join(f"{number:,}" for number in dict.fromkeys(given))


def people(claim: HarmClaim) -> str:
    """The people a claim counts, by name where it names them."""
    one = (claim.count.low, claim.count.high) == (1, 1)
    kinds = [_ONE.get(kind, kind) if one else load("victims")[kind].label(LANG) for kind in claim.who]
    said = kinds[0] if len(kinds) == 1 else f"{', '.join(kinds[:-1])} and {kinds[-1]}"
    return f"{said} ({shown(', '.join(claim.named))})" if claim.named else said


def estimate(figure: Figure) -> str:
    """A figure as a range: "16", "12–18, best 14", "141 or more"."""
    said = bounds(figure.low, figure.high) + ("" if figure.high is not None else " or more")
    return said if figure.best in (figure.low, figure.high) else f"{said}, best {figure.best:,}"


def _beside(claim: Claim) -> str:
    if isinstance(claim, FacilityClaim):
        status = load("status")[claim.status].label(LANG)
        return f"{claim.name or load('facility')[claim.facility].label(LANG)} {status}"
    if isinstance(claim, ControlClaim):
        holders = ", ".join(filter(None, [claim.holder, claim.from_holder and f"from {claim.from_holder}"]))
        return f"{claim.area}: {load('change')[claim.change].label(LANG)}" + (f" ({holders})" if holders else "")
    if isinstance(claim, ProposalClaim):
        who = f" by {claim.proposer}" if claim.proposer else ""
        answered = f" by {claim.answered_by}" if claim.answered_by else ""
        return f"{load('proposal')[claim.what].label(LANG)}{who}: {load('answer')[claim.answer].label(LANG)}{answered}"
    if isinstance(claim, StatementClaim):
        return f"statement by {claim.speaker}" + (f", {claim.role}" if claim.role else "")
    return claim.kind


def said_by(claim: Claim) -> str:
    """Who vouches for a claim and on whose word; the report itself where nobody is named."""
    source = shown(claim.source) or "the report"
    return f"{source}, citing {shown(claim.authority)}" if claim.authority else source


def time(when: When) -> str:
    """The days a claim means; its own words where they mean none."""
    if when.start is None and when.end is None:
        return f"“{shown(when.text)}”" if when.text else NO_DATE
    return span(_pen(), when)


def place(where: Where) -> str:
    """The usual name of a place, else its words."""
    return shown(where.place or where.text) or NO_PLACE


def origin(report: Report) -> str:
    """Outlet and date of a report, with what is known."""
    day = time(When("", report.published, report.published)) if report.published else NO_DATE
    return " · ".join(filter(None, [shown(report.source.name) or shown(report.title), day, report.lang]))


@cache
def _pen() -> Pen:
    return Pen(LANG, ())
