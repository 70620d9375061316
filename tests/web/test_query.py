"""The filter in the address means the same everywhere."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from belegt.errors import BelegtError
from belegt.model import When
from belegt.web.desk import Desk
from belegt.web.query import KINDS, Filter


@given(st.sampled_from(KINDS), st.text(max_size=20), st.dates())
def test_a_filter_written_and_read_again_is_the_same(kind: str, words: str, day: date) -> None:
    from urllib.parse import parse_qsl

    found = Filter.of({"kind": kind, "q": words, "since": day.isoformat()})
    assert Filter.of(dict(parse_qsl(found.query()[1:]))) == found


@pytest.mark.parametrize(
    ("field", "value"), [("kind", "murdered"), ("since", "yesterday"), ("state", "x"), ("means", "'; drop")]
)
def test_a_value_that_is_none_is_refused_with_what_there_is(field: str, value: str) -> None:
    with pytest.raises(BelegtError) as refused:
        Filter.of({field: value})
    assert refused.value.code == "B808"


def test_an_interval_passes_when_it_can_lie_in_the_days(desk: Desk) -> None:
    passes = Filter(since="2016-11-14", until="2016-11-20")._time
    assert passes(When("", date(2016, 11, 18), date(2016, 11, 25)))
    assert passes(When("", date(2016, 11, 1), None))
    assert not passes(When("", date(2016, 11, 21), date(2016, 11, 22)))
    assert not passes(When("am Sonntag"))


def test_page_and_twin_show_the_same(client: Any) -> None:
    rows = client.get("/reports.json?kind=killed&source=Demo-Blatt").json()
    page = client.get("/reports?kind=killed&source=Demo-Blatt").text
    assert rows["total"] == 1
    assert rows["reports"][0]["title"] in page
    assert client.get("/reports?kind=murdered").status_code == 400
    assert client.get("/reports.json?kind=murdered").json()["error"]["code"] == "B808"
