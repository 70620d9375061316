"""The brief of what passes the filter, up to a day, in German or English; every figure a link to its words."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Annotated, Any

from fastapi import Query, Response

from belegt.brief import write
from belegt.brief.check import check
from belegt.brief.render import FORMATS, render
from belegt.brief.render.parts import head, link, offset, origin, reviewed
from belegt.errors import CHECK_FAILED, BelegtError
from belegt.model import Account, Brief, Sentence
from belegt.pipeline import account, brief_language
from belegt.team.roles import READER
from belegt.web.ask import Ask, AskedThen
from belegt.web.pages.route import Route, twins
from belegt.web.query import day

LANGUAGES = ("de", "en")
PROFILES = ("airwars", "ucdp", "acled", "ibc")

As = Annotated[str, Query(alias="as", description="Up to reports of this day, YYYY-MM-DD.")]
In = Annotated[str, Query(alias="in", description="Language of the brief, de or en.")]
By = Annotated[str, Query(description="House rules, such as ucdp.")]


def page(asked: AskedThen, as_of: As = "", lang: In = "", profile: By = "") -> Response:
    """/brief"""
    lang, profile = _chosen(asked, lang, profile)
    given = {"as": as_of, "in": lang, "profile": profile}
    common: dict[str, Any] = {"as_of": as_of, "in_lang": lang, "profile": profile, "given": given, "profiles": PROFILES}
    try:
        brief = _checked(asked, as_of, lang, profile)
    except BelegtError as error:
        if error.exit_code != CHECK_FAILED:
            raise
        return asked.show("brief.html", brief=None, error=error, **common)
    return asked.show(
        "brief.html",
        brief=brief,
        head=head(brief),
        pieces=pieces,
        link=link,
        origin=origin,
        offset=offset,
        reviewed=reviewed,
        **common,
    )


def data(asked: AskedThen, as_of: As = "", lang: In = "", profile: By = "") -> Any:
    """/brief.json"""
    lang, profile = _chosen(asked, lang, profile)
    return asked.dated(json.loads(render(_checked(asked, as_of, lang, profile), "json")))


def saved(asked: AskedThen, format: str, as_of: As = "", lang: In = "", profile: By = "") -> Response:
    """The brief as a file: text, markdown or html."""
    if format not in FORMATS:
        raise BelegtError("B409", format=format, known=", ".join(FORMATS))
    lang, profile = _chosen(asked, lang, profile)
    words = render(_checked(asked, as_of, lang, profile), format, 100)
    suffix = {"text": "txt", "markdown": "md"}.get(format, format)
    headers = {"content-disposition": f'attachment; filename="brief.{suffix}"'}
    return Response(words.encode(), media_type="application/octet-stream", headers=headers)


def pieces(sentence: Sentence) -> list[tuple[str, int]]:
    """The words of a sentence in pieces, each with the footnote that its figure stands on, 0 for none."""
    found, position = [], 0
    for stated in sentence.stated:
        if stated.start < position or stated.what != "count":
            continue
        found += [(sentence.text[position : stated.start], 0), (sentence.text[stated.start : stated.end], stated.note)]
        position = stated.end
    return [piece for piece in [*found, (sentence.text[position:], 0)] if piece[0]]


def _chosen(asked: Ask, lang: str, profile: str) -> tuple[str, str]:
    for field, value, known in (("in", lang, LANGUAGES), ("profile", profile, PROFILES)):
        if value and value not in known:
            raise BelegtError("B808", value=value, field=field, known=", ".join(known))
    own = asked.say.tag if asked.say.tag in LANGUAGES else brief_language(list(asked.state.reports.values()))
    return lang or own, profile or asked.desk.profile


def _checked(asked: Ask, as_of: str, lang: str, profile: str) -> Brief:
    brief = write(_account(asked, day("as", as_of), profile), lang)
    check(brief)
    return replace(brief, as_known=asked.filter.as_known)


def _account(asked: Ask, until: date | None, profile: str) -> Account:
    """The account of the reports up to a day, with the claims that pass the filter; without both the one that is known."""
    state, wanted = asked.state, asked.filter
    if until is None and not wanted.given and profile == asked.desk.profile:
        return state.account
    reports = [r for r in state.reports.values() if not until or (r.published and r.published <= until)]
    kept = {r.id for r in reports}
    claims = [c for c in state.claims.values() if c.report.id in kept and wanted.claim(c, state.verdict(c))]
    told = {c.report.id for c in claims}
    if wanted.given:
        reports = [r for r in reports if r.id in told]
    return account(reports, claims, profile=profile, decisions=state.decisions)


ROUTES: tuple[Route, ...] = (
    *twins("/brief", page, data, "The brief of what passes the filter, every figure with its footnote.", READER),
    Route("/brief/{format}", saved, role=READER),
)
