"""Words as the pack compiles them."""

from __future__ import annotations

from belegt.read.beside.lexicon import ACTOR, AREA, FORT, NUM, TIME, WAY, forms, lexicon, spelled


def test_a_pattern_stands_for_every_combination_of_its_words() -> None:
    assert list(spelled("peace deal|plan")) == [("peace", "deal"), ("peace", "plan")]


def test_forms_before_the_colon_need_the_particle_those_behind_it_none() -> None:
    assert list(forms("griff griffen + an : angegriffen", "object")) == [("griff", "an"), ("griffen", "an"), ("angegriffen", "")]
    assert list(forms("set sets + fire", "object")) == [("set", "fire"), ("sets", "fire")]


def test_a_german_compound_is_what_its_head_is() -> None:
    words = lexicon("de")
    assert words["Kinderkrankenhaus"].compound == ("facility", "hospital")
    assert words["Regierungstruppen"].bits & ACTOR
    assert words["Stadtviertels"].bits & AREA
    assert words["Rebellenhochburg"].bits & FORT


def test_a_german_compound_is_told_by_its_beginning_where_the_pack_says_so() -> None:
    assert lexicon("de")["Waffenruhevereinbarung"].compound == ("strong", "ceasefire")


def test_no_compound_is_seen_in_small_letters() -> None:
    assert lexicon("de")["krankenhausreif"].compound is None


def test_rebel_held_says_whose_an_area_is() -> None:
    assert lexicon("en")["rebel-held"].bits & WAY
    assert not lexicon("en")["hand-held-camera"].bits & WAY


def test_a_year_is_no_number() -> None:
    assert lexicon("en")["2016"].bits & TIME
    assert lexicon("en")["2500"].bits & NUM
