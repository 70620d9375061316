from __future__ import annotations

import pytest

from tests.cli.conftest import Belegt


@pytest.mark.parametrize(("lang", "words"), [("de", "mindestens 141"), ("en", "at least 141")])
def test_the_demo_prints_the_brief_of_the_sample_and_what_to_do_next(belegt: Belegt, lang: str, words: str) -> None:
    ended = belegt("demo", "--lang", lang)
    assert ended.code == 0
    assert ended.err == ""
    assert words in " ".join(ended.out.split())
    steps = [line for line in ended.out.split("Next:\n")[1].splitlines() if line]
    assert [step.split()[:2] for step in steps] == [["belegt", "read"], ["belegt", "add"], ["belegt", "brief"]]


def test_quiet_prints_the_brief_alone(belegt: Belegt) -> None:
    assert belegt("demo").out.startswith(belegt("demo", "--quiet").out)
    assert "Next:" not in belegt("demo", "--quiet").out
