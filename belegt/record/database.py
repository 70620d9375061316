"""The database under a record: SQLite in a file, or PostgreSQL at a server; everything above works on either."""

from __future__ import annotations

import json
import threading
import zlib
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol

from sqlalchemy import Connection

from belegt.address import Address
from belegt.errors import BelegtError


class Database(Protocol):
    """One store; ``read`` gives a connection that sees one state, ``write`` the only one that changes it.

    Writers take turns. What was written in the block of ``write`` is on the disk when the block ends, or nothing is.
    """

    @property
    def address(self) -> Address:
        """Where it lies."""

    def read(self) -> AbstractContextManager[Connection]:
        """A connection within one read transaction."""

    def write(self) -> AbstractContextManager[Connection]:
        """A connection within the one write transaction."""

    def mark(self, connection: Connection) -> None:
        """Write into the store that it is a record."""

    def close(self) -> None:
        """Give it back; safe to call twice."""


def attach(address: Address, *, create: bool, wait: float) -> Database:
    """The database at an address; with ``create`` it is made a record where it is empty.

    Raises B301 for what is no record, B302 for none, B307 for a file closed to us, B320 to B326 for a server.
    """
    if address.is_server:
        from belegt.record import postgres

        return postgres.attach(address, create=create, wait=wait)
    from belegt.record import sqlite

    return sqlite.attach(address, create=create, wait=wait)


class Turns:
    """The turns of one process's writers: they queue here, rather than each with a session of its own before the store."""

    def __init__(self, address: Address, wait: float) -> None:
        self._address = address
        self._wait = wait
        self._lock = threading.Lock()

    @contextmanager
    def taken(self) -> Iterator[None]:
        """This thread's turn; raises B306 when it does not come in time."""
        if not self._lock.acquire(timeout=self._wait):
            raise BelegtError("B306", path=self._address, wait=f"{self._wait:g}")
        try:
            yield
        finally:
            self._lock.release()


@contextmanager
def legible(address: Address) -> Iterator[None]:
    """Text that no store can keep is B310, and what was kept and cannot be understood any more is B308."""
    try:
        yield
    except UnicodeEncodeError as error:
        raise BelegtError("B310", path=address, detail=error.reason) from error
    except (json.JSONDecodeError, UnicodeDecodeError, zlib.error) as error:
        raise BelegtError("B308", path=address, detail=error) from error
