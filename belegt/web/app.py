"""The desk as an application: its routes, its files, and how errors look.

Invariant: every route that changes something is a POST, every page has a twin in JSON, and no route is open to a person
whose role it does not name.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from fastapi import Depends, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from belegt import __version__
from belegt.errors import CONFLICT, REFUSED, USAGE, BelegtError
from belegt.team.roles import READER, allows
from belegt.web.ask import STATIC, Ask, at_desk
from belegt.web.described import FAULTS, described
from belegt.web.desk import Desk, OvertakenError
from belegt.web.pages import ROUTES, Route
from belegt.web.query import Filter

if TYPE_CHECKING:
    from belegt.team.door import Team
    from belegt.web.team.public import Public

STATUS = {USAGE: 400, REFUSED: 403, CONFLICT: 409}
BY_CODE = {"B806": 404, "B809": 413, "B821": 401, "B825": 409, "B828": 404}


def application(desk: Desk, team: Team | None = None, public: Public | None = None) -> FastAPI:
    """The pages of one desk, with those of accounts where a team opens it under ``public``; a ``Guard`` stands before them."""
    app = FastAPI(title="Belegt", version=__version__, docs_url=None, redoc_url=None, openapi_url=None)
    app.state.desk, app.state.team, app.state.public = desk, team, public
    for route in (*_of_team(team), *ROUTES):
        app.add_api_route(
            route.path,
            route.endpoint,
            methods=[route.method],
            response_class=JSONResponse if route.json else Response,
            dependencies=[Depends(_only(route.role))],
            include_in_schema=route.json,
            summary=route.summary or None,
            response_model=None,
            responses=FAULTS if route.json else None,
            name=f"{route.method} {route.path}",
        )
    app.add_api_route(
        "/openapi.json", lambda: described(app), dependencies=[Depends(_only(READER))], include_in_schema=False
    )
    app.mount("/static", StaticFiles(directory=STATIC))
    app.add_exception_handler(BelegtError, _coded)
    app.add_exception_handler(HTTPException, _missing)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(Exception, _defect)
    return app


def _of_team(team: Team | None) -> tuple[Route, ...]:
    """Loaded where it is needed: it needs a library more."""
    if team is None:
        return ()
    from belegt.web.pages.team import TEAM_ROUTES

    return TEAM_ROUTES


def _only(role: str) -> Callable[[Request], None]:
    """Lets those pass who have a role, or one that may do more; raises B821 without an account, else B820."""

    def require(request: Request) -> None:
        person = request.scope.get("person")
        if not allows(role, person):
            raise BelegtError("B821") if person is None else BelegtError("B820", role=role or "none")

    return require


async def _coded(request: Request, error: Exception) -> Response:
    assert isinstance(error, BelegtError)
    return _answer(request, error, BY_CODE.get(error.code) or STATUS.get(error.exit_code, 500))


async def _missing(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == 404:
        return _answer(request, BelegtError("B806", thing="page", id=request.url.path), 404)
    return JSONResponse({"detail": error.detail}, error.status_code, error.headers)


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    field = ".".join(str(part) for part in first["loc"][1:]) or "form"
    value = str(first.get("input"))[:100]
    return _answer(request, BelegtError("B808", value=value, field=field, known=first["msg"]), 400)


async def _defect(request: Request, error: Exception) -> Response:
    """A defect of ours: what it was stands on stderr, never in a page (T37)."""
    return _answer(request, BelegtError("B705", detail=type(error).__name__), 500)


def _answer(request: Request, error: BelegtError, status: int) -> Response:
    """The error as a page, or as JSON where a twin was asked for."""
    desk = at_desk(request)
    asked = Ask(request, desk, desk.now().seen_by(desk.author), Filter(), 1)
    if asked.wants_json():
        told = {"code": error.code, "cause": error.cause, "next_step": error.next_step}
        return JSONResponse({"error": told}, status)
    since = asked.state.about(error.targets)[:5] if isinstance(error, OvertakenError) else []
    in_force = {d.id for d in asked.state.in_force} if since else set()
    return asked.show("error.html", status=status, error=error, decisions=since, in_force=in_force)
