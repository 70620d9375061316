"""A PostgreSQL server: how it is reached, and what its errors mean. The one place that knows psycopg.

Invariant: every session speaks UTF-8 with a database that keeps UTF-8, and no error tells a password.
"""

from __future__ import annotations

import math
import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from belegt.address import Address
from belegt.errors import BelegtError

if TYPE_CHECKING:
    import psycopg

_CODES = {
    "08": "B321",  # connection exceptions
    "22021": "B310",  # a character that the database cannot keep
    "25006": "B324",  # read-only: a standby
    "25P03": "B321",  # the server ended a session that stood still
    "28": "B322",  # invalid authorisation
    "3D000": "B323",  # no such database
    "3F000": "B323",  # no such schema
    "40": "B306",  # rolled back for the sake of another
    "42501": "B324",  # insufficient privilege
    "53": "B305",  # out of disk or memory
    "53300": "B321",  # too many connections
    "54": "B310",  # larger than an index or a field may be
    "55P03": "B306",  # the lock was not to be had in time
    "57": "B321",  # the server is going down, or starting
    "57014": "B306",  # cancelled, by a limit of the server's
    "58": "B308",  # its files cannot be read
    "XX001": "B308",  # damaged data
    "XX002": "B308",  # a damaged index
}
"""Codes of SQLSTATE (PostgreSQL, Appendix A), whole or by their class."""


def driver() -> Any:
    """The module psycopg; raises B320 where it is not installed."""
    try:
        import psycopg
    except ImportError as error:
        raise BelegtError("B320", detail=error) from error
    return psycopg


def connect(address: Address, wait: float, settings: Mapping[str, str]) -> psycopg.Connection[tuple[Any, ...]]:
    """A session at the server, with ``settings`` of its own; ``wait`` is how many seconds it may take to open.

    Raises B320 to B326.
    """
    library = driver()
    asked: dict[str, Any] = {"connect_timeout": max(2, math.ceil(wait)), "application_name": "belegt"}
    try:
        asked |= library.conninfo.conninfo_to_dict(address.text)
        asked |= {"client_encoding": "utf8", "options": _options(asked.get("options"), settings)}
        if address.password is not None:
            asked["password"] = address.password
        connection: psycopg.Connection[tuple[Any, ...]] = library.connect(**asked)
    except library.Error as error:
        known = coded(address, wait, error)
        if known is None:
            raise
        raise known from None  # libpq's own error may hold what it was given
    encoding = connection.info.parameter_status("server_encoding")
    if encoding != "UTF8":
        connection.close()
        raise BelegtError("B325", path=address, encoding=encoding)
    return connection


def coded(address: Address, wait: float, error: BaseException | None) -> BelegtError | None:
    """The error of the table that stands for one of psycopg's; None for what is a defect of ours."""
    library = driver()
    state = getattr(error, "sqlstate", None)
    detail = " ".join(str(error).split()) or type(error).__name__
    known = _CODES.get(state or "") or _CODES.get((state or "")[:2])
    code = known if state else _without_state(library, error, detail)
    if code is None:
        return None
    return BelegtError(code, path=address, wait=f"{wait:g}", detail=detail)


def _without_state(library: Any, error: BaseException | None, detail: str) -> str | None:
    """What libpq says before a session stands carries no SQLSTATE, in some versions not even that of the server."""
    if isinstance(error, library.DataError):
        return "B310"
    if isinstance(error, library.ProgrammingError):
        return "B326"
    if not isinstance(error, library.OperationalError):
        return None
    if "authentication failed" in detail or "no password supplied" in detail or "pg_hba.conf" in detail:
        return "B322"
    if 'database "' in detail and "does not exist" in detail:
        return "B323"
    if 'role "' in detail and "does not exist" in detail:
        return "B322"
    return "B321"


def _options(given: str | None, settings: Mapping[str, str]) -> str:
    """The options of a session, those of the address or the environment first: -c NAME=VALUE, in libpq's spelling."""
    given = given or os.environ.get("PGOPTIONS")
    return " ".join([*([given] if given else []), *(f"-c {name}={value}" for name, value in settings.items())])
