"""Rolls of victims: the number in a heading counts the persons named below it."""

from __future__ import annotations

from belegt.model import HarmClaim, Report
from belegt.read.reader import read

ROLL = """Two families were hit in the strike on Harbour Town.

The victims were named as:

Family members
(2)

Jane Example

34 years old
female
killed

Tom Example

12 years old
male
killed

Family members
(2)

Ida Sample

60 years old
female
killed

Ben Sample

male
injured

Nothing further is known of the strike, and nobody has said that it was theirs, though several neighbours saw a plane.
"""


def claims(text: str) -> list[HarmClaim]:
    return [c for c in read(Report(id="roll", text=text, lang="en")) if isinstance(c, HarmClaim)]


def test_each_heading_is_a_figure_and_the_persons_below_it_are_its_parts() -> None:
    found = claims(ROLL)
    numbers = {c.id: i for i, c in enumerate(found)}
    told = [(c.kind, c.count.low, ",".join(c.who), numbers.get(c.part_of or "")) for c in found]
    assert told == [
        ("killed", 2, "person", None), ("killed", 1, "woman", 0), ("killed", 1, "child", 0),
        ("casualties", 2, "person", None), ("killed", 1, "woman", 3), ("injured", 1, "man", 3),
    ]  # fmt: skip
    assert all(ROLL[c.passage.start : c.passage.end] == c.quote for c in found)


def test_a_heading_over_no_persons_is_no_figure() -> None:
    assert claims("Family members\n(2)\n\nThe talks went on for two days.\n") == []
