"""The account of a record that grows is the account of all of it, with each decision heeded and taken back."""

from __future__ import annotations

from datetime import UTC, datetime

from belegt.model import Claim, Decision, Report
from belegt.pipeline import GrowingAccount, account
from tests.count.telling import tell

TOLD = tell(
    [
        *(f"r{n}: {n + 2} killed, place {place}, day 2016-11-{n + 1:02}" for n, place in enumerate(("Homs", "Idlib", "Hama", "Raqqa") * 5)),
        "a: 12 killed, source SOHR",
        "+ 40 injured",
        "b: 14 killed",
        "c: 300+ killed, day 2016-01-01..2016-11-20, total",
    ]
)
STEPS: list[tuple[str, tuple[str, ...]]] = [("reject", ("a#c1",)), ("same", ("a#c2", "r19#c1")), ("grade", ("b#c1",)), ("hide", ("r3",)), ("hide", ("a#c1",))]


def test_each_step_gives_the_account_of_all_that_stands() -> None:
    growing = GrowingAccount()
    reports: dict[str, Report] = {}
    told: dict[str, list[Claim]] = {}
    for report in TOLD.reports:
        reports[report.id], told[report.id] = report, [c for c in TOLD.claims if c.report.id == report.id]
        assert growing.of(reports, told) == account(list(reports.values()), [c for own in told.values() for c in own])
    acts: list[Decision] = []
    for n, (act, targets) in enumerate(STEPS):
        value = "confirmed" if act == "grade" else ""
        acts.append(Decision(act=act, targets=targets, author="ann", at=datetime(2024, 1, 1, n, tzinfo=UTC), value=value))
        assert growing.of(reports, told, acts) == account(TOLD.reports, TOLD.claims, decisions=acts)
    assert growing.of(reports, told) == account(TOLD.reports, TOLD.claims)
