"""A better reader reads again: what people decided stays with the words that they decided about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from belegt.model import Decision, HarmClaim, Passage, Quantity, Report
from belegt.record import Record, open_record

AT = datetime(2024, 3, 1, 12, tzinfo=UTC)
TEXT = "Ten people were killed. Four children were killed and seven people were injured."
REPORT = Report(id="a", text=TEXT)


def claim(id: str, words: str, number: int, kind: str = "killed") -> HarmClaim:
    start = TEXT.index(words)
    return HarmClaim(id=id, passage=Passage(REPORT, start, start + len(words)), kind=kind, count=Quantity("", number, number))


def decided(act: str, *targets: str) -> Decision:
    return Decision(act=act, targets=targets, author="ann", at=AT)


@pytest.fixture
def record(place: str) -> Iterator[Record]:
    with open_record(place, create=True, clock=lambda: AT) as opened:
        first = [claim("c1", "Ten people", 10), claim("c2", "Four children", 4), claim("c3", "seven people were injured", 7, "injured")]
        opened.add(REPORT, TEXT.encode(), first, "rules 1")
        yield opened


def again(record: Record, *claims: HarmClaim) -> list[Decision]:
    record.add(REPORT, TEXT.encode(), claims, "rules 2")
    return record.decisions()


def test_a_decision_goes_to_the_claim_that_quotes_the_same_words_and_keeps_its_id(record: Record) -> None:
    id = record.decide(decided("accept", "a#c1"))
    (found,) = again(record, claim("x1", "Ten people were killed", 10), claim("x2", "Four children were killed", 4))
    assert (found.targets, found.made_on, found.id) == (("a#x1",), ("a#c1",), id)


def test_links_stay_between_the_same_claims(record: Record) -> None:
    record.decide(decided("different", "a#c1", "a#c2"))
    (found,) = again(record, claim("x2", "Four children were killed", 5), claim("x1", "Ten people were killed", 10))
    assert found.targets == ("a#x1", "a#x2")


def test_nobody_is_said_to_have_accepted_a_number_that_they_never_saw(record: Record) -> None:
    record.decide(decided("accept", "a#c2"))
    (found,) = again(record, claim("x2", "Four children were killed", 5))
    assert (found.targets, record.unplaced()) == (("a#c2",), [found])


def test_what_fits_no_claim_any_more_is_kept_and_told(record: Record) -> None:
    record.decide(decided("reject", "a#c3"))
    (found,) = again(record, claim("x1", "Ten people", 10))
    assert found.targets == ("a#c3",)
    assert record.unplaced() == [found]


def test_another_kind_is_another_claim(record: Record) -> None:
    record.decide(decided("same", "a#c3", "a#c1"))
    (found,) = again(record, claim("c1", "Ten people", 10), claim("x3", "seven people were injured", 7))
    assert found.targets == ("a#c3", "a#c1")


def test_a_claim_that_comes_back_has_its_decision_again(record: Record) -> None:
    record.decide(decided("accept", "a#c1"))
    again(record, claim("x1", "Ten people were killed", 10))
    record.add(REPORT, TEXT.encode(), [claim("c1", "Ten people", 10)], "rules 1")
    (found,) = record.decisions()
    assert (found.targets, found.made_on) == (("a#c1",), ())


def test_the_past_carries_decisions_as_the_present_does(record: Record) -> None:
    record.decide(decided("accept", "a#c1"))
    again(record, claim("x1", "Ten people were killed", 10))
    assert record.past(AT).decisions == record.decisions()
