"""Everybody's accounts: invite, give another role, shut; an invitation is shown once, to be passed on by hand."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import Form, Response

from belegt.team.roles import ADMIN, READER, ROLES
from belegt.web.ask import Ask, Asked, back
from belegt.web.pages.route import Route
from belegt.web.pages.team.session import me, public, team

Words = Annotated[str, Form(max_length=200)]


def page(asked: Asked) -> Response:
    """/people"""
    return _show(asked)


def invite(asked: Asked, name: Words = "", role: Words = READER, again: Annotated[bool, Form()] = False) -> Response:
    """Make an account, and show its invitation; or another one for somebody who forgot the passphrase."""
    accounts, author = team(asked).accounts, me(asked).name
    token = accounts.invite_again(name, author) if again else accounts.invite(name, role, author)
    return _show(asked, name=name, link=f"{public(asked).origin}/invitation/{token}")


def role(asked: Asked, name: Words, role: Words) -> Response:
    """Give somebody another role."""
    team(asked).accounts.set_role(name, role, me(asked).name)
    return back("/people")


def shut(asked: Asked, name: Words, enabled: Annotated[bool, Form()] = False) -> Response:
    """Shut an account, or open it again."""
    team(asked).accounts.enable(name, enabled, me(asked).name)
    return back("/people")


def _show(asked: Ask, **made: Any) -> Response:
    known = {"name": "", "link": "", **made}
    accounts = team(asked).accounts
    view: dict[str, Any] = {"people": accounts.all(), "acts": accounts.acts(50), "roles": ROLES, "moment": _moment}
    return asked.show("team/people.html", **view, **known)


def _moment(at: float) -> str:
    return datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%d %H:%M:%S UTC")


ROUTES = (
    Route("/people", page, role=ADMIN),
    Route("/people", invite, "POST", role=ADMIN),
    Route("/people/role", role, "POST", role=ADMIN),
    Route("/people/shut", shut, "POST", role=ADMIN),
)
