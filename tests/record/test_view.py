from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from belegt.record import Record, check, open_record
from belegt.record.schema import VIEWS
from tests.conftest import new_schema
from tests.record.samples import claims_of, decision, noon, raw_of, sample
from tests.record.values import DECISIONS, REPORTS, claims


def rows(record: Record) -> dict[str, list[Any]]:
    """Every row of every view, in the order of their keys."""
    with record._database.read() as connection:
        return {t.name: list(connection.execute(select(t).order_by(*t.primary_key))) for t in VIEWS}


def test_views_rebuilt_from_the_log_are_the_views(filled: Record) -> None:
    before = rows(filled)
    assert [len(of) for of in before.values()] == [15, 3, 2]
    filled.rebuild()
    assert rows(filled) == before


def test_lost_views_come_back_from_the_log(filled: Record) -> None:
    before, claims_before = rows(filled), filled.claims()
    with filled._database.write() as connection:
        for table in VIEWS:
            connection.execute(table.delete())
    assert filled.claims() == []
    filled.rebuild()
    assert rows(filled) == before
    assert filled.claims() == claims_before


ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.integers(1, 4), st.integers(0, 6), st.integers(1, 2)),
        st.tuples(st.just("decide"), st.integers(1, 5), st.just(0), st.just(0)),
    ),
    max_size=12,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ACTS)
def test_after_any_acts_the_views_are_what_the_log_tells_and_the_check_agrees(
    acts: list[tuple[str, int, int, int]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "demo.belegt"
        with open_record(path, create=True, clock=noon) as record:
            last: dict[int, list[Any]] = {}
            for act, n, many, version in acts:
                if act == "decide":
                    record.decide(decision(n))
                    continue
                report, reader = sample(n), f"rules {version}"
                last[n] = claims_of(report, reader)[:many]
                record.add(report, raw_of(report), last[n], reader)
            assert record.reports() == [sample(n) for n in last]
            assert record.claims() == [claim for of in last.values() for claim in of]
            before = rows(record)
            record.rebuild()
            assert rows(record) == before
            assert check(path, record.head()) == []


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_any_text_at_all_passes_through_the_record_unchanged(data: st.DataObject) -> None:
    report = data.draw(REPORTS.map(lambda r: sample(1, r.text)))
    read = data.draw(st.lists(claims(report), max_size=4, unique_by=lambda c: c.id))
    made = data.draw(DECISIONS)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "demo.belegt"
        with open_record(path, create=True, clock=noon) as record:
            record.add(report, raw_of(report), read, "rules 1")
            record.decide(made)
            assert record.reports() == [report]
            assert record.claims() == read
            assert record.decisions() == [made]
            assert check(path, record.head()) == []


@pytest.fixture(scope="module")
def at_server(server: str) -> Iterator[Record]:
    with open_record(new_schema(server), create=True, clock=noon) as record:
        yield record


NUMBERS = count()


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_any_text_at_all_passes_through_a_server_unchanged(at_server: Record, data: st.DataObject) -> None:
    text = data.draw(REPORTS).text
    report = replace(sample(1, text), id=f"r{next(NUMBERS)}")
    whole = claims(report).filter(lambda claim: "\0" not in claim.id + claim.reader)
    read = data.draw(st.lists(whole, max_size=4, unique_by=lambda claim: claim.id))
    made = data.draw(DECISIONS)
    at_server.add(report, raw_of(report), read, "rules 1")
    at_server.decide(made)
    assert at_server.report(report.id) == report
    assert at_server.claims(report.id) == read
    assert made in at_server.decisions()
    assert check(at_server.address, at_server.head()) == []
