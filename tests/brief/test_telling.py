"""One figure, however often told: retellings, roundings, sub-counts, rivals."""

from __future__ import annotations

from belegt.brief.telling import apart, rounds, same_speaker, tell
from belegt.model import HarmClaim, Report
from tests.brief.accounts import claim, report

TEXT = (
    "Mindestens 141 Zivilisten starben. 141 Menschen starben. Mehr als 140 Menschen starben. 18 Kinder waren darunter."
)
OF = report(TEXT)


def at_least(of: Report = OF, **fields: object) -> HarmClaim:
    quote = "Mindestens 141 Zivilisten starben"
    return claim(of, quote, "Mindestens 141", 141, None, qualifier="at_least", who=("civilian",), id="c1", **fields)


def exact() -> HarmClaim:
    return claim(OF, "141 Menschen starben", "141", 141, 141)


def more_than(**fields: object) -> HarmClaim:
    return claim(OF, "Mehr als 140 Menschen starben", "Mehr als 140", 140, None, qualifier="more_than", **fields)


def test_the_same_number_with_and_without_a_bound_is_one_telling_with_the_bound() -> None:
    (told,) = tell([exact(), at_least()])
    assert told.lead.count.qualifier == "at_least"
    assert told.same == (exact(),)


def test_more_than_140_rounds_at_least_141_and_is_no_telling_of_its_own() -> None:
    (told,) = tell([more_than(), at_least()])
    assert told.lead == at_least()
    assert told.rounded == (more_than(),)


def test_a_figure_does_not_round_a_smaller_one() -> None:
    low = claim(OF, "18 Kinder waren darunter", "18", 18, 18)
    assert not rounds(more_than(), low)


def test_another_kind_of_harm_is_not_rounded() -> None:
    assert not rounds(more_than(kind="injured"), at_least())


def test_a_sub_count_stands_inside_its_total() -> None:
    part = claim(OF, "18 Kinder waren darunter", "18", 18, 18, who=("child",), part_of="c1")
    (told,) = tell([part, at_least()])
    assert [p.lead for p in told.parts] == [part]


def test_a_sub_count_without_its_total_is_told_by_itself() -> None:
    part = claim(OF, "18 Kinder waren darunter", "18", 18, 18, who=("child",), part_of="c1")
    assert [t.lead for t in tell([part])] == [part]


def test_two_figures_are_two_tellings() -> None:
    other = claim(OF, "18 Kinder waren darunter", "18", 18, 18, who=("child",))
    assert len(tell([at_least(), other])) == 2


def test_persons_with_different_names_are_two_tellings() -> None:
    of = report("Anton Muster starb. Berta Muster starb. Muster starb.")
    a, b, c = (claim(of, f"{n} starb", n, 1, 1, named=(n,)) for n in ("Anton Muster", "Berta Muster", "Muster"))
    assert [(t.lead.named, len(t.same)) for t in tell([a, b, c])] == [(a.named, 1), (b.named, 0)]


def test_an_observatory_is_known_again_by_its_shorter_name() -> None:
    a = at_least(source="die Syrische Beobachtungsstelle für Menschenrechte")
    assert same_speaker(a, more_than(source="Beobachtungsstelle"))
    assert same_speaker(a, more_than(source="der Syrischen Beobachtungsstelle für Menschenrechte"))
    assert not same_speaker(a, more_than(source="die Regierung"))
    assert not same_speaker(a, more_than())


def test_the_police_of_two_reports_need_not_be_one() -> None:
    elsewhere = report(TEXT, id="r2")
    assert not same_speaker(at_least(source="die Polizei"), at_least(elsewhere, source="Polizei von Halab"))


def test_soldiers_and_children_are_apart_and_people_and_children_are_not() -> None:
    child = claim(OF, "18 Kinder waren darunter", "18", 18, 18, who=("child",))
    soldier = claim(OF, "141 Menschen starben", "141", 141, 141, who=("combatant",))
    assert apart(child, soldier)
    assert not apart(child, exact())


def test_the_figure_with_more_speakers_leads() -> None:
    other = claim(report(TEXT, id="r2"), "18 Kinder waren darunter", "18", 18, 18, source="Demo Monitor")
    back = at_least(report(TEXT, id="r3"), source="das Ministerium")
    assert tell([other, at_least(source="die Polizei"), back])[0].lead.count.low == 141
