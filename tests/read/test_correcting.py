"""What a person writes or chooses for a field becomes a correction that stands on words, or is marked as the person's own (R35)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from belegt.errors import BelegtError
from belegt.model import Correction, HarmClaim, Report, StatementClaim, corrected
from belegt.model.correction import correctable, own
from belegt.read import chosen
from belegt.read.correcting import correction
from belegt.read.reader import read

TEXT = (
    "👩‍👩‍👧 At least 14 civilians, among them three children, were killed on Monday in air strikes on Idlib, the Demo Monitor "
    "said. Two families were missing since Saturday near Hama. A village school was hit."
)
REPORT = Report(id="r", lang="en", published=date(2016, 11, 22), text=TEXT)
CLAIMS = read(REPORT)
(KILLED,) = [c for c in CLAIMS if isinstance(c, HarmClaim) and c.count.low == 14]


def _at(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def test_a_number_that_is_chosen_keeps_the_bound_that_stands_before_it_r5() -> None:
    found = chosen.count(REPORT, *_at("14"))
    assert found
    quantity, start, end = found
    assert (quantity.low, quantity.high, quantity.qualifier) == (14, None, "at_least")
    assert TEXT[start:end] == quantity.text == "At least 14"
    assert chosen.count(REPORT, *_at("Idlib")) is None


def test_words_for_a_day_and_a_place_are_read_as_the_reader_reads_them() -> None:
    monday = chosen.when(REPORT, *_at("on Monday"))
    assert monday
    assert (monday.start, monday.end, monday.text) == (date(2016, 11, 21), date(2016, 11, 21), "on Monday")
    assert chosen.when(REPORT, *_at("school")) is None
    place = chosen.where(REPORT, "Hama")
    assert place
    assert place.lat is not None
    assert chosen.where(REPORT, "was hit") is None


def test_several_fields_are_corrected_at_once_and_the_claim_keeps_its_id() -> None:
    wanted = {
        "count": ["three"],
        "who": ["child"],
        "when": ["since Saturday"],
        "where": ["Hama"],
        "source": ["Demo Monitor"],
    }
    made = correction(KILLED, wanted)
    assert Correction.read(made.written()) == made
    after = made.of(KILLED, "Mara")
    assert after.ref == KILLED.ref
    assert (after.count.low, after.count.high, after.who) == (3, 3, ("child",))
    assert after.where.place == "Hama"
    assert after.when.start == date(2016, 11, 19)
    assert after.source == "Demo Monitor"
    assert {c.field for c in after.corrected} == set(wanted)
    assert own(after) == ()
    assert all(TEXT[a:b] for spans in made.words.values() for a, b in spans)
    assert [w.words for w in after.why if w.rule == "corrected:count by Mara"] == ["three"]
    assert after.stance == KILLED.stance


def test_a_number_without_words_is_the_reviewer_s_own() -> None:
    after = correction(KILLED, {"low": ["15"], "high": ["15"]}).of(KILLED, "Mara")
    assert (after.count.low, after.count.high, after.count.qualifier) == (15, 15, "exact")
    assert own(after) == ("count",)
    named = correction(KILLED, {"source": ["Somebody Else"]}).of(KILLED, "Mara")
    assert own(named) == ("source",)
    emptied = correction(KILLED, {"source": [""]}).of(KILLED, "Mara")
    assert (emptied.source, own(emptied)) == ("", ())


def test_words_of_a_count_outside_the_claim_widen_its_passage_so_that_the_footnote_holds_them() -> None:
    after = correction(KILLED, {"count": ["Two"]}).of(KILLED, "Mara")
    assert after.count.low == 2
    assert "At least 14 civilians" in after.quote
    assert "Two" in after.quote
    far = Report(
        id="far", lang="en", text=TEXT + " Nothing else happened." * 60 + " Nine people.", published=date(2016, 11, 22)
    )
    claim = next(c for c in read(far) if isinstance(c, HarmClaim) and c.count.low == 14)
    with pytest.raises(BelegtError, match="B106"):
        correction(claim, {"count": ["Nine"]})


def test_a_line_break_within_words_is_a_blank_in_a_form() -> None:
    of = Report(id="n", lang="en", published=date(2016, 11, 22), text="At least 14 civilians were killed in Idlib, the Demo\nMonitor said.")
    claim = next(c for c in read(of) if isinstance(c, HarmClaim))
    made = correction(claim, {"authority": ["the Demo  Monitor"]})
    assert made.fields["authority"] == "the Demo\nMonitor"
    assert made.of(claim, "Mara").corrected[0].words == "the Demo\nMonitor"
    with pytest.raises(BelegtError, match="B707"):
        correction(claim, {"source": [" ".join(claim.source.split())]})


@pytest.mark.parametrize(
    "wanted",
    [
        {"who": ["dragons"]}, {"kind": ["sad"]}, {"low": ["many"]}, {"low": ["20"], "high": ["15"]}, {"qualifier": ["exact"]},
        {"count": ["Idlib"]}, {"from": ["yesterday"]}, {"from": ["2016-11-23"], "to": ["2016-11-22"]}, {"area": ["Idlib"]},
        {"id": ["c1"]}, {"passage": ["0"]}, {"count": ["words that stand nowhere"]},
    ],
)  # fmt: skip
def test_what_is_no_value_of_a_field_is_refused(wanted: dict[str, list[str]]) -> None:
    with pytest.raises(BelegtError, match=r"B10[345]"):
        correction(KILLED, wanted)


def test_where_nothing_differs_there_is_nothing_to_decide() -> None:
    with pytest.raises(BelegtError, match="B707"):
        correction(KILLED, {"source": [KILLED.source], "who": list(KILLED.who)})


def test_claims_without_people_are_corrected_as_well() -> None:
    statement = next(c for c in CLAIMS if isinstance(c, StatementClaim))
    after = correction(statement, {"mode": ["direct"], "speaker": ["Demo Monitor"]}).of(statement, "Mara")
    assert (after.mode, after.speaker, after.id) == ("direct", "Demo Monitor", statement.id)
    assert "count" not in correctable(statement)


@pytest.mark.parametrize("value", ["", "{}", "[]", '{"fields":{"id":"x"},"words":{}}', '{"fields":{"count":{"low":1}},"words":{}}',
                                   '{"fields":{"who":"child"},"words":{}}', '{"fields":{},"words":{"count":[[0,9]]}}', "\ud800"])  # fmt: skip
def test_a_decision_with_a_value_that_is_no_correction_changes_nothing(value: str) -> None:
    from datetime import UTC, datetime

    from belegt.model import Decision

    act = Decision(act="correct", targets=(KILLED.ref,), author="M", at=datetime(2020, 1, 1, tzinfo=UTC), value=value)
    assert corrected(CLAIMS, [act]) == CLAIMS


@given(st.integers(0, len(TEXT) - 1), st.integers(1, 40), st.sampled_from(["count", "when", "where", "source", "by"]))
def test_whatever_words_are_chosen_the_claim_still_quotes_its_report(start: int, length: int, field: str) -> None:
    words = TEXT[start : start + length]
    try:
        made = correction(KILLED, {field: [words]}, {field: ((start, start + len(words)),)})
    except BelegtError:
        return
    after = made.of(KILLED, "Mara")
    assert after.quote == TEXT[after.passage.start : after.passage.end]
    assert all(c.words in TEXT for c in after.corrected)
