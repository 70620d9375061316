"""One's own account: another passphrase, and codes from a second device."""

from __future__ import annotations

from typing import Annotated

from fastapi import Form, Response

from belegt.errors import BelegtError
from belegt.team import code as codes
from belegt.team.passphrase import suggested
from belegt.team.roles import READER
from belegt.web.ask import Ask, Asked, back
from belegt.web.pages.route import Route
from belegt.web.pages.team.session import address, keep, me, status, team

Words = Annotated[str, Form(max_length=2000)]


def page(asked: Asked) -> Response:
    """/account"""
    return _show(asked)


def passphrase(asked: Asked, old: Words = "", new: Words = "") -> Response:
    """Another passphrase; every other session of the account ends."""
    try:
        opened = team(asked).change_passphrase(me(asked).name, old, new, address=address(asked))
    except BelegtError as error:
        return _show(asked, error)
    return keep(back("/account"), asked, opened)


def code(asked: Asked, secret: Words = "", code: Words = "", old: Words = "") -> Response:
    """Ask for codes of a secret, once one was given; without a secret, ask for none, once the passphrase was given."""
    try:
        if secret:
            team(asked).set_up_code(me(asked).name, _secret(secret), code)
        else:
            team(asked).drop_code(me(asked).name, old, address=address(asked))
    except BelegtError as error:
        return _show(asked, error, secret)
    return back("/account")


def _show(asked: Ask, error: BelegtError | None = None, secret: str = "") -> Response:
    own = team(asked).accounts.get(me(asked).name)
    secret = "" if own.secret else secret or codes.new_secret()
    return asked.show(
        "team/account.html",
        status=status(error) if error else 200,
        own=own,
        error=error,
        suggested=suggested(),
        secret=secret,
        app=codes.address(secret, own.name) if secret else "",
    )


def _secret(given: str) -> str:
    """The secret that the page offered; raises B808 for anything else."""
    if len(given) != 32 or set(given) - set("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"):
        raise BelegtError("B808", value=given[:50], field="secret", known="the one that the page shows")
    return given


ROUTES = (
    Route("/account", page, role=READER),
    Route("/account/passphrase", passphrase, "POST", role=READER),
    Route("/account/code", code, "POST", role=READER),
)
