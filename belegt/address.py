"""Where a record lies: a file, or a database of a PostgreSQL server.

Invariant: nothing that prints an address, or puts it into an error, prints a password.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from belegt.errors import BelegtError

_SCHEME = re.compile(r"postgres(?:ql)?://")
_HOSTS = re.compile(r"(?:[^:\[\]]*|\[[0-9A-Fa-f:.%]*\])(?::\d*)?")
_SECRET = ("password", "sslpassword")


@dataclass(frozen=True, slots=True)
class Address:
    """The path of a file, or the address of a database as libpq takes it (RFC 3986), its password kept apart."""

    text: str
    password: str | None = field(default=None, repr=False)

    @classmethod
    def of(cls, place: str | Path | Address) -> Address:
        """The address that somebody wrote; raises B326 for one of a server that is not well formed."""
        if isinstance(place, Address):
            return place
        if isinstance(place, str) and (scheme := _SCHEME.match(place)):
            return _of_server(scheme[0], place[scheme.end() :])
        return cls(str(place))

    @property
    def is_server(self) -> bool:
        """Whether it names a server's database, and no file."""
        return _SCHEME.match(self.text) is not None

    @property
    def path(self) -> Path:
        """The file."""
        return Path(self.text)

    @property
    def name(self) -> str:
        """The name of the file or the database alone."""
        if not self.is_server:
            return self.path.name
        place = self.text.split("://", 1)[1].split("?", 1)[0]
        return unquote(place.partition("/")[2]) or place

    def __str__(self) -> str:
        return self.text


def _of_server(scheme: str, rest: str) -> Address:
    place, _, query = rest.partition("?")
    authority, slash, database = place.partition("/")
    user, at, hosts = authority.rpartition("@")
    user, colon, password = user.partition(":")
    pairs = [pair.partition("=") for pair in query.split("&") if pair]
    _require(hosts, database, [equals for _, equals, _ in pairs])
    told = next((value for key, _, value in pairs if key == "password"), password if colon else None)
    kept = "&".join("".join(pair) for pair in pairs if pair[0] not in _SECRET)
    shown = f"{scheme}{user}{at}{hosts}{slash}{database}{'?' if kept else ''}{kept}"
    return Address(shown, None if told is None else unquote(told))


def _require(hosts: str, database: str, equals: list[str]) -> None:
    """What a password with signs of its own leaves behind is told from a host, a database and settings."""
    if not all(_HOSTS.fullmatch(host) for host in hosts.split(",")):
        raise BelegtError("B326", detail="what stands for the host is none")
    if "@" in database or not all(equals):
        raise BelegtError("B326", detail="one of the signs @ / ? stands where it means something else")
