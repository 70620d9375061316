"""A record that grows is linked as it would be all at once, whatever comes, goes, is read again or is decided, and in any order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from belegt.link import link
from belegt.link.grow import Growing
from belegt.model import Claim, Decision, FacilityClaim, HarmClaim, Passage, Quantity, Report, Source, When, Where

PLACES = ("Hanano, Aleppo", "Sheikh Said, Aleppo", "Aleppo", "Idlib", "Homs", "Sakhour, Aleppo", "")
TAILS = (
    "Neighbours carried the wounded to a field clinic while planes circled above the old textile market for an hour.",
    "A teacher said that two schools and the bakery beside the canal had been closed since the morning of that day.",
    "Rescuers with torches dug through the night and called for silence to hear voices from under the concrete slabs.",
    "The governor promised an inquiry that residents of the quarter had little hope in after so many others before.",
)
QUICK = (Phase.explicit, Phase.reuse, Phase.generate)
"""Shrinking a history of reports takes many minutes."""
Held = dict[str, tuple[Report, list[Claim]]]


@st.composite
def told(draw: st.DrawFn, name: str) -> tuple[Report, list[Claim]]:
    """A report of one to four figures, perhaps with a facility struck; some share a text, and so a family."""
    day = date(2016, 11, draw(st.integers(1, 24)))
    figures = draw(
        st.lists(
            st.tuples(st.integers(1, 40), st.sampled_from(PLACES), st.booleans(), st.integers(0, 9)),
            min_size=1,
            max_size=4,
        )
    )
    tail = TAILS[draw(st.integers(0, len(TAILS) - 1))] if draw(st.booleans()) else f"So it was told in {name} alone."
    parts = [f"{n} people were killed in {place or 'the town'}." for n, place, _, _ in figures]
    text = " ".join([*parts, tail])
    report = Report(
        id=name, text=text, lang="en", published=day, source=Source(draw(st.sampled_from(("", "Alpha", "Airwars"))))
    )
    claims: list[Claim] = []
    at = 0
    for n, (number, place, total, shade) in enumerate(figures):
        start, at = at, at + len(parts[n])
        when = When() if shade == 0 else When("", day.replace(day=max(1, day.day - shade % 3)), day)
        where = Where(place, place, within=("Aleppo", "Syria")[: shade % 3])
        count = Quantity(str(number), number, None if shade == 1 else number, "at_least" if shade == 1 else "exact")
        means = ("air_strike",) if shade % 2 else ()
        claims.append(
            HarmClaim(
                passage=Passage(report, start, at), kind="injured" if shade == 2 else "killed", count=count, when=when, where=where,
                means=means, scope="total" if total and shade > 6 else "incident",
            )
        )  # fmt: skip
        if shade == 3:
            claims.append(
                FacilityClaim(
                    passage=Passage(report, start, at),
                    facility="hospital",
                    status="hit",
                    when=When("", day, day),
                    where=where,
                )
            )
        at += 1
    return report, claims


@st.composite
def histories(draw: st.DrawFn) -> list[tuple[Held, list[str], list[Decision]]]:
    """What happens to a record, step by step: reports come, are read again or go, and people decide."""
    names = [f"r{n}" for n in range(draw(st.integers(2, 12)))]
    steps: list[tuple[Held, list[str], list[Decision]]] = []
    known: Held = {}
    acts: list[Decision] = []
    for n in range(draw(st.integers(1, 7))):
        come = {name: draw(told(name)) for name in draw(st.lists(st.sampled_from(names), max_size=5, unique=True))}
        gone = [name for name in sorted(known.keys() - come.keys()) if draw(st.integers(0, 9)) == 0]
        known = {name: one for name, one in (known | come).items() if name not in gone}
        refs = sorted({c.ref for _, own in known.values() for c in own})
        if len(refs) > 1 and draw(st.booleans()):
            targets = tuple(draw(st.lists(st.sampled_from(refs), min_size=2, max_size=3, unique=True)))
            act = draw(st.sampled_from(("same", "different")))
            acts = [*acts, Decision(act=act, targets=targets, author="ann", at=datetime(2024, 1, 1, n, tzinfo=UTC))]
        if acts and draw(st.integers(0, 5)) == 0:
            acts = acts[1:]
        steps.append((come, gone, acts))
    return steps


def same_after_each(steps: Sequence[tuple[Held, list[str], list[Decision]]]) -> None:
    growing, known = Growing(), {}
    for come, gone, acts in steps:
        known = {name: one for name, one in (known | come).items() if name not in gone}
        growing.update(come, gone, acts)
        found = growing.linkage()
        wanted = link([r for r, _ in known.values()], [c for _, own in known.values() for c in own], acts)
        assert found.families == wanted.families
        assert found.totals == wanted.totals
        assert found.incidents == wanted.incidents


@settings(max_examples=150, deadline=None, phases=QUICK)
@given(histories())
def test_what_grows_is_linked_as_all_at_once(steps: list[tuple[Held, list[str], list[Decision]]]) -> None:
    same_after_each(steps)


@settings(max_examples=100, deadline=None, phases=QUICK)
@given(histories())
def test_crowded_days_and_stock_phrases_change_nothing(steps: list[tuple[Held, list[str], list[Decision]]]) -> None:
    with pytest.MonkeyPatch.context() as small:
        for module in ("belegt.link.block", "belegt.link.grow.graph"):
            small.setattr(f"{module}.LONGEST_REACH", 3)
            small.setattr(f"{module}.HUBS", 1)
        for module in ("belegt.link.copies.families", "belegt.link.grow.copies"):
            small.setattr(f"{module}.COMMON_REPORTS", 2)
        small.setattr("belegt.link.compare.rarity.EXACT", 2)
        small.setattr("belegt.link.compare.rarity.FEW", 3)
        same_after_each(steps)


@settings(max_examples=60, deadline=None, phases=QUICK)
@given(st.data())
def test_the_order_in_which_reports_come_never_shows(data: st.DataObject) -> None:
    names = [f"r{n}" for n in range(data.draw(st.integers(2, 10)))]
    reports = {name: data.draw(told(name)) for name in names}
    found = []
    for order in (names, data.draw(st.permutations(names))):
        growing = Growing()
        for name in order:
            growing.update({name: reports[name]})
        found.append(growing.linkage())
    assert found[0] == found[1]


def far_apart(n: int) -> tuple[Report, list[Claim]]:
    """A report of a day and a place that no other tells of."""
    place, day = f"{'bdfgklmnpr'[n % 10]}a{'stvzw'[n // 10]}ana", date(2016, 1, 1) + timedelta(20 * n)
    report = Report(id=f"r{n}", text=f"{n + 3} people were killed in {place}.", published=day)
    passage = Passage(report, 0, 10)
    return report, [
        HarmClaim(
            passage=passage,
            kind="killed",
            count=Quantity("", n + 3, n + 3),
            when=When("", day, day),
            where=Where(place, place),
        )
    ]


def test_a_report_that_touches_nothing_leaves_every_incident_as_it_is() -> None:
    growing = Growing()
    growing.update({f"r{n}": far_apart(n) for n in range(40)})
    before = growing.linkage().incidents
    growing.update({"r40": far_apart(40)})
    after = growing.linkage().incidents
    assert [one for one in after if any(one is known for known in before)] == list(before)
    assert len(after) == 41
