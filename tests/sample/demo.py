"""The demonstration reports as intake takes them in, and the claims that expected.toml says are in them."""

from __future__ import annotations

import tomllib
from datetime import date
from typing import Any

from belegt.intake import Received, receive
from belegt.model import Claim, Report, claim_from_dict
from belegt.sample import expected_path, sample_paths


def received() -> dict[tuple[str, str], Report]:
    """The reports by file and, in a feed, id."""
    found: dict[tuple[str, str], Report] = {}
    for path in sample_paths():
        for item in receive([path]):
            assert isinstance(item, Received), item
            found[path.name, item.report.id if path.suffix == ".jsonl" else ""] = item.report
    return found


def expected() -> list[dict[str, Any]]:
    """The rows of expected.toml, figures first."""
    with expected_path().open("rb") as file:
        data = tomllib.load(file)
    return [*data["claim"], *data["other"]]


def claims(reports: dict[tuple[str, str], Report]) -> list[Claim]:
    """The expected claims, each cut from its report."""
    return [_claim(row, reports[row["file"], row.get("report", "")]) for row in expected()]


def _claim(row: dict[str, Any], report: Report) -> Claim:
    start = report.text.index(row["quote"])
    day = {key: _iso(row.get(key)) for key in ("from", "to")}
    count = {"text": row.get("count", ""), "low": row.get("low"), "high": row.get("high")}
    return claim_from_dict(
        report,
        {
            **row,
            "start": start,
            "end": start + len(row["quote"]),
            "count": {**count, "qualifier": row.get("qualifier", "exact")},
            "when": {"text": row.get("when", ""), **day},
            "where": {"text": row.get("place", ""), "place": row.get("place", "")},
        },
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
