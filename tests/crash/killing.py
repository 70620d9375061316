"""Killing a process that adds to a record, at any moment or at any call of the database, and what must be left."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from pathlib import Path

from belegt.address import Address
from belegt.record import check, open_record
from tests.crash.adder import child

KILLS = int(os.environ.get("BELEGT_KILLS", "30"))
MANY = 24

PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["__main__", "tests.crash.adder"])


def killed(
    place: str, many: int, *, first: int = 0, after: int = 0, moment: float | None = None, at_call: int = 0
) -> tuple[list[str], bool]:
    """What a process acknowledged before it was killed, and whether it was.

    Killed ``moment`` seconds after its acknowledgement number ``after``, or by itself at a call of the database.
    """
    ours, its = PROCESSES.Pipe(duplex=False)
    process = PROCESSES.Process(target=child, args=(place, many, its, at_call, first))
    process.start()
    its.close()
    words: list[str] = []
    try:
        while moment is None or len(words) <= after:
            words.append(ours.recv())
        time.sleep(moment)
        process.kill()
        while True:
            words.append(ours.recv())
    except EOFError:
        process.join()
    finally:
        ours.close()
    assert words[0] == "ready"
    assert process.exitcode in (0, -signal.SIGKILL)
    return words[1:], process.exitcode != 0


def assert_kept(place: str, acknowledged: list[str]) -> None:
    """Everything acknowledged is there, every report there has its evidence and its claims, and the check is clean."""
    if not acknowledged and not Address.of(place).is_server and not Path(place).exists():
        return
    with open_record(place, create=not acknowledged) as record:
        reports, decisions = record.reports(), record.decisions()
        assert set(acknowledged) <= {r.id for r in reports} | {d.id for d in decisions}
        assert all(len(record.claims(r.id)) == 6 for r in reports)
        assert all(record.evidence(r.sha256).endswith(r.text.encode()) for r in reports)
        head = record.head()
    assert check(place, head) == []
