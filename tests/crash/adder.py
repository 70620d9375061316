"""What runs in the processes that the tests kill: adding reports to a record and saying so, one by one."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection

import alembic.command  # noqa: F401  (loaded once, for all the children of the fork server)
from sqlalchemy import Engine, event

from belegt.record import open_record
from tests.record.samples import READER, claims_of, decision, noon, raw_of, sample

with suppress(ImportError):
    import psycopg  # noqa: F401


def add_all(place: str, many: int, acknowledge: Callable[[str], object] = len, first: int = 0) -> tuple[int, str]:
    """Add reports ``first`` to ``many`` and a decision on each third; return the head of the record."""
    with open_record(place, create=True, clock=noon) as record:
        for n in range(first, many):
            text = sample(n).text + " Dazu schweigen beide Seiten." * (50 * (n % 7))
            report = sample(n, text)
            record.add(report, raw_of(report), claims_of(report), READER)
            acknowledge(report.id)
            if n % 3 == 0:
                acknowledge(record.decide(decision(n, target=report.id)))
        return record.head()


def child(place: str, many: int, pipe: Connection, fatal_call: int, first: int = 0) -> None:
    """Add all and acknowledge through ``pipe``; die at database call number ``fatal_call`` (0: at none)."""
    left = fatal_call

    def count(*_: object) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    for moment in ("before_cursor_execute", "commit"):
        event.listen(Engine, moment, count)
    pipe.send("ready")
    add_all(place, many, pipe.send, first)
