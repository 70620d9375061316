"""Who may talk to the desk of a team (T23, T24, T25): who has a session; and anybody to what needs none.

Invariant: what is not named as open to anyone is not answered without a session, whatever the application would say.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from belegt.errors import BelegtError
from belegt.team.door import Team
from belegt.team.roles import Person
from belegt.web.guard import (
    App,
    Receive,
    Scope,
    Send,
    cookies,
    fault,
    limited,
    plain_headers,
    redirect,
    refuse,
    with_headers,
)
from belegt.web.team.public import Public

OPEN = ("/signin", "/settings")
COOKIES = 4
"""Values of the cookie that are looked up."""
OPEN_BELOW = ("/static/", "/invitation/")


class TeamGuard:
    """Stands before the desk of a team, which people open under ``public``."""

    def __init__(self, app: App, team: Team, public: Public) -> None:
        self._app = app
        self._team = team
        self._public = public

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        headers = plain_headers(scope)
        found = fault(scope["method"], headers, self._public.hosts)
        if found is not None:
            await refuse(send, found)
            return
        path = scope["path"]
        scope["person"], scope["session"] = self._known(headers)
        if scope["person"] is not None or path in OPEN or path.startswith(OPEN_BELOW):
            sending = with_headers(send, path, self._public.headers)
            await self._app(scope, limited(receive, scope["method"]), sending)
        elif scope["method"] == "GET" and not path.endswith(".json"):
            query = scope["query_string"].decode("latin-1")
            await redirect(send, "/signin?to=" + quote(path + (f"?{query}" if query else ""), safe=""))
        else:
            await refuse(send, BelegtError("B821"), 401)

    def _known(self, headers: Mapping[str, str]) -> tuple[Person | None, str]:
        """Who has a session, and its id; one that was planted beside it does no harm."""
        for session in cookies(headers, self._public.cookie)[:COOKIES]:
            person = self._team.sessions.person(session)
            if person is not None:
                return person, session
        return None, ""
