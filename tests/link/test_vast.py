"""The toll of a war is no incident, whatever its words look like (R10)."""

from __future__ import annotations

import pytest

from belegt.link import link
from tests.count.telling import tell


@pytest.mark.parametrize(("means", "incidents", "totals"), [("air_strike", 1, 1), ("natural", 1, 0)])
def test_a_figure_a_hundred_times_that_of_its_report_is_no_incident_unless_nature_did_it_r10(
    means: str, incidents: int, totals: int
) -> None:
    told = tell([f"a: 56 killed, means {means}", f"a: <=400000 killed, means {means}"])
    found = link(told.reports, told.claims)
    assert (len(found.incidents), len(found.totals)) == (incidents, totals)


def test_a_whole_and_the_only_figure_of_a_report_stay_an_incident() -> None:
    for lines in (["a: 50000 killed"], ["a: 50000 killed", "a: 200 killed child, part 1"]):
        told = tell(lines)
        assert not link(told.reports, told.claims).totals


def test_a_whole_told_after_its_part_is_not_said_to_be_part_of_itself_r28() -> None:
    told = tell(['a: "three children died" 3 killed child, part 2', '+ "of five people" 5 killed'])
    (incident,) = link(told.reports, told.claims).incidents
    assert incident.links == ("the whole of c1",)
