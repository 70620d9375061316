"""Hypothesis strategies for the values that the record holds."""

from __future__ import annotations

from datetime import UTC, date
from typing import Any

from hypothesis import strategies as st

from belegt.model import (
    Claim,
    ControlClaim,
    Decision,
    FacilityClaim,
    HarmClaim,
    Passage,
    ProposalClaim,
    Quantity,
    Report,
    Source,
    StatementClaim,
    When,
    Where,
    Why,
)
from belegt.model.decision import ACTS
from belegt.terms import load

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
SAID = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
DAYS = st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1))
SOURCES = st.builds(Source, WORDS, WORDS, WORDS)
REPORTS = st.builds(
    Report,
    id=SAID,
    text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60),
    lang=WORDS,
    published=DAYS,
    dated_by=WORDS,
    title=WORDS,
    source=SOURCES,
    url=WORDS,
    archive_url=WORDS,
    media_type=SAID,
    sha256=WORDS,
)
DECISIONS = st.builds(
    Decision,
    act=st.sampled_from(ACTS),
    targets=st.lists(SAID, min_size=1, max_size=3).map(tuple),
    author=SAID,
    at=st.datetimes(timezones=st.just(UTC)),
    reason=WORDS,
    value=WORDS,
)


def _one(vocabulary: str) -> st.SearchStrategy[str]:
    return st.sampled_from(list(load(vocabulary)))


def _some(vocabulary: str) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(_one(vocabulary), max_size=3, unique=True).map(tuple)


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    low = draw(st.none() | st.integers(0, 10**9))
    high = draw(st.none() | st.integers(low or 0, 10**10))
    return Quantity(draw(WORDS), low, high, draw(_one("qualifier")))


@st.composite
def claims(draw: st.DrawFn, report: Report) -> Claim:
    """A claim of any kind, every field of which may be filled."""
    start = draw(st.integers(0, len(report.text) - 1))
    degrees = st.none() | st.floats(-180, 180)
    shared: dict[str, Any] = {
        "passage": Passage(report, start, draw(st.integers(start + 1, len(report.text)))),
        "id": draw(SAID),
        "when": When(draw(WORDS), draw(DAYS), draw(DAYS)),
        "where": Where(
            draw(WORDS), draw(WORDS), draw(degrees), draw(degrees), draw(WORDS), draw(WORDS.map(lambda w: (w,)))
        ),
        "by": tuple(draw(st.lists(SAID, max_size=2))),
        "source": draw(WORDS),
        "authority": draw(WORDS),
        "stance": draw(_one("stance")),
        "why": tuple(draw(st.lists(st.builds(Why, SAID, WORDS), max_size=2))),
        "reader": draw(WORDS),
    }
    own = draw(
        st.sampled_from(
            [
                (FacilityClaim, {"facility": _one("facility"), "status": _one("status"), "name": WORDS}),
                (ControlClaim, {"area": WORDS, "change": _one("change"), "holder": WORDS, "from_holder": WORDS}),
                (
                    ProposalClaim,
                    {"what": _one("proposal"), "answer": _one("answer"), "proposer": WORDS, "answered_by": WORDS},
                ),
                (StatementClaim, {"speaker": WORDS, "mode": _one("mode"), "role": WORDS, "addressee": WORDS}),
                (
                    HarmClaim,
                    {
                        "kind": _one("harm"),
                        "count": quantities(),
                        "who": _some("victims"),
                        "named": st.lists(SAID, max_size=2).map(tuple),
                        "part_of": st.none() | SAID,
                        "scope": _one("scope"),
                        "means": _some("means"),
                    },
                ),
            ]
        )
    )
    kind: Any
    fields: Any
    kind, fields = own
    claim: Claim = kind(**shared, **{name: draw(strategy) for name, strategy in fields.items()})
    return claim
