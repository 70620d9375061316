"""Who is somebody, and who only retells (R21)."""

from __future__ import annotations

import pytest

from belegt.count.authority import named
from belegt.count.independent import independent_sources
from tests.count.telling import tell


@pytest.mark.parametrize(
    "name", ["the Syrian Observatory for Human Rights", "SOHR", "Observatory chief Rami Abdel Rahman", "Die Syrische Beobachtungsstelle für Menschenrechte"]
)
def test_one_authority_under_its_several_names(name: str) -> None:
    assert named(name) == "sohr"


@pytest.mark.parametrize("name", ["activists", "Local officials", "a monitoring group", "Augenzeugen", "nach ersten Angaben", "The monitor", ""])
def test_those_who_are_nobody_in_particular(name: str) -> None:
    assert named(name) in ("", "nach")


def test_the_authority_behind_a_source_counts_not_the_source() -> None:
    told = tell(["a: 12 killed, source a spokesman Khalil, authority SOHR", "b: 12 killed, source SOHR"])
    assert independent_sources(told.claims, {}) == 1


def test_witnesses_behind_a_source_are_nobody_so_the_source_counts() -> None:
    told = tell(["a: 12 killed, source SOHR, authority Augenzeugen", "b: 12 killed, source SANA, authority Augenzeugen"])
    assert independent_sources(told.claims, {}) == 2


def test_two_reports_of_one_family_that_name_nobody_are_one_voice() -> None:
    told = tell(["a: 12 killed", "b: 12 killed"])
    assert independent_sources(told.claims, {"a": "a", "b": "a"}) == 1
    assert independent_sources(told.claims, {}) == 2
