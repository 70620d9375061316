"""Signing in and out."""

from __future__ import annotations

from typing import Annotated

from fastapi import Form, Query, Response

from belegt.errors import BelegtError
from belegt.team.roles import ANYONE, READER
from belegt.web.ask import Asked, back
from belegt.web.pages.route import Route
from belegt.web.pages.team.session import address, keep, public, session, status, team

To = Annotated[str, Query(description="Where to go on to.")]
Words = Annotated[str, Form(max_length=2000)]


def page(asked: Asked, to: To = "/") -> Response:
    """/signin"""
    return back(to) if asked.person else asked.show("team/signin.html", to=to, name="", error=None)


def sign_in(asked: Asked, name: Words = "", passphrase: Words = "", code: Words = "", to: Words = "/") -> Response:
    """Open a session, under a new id, for who knows passphrase and code."""
    try:
        opened = team(asked).sign_in(name, passphrase, code, address=address(asked), before=session(asked))
    except BelegtError as error:
        answer = asked.show("team/signin.html", status=status(error), to=to, name=name, error=error)
        if error.code == "B823":
            answer.headers["retry-after"] = "60"
        return answer
    return keep(back(to), asked, opened)


def sign_out(asked: Asked) -> Response:
    """End the session, here and in the browser."""
    team(asked).sessions.close(session(asked))
    answer = back("/signin")
    answer.headers.append("set-cookie", public(asked).keep("") + "; Max-Age=0")
    return answer


ROUTES = (
    Route("/signin", page, role=ANYONE),
    Route("/signin", sign_in, "POST", role=ANYONE),
    Route("/signout", sign_out, "POST", role=READER),
)
