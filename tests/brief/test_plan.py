"""What is said in which order: new before old, the gravest first, places together."""

from __future__ import annotations

from datetime import date, timedelta

from belegt.brief.plan import FULL, plan
from belegt.model import Family, HarmClaim, Report
from tests.brief.accounts import account, claim, report

DAY = date(2016, 11, 22)


def toll(n: int, low: int, when: date, where: str, kind: str = "killed", scope: str = "incident") -> HarmClaim:
    of = report(f"In Ort {n} starben {low} Menschen.", id=f"r{n}", published=DAY)
    return claim(
        of, f"starben {low} Menschen", str(low), low, low, when=(when, when), where=where, kind=kind, scope=scope
    )


def test_the_new_comes_before_the_old_and_the_grave_before_the_less_grave() -> None:
    old = toll(1, 900, DAY - timedelta(400), "A")
    recent = toll(2, 90, DAY - timedelta(30), "B")
    new = toll(3, 9, DAY, "C")
    injured = toll(4, 500, DAY, "D", "injured")
    made = plan(account([old, injured, recent, new]), "de")
    assert [group[0].place for group in made.places] == ["C", "D", "B"]
    assert [t.place for t in made.earlier] == ["A"]


def test_where_everything_is_old_it_is_told_in_full() -> None:
    made = plan(account([toll(1, 24, DAY - timedelta(400), "A")]), "de")
    assert [group[0].place for group in made.places] == ["A"]
    assert made.earlier == ()


def test_fifty_incidents_lead_with_the_gravest_and_list_the_rest() -> None:
    made = plan(account([toll(n, n + 2, DAY, f"P{n}") for n in range(50)]), "de")
    told = [t for group in made.places for t in group]
    assert [t.tellings[0].size for t in told] == sorted(range(42, 52), reverse=True)
    assert len(made.listed) == 50 - FULL


def test_totals_and_incidents_of_one_place_stand_together() -> None:
    single = toll(2, 8, DAY, "Aleppo")
    other = toll(3, 30, DAY, "Homs")
    of = report("Bislang starben 160 Menschen.", published=DAY)
    total = claim(
        of, "starben 160 Menschen", "160", 160, 160, scope="total", where="Aleppo", when=(date(2016, 11, 15), DAY)
    )
    made = plan(account([single, other, total]), "de")
    assert [[t.place for t in group] for group in made.places] == [["Aleppo", "Aleppo"], ["Homs"]]
    assert [t.lead for t in made.places[0][1].within] == [total]


def test_a_total_of_another_time_is_not_said_to_contain_an_incident() -> None:
    of = report("Damals starben 160 Menschen.", published=DAY)
    days = (DAY - timedelta(40), DAY - timedelta(30))
    total = claim(of, "starben 160 Menschen", "160", 160, 160, scope="total", where="Aleppo", when=days)
    made = plan(account([toll(2, 8, DAY, "Aleppo"), total]), "de")
    assert all(not t.within for group in made.places for t in group)


def test_a_copy_is_told_once_and_named_as_a_copy() -> None:
    text = "Am Montag starben 9 Menschen in Aleppo."
    reports = [Report(id=f"r{n}", text=text, lang="de", published=DAY) for n in (1, 2)]
    claims = [claim(r, "starben 9 Menschen", "9", 9, 9, when=(DAY, DAY), where="Aleppo") for r in reports]
    made = plan(account(claims, reports, [Family(("r1", "r2"))]), "de")
    (topic,) = made.places[0]
    assert [c.report.id for t in topic.tellings for c in (t.lead, *t.same)] == ["r1"]
    assert [(a.id, b.id) for a, b in made.copies] == [("r2", "r1")]


def test_people_trapped_stand_apart_from_those_killed() -> None:
    trapped = toll(1, 100_000, DAY, "Aleppo", "at_risk", "total")
    made = plan(account([trapped, toll(2, 1, DAY, "Homs")]), "de")
    assert [t.place for t in made.need] == ["Aleppo"]
    assert made.places[0][0].place == "Homs"
