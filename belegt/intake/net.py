"""The one place that opens a connection: a page is fetched from the open web, only when somebody asks for it by its address (T14).

Invariant: a connection goes to an address that was looked at before, never to a name; no address is one of this machine or of a
private network, whatever name or redirect leads there. Nothing of this machine goes with it: no cookie, no password, no proxy.
"""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote, urljoin, urlsplit

from belegt import __version__, settings
from belegt.errors import BelegtError

if TYPE_CHECKING:
    from urllib3.connection import HTTPConnection

PORTS = {"http": 80, "https": 443}
TAKEN = ("text/html", "application/xhtml+xml", "text/plain")
MOVED = (301, 302, 303, 307, 308)
_CLOSED_4 = tuple(map(ip_network, ("192.0.0.0/24", "192.88.99.0/24", "224.0.0.0/3")))
_GLOBAL_6 = ip_network("2000::/3")
_WRAPPED = tuple(map(ip_network, ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")))
"""Parts of it that stand for other addresses (6to4, Teredo), for protocols or for examples."""
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
_NUMBER = re.compile(r"\d+|0x[0-9a-f]*")
_SAFE = "/%:=&?~+!$,;'()*@-._"


class Address(NamedTuple):
    """An address taken apart: ``host`` in ASCII and small letters, ``target`` what is asked for there."""

    scheme: str
    host: str
    target: str

    @property
    def url(self) -> str:
        """The whole of it, as it is kept with the report."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}{self.target}"


@dataclass(frozen=True)
class Fetched:
    """What came from an address: its bytes, whether they are a page, and the address that they came from in the end."""

    raw: bytes
    page: bool
    url: str


def resolve(host: str, port: int) -> Sequence[str]:
    """The addresses of a name, as the system knows them; raises OSError."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def public(address: str) -> bool:
    """Whether an address lies in the open internet, and stands for no other."""
    try:
        found = ip_address(address)
    except ValueError:
        return False
    if isinstance(found, IPv4Address):
        return found.is_global and not any(found in closed for closed in _CLOSED_4)
    return _public_6(found)


def _public_6(found: IPv6Address) -> bool:
    inside = found in _GLOBAL_6 and not any(found in wrapped for wrapped in _WRAPPED)
    return inside and found.is_global and found.scope_id is None


@dataclass(frozen=True)
class Net:
    """How pages are fetched; tests give it names and a server of their own."""

    resolve: Callable[[str, int], Sequence[str]] = resolve
    allowed: Callable[[str], bool] = public
    port: Callable[[str], int] = PORTS.__getitem__
    seconds: float = settings.FETCH_SECONDS

    def fetch(self, url: str) -> Fetched:
        """The page or text at an address; raises B211 and B220 to B223."""
        here = address(url)
        for _ in range(settings.FETCH_REDIRECTS + 1):
            with self._asked(here) as answer:
                if answer.status not in MOVED:
                    return _taken(here, answer)
                there = address(urljoin(here.url, answer.headers.get("location", "")))
            if here.scheme == "https" and there.scheme != "https":
                raise BelegtError("B221", url=there.url, detail="it is led to from a safe connection, and is none")
            here = there
        raise BelegtError("B222", url=url, detail="it leads on and on")

    def pinned(self, to: Address) -> str:
        """The one address that is connected to; raises B221 where one of a name's addresses may not be, B222 where it has none."""
        port = self.port(to.scheme)
        try:
            found = [to.host] if _literal(to.host) else list(self.resolve(to.host, port))
        except (OSError, UnicodeError) as error:
            raise BelegtError("B222", url=to.url, detail=f"its name is not known ({error})") from None
        if not found:
            raise BelegtError("B222", url=to.url, detail="its name is not known")
        if not all(map(self.allowed, found)):
            raise BelegtError("B221", url=to.url, detail="it is one of this machine or of a private network")
        return found[0]

    @contextmanager
    def _asked(self, to: Address) -> Iterator[Any]:
        """The answer of an address, as long as its block and the time allowed last."""
        from urllib3.exceptions import HTTPError

        line = _line(to, self.pinned(to), self.port(to.scheme), self.seconds)
        lines: list[socket.socket] = []
        over = threading.Event()
        timer = threading.Timer(self.seconds, _hang_up, [lines, over])
        timer.start()
        answer: Any = None
        try:
            line.connect()
            lines.append(line.sock)  # the answer takes it away from the connection
            _in_time(over)
            line.request("GET", to.target, headers=_headers(to), preload_content=False, decode_content=False)
            answer = line.getresponse()
            yield answer
            _in_time(over)
        except (HTTPError, OSError, ValueError) as error:
            late = "it took too long" if over.is_set() else " ".join(str(error).split())[:200]
            raise BelegtError("B222", url=to.url, detail=late) from None
        finally:
            timer.cancel()
            if answer is not None:
                answer.close()
            line.close()


def address(url: str) -> Address:
    """An address that may be fetched, taken apart; raises B220 for any other."""
    try:
        parts = urlsplit(url.strip())
        port, host = parts.port, parts.hostname or ""
    except ValueError:
        raise BelegtError("B220", url=url[:200], detail="it is none") from None
    if parts.scheme not in PORTS:
        raise BelegtError("B220", url=url[:200], detail="only http and https are fetched")
    if not url.strip().isprintable() or "\\" in url or " " in url.strip():
        raise BelegtError("B220", url=url[:200], detail="it holds letters that no address has")
    if "@" in parts.netloc:
        raise BelegtError("B220", url=url[:200], detail="it names a user or a password")
    if port not in (None, PORTS[parts.scheme]):
        raise BelegtError("B220", url=url[:200], detail="it names a port of its own")
    query = f"?{parts.query}" if parts.query else ""
    return Address(parts.scheme, _host(host, url), quote((parts.path or "/") + query, safe=_SAFE))


def _host(host: str, url: str) -> str:
    """The name of a host as it is asked for; one written as a number in any but the usual form is none."""
    if _literal(host):
        return host
    try:
        name = host.rstrip(".").encode("idna").decode("ascii").lower()
    except UnicodeError:
        name = ""
    labels = name.split(".")
    if len(name) > 253 or len(labels) < 2 or not all(map(_LABEL.fullmatch, labels)) or _NUMBER.fullmatch(labels[-1]):
        raise BelegtError("B220", url=url[:200], detail="it names no host of the open internet")
    return name


def _literal(host: str) -> bool:
    try:
        return bool(ip_address(host))
    except ValueError:
        return False


def _line(to: Address, pinned: str, port: int, seconds: float) -> HTTPConnection:
    """A connection to the pinned address, under whose certificate the name must stand."""
    from urllib3 import Timeout
    from urllib3.connection import HTTPConnection, HTTPSConnection

    timeout = Timeout(connect=seconds / 2, read=seconds).connect_timeout
    if to.scheme == "http":
        return HTTPConnection(pinned, port, timeout=timeout)
    return HTTPSConnection(
        pinned, port, timeout=timeout, cert_reqs="CERT_REQUIRED", server_hostname=to.host, assert_hostname=to.host
    )


def _headers(to: Address) -> dict[str, str]:
    host = f"[{to.host}]" if ":" in to.host else to.host
    return {
        "Host": host,
        "User-Agent": f"belegt/{__version__}",
        "Accept": ", ".join(TAKEN),
        "Accept-Encoding": "identity",
        "Connection": "close",
    }


def _hang_up(lines: Sequence[socket.socket], over: threading.Event) -> None:
    """End a connection from outside, whatever it waits for."""
    over.set()
    for line in lines:
        with suppress(OSError):
            line.shutdown(socket.SHUT_RDWR)


def _in_time(over: threading.Event) -> None:
    """Raise TimeoutError once the time is over: what was cut off may look like an end."""
    if over.is_set():
        raise TimeoutError


def _taken(here: Address, answer: Any) -> Fetched:
    """The body of an answer; raises B211 beyond the limit, B222 for no success, B223 for what is no text."""
    if answer.status != 200:
        raise BelegtError("B222", url=here.url, detail=f"the server says {answer.status}")
    kind = answer.headers.get("content-type", "text/plain").partition(";")[0].strip().lower()
    packed = answer.headers.get("content-encoding", "identity").strip().lower()
    if kind not in TAKEN or packed != "identity":
        raise BelegtError("B223", url=here.url, kind=kind if packed == "identity" else packed)
    raw = b""
    while part := answer.read1(1 << 16):
        raw += part
        if len(raw) > settings.REPORT_BYTES:
            raise BelegtError("B211", limit=settings.REPORT_BYTES)
    return Fetched(raw, kind != "text/plain", here.url)
