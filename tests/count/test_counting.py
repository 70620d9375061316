"""Counting as a whole: invariants that hold for whatever is told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from belegt.count import PROFILES, count
from belegt.errors import BelegtError
from belegt.link import link
from belegt.model import Figure, Passage
from tests.count.telling import Told, tell
from tests.link.test_linkage import LINES

QUICK = (Phase.explicit, Phase.reuse, Phase.generate)
TOLD = st.lists(LINES, min_size=1, max_size=9)


def figures(told: Told, profile: str = "airwars") -> list[Figure]:
    incidents, totals = count(link(told.reports, told.claims), told.reports, profile)
    return [f for counted in (*incidents, *totals) for f in counted.figures]


def numbers(told: Told) -> list[tuple[str, str, int, int, int | None]]:
    return sorted((f.kind, f.group, f.low, f.best, f.high if f.high is not None else -1) for f in figures(told))


def copied(told: Told, times: int) -> Told:
    """The first report again, under other ids."""
    original = told.reports[0]
    for n in range(times):
        copy = replace(original, id=f"{original.id}-copy{n}")
        told.reports.append(copy)
        told.claims += [
            replace(c, passage=Passage(copy, c.passage.start, c.passage.end)) for c in told.claims if c.report.id == original.id
        ]
    return told


@settings(max_examples=200, deadline=None)
@given(TOLD, st.sampled_from(PROFILES))
def test_low_is_never_above_best_nor_best_above_high(lines: list[str], profile: str) -> None:
    for f in figures(tell(lines), profile):
        assert 0 <= f.low <= f.best
        assert f.high is None or f.best <= f.high


@settings(max_examples=200, deadline=None)
@given(TOLD, st.sampled_from(PROFILES))
def test_every_figure_names_its_rule_and_profile_and_rests_on_claims_r14(lines: list[str], profile: str) -> None:
    for f in figures(tell(lines), profile):
        assert f.rule.split(":")[0] in ("conservative", "informative", "representative")
        assert f.profile in (profile, "told")
        assert f.claims or f.best == 0
        assert not set(f.claims) & set(f.other)


@settings(max_examples=100, deadline=None)
@given(TOLD)
def test_a_claim_denied_or_disputed_is_never_what_a_figure_rests_on_r11(lines: list[str]) -> None:
    assert not [c for f in figures(tell(lines)) for c in f.claims if c.stance != "asserted"]


@settings(max_examples=100, deadline=None)
@given(TOLD)
def test_a_group_is_never_larger_than_its_bounded_whole_r15(lines: list[str]) -> None:
    told = tell(lines)
    incidents, _ = count(link(told.reports, told.claims), told.reports)
    for counted in incidents:
        for f in counted.figures:
            whole = counted.figure(f.kind)
            assert whole is not None
            if f.group and whole.high is not None:
                assert f.high is not None
                assert f.high <= max(whole.high, f.best)


@pytest.mark.parametrize("times", [1, 5, 40])
@settings(max_examples=15, deadline=None, phases=QUICK)
@given(lines=st.lists(LINES, min_size=1, max_size=4))
def test_copies_of_a_report_change_no_figure_t16(times: int, lines: list[str]) -> None:
    assert numbers(copied(tell(lines), times)) == numbers(tell(lines))


def test_copies_of_a_report_are_no_further_source_r21() -> None:
    told = copied(tell(["a: 12 killed civilian", "b: 12 killed, source SANA"]), 7)
    incidents, _ = count(link(told.reports, told.claims), told.reports)
    assert [i.independent_sources for i in incidents] == [2]


def test_an_unknown_profile_is_refused_with_the_known_ones() -> None:
    told = tell(["a: 12 killed"])
    with pytest.raises(BelegtError, match="airwars, ucdp, acled, ibc") as refused:
        count(link(told.reports, told.claims), told.reports, "best guess")
    assert refused.value.code == "B103"


def test_one_profile_against_another_over_the_same_claims_r6() -> None:
    told = tell(["a: dozens killed civilian", "a: plural injured civilian"])
    by_house = {name: [(f.kind, f.low, f.high) for f in figures(told, name) if not f.group] for name in ("airwars", "acled")}
    assert by_house == {"airwars": [("killed", 12, 24), ("injured", 2, None)], "acled": [("killed", 12, 12), ("injured", 3, None)]}
