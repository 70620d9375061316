"""What the pages of accounts need of a request: the team, the address it comes from, and the cookie of a session."""

from __future__ import annotations

from fastapi import Response

from belegt.errors import BelegtError
from belegt.team.door import Team
from belegt.team.roles import Person
from belegt.web.ask import Ask
from belegt.web.team.public import Public

STATUS = {"B823": 429, "B825": 409, "B826": 400, "B808": 400}
Words = str


def team(asked: Ask) -> Team:
    """The accounts of this desk."""
    found: Team = asked.request.app.state.team
    return found


def public(asked: Ask) -> Public:
    """Where it is opened."""
    found: Public = asked.request.app.state.public
    return found


def me(asked: Ask) -> Person:
    """Who is signed in; raises B821."""
    if asked.person is None:
        raise BelegtError("B821")
    return asked.person


def address(asked: Ask) -> str:
    """Where a request comes from, as far as that is known."""
    return asked.request.client.host if asked.request.client else ""


def session(asked: Ask) -> str:
    """The id of the session that the request has, else ""."""
    return str(asked.request.scope.get("session", ""))


def keep(answer: Response, asked: Ask, id: str) -> Response:
    """Give the browser a session."""
    answer.headers.append("set-cookie", public(asked).keep(id))
    return answer


def status(error: BelegtError) -> int:
    """How a form that was refused is answered."""
    return STATUS.get(error.code, 403)
