"""Language and theme, kept in cookies of this browser; and the way from the bare address to the first page."""

from __future__ import annotations

from typing import Annotated

from fastapi import Form, Response

from belegt.errors import BelegtError
from belegt.team.roles import ANYONE, READER
from belegt.web.ask import THEMES, Asked, back
from belegt.web.language import LANGUAGES
from belegt.web.pages.route import Route

YEAR = 365 * 24 * 3600


def start(asked: Asked) -> Response:
    """The first page: the queue, or where to add reports while there are none."""
    return back("/queue" if asked.state.reading.reports else "/add")


def choose(
    lang: Annotated[str, Form()] = "", theme: Annotated[str, Form()] = "", to: Annotated[str, Form()] = "/"
) -> Response:
    """Keep language and theme; raises B808 for one that there is not."""
    answer = back(to)
    for name, value, known in (("lang", lang, LANGUAGES), ("theme", theme, THEMES)):
        if value and value not in known:
            raise BelegtError("B808", value=value, field=name, known=", ".join(known))
        if value:
            answer.set_cookie(name, value, max_age=YEAR, httponly=True, samesite="strict")
    return answer


ROUTES = (Route("/", start, role=READER), Route("/settings", choose, "POST", role=ANYONE))
