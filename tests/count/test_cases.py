"""The golden cases of counting, in words that a casualty recorder can read: tests/count/cases/*.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from belegt.model import Account, Figure, IncidentCount
from belegt.pipeline import account
from tests.count.telling import tell

CASES = [
    pytest.param(case, id=f"{path.stem}: {case['case']}")
    for path in sorted((Path(__file__).parent / "cases").glob("*.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["cases"]
]


@pytest.mark.parametrize("case", CASES)
def test_a_case_is_counted_as_a_recorder_would(case: dict[str, Any]) -> None:
    told = tell(case["told"])
    found = account(told.reports, told.claims, profile=case.get("profile", "airwars"))
    assert [line for line in case["counted"] if line not in (shown := shown_lines(found))] == [], "\n".join(shown)
    if "only" in case:
        assert len(shown) == case["only"], "\n".join(shown)


def test_there_are_more_than_sixty_cases_and_no_two_share_a_name() -> None:
    names = [case.id for case in CASES]
    assert len(names) > 60
    assert len(set(names)) == len(names)


def shown_lines(found: Account) -> list[str]:
    """The account as lines: figures of the first incident bare, of later ones numbered, totals with their number."""
    lines = [f"incidents {len(found.incidents)}", f"totals {len(found.totals)}", f"families {len(found.families)}"]
    for n, incident in enumerate(found.incidents, 1):
        lines += [_line(f, n) for f in incident.figures] + _facts(incident, n)
    for n, total in enumerate(found.totals, 1):
        lines += [f"total {_line(f, n)}" for f in total.figures] + [f"total {n}. sources {total.independent_sources}"] * (n > 0)
    return lines


def _line(figure: Figure, n: int) -> str:
    """"killed child 2 3 -" is low 2, best 3, no high."""
    number = f"{n}. " if n > 1 else ""
    high = "-" if figure.high is None else figure.high
    group = f" {figure.group}" if figure.group else ""
    return f"{number}{figure.kind}{group} {figure.low} {figure.best} {high}"


def _facts(counted: IncidentCount, n: int) -> list[str]:
    number = f"{n}. " if n > 1 else ""
    otherwise = sorted(f"{number}otherwise {c.report.id}#{c.id}" for f in counted.figures if not f.group for c in f.other)
    return [f"{number}sources {counted.independent_sources}", f"{number}grade {counted.grade}", *otherwise]
