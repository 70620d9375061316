"""The same kills where the record is at a server: the server lives on and takes back what was half done."""

from __future__ import annotations

import random

from belegt.record import check
from tests.conftest import new_schema
from tests.crash.adder import add_all
from tests.crash.killing import KILLS, MANY, assert_kept, killed


def test_a_killed_process_loses_nothing_that_it_acknowledged_and_leaves_nothing_half_done(
    server: str, path: str
) -> None:
    chance, undisturbed = random.Random(5), add_all(path, MANY)
    for _ in range(KILLS // 30):
        place = new_schema(server)
        for after in (0, chance.randrange(MANY)):
            moment = chance.uniform(0, 0.01 if after else 0.1)
            acknowledged, _ = killed(place, MANY, after=after, moment=moment)
            assert_kept(place, acknowledged)
        assert add_all(place, MANY) == undisturbed
        assert check(place, undisturbed) == []


def test_killed_at_every_third_call_of_the_database_a_record_is_whole_and_can_be_finished(
    server: str, path: str
) -> None:
    place, n, was_killed = new_schema(server), -1, True
    add_all(place, 0)
    while was_killed:  # each time another report
        n += 1
        acknowledged, was_killed = killed(place, n + 1, first=n, at_call=3 * n + 1)
        assert_kept(place, acknowledged)
        head = add_all(place, n + 1, first=n)
    assert n > 4
    assert head == add_all(path, n + 1)


def test_killed_while_it_is_made_a_record_can_be_made_all_the_same(server: str, path: str) -> None:
    head = add_all(path, 1)
    for call in (3, 12, 24):
        place = new_schema(server)
        acknowledged, was_killed = killed(place, 1, at_call=call)
        assert was_killed
        assert_kept(place, acknowledged)
        assert add_all(place, 1) == head
        assert check(place, head) == []
