"""Following an invitation: choosing a passphrase, once."""

from __future__ import annotations

from typing import Annotated

from fastapi import Form, Response

from belegt.errors import BelegtError
from belegt.team.passphrase import suggested
from belegt.team.roles import ANYONE
from belegt.web.ask import Asked, back
from belegt.web.pages.route import Route
from belegt.web.pages.team.session import keep, session, status, team

Words = Annotated[str, Form(max_length=2000)]


def page(asked: Asked, token: str) -> Response:
    """/invitation/TOKEN; looking at it uses nothing up."""
    invited = team(asked).accounts.invited(token)
    return asked.show("team/invitation.html", invited=invited, suggested=suggested(), error=None)


def accept(asked: Asked, token: str, passphrase: Words = "") -> Response:
    """Give the account this passphrase, and sign in."""
    invited = team(asked).accounts.invited(token)
    try:
        account = team(asked).accounts.accept(token, passphrase)
    except BelegtError as error:
        view = {"invited": invited, "suggested": suggested(), "error": error}
        return asked.show("team/invitation.html", status=status(error), **view)
    if session(asked):
        team(asked).sessions.close(session(asked))
    return keep(back("/"), asked, team(asked).sessions.open(account.name))


ROUTES = (
    Route("/invitation/{token}", page, role=ANYONE),
    Route("/invitation/{token}", accept, "POST", role=ANYONE),
)
