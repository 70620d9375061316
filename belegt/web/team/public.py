"""Under which address a team opens its desk, and what follows from it for names, origins and cookies.

Invariant: where the address is https, the session is sent over https alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from belegt.errors import BelegtError
from belegt.web.guard import Header, loopback


@dataclass(frozen=True)
class Public:
    """``origin`` as browsers write it; ``hosts`` are the names to answer to, each with its origin."""

    origin: str
    hosts: Mapping[str, str]
    cookie: str

    @property
    def secure(self) -> bool:
        """Whether it is opened over https."""
        return self.origin.startswith("https://")

    @property
    def headers(self) -> tuple[Header, ...]:
        """What every answer carries for its sake."""
        return ((b"strict-transport-security", b"max-age=31536000"),) if self.secure else ()

    def keep(self, session: str) -> str:
        """The cookie that keeps a session."""
        return f"{self.cookie}={session}; Path=/; HttpOnly; SameSite=Lax{'; Secure' if self.secure else ''}"


def public(address: str, host: str, port: int) -> Public:
    """The address that was asked for, else that of this machine; raises B808 for none, B827 for one in the clear."""
    if not address:
        if not is_loopback(host):
            raise BelegtError("B827", host=host)
        return Public(f"http://127.0.0.1:{port}", loopback(port), f"belegt-team-{port}")
    parts = urlsplit(address)
    plain = parts.scheme == "http" and is_loopback(parts.hostname or "")
    if not parts.hostname or parts.path not in ("", "/") or parts.query or not (plain or parts.scheme == "https"):
        raise BelegtError("B808", value=address, field="public", known="https://NAME or https://NAME:PORT")
    name = parts.netloc.rpartition("@")[2].lower()
    origin = f"{parts.scheme}://{name.removesuffix(':443') if parts.scheme == 'https' else name}"
    hosts = dict.fromkeys((name, name.removesuffix(":443")), origin)
    return Public(origin, hosts, "__Host-belegt" if parts.scheme == "https" else f"belegt-team-{port}")


def is_loopback(host: str) -> bool:
    """Whether an address is that of this machine alone."""
    try:
        return host == "localhost" or ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
