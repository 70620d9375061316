"""Numbers as grounds: the same great number speaks for one event, be it part of another."""

from __future__ import annotations

from belegt.link.compare.number import compare_number
from belegt.link.mention import mention
from tests.count.telling import tell


def test_the_civilians_of_a_later_toll_are_the_civilians_of_an_earlier_one() -> None:
    told = tell(("a: 58 killed civilian", "b: 82 killed", "+ 58 killed civilian, part 2")).claims
    grounds = compare_number(mention(told[:1]), mention(told[1:]))
    assert [g.name for g in grounds] == ["same_number"]
    assert grounds[0].words == "both 58 killed"


def test_a_small_part_is_no_ground() -> None:
    told = tell(("a: 3 killed child", "b: 82 killed", "+ 3 killed child, part 2")).claims
    assert [g.name for g in compare_number(mention(told[:1]), mention(told[1:]))] == ["far_number"]
