"""Totals over incidents: documented minimums, each with its list, running totals beside them (R23, R33, R34)."""

from __future__ import annotations

from typing import Any

import pytest

from belegt.count import documented
from belegt.errors import BelegtError
from belegt.model import Account, Documented
from belegt.pipeline import account, documented_lines, figures_lines
from tests.count.telling import tell

DAY = (
    "a: 16+ killed civilian, place Aleppo, means air_strike, by regime",
    "+ 4 killed child, part 1, place Aleppo, means air_strike, by regime",
    "b: 18 killed, place Aleppo, means air_strike, by regime",
    "c: 5 killed, place Homs, means shooting, by rebels",
    "d: 3 injured, place Homs, day 2016-11-14, means artillery",
    "e: 200+ killed, total, place Aleppo, day 2016-11-01..2016-11-21",
)


@pytest.fixture
def counted() -> Account:
    told = tell(DAY)
    return account(told.reports, told.claims)


def rows(counted: Account, by: str) -> list[Documented]:
    return list(documented(counted.incidents, counted.totals, by))


def test_each_day_is_the_sum_of_its_incidents_r33(counted: Account) -> None:
    assert [(r.key, r.kind, r.low, r.best, r.high) for r in rows(counted, "day")] == [
        ("2016-11-14", "injured", 3, 3, 3),
        ("2016-11-20", "killed", 21, 21, 23),
    ]


def test_no_total_without_its_list_r34(counted: Account) -> None:
    ids = {i.incident.id for i in counted.incidents}
    for by in ("day", "place", "side", "means", "group"):
        assert rows(counted, by)
        assert all(r.incidents and set(r.incidents) <= ids for r in rows(counted, by))


@pytest.mark.parametrize("by", ["day", "place", "side", "means"])
def test_the_totals_of_all_keys_add_up_to_that_of_all_incidents_r34(counted: Account, by: str) -> None:
    for kind in ("killed", "injured"):
        parts = [f for i in counted.incidents if (f := i.figure(kind))]
        assert sum(r.low for r in rows(counted, by) if r.kind == kind) == sum(f.low for f in parts)
        assert sum(r.best for r in rows(counted, by) if r.kind == kind) == sum(f.best for f in parts)


def test_a_running_total_stands_beside_and_is_in_no_sum_r23(counted: Account) -> None:
    (total,) = counted.totals
    beside = {r.key: r.beside for r in rows(counted, "place") if r.kind == "killed"}
    assert beside == {"Aleppo": (total.total.id,), "Homs": ()}


def test_groups_are_added_up_for_themselves_r15(counted: Account) -> None:
    assert ("child", "killed", 4) in [(r.key, r.kind, r.low) for r in rows(counted, "group")]


def test_a_total_and_its_parts_agree_in_the_interchange_r34(counted: Account) -> None:
    lines: dict[str, Any] = {line["id"]: line for line in figures_lines(counted) if "total" not in line}
    for line in documented_lines(counted, "day"):
        parts = [lines[id]["figures"][line["kind"]] for id in line["incidents"]]
        assert [line[bound] for bound in ("low", "best", "high")] == [sum(p[bound] for p in parts) for bound in ("low", "best", "high")]


def test_an_unknown_way_to_add_up_is_refused(counted: Account) -> None:
    with pytest.raises(BelegtError, match="day, place, side, group, means"):
        documented(counted.incidents, counted.totals, "colour")
