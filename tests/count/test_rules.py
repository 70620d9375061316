"""The rules of casualty recording that linking and counting keep, each by its number in the design."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from random import Random

import pytest

from belegt.count import disagree
from belegt.model import Account, Decision, FacilityClaim, Figure, IncidentCount, Passage
from belegt.pipeline import account, figures_lines
from tests.count.telling import tell

AT = datetime(2016, 11, 23, tzinfo=UTC)


def counted(*lines: str, profile: str = "airwars", decisions: Sequence[Decision] = ()) -> Account:
    told = tell(lines)
    return account(told.reports, told.claims, profile=profile, decisions=decisions)


def only(*lines: str, profile: str = "airwars", decisions: Sequence[Decision] = ()) -> IncidentCount:
    (incident,) = counted(*lines, profile=profile, decisions=decisions).incidents
    return incident


def figure(incident: IncidentCount, kind: str = "killed", group: str = "") -> Figure:
    found = incident.figure(kind, group)
    assert found is not None
    return found


def bounds(found: Figure) -> tuple[int, int, int | None]:
    return found.low, found.best, found.high


def test_r1_every_figure_leads_to_the_words_it_was_read_from() -> None:
    found = figure(only("a: 16+ killed, source SOHR", "b: 18 killed"))
    told = (*found.claims, *found.other)
    assert {c.report.text[c.passage.start : c.passage.end] for c in told} == {"16+ person killed", "18 person killed"}


def test_r2_who_says_it_and_on_whose_word_stay_apart_and_only_the_last_is_a_voice() -> None:
    incident = only("a: 16 killed, source Demo-Radio, authority SOHR", "b: 16 killed, source SOHR")
    assert [(c.source, c.authority) for c in incident.incident.claims] == [("Demo-Radio", "SOHR"), ("SOHR", "")]
    assert incident.independent_sources == 1


def test_r4_who_reported_first_stands_first() -> None:
    incident = only("a: 16 killed, published 2016-11-23", "b: 16 killed, published 2016-11-21").incident
    assert incident.claims[0].report.id == "b"


@pytest.mark.parametrize(("told", "expected"), [("16", (16, 16, 16)), ("16+", (16, 16, None)), ("<=16", (0, 0, 16)), ("16-20", (16, 16, 20))])
def test_r5_bounds_are_kept(told: str, expected: tuple[int, int, int | None]) -> None:
    assert bounds(figure(only(f"a: {told} killed"))) == expected


def test_r6_a_house_profile_reads_vague_words_and_stands_with_the_figure() -> None:
    found = {name: figure(only("a: dozens killed", profile=name)) for name in ("airwars", "acled", "ibc")}
    assert {name: (f.low, f.profile) for name, f in found.items()} == {"airwars": (12, "airwars"), "acled": (12, "acled"), "ibc": (24, "ibc")}


def test_r7_kinds_of_harm_are_never_added_to_each_other() -> None:
    incident = only("a: 12 killed", "+ 40 injured", "+ 3 missing")
    assert [(f.kind, f.best) for f in incident.figures if not f.group] == [("killed", 12), ("injured", 40), ("missing", 3)]


def test_r8_groups_stand_inside_their_total() -> None:
    incident = only("a: 12 killed", "+ 3 killed child, part 1")
    assert (bounds(figure(incident)), bounds(figure(incident, group="child"))) == ((12, 12, 12), (3, 3, 3))


def test_r9_contested_civilian_status_gives_no_minimum_on_either_side() -> None:
    incident = only("a: 8 killed civilian, source SOHR", "b: 8 killed combatant, source Army Command")
    assert [figure(incident, group=side).low for side in ("civilian", "combatant")] == [0, 0]


def test_r10_a_running_total_stands_beside_the_incident_and_is_not_in_it() -> None:
    found = counted("a: 8 killed", "a: 141+ killed, total, day 2016-11-15..2016-11-22")
    assert bounds(figure(found.incidents[0])) == (8, 8, 8)
    assert [t.total.claims[0].count.low for t in found.totals] == [141]


def test_r11_a_denial_stands_beside_the_figure_and_never_raises_it() -> None:
    found = figure(only("a: 8 killed, source SOHR", "b: 20 killed, source Army Command, denied"))
    assert bounds(found) == (8, 8, 8)
    assert ("b#c1", "denied") in [(claim.ref, reason) for claim, reason in disagree(found)]


def test_r12_a_revised_figure_supersedes_the_earlier_one_which_stays_visible_r35() -> None:
    found = figure(only("a: 12 killed, source SOHR, published 2016-11-21", "b: 15 killed, source SOHR, published 2016-11-23"))
    assert bounds(found) == (15, 15, 15)
    assert [(claim.count.low, reason) for claim, reason in disagree(found)] == [(12, "replaced")]


@pytest.mark.parametrize("other", ["place Homs", "day 2016-11-14", "means stabbing, place Fardous in Aleppo"])
def test_r13_another_place_time_or_cause_is_another_incident(other: str) -> None:
    assert len(counted("a: 16 killed, place Bab al-Nasr in Aleppo, means air_strike", f"b: 5 killed, {other}").incidents) == 2


def test_r14_every_figure_names_the_rule_that_gave_it() -> None:
    rules = {name: figure(only("a: 5 killed, source SOHR", "b: 9 killed, source Anadolu", profile=name)).rule for name in ("airwars", "ucdp")}
    assert (rules["airwars"].partition(":")[0], rules["ucdp"].partition(":")[0]) == ("conservative", "representative")


def test_r15_killed_and_injured_have_ranges_of_their_own_for_every_group() -> None:
    incident = only("a: 5 killed child, source SOHR", "+ 9 injured child, source SOHR", "b: 7 killed child, source SANA", "+ 12 injured child, source SANA")
    assert (bounds(figure(incident, "killed", "child")), bounds(figure(incident, "injured", "child"))) == ((5, 5, 7), (9, 9, 12))


def test_r18_what_was_struck_stands_beside_the_dead() -> None:
    told = tell(("a: 8 killed child, means artillery",))
    (child,) = told.claims
    school = FacilityClaim(passage=Passage(child.report, 0, 8), facility="school", status="hit", when=child.when, where=child.where)
    (incident,) = account(told.reports, [child, school]).incidents
    assert incident.incident.means == ("artillery",)
    assert [c.kind for c in incident.incident.beside] == ["facility"]


def test_r19_rival_perpetrators_are_all_named_and_make_the_incident_contested_r20() -> None:
    incident = only("a: 16 killed, by regime forces, source SOHR", "b: 16 killed, by rebels, source SANA")
    assert incident.incident.by == ("regime forces", "rebels")
    assert incident.grade == "contested"


def test_r20_the_grade_is_computed_and_a_decision_outranks_it() -> None:
    lines = ("a: 16 killed, source SOHR", "b: 16 killed, source Anadolu")
    given = Decision(act="grade", targets=("a#c1",), author="Desk", at=AT, reason="the army admits it", value="confirmed")
    assert [only(*lines).grade, only(*lines, decisions=[given]).grade] == ["fair", "confirmed"]


def test_r21_all_who_cite_one_authority_are_one_voice() -> None:
    assert only(*(f"{name}: 16 killed, source SOHR" for name in "abcde")).independent_sources == 1


def test_r22_a_single_source_is_flagged_and_graded_weak() -> None:
    incident = only("a: 16 killed, source SOHR")
    assert (incident.independent_sources, incident.grade) == (1, "weak")


def test_r23_two_running_totals_are_never_added_to_each_other() -> None:
    found = counted("a: 141+ killed, total, day 2016-11-15..2016-11-22", "b: 300+ killed, total, day 2016-01-01..2016-11-22")
    assert sorted(f.best for t in found.totals for f in t.figures) == [141, 300]
    assert found.incidents == ()


def test_r24_what_nobody_has_decided_about_counts_as_told_and_accepting_it_changes_no_figure() -> None:
    lines = ("a: 16+ killed, source SOHR", "b: 18 killed, source Anadolu")
    accepted = Decision(act="accept", targets=("a#c1",), author="Desk", at=AT, reason="read")
    assert bounds(figure(only(*lines))) == bounds(figure(only(*lines, decisions=[accepted]))) == (16, 16, 18)


def test_r25_what_is_rejected_with_a_reason_counts_nowhere() -> None:
    rejected = Decision(act="reject", targets=("b#c1",), author="Desk", at=AT, reason="another war")
    assert bounds(figure(only("a: 8 killed, source SOHR", "b: 90 killed, source Anadolu", decisions=[rejected]))) == (8, 8, 8)


def test_r26_named_victims_set_the_minimum_and_spellings_of_one_name_count_once() -> None:
    incident = only("a: 1 killed man, named Omar Haddad", "a: 1 killed woman, named Lina Nassar", "b: 1 killed man, named Omar al-Haddad")
    assert figure(incident).low == 2


def test_r28_every_claim_of_an_incident_but_the_first_has_its_ground() -> None:
    incident = only("a: 16 killed civilian, means air_strike", "b: 18 killed, means air_strike", "b: 16 killed, part 1").incident
    assert len(incident.links) == len(incident.claims) - 1
    assert all(incident.links)


def test_r29_the_house_and_its_rule_stand_with_every_figure() -> None:
    found = figure(only("a: 16+ killed civilian, source SOHR", "b: 18 killed", profile="ucdp"))
    assert (found.profile, found.rule.partition(":")[0]) == ("ucdp", "representative")


def test_r30_the_order_of_the_input_never_shows() -> None:
    told = tell(("a: 16+ killed civilian", "b: 18 killed", "c: 5 killed, place Homs", "d: 200+ killed, total, day 2016-11-01..2016-11-20"))
    lines = list(figures_lines(account(told.reports, told.claims)))
    reports, claims = list(told.reports), list(told.claims)
    Random(4).shuffle(claims)
    assert list(figures_lines(account(reports, claims))) == lines
