"""Who may talk to the desk (T24, T28), and what every answer carries (T9).

Invariant: without the right host name, and the session that the one-time address gives, no page and no file is answered;
what changes something comes from a page of the desk.
"""

from __future__ import annotations

import hmac
import secrets
from base64 import b64encode
from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping, MutableMapping
from hashlib import sha256
from typing import Any
from urllib.parse import parse_qs, urlencode

from belegt import settings
from belegt.errors import BelegtError
from belegt.team.roles import ADMIN, Person

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]
Header = tuple[bytes, bytes]

OWNER = Person("", ADMIN)
"""Whoever has the one-time address: the one at this machine, who signs as the desk was told to."""
SAFE = ("GET", "HEAD")
STATUS = {"B803": 421, "B809": 413}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
    "worker-src 'self' blob:; form-action 'self'; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'"
)
FRAME_STYLE = (
    "body{margin:1rem;font:1rem/1.6 Georgia,'Noto Serif','Noto Naskh Arabic',serif;overflow-wrap:anywhere;color-scheme:light dark}"
    "table{border-collapse:collapse}td,th{border:1px solid;padding:.2rem .5rem;text-align:start}pre{white-space:pre-wrap}"
)
FRAME_POLICY = (
    f"default-src 'none'; style-src 'sha256-{b64encode(sha256(FRAME_STYLE.encode()).digest()).decode()}'; sandbox; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)
"""Of a page as it was received, shown in a frame of the desk: nothing of it runs, loads or leads anywhere (T9)."""
HEADERS: tuple[Header, ...] = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
)
FRAMED: tuple[Header, ...] = tuple(
    {**dict(HEADERS), b"content-security-policy": FRAME_POLICY.encode(), b"x-frame-options": b"SAMEORIGIN"}.items()
)


class Guard:
    """Stands before the desk; ``token`` opens it once, for one browser, and ``session`` is what this browser then keeps."""

    def __init__(self, app: App, port: int) -> None:
        self._app = app
        self._hosts = loopback(port)
        self._cookie = f"belegt-{port}"
        self._session = secrets.token_urlsafe(32)
        self._token: str | None = secrets.token_urlsafe(24)
        self.address = f"http://127.0.0.1:{port}/?token={self._token}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        headers = plain_headers(scope)
        found = fault(scope["method"], headers, self._hosts)
        if found is not None:
            await refuse(send, found)
        elif any(hmac.compare_digest(v.encode(), self._session.encode()) for v in cookies(headers, self._cookie)):
            scope["person"] = OWNER
            await self._app(scope, limited(receive, scope["method"]), with_headers(send, scope["path"]))
        elif scope["method"] == "GET" and self._opens(scope["query_string"]):
            await self._open(scope, send)
        else:
            await refuse(send, BelegtError("B804"))

    def _opens(self, query: bytes) -> bool:
        given = parse_qs(query.decode("latin-1")).get("token", [""])[0]
        return self._token is not None and hmac.compare_digest(given.encode(), self._token.encode())

    async def _open(self, scope: Scope, send: Send) -> None:
        self._token = None
        query = parse_qs(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        rest = urlencode([(k, v) for k, values in query.items() if k != "token" for v in values])
        path = "/" + scope["path"].lstrip("/\\")
        place = scope.get("raw_path", b"/").decode("latin-1") if path == scope["path"] else "/"
        cookie = f"{self._cookie}={self._session}; Path=/; HttpOnly; SameSite=Strict"
        await redirect(send, place + (f"?{rest}" if rest else ""), (b"set-cookie", cookie.encode()))


def loopback(port: int) -> Mapping[str, str]:
    """The names of this machine on a port, each with the origin of its pages."""
    names = [f"{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]")]
    return {name: f"http://{name}" for name in names}


def fault(method: str, headers: Mapping[str, str], hosts: Mapping[str, str]) -> BelegtError | None:
    """What is wrong with a request before it is looked at; ``hosts`` are the names of the desk with their origins."""
    host = headers.get("host", "")
    if host not in hosts:
        return BelegtError("B803")
    if method in SAFE:
        return None
    if _length(headers) > settings.DESK_BODY_BYTES:
        return BelegtError("B809", limit=settings.DESK_BODY_BYTES)
    return None if _own(headers, hosts[host]) else BelegtError("B805")


def _own(headers: Mapping[str, str], expected: str) -> bool:
    """Whether a page of the desk sends this: its browser says so, in both headers where it sends both."""
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is None and origin is None:
        return False
    return site in (None, "same-origin") and origin in (None, expected)


def plain_headers(scope: Scope) -> dict[str, str]:
    """The headers of a request by their names in small letters."""
    return {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}


def cookies(headers: Mapping[str, str], name: str) -> list[str]:
    """Every value that a browser sends for a cookie."""
    pairs = (pair.strip().partition("=") for pair in headers.get("cookie", "").split(";"))
    return [value for found, _, value in pairs if found == name]


def with_headers(send: Send, path: str, more: Collection[Header] = ()) -> Send:
    """Send with what every answer carries; only scripts and styles may be kept."""
    kept = b"max-age=3600" if path.startswith("/static/") else b"no-store"

    async def sending(message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            given = list(message.get("headers", ()))
            policy = FRAMED if (b"content-security-policy", FRAME_POLICY.encode()) in given else HEADERS
            own = _without(given, {name for name, _ in HEADERS})
            message = {**message, "headers": [*own, *policy, *more, (b"cache-control", kept)]}
        await send(message)

    return sending


def _without(headers: Iterable[Header], names: set[bytes]) -> list[Header]:
    return [(name, value) for name, value in headers if name.lower() not in names]


def _length(headers: Mapping[str, str]) -> int:
    given = headers.get("content-length", "0")
    return int(given) if given.isdecimal() and len(given) < 20 else settings.DESK_BODY_BYTES + 1


def limited(receive: Receive, method: str) -> Receive:
    """What is received, up to the limit; raises B809 beyond it."""
    taken = 0

    async def receiving() -> MutableMapping[str, Any]:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if method not in SAFE and taken > settings.DESK_BODY_BYTES:
            raise BelegtError("B809", limit=settings.DESK_BODY_BYTES)
        return message

    return receiving


async def redirect(send: Send, to: str, *more: Header) -> None:
    """On to another page."""
    await send({"type": "http.response.start", "status": 303, "headers": [(b"location", to.encode()), *more, *HEADERS]})
    await send({"type": "http.response.body", "body": b""})


async def refuse(send: Send, error: BelegtError, status: int = 403) -> None:
    """An error in plain words."""
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"cache-control", b"no-store"), *HEADERS]
    await send({"type": "http.response.start", "status": STATUS.get(error.code, status), "headers": headers})
    await send({"type": "http.response.body", "body": f"{error}\n".encode()})
