"""Second readings and Cohen's kappa."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from belegt.model import Decision, Report
from belegt.read.reader import read
from belegt.team.agreement import agreement, kappa, pairs
from belegt.team.second import seconds

REPORT = Report(
    id="r1",
    text="At least 14 civilians were killed in Aleppo on Monday, the Demo Monitor said. Three people were injured.",
    published=date(2016, 11, 22),
)
CLAIMS = {claim.ref: claim for claim in read(REPORT)}
REF = next(ref for ref, claim in CLAIMS.items() if claim.kind == "killed")
START = datetime(2016, 11, 23, tzinfo=UTC)


def _made(*acts: tuple[str, str] | tuple[str, str, str], ref: str = REF) -> list[Decision]:
    """Decisions, one a minute, each given as author and act, with a value."""
    return [
        Decision(act=act, targets=(ref,), author=author, at=START + timedelta(minutes=n), value="".join(value))
        for n, (author, act, *value) in enumerate(acts)
    ]


def _correction(**fields: object) -> str:
    return json.dumps({"fields": fields, "words": {}})


def test_kappa_of_two_categories() -> None:
    """Two who sort fifty things: 20 yes/yes, 5 yes/no, 10 no/yes, 15 no/no: p = 0.7, e = 0.5, kappa = 0.4."""
    said = [("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15
    assert kappa(said) == pytest.approx(0.4)


def test_kappa_of_three_categories() -> None:
    """Of two hundred things: p = .70, e = .5 x .6 + .3 x .3 + .2 x .1 = .41, kappa = .29 / .59."""
    table = [(88, 10, 2), (14, 40, 6), (18, 10, 12)]
    said = [(a, b) for a, row in enumerate(table) for b, n in enumerate(row) for _ in range(n)]
    assert kappa(said) == pytest.approx(0.29 / 0.59)


def test_kappa_is_not_defined_where_nothing_varies() -> None:
    assert kappa([]) is None
    assert kappa([("y", "y")] * 9) is None


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=1, max_size=60))
def test_kappa_lies_between_its_bounds_and_does_not_ask_who_is_first(said: list[tuple[str, str]]) -> None:
    found = kappa(said)
    assert found is None or -1 <= found <= 1
    turned = kappa([(two, one) for one, two in said])
    assert turned == pytest.approx(found) if found is not None else turned is None
    if all(one == two for one, two in said):
        assert found in (None, 1.0)


def test_only_what_is_asked_for_is_read_twice() -> None:
    assert not seconds(_made(("Mara", "accept"), ("Noor", "reject")))
    found = seconds(_made(("Lea", "second"), ("Mara", "accept"), ("Noor", "reject")))[REF]
    assert found.readers == ("Mara", "Noor")
    assert found.read
    assert not found.settled


def test_a_claim_waits_for_who_has_not_read_it_until_two_have() -> None:
    one = seconds(_made(("Lea", "second"), ("Mara", "accept")))[REF]
    assert not one.waits_for("Mara")
    assert one.waits_for("Noor")
    two = seconds(_made(("Lea", "second"), ("Mara", "accept"), ("Noor", "accept")))[REF]
    assert not two.waits_for("Zoë")


def test_what_the_first_decides_after_the_second_is_no_reading_any_more() -> None:
    found = seconds(_made(("Mara", "accept"), ("Lea", "second"), ("Noor", "reject"), ("Mara", "reject")))[REF]
    assert [[d.act for d in reading] for reading in found.readings] == [["accept"], ["reject"]]
    assert found.settled


def test_readings_are_compared_field_by_field_as_each_reader_left_them() -> None:
    source = _correction(source="the Demo Monitor", stance="denied")
    made = _made(("Lea", "second"), ("Mara", "correct", source), ("Noor", "accept"))
    (pair,) = pairs(seconds(made).values(), CLAIMS)
    assert pair.readers == ("Mara", "Noor")
    assert pair.differing == ("stance",)
    told = {a.field: a for a in agreement([pair])}
    assert (told["stance"].pairs, told["stance"].same, told["stance"].kappa) == (1, 0, 0.0)
    assert told["count"].same == 1


def test_fields_are_compared_where_both_let_the_claim_stand() -> None:
    (pair,) = pairs(seconds(_made(("Lea", "second"), ("Mara", "reject"), ("Noor", "accept"))).values(), CLAIMS)
    assert dict(pair.values) == {"verdict": ("rejected", "stands")}


def test_readings_of_a_claim_that_is_not_there_any_more_are_left_out() -> None:
    made = _made(("Lea", "second"), ("Mara", "reject"), ("Noor", "accept"), ref="gone#c1")
    assert pairs(seconds(made).values(), CLAIMS) == []
