"""Linking as a whole: what belongs together, what people decided, and that no order ever shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from belegt.link import in_force, link
from belegt.link.mention import mention
from belegt.model import Decision, Incident, Linkage, When
from tests.count.telling import Told, tell

DAYS = ["2016-11-19", "2016-11-20", "2016-11-20..2016-11-21", "2016-11-24", "unknown"]
PLACES = ["Hanano in Aleppo", "Aleppo", "Manbij", "Tokhar", "Al-Tukhar", "unknown"]
COUNTS = ["1", "3", "5", "12", "12+", ">10", "dozens", "plural", "<=20", "40"]
LINES = st.builds(
    "{}: {} {} {}, day {}, place {}, source {}{}".format,
    st.sampled_from("abcd"),
    st.sampled_from(COUNTS),
    st.sampled_from(["killed", "injured"]),
    st.sampled_from(["person", "civilian", "child", "combatant"]),
    st.sampled_from(DAYS),
    st.sampled_from(PLACES),
    st.sampled_from(["SOHR", "SANA", "activists"]),
    st.sampled_from(["", "", ", total", ", denied", ", means shooting", ", means air_strike"]),
)
NOON = datetime(2016, 11, 23, 12, tzinfo=UTC)


def decide(act: str, *targets: str, hour: int = 0, reason: str = "seen the pictures") -> Decision:
    return Decision(act=act, targets=targets, author="Ada", at=NOON + timedelta(hours=hour), reason=reason)


def groups(linkage: Linkage) -> list[list[str]]:
    return sorted(sorted(c.ref for c in i.claims) for i in linkage.incidents)


def linked(told: Told, decisions: Sequence[Decision] = ()) -> Linkage:
    return link(told.reports, told.claims, decisions)


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=10), st.randoms(use_true_random=False))
def test_the_order_of_reports_and_claims_never_changes_linking(lines: list[str], random: Random) -> None:
    told = tell(lines)
    shuffled = Told(random.sample(told.reports, len(told.reports)), random.sample(told.claims, len(told.claims)))
    assert linked(told) == linked(shuffled)


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=10))
def test_every_claim_of_harm_stands_in_exactly_one_incident_or_total(lines: list[str]) -> None:
    told = tell(lines)
    found = linked(told)
    stands = [c.ref for i in found.incidents for c in i.claims] + [c.ref for t in found.totals for c in t.claims]
    assert sorted(stands) == sorted(c.ref for c in told.claims)


@settings(max_examples=100, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=10))
def test_no_claim_with_scope_total_enters_an_incident(lines: list[str]) -> None:
    assert not [c for i in linked(tell(lines)).incidents for c in i.claims if c.scope == "total"]


@settings(max_examples=100, deadline=None)
@given(st.lists(LINES, min_size=2, max_size=10), st.data())
def test_what_people_decided_always_holds(lines: list[str], data: st.DataObject) -> None:
    told = tell(lines)
    refs = sorted(c.ref for c in told.claims if c.scope == "incident")
    if len(refs) < 4:
        return
    a, b, c, d = data.draw(st.permutations(refs))[:4]
    home = {
        c.ref: i.id for i in linked(told, [decide("same", a, b), decide("different", c, d)]).incidents for c in i.claims
    }
    in_incidents = {a, b, c, d} <= home.keys()
    assert not in_incidents or (home[a] == home[b] and home[c] != home[d])


def test_every_claim_but_the_first_says_why_it_belongs_r28() -> None:
    found = linked(
        tell(["a: 25 killed, means bomb", "b: 27 killed, means bomb, source SANA", "b: 40 injured, means bomb"])
    )
    (incident,) = found.incidents
    assert len(incident.links) == len(incident.claims) - 1
    assert "same day, same place, 25 against 27 killed, both bombs" in incident.links[0]
    assert all(incident.links)


def test_a_decision_joins_what_no_ground_does_and_says_who_decided() -> None:
    told = tell(["a: 3 killed, place Homs", "b: 90 injured, place Manbij, day 2016-11-24"])
    (incident,) = linked(told, [decide("same", "a#c1", "b#c1")]).incidents
    assert incident.links == ("decided by Ada: seen the pictures",)


def test_a_decision_parts_even_two_figures_of_one_sentence() -> None:
    told = tell(["a: 12 killed", "+ 40 injured"])
    assert len(linked(told).incidents) == 1
    assert len(linked(told, [decide("different", "a#c1", "a#c2")]).incidents) == 2


def test_the_later_decision_outranks_the_earlier_one() -> None:
    told = tell(["a: 12 killed, source SOHR", "b: 12 killed, source SANA"])
    joined, parted = decide("same", "a#c1", "b#c1", hour=1), decide("different", "a#c1", "b#c1", hour=2)
    assert len(linked(told, [joined, parted]).incidents) == 2
    assert len(linked(told, [parted, joined]).incidents) == 2


def test_undo_restores_what_was_and_undoing_the_undo_takes_it_back() -> None:
    told = tell(["a: 12 killed, source SOHR", "b: 12 killed, source SANA"])
    parted = decide("different", "a#c1", "b#c1")
    undone = decide("undo", parted.id, hour=1)
    again = decide("undo", undone.id, hour=2)
    assert linked(told, [parted, undone]) == linked(told)
    assert linked(told, [parted, undone, again]) == linked(told, [parted])
    assert in_force([parted, undone, again]) == (parted,)


def test_a_chain_of_likenesses_does_not_glue_two_days() -> None:
    found = linked(tell(["a: 10 killed, place Atareb, day 2016-07-25", "b: 10 killed, place Atareb, day unknown, published 2016-07-28",
                         "c: 10 killed, place Atareb, day 2016-07-29"]))  # fmt: skip
    assert all({"a", "c"} - {c.report.id for c in i.claims} for i in found.incidents)


def test_the_incident_is_as_exact_as_its_claims_agree_on_r16_r17() -> None:
    incident = only(
        [
            "a: 12 killed, place Aleppo, day 2016-11-20..2016-11-22",
            "b: 12 killed, place Hanano in Aleppo, day 2016-11-20",
        ]
    )
    assert incident.where.place == "Hanano, Aleppo"
    assert incident.when.precision == "day"


def test_unknown_place_and_time_stay_unknown() -> None:
    incident = only(["a: 12 killed, place unknown, day unknown"])
    assert incident.where.place == ""
    assert incident.when.precision == "unknown"


def test_german_and_english_reports_of_one_attack_are_one_incident() -> None:
    found = linked(tell([
        'a: "Bei einem Luftangriff in Tokhar wurden 56 Zivilisten getötet" 56 killed civilian, place Tochar, means air_strike, source SOHR',
        'b: "At least 73 civilians were killed in Al-Tukhar" 73+ killed civilian, place Al-Tukhar, means air_strike, source LCC',
    ]))  # fmt: skip
    assert len(found.incidents) == 1


def only(lines: list[str]) -> Incident:
    (incident,) = linked(tell(lines)).incidents
    return incident


def test_the_same_great_number_told_twice_in_a_report_is_of_one_incident_whatever_places_are_read() -> None:
    told = tell(("a: 24+ killed, place Aleppo", "a: 24 killed, place Mashhad"))
    assert len(link(told.reports, told.claims).incidents) == 1


def test_a_small_number_told_of_two_places_in_a_report_may_be_of_two_incidents() -> None:
    told = tell(("a: 4 killed, place Manbij, means artillery", "a: 4 killed, place Atareb, means stabbing"))
    assert len(link(told.reports, told.claims).incidents) == 2


def test_the_day_of_the_telling_parts_no_great_number_from_itself() -> None:
    told = tell(
        (
            "a: 58 killed civilian, place Al-Quriyah, day 2016-06-25",
            "a: 58 killed civilian, place Al-Quriyah, day 2016-06-26",
        )
    )
    assert len(link(told.reports, told.claims).incidents) == 1


def test_two_days_that_a_report_sets_apart_are_two_incidents_whatever_the_numbers() -> None:
    told = tell(
        (
            "a: 12 killed, place Manbij, day 2016-06-25",
            'a: "another 12 people were killed" 12 killed, place Manbij, day 2016-06-26',
        )
    )
    assert len(link(told.reports, told.claims).incidents) == 2


def test_a_part_whose_place_no_gazetteer_knows_stays_with_its_whole_r8() -> None:
    told = tell(
        (
            "a: 82 killed, place Al-Quriyah",
            'a: "24 other people were killed" 24 killed, part 1, place Mayadin in Deir ez-Zor, day 2016-11-21',
        )
    )
    assert len(link(told.reports, told.claims).incidents) == 1


def test_a_peculiar_great_number_told_again_is_one_whatever_its_dates() -> None:
    told = tell(("a: 1400+ killed, place Ghouta, day 2013-08-21", "a: 1400+ killed, place Ghouta, day 2016-11-20"))
    assert len(link(told.reports, told.claims).incidents) == 1
    told = tell(("a: 200 killed, place Ghouta, day 2013-08-21", "a: 200 killed, place Ghouta, day 2016-11-20"))
    assert len(link(told.reports, told.claims).incidents) == 2


def test_a_part_that_came_by_other_means_is_not_surely_inside_its_whole() -> None:
    told = tell(
        ("a: 11 killed, place Tariq al-Bab, means air_strike", "a: 2 killed, part 1, place Hamdaniyeh, means stabbing")
    )
    assert len(link(told.reports, told.claims).incidents) == 2


def test_the_date_in_the_head_of_a_report_is_no_day_of_the_harm_where_the_text_gives_one() -> None:
    told = tell(("a: 30+ killed, day 2016-11-22", "+ 12 injured, day 2016-11-20"))
    head, body = told.claims
    dated = [replace(head, when=replace(head.when, text="on November 22 2016")), body]
    assert [(m.start, m.end) for m in (mention(told.claims), mention(dated))] == [
        (date(2016, 11, 20), date(2016, 11, 20))
    ] * 2
    night = replace(body, when=When("overnight", date(2016, 11, 20), date(2016, 11, 21)))
    assert mention([dated[0], night]).start == date(2016, 11, 20)
    assert mention([dated[0]]).start == date(2016, 11, 22)


def test_a_rounded_and_an_exact_number_of_many_in_one_report_are_one_figure_though_its_places_differ() -> None:
    told = tell(
        [
            "a: >30 killed, place Tokhar, means suicide_bomb",
            "a: 32 killed, place Manbij, means suicide_bomb",
            "a: 45 killed, place Homs, means shooting",
        ]
    )
    assert groups(linked(told)) == [["a#c1", "a#c2"], ["a#c3"]]


def test_a_leader_and_his_men_are_those_that_the_report_counts_together_elsewhere() -> None:
    lines = ['a: "an emir" 1 killed combatant, place Tokhar', '+ "and 34 of his men died" 34 killed combatant, place Tokhar', 'a: "35 were killed" 35+ killed combatant, place Manbij']
    assert groups(linked(tell(lines))) == [["a#c1", "a#c2", "a#c3"]]
    lines[2] = lines[2].replace("35 were", "another 35 were")
    assert groups(linked(tell(lines))) == [["a#c1", "a#c2"], ["a#c3"]]
