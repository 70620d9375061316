"""Reprints: shortened, under another headline, from one agency; and reports that only share a subject."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from belegt.link import families
from belegt.link.copies.families import credit
from belegt.model import Report

WIRE = (
    "ALEPPO (AFP) - Shells fell on two quarters in the west of the divided town on Sunday morning, and residents dug through the "
    "dust with their hands while sirens went on for hours. A teacher said that the pupils had been on their way to the courtyard. "
    "Doctors at the nearest clinic asked for blood. The governor promised an inquiry and blamed the other side, which did not answer. "
    "Traders on the central square kept their shops closed for the rest of the day, and buses stopped at the old bridge. "
    "By evening the firing had moved to the north, where engineers had begun to repair a water main only the day before."
)
OTHER = (
    "Fishermen in the harbour of Tartus went on strike for higher prices on Sunday. Their speaker said that the talks with the port "
    "authority had failed twice, and that the boats would stay where they were until a new tariff was signed by both sides. "
    "The authority called the demands out of reach and announced another meeting for the coming week in the town hall."
)


def report(name: str, text: str, day: int = 20) -> Report:
    return Report(id=name, text=text, published=date(2016, 11, day))


def test_the_same_text_under_another_headline_is_one_family() -> None:
    found = families([report("a", "Shells hit the west\n\n" + WIRE, 20), report("b", "Sunday of fire in a divided town\n\n" + WIRE, 21)])
    assert [f.reports for f in found] == [("a", "b")]


def test_a_shortened_copy_is_found_by_what_it_holds_of_the_original() -> None:
    short = " ".join(WIRE.split()[:45])
    assert families([report("long", WIRE), report("short", short)])[0].reports == ("long", "short")


def test_reports_that_share_a_subject_alone_are_no_family() -> None:
    assert families([report("a", WIRE), report("b", OTHER)]) == ()


def test_a_stock_paragraph_makes_no_family() -> None:
    stock = " The war has driven half of the people from their homes since it began with protests that were put down by force."
    assert families([report("a", WIRE + stock), report("b", OTHER + stock)]) == ()


def test_the_first_published_is_named_first_r21() -> None:
    found = families([report("z", WIRE, 20), report("a", WIRE, 22), report("m", WIRE, 21)])
    assert found[0].first == "z"
    assert found[0].reports == ("z", "m", "a")


def test_very_short_texts_are_copies_only_when_they_are_the_same() -> None:
    assert families([report("a", "Five people died in Homs today"), report("b", "Five people died in Hama today")]) == ()
    assert len(families([report("a", "Five people died in Homs today"), report("b", "Five people died in Homs, today!")])) == 1


def test_credit_lines_are_read_at_head_and_end() -> None:
    assert credit("BEIRUT (AFP) - Shells fell") == {"afp"}
    assert credit("Granaten fielen auf die Stadt. (dpa)") == {"dpa"}
    assert credit("Nobody is credited here") == frozenset()


@settings(max_examples=30, deadline=None)
@given(st.permutations(range(5)))
def test_families_do_not_depend_on_the_order_of_reports(order: list[int]) -> None:
    known = [report("a", WIRE), report("b", WIRE, 21), report("c", OTHER), report("d", OTHER, 21), report("e", "Something else entirely.")]
    assert families([known[i] for i in order]) == families(known)
