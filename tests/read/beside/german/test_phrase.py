"""German noun phrases, clauses and brackets."""

from __future__ import annotations

from belegt.read.beside.lexicon import lexicon
from belegt.read.beside.order import build, order, raw_scene
from belegt.read.beside.scene import Scene
from belegt.read.segment import tokenize


def scene(text: str) -> Scene:
    return build(raw_scene(text, tokenize(text, 0, len(text)), lexicon("de")))


def phrases(text: str) -> list[tuple[str, str]]:
    built = scene(text)
    return [("of" if c.of else c.prep, built.says(c.start, c.end)) for c in built.chunks]


def facts(text: str) -> list[bool]:
    return [p.fact for p in scene(text).predicates if any(s.topic == "facility" for s in p.senses)]


def test_an_article_waits_for_its_noun_across_an_attribute() -> None:
    assert phrases("sie lehnten einen von der Uno vorgelegten Plan ab") == [("von", "der Uno"), ("", "vorgelegten Plan")]


def test_a_verb_before_its_subject_is_no_adjective() -> None:
    assert phrases("Am Montag eroberten Rebellen die Stadt") == [("am", "Montag"), ("", "Rebellen"), ("", "die Stadt")]


def test_genitives_go_on_with_the_phrase_before() -> None:
    assert phrases("im Osten der Stadt") == [("im", "Osten"), ("of", "der Stadt")]
    assert phrases("den Teil Aleppos") == [("", "den Teil"), ("of", "Aleppos")]


def test_the_nominative_of_a_masculine_noun_is_no_genitive() -> None:
    assert phrases("In Teilen der Stadt der Strom") == [("in", "Teilen"), ("of", "der Stadt"), ("", "der Strom")]


def test_what_is_joined_shares_the_preposition() -> None:
    assert phrases("zwischen Regierung und Rebellen") == [("zwischen", "Regierung"), ("zwischen", "Rebellen")]


def test_the_clause_around_a_relative_clause_goes_on_behind_it() -> None:
    built = scene("Die Klinik, die von Helfern betrieben wird, wurde getroffen.")
    hit = next(p for p in built.predicates if built.lower[p.at] == "getroffen")
    assert [built.says(c.start, c.end) for c in order(built).objects(built, hit)] == ["Die Klinik"]


def test_a_verb_finds_its_particle_at_the_end_of_its_clause() -> None:
    built = scene("Die Truppen griffen am Montag die Schule an, hieß es.")
    (p,) = built.predicates
    assert (built.lower[p.at], built.lower[p.tail - 1]) == ("griffen", "an")


def test_hearsay_is_a_fact_and_intent_is_none() -> None:
    assert facts("Die Truppen sollen die Schule zerstört haben.") == [True]
    assert facts("Die Truppen wollen die Schule zerstören.") == [False]
    assert facts("Die Truppen konnten die Schule nicht zerstören.") == [False]
