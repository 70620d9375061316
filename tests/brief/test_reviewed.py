"""What a reviewer corrected flows into figures and brief: it stands on its words, or the footnote says whose reading it is (R35)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from belegt.brief import write
from belegt.brief.check import problems
from belegt.brief.render import FORMATS, render
from belegt.model import Claim, Decision, HarmClaim, Report, Source
from belegt.pipeline import account
from belegt.read.correcting import Given, correction
from belegt.read.reader import read

TEXT = (
    "At least 14 civilians were killed on Monday in air strikes on Idlib, the Demo Monitor said. Doctors spoke of 17 dead, "
    "among them three families of five."
)
REPORT = Report(id="r", lang="en", published=date(2016, 11, 22), text=TEXT, source=Source("Demo Post"))
CLAIMS = read(REPORT)
(CLAIM,) = [c for c in CLAIMS if isinstance(c, HarmClaim) and c.count.low == 14]
PHRASES = {
    "de": "so nach der Prüfung, nicht im Wortlaut: Zahl",
    "en": "read so by the reviewer, not in these words: number",
}


def _made(claim: Claim, given: Given) -> Decision:
    value = correction(claim, given).written()
    return Decision(
        act="correct", targets=(claim.ref,), author="Mara", at=datetime(2020, 1, 1, tzinfo=UTC), value=value
    )


def _only(given: Given) -> tuple[list[Claim], list[Decision]]:
    return [CLAIM], [_made(CLAIM, given)]


@pytest.mark.parametrize("lang", ["de", "en"])
def test_a_number_on_other_words_of_the_report_is_told_with_a_footnote_that_holds_it(lang: str) -> None:
    claims, decisions = _only({"count": ["17"]})
    counted = account([REPORT], claims, decisions=decisions)
    (figure,) = [f for i in counted.incidents for f in i.figures if not f.group]
    assert (figure.low, figure.high) == (17, 17)
    brief = write(counted, lang)
    assert "17" in " ".join(s.text for part in brief.sections for s in part.sentences)
    assert "17" in brief.footnotes[0].quote
    assert brief.footnotes[0].own == ()


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize(
    "given", [{"low": ["15"], "high": ["15"]}, {"count": ["three families of five"], "low": ["15"], "high": ["15"]}]
)
def test_a_number_that_stands_in_no_words_is_marked_as_the_reviewer_s_in_every_format(lang: str, given: Given) -> None:
    claims, decisions = _only(given)
    brief = write(account([REPORT], claims, decisions=decisions), lang)
    assert "15 " in " ".join(s.text for part in brief.sections for s in part.sentences)
    assert brief.footnotes[0].own == ("count",)
    for format in FORMATS:
        said = " ".join(render(brief, format, 100).replace("\\", "").split())
        assert '"count"' in said if format == "json" else PHRASES[lang] in said


def test_the_check_refuses_a_brief_that_hides_whose_reading_a_value_is() -> None:
    claims, decisions = _only({"low": ["15"], "high": ["15"], "from": ["2016-11-20"], "to": ["2016-11-20"]})
    brief = write(account([REPORT], claims, decisions=decisions), "en")
    assert set(brief.footnotes[0].own) == {"count", "when"}
    forged = replace(brief, footnotes=tuple(replace(n, own=()) for n in brief.footnotes))
    assert {p.code for p in problems(forged)} >= {"B402", "B410"}


def test_a_machine_s_number_that_its_words_do_not_hold_is_refused_as_ever() -> None:
    claims, decisions = _only({"low": ["15"], "high": ["15"]})
    brief = write(account([REPORT], claims, decisions=decisions), "en")
    (note,) = brief.footnotes
    machine = tuple(replace(c, corrected=()) for c in note.claims)
    forged = replace(brief, footnotes=(replace(note, claims=machine),))
    assert "B402" in {p.code for p in problems(forged)}


def test_undo_and_a_later_verdict_hold() -> None:
    made = _made(CLAIM, {"low": ["15"], "high": ["15"]})

    def at(day: int, act: str, target: str) -> Decision:
        return Decision(act=act, targets=(target,), author="Mara", at=datetime(2020, 1, day, tzinfo=UTC))

    undone = account([REPORT], [CLAIM], decisions=[made, at(2, "undo", made.id)])
    assert undone.claims == account([REPORT], [CLAIM]).claims
    assert undone.claims[0].corrected == ()
    rejected = account([REPORT], [CLAIM], decisions=[made, at(2, "reject", CLAIM.ref)])
    assert not rejected.claims
    again = account([REPORT], [CLAIM], decisions=[made, at(2, "reject", CLAIM.ref), at(3, "accept", CLAIM.ref)])
    assert [c.count.low for c in again.claims if isinstance(c, HarmClaim)] == [15]


def test_a_hidden_report_leaves_every_count_and_the_brief() -> None:
    hide = Decision(act="hide", targets=("r",), author="Mara", at=datetime(2020, 1, 1, tzinfo=UTC), reason="not ours")
    hidden = account([REPORT], CLAIMS, decisions=[hide])
    assert (hidden.reports, hidden.claims, hidden.incidents) == ((), (), ())
    assert not write(hidden, "en").footnotes


def test_a_hidden_claim_leaves_every_count_and_undo_brings_it_back() -> None:
    hide = Decision(act="hide", targets=(CLAIM.ref,), author="Mara", at=datetime(2020, 1, 1, tzinfo=UTC), reason="ours")
    undo = Decision(act="undo", targets=(hide.id,), author="Mara", at=datetime(2020, 1, 2, tzinfo=UTC))
    hidden = account([REPORT], [CLAIM], decisions=[hide])
    assert (len(hidden.reports), hidden.claims, hidden.incidents) == (1, (), ())
    assert account([REPORT], [CLAIM], decisions=[hide, undo]) == account([REPORT], [CLAIM])
