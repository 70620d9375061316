"""Who vouches for a headline that the text repeats at its head and runs on from."""

from __future__ import annotations

import pytest

from belegt.model import HarmClaim, Report
from belegt.read.reader import read

BODY = " At least 14 guards were killed in a raid on the northern post, a rights group said on Sunday."


def said(text: str, title: str = "") -> list[str]:
    claims = read(Report(id="headline", text=text, title=title, lang="en"))
    return [claim.source for claim in claims if isinstance(claim, HarmClaim)]


def test_the_headline_is_vouched_for_by_the_name_at_its_end() -> None:
    title = "Raid kills 14 in northern Demoland Monitor"
    assert said(title + BODY, title) == ["Monitor", "a rights group"]


def test_a_headline_without_a_name_is_the_voice_of_the_text() -> None:
    title = "Raid kills 14 in northern Demoland"
    assert said(title + BODY, title) == ["", "a rights group"]


@pytest.mark.parametrize("agency", ["AFP", "Reuters"])
def test_a_line_of_agency_and_date_ends_a_headline_without_a_title(agency: str) -> None:
    assert said(f"Raid kills 14 in northern Demoland NGO {agency} Sunday 12 Jan 2014{BODY}") == ["NGO", "a rights group"]


def test_whom_a_headline_tells_dead_does_not_vouch_for_it() -> None:
    title = "Raid in northern Demoland kills governor"
    assert said(title + BODY, title) == ["", "a rights group"]
