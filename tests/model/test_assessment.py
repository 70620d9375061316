"""An assessment knows itself by its publisher or by its form; no news report is taken for one."""

from __future__ import annotations

import pytest

from belegt.model import Report, Source, is_assessment

ASSESSED = (
    "Four civilians were reportedly killed in an alleged strike on a house in Demo-Stadt. Several local sources named them as "
    "members of one family. Where sources identified the belligerent, all sources attributed the strike to the army. The "
    "incident occurred at around 9 pm local time."
)
GERMAN = (
    "Vier Menschen starben bei einem mutmaßlichen Angriff auf ein Haus. Mehrere Quellen nannten ihre Namen, die lokalen Quellen "
    "fünf. Der Vorfall ereignete sich gegen 21 Uhr."
)
NEWS = (
    "Four civilians were killed in an alleged air strike on a house in Demo-Stadt on Monday, medical sources said. It was unclear "
    "who carried it out."
)


@pytest.mark.parametrize(("text", "source", "expected"), [
    (ASSESSED, "Demo-Archiv", True),
    (GERMAN, "", True),
    (NEWS, "Demo-Agentur", False),
    (NEWS, "Airwars", True),
    ("", "", False),
])  # fmt: skip
def test_an_assessment_is_known_by_its_form_or_its_publisher(text: str, source: str, *, expected: bool) -> None:
    assert is_assessment(Report(id="a", text=text, source=Source(source))) is expected
