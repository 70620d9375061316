from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from belegt.record import check, open_record
from tests.crash.adder import add_all
from tests.crash.killing import KILLS, MANY, assert_kept, killed

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[int, str]:
    return add_all(str(tmp_path_factory.mktemp("undisturbed") / "demo.belegt"), MANY)


def test_a_killed_process_loses_nothing_that_it_acknowledged_and_leaves_nothing_half_done(
    tmp_path: Path, undisturbed: tuple[int, str]
) -> None:
    chance = random.Random(4)
    hit = 0
    for series in range(KILLS // 3):
        path = tmp_path / f"{series}.belegt"
        for after in sorted([0, chance.randrange(MANY), chance.randrange(MANY)]):
            acknowledged, was_killed = killed(
                str(path), MANY, after=after, moment=chance.uniform(0, 0.01 if after else 0.1)
            )
            assert_kept(str(path), acknowledged)
            hit += was_killed
        assert add_all(str(path), MANY) == undisturbed
        assert check(path, undisturbed) == []
    assert hit > KILLS // 2


def test_killed_at_any_call_of_the_database_a_record_is_whole_and_can_be_finished(tmp_path: Path) -> None:
    head = add_all(str(tmp_path / "undisturbed.belegt"), 1)
    call, was_killed = 0, True
    while was_killed:
        call += 1
        path = tmp_path / f"{call}.belegt"
        acknowledged, was_killed = killed(str(path), 1, at_call=call)
        assert_kept(str(path), acknowledged)
        assert add_all(str(path), 1) == head
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
