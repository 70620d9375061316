"""One sound record in a file, closed, to be copied and tampered with."""

from __future__ import annotations

from pathlib import Path

import pytest

from belegt.record import Head, open_record
from tests.record.check.tampering import Sound, contents
from tests.record.samples import READER, claims_of, decision, noon, raw_of, sample


@pytest.fixture
def place(path: Path) -> str:
    return str(path)


@pytest.fixture(scope="session")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Sound:
    path = tmp_path_factory.mktemp("sound") / "demo.belegt"
    with open_record(path, create=True, clock=noon) as record:
        for n in range(5):
            report = sample(n)
            record.add(report, raw_of(report), claims_of(report), READER)
        record.add(sample(2), raw_of(sample(2)), claims_of(sample(2), "rules 2")[:3], "rules 2")
        record.decide(decision(1))
        record.decide(decision(2, "hide"))
        head: Head = record.head()
    return Sound(path.read_bytes(), head, contents(path))
