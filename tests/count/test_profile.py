"""House profiles as data (R6)."""

from __future__ import annotations

from importlib import resources

import pytest

from belegt.count import PROFILES, house
from belegt.count.profile import RULES
from tests.count.telling import quantity


@pytest.mark.parametrize("name", PROFILES)
def test_every_profile_names_its_source_and_a_known_rule(name: str) -> None:
    text = resources.files("belegt.count.profiles").joinpath(f"{name}.toml").read_text(encoding="utf-8")
    assert "Source:" in text
    assert house(name).rule in RULES


@pytest.mark.parametrize("name", PROFILES)
@pytest.mark.parametrize("text", ["16", "16+", "30-40", "~250"])
def test_no_profile_changes_a_stated_number(name: str, text: str) -> None:
    count = quantity(text)
    read = house(name).read(count)
    assert (read.low, read.high) == (count.low, count.high)


@pytest.mark.parametrize("name", PROFILES)
def test_an_open_bound_is_closed_only_when_coded_and_never_below_best(name: str) -> None:
    rules = house(name)
    assert rules.read(quantity("16+")).high is None
    assert rules.coded_high(best=16, high=None, highest=20) == 20
    assert rules.coded_high(best=16, high=None, highest=12) == 16
    assert rules.coded_high(best=16, high=25, highest=20) == 25
