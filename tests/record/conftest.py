"""An empty record, and one with three reports and two decisions, in a file and at a server.

A module about files alone has a fixture ``place`` of its own that is ``path``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from belegt.record import Record, open_record
from tests.record.samples import READER, claims_of, decision, noon, raw_of, sample


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "demo.belegt"


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, path: Path) -> str:
    """Where a record may be made: each test that asks for it runs on both stores."""
    if request.param == "sqlite":
        return str(path)
    address: str = request.getfixturevalue("emptied")
    return address


@pytest.fixture
def record(place: str) -> Iterator[Record]:
    with open_record(place, create=True, clock=noon) as opened:
        yield opened


@pytest.fixture
def filled(record: Record) -> Record:
    """Three reports, one of them read twice, and two decisions."""
    for n in (1, 2, 3):
        report = sample(n)
        record.add(report, raw_of(report), claims_of(report), READER)
    again = sample(2)
    record.add(again, raw_of(again), claims_of(again, "rules 2")[:3], "rules 2")
    record.decide(decision(1))
    record.decide(decision(2, "hide"))
    return record
