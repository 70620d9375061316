"""Every claim that says otherwise has one reason."""

from __future__ import annotations

from belegt.count import disagree
from belegt.pipeline import account
from tests.count.telling import tell


def test_rival_replaced_denied_and_disputed_are_told_apart_r11_r12() -> None:
    told = tell([
        "a: 22 killed, source SANA, published 2016-11-20", "b: 31 killed, source SANA, published 2016-11-21", "c: 40 killed, source SOHR",
        "d: 0 killed, source the defence ministry in Moscow, denied", "e: 90 killed, source a blogger Nadim, disputed",
    ])  # fmt: skip
    killed = account(told.reports, told.claims).incidents[0].figure("killed")
    assert killed is not None
    assert (killed.low, killed.best, killed.high) == (31, 31, 40)
    assert {c.report.id: reason for c, reason in disagree(killed)} == {"a": "replaced", "c": "rival", "d": "denied", "e": "disputed"}
