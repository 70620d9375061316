"""R30: the same report gives the same claims, whatever was read before it and in whatever order."""

from __future__ import annotations

import json
import random
from pathlib import Path

from belegt.intake import Received, receive
from belegt.model import Report
from belegt.read.reader import read

SAMPLE = Path(__file__).resolve().parents[2] / "belegt" / "sample" / "reports"


def reports() -> list[Report]:
    received = [item for item in receive([SAMPLE]) if isinstance(item, Received)]
    assert len(received) >= 8
    return [item.report for item in received]


def told(report: Report) -> str:
    return json.dumps([claim.as_dict() for claim in read(report)], ensure_ascii=False)


def test_a_report_read_twice_gives_the_same_bytes() -> None:
    for report in reports():
        assert told(report) == told(report)


def test_the_order_in_which_reports_are_read_changes_nothing() -> None:
    first = {report.id: told(report) for report in reports()}
    shuffled = reports() * 2
    random.Random(30).shuffle(shuffled)
    assert all(told(report) == first[report.id] for report in shuffled)
