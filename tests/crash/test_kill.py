from __future__ import annotations

import multiprocessing
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from belegt.record import check, open_record
from tests.crash.adder import add_all, child

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("BELEGT_KILLS", "30"))
MANY = 24

PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["__main__", "tests.crash.adder"])


def _killed(
    path: Path, many: int, *, after: int = 0, moment: float | None = None, at_call: int = 0
) -> tuple[list[str], bool]:
    """What a process acknowledged before it was killed, and whether it was.

    Killed ``moment`` seconds after its acknowledgement number ``after``, or by itself at a call of the database.
    """
    ours, its = PROCESSES.Pipe(duplex=False)
    process = PROCESSES.Process(target=child, args=(path, many, its, at_call))
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


def _assert_kept(path: Path, acknowledged: list[str]) -> None:
    """Everything acknowledged is there, every report there has its evidence and its claims, and the check is clean."""
    if not acknowledged and not path.exists():
        return
    with open_record(path, create=not acknowledged) as record:
        reports, decisions = record.reports(), record.decisions()
        assert set(acknowledged) <= {r.id for r in reports} | {d.id for d in decisions}
        assert all(len(record.claims(r.id)) == 6 for r in reports)
        assert all(record.evidence(r.sha256).endswith(r.text.encode()) for r in reports)
        head = record.head()
    assert check(path, head) == []


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[int, str]:
    return add_all(tmp_path_factory.mktemp("undisturbed") / "demo.belegt", MANY)


def test_a_killed_process_loses_nothing_that_it_acknowledged_and_leaves_nothing_half_done(
    tmp_path: Path, undisturbed: tuple[int, str]
) -> None:
    chance = random.Random(4)
    killed = 0
    for series in range(KILLS // 3):
        path = tmp_path / f"{series}.belegt"
        for after in sorted([0, chance.randrange(MANY), chance.randrange(MANY)]):
            acknowledged, was_killed = _killed(
                path, MANY, after=after, moment=chance.uniform(0, 0.01 if after else 0.1)
            )
            _assert_kept(path, acknowledged)
            killed += was_killed
        assert add_all(path, MANY) == undisturbed
        assert check(path, undisturbed) == []
    assert killed > KILLS // 2


def test_killed_at_any_call_of_the_database_a_record_is_whole_and_can_be_finished(tmp_path: Path) -> None:
    head = add_all(tmp_path / "undisturbed.belegt", 1)
    call, was_killed = 0, True
    while was_killed:
        call += 1
        path = tmp_path / f"{call}.belegt"
        acknowledged, was_killed = _killed(path, 1, at_call=call)
        _assert_kept(path, acknowledged)
        assert add_all(path, 1) == head
        assert check(path, head) == []
    assert call > 30


def test_a_process_whose_disk_is_full_says_so_and_goes_on_when_there_is_space(tmp_path: Path) -> None:
    path = tmp_path / "demo.belegt"
    command = [sys.executable, "-m", "tests.crash.squeezed", str(path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    code, exit_code, failed_at, kept = done.stdout.split()
    assert (code, exit_code) == ("B305", "1")
    assert int(failed_at) == int(kept) > 0
    with open_record(path) as record:
        assert [r.id for r in record.reports()] == [f"report-{n}" for n in range(200)]
    assert check(path) == []
