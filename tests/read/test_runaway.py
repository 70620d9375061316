"""No text makes the reader run away: its work grows with the length of a text, not with the square of it.

The work is counted in calls of functions, so that the result does not depend on the machine.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from types import FrameType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from belegt.model import Report
from belegt.read.reader import read

OPENING = {
    "de": "Am Montag wurden in Aleppo zwei Männer getötet ",
    "en": "On Monday two men were killed in Aleppo ",
}
PIECES = {
    "de": [
        "mindestens 12 Zivilisten wurden getötet und ", "getötet ", "12 ", "ein Mann, ", "(", "„", "sagte er ",
        "in der Stadt Aleppo ", "am Montag ", "darunter zwei Kinder, ", "zwischen 3 und 5 ", "die ", "laut ", "-", "1.000.",
        "siebenhunderttausend", "von der Armee ", "nach Angaben der ", "die Toten und Verletzten ", "\n", "z.B.",
        "Krankenhaus getroffen ", "von Rebellen gehaltene ", "Waffenruhe abgelehnt von ", "*", "3. November ",
    ],
    "en": [
        "at least 12 civilians were killed and ", "killed ", "12 ", "a man, ", "(", '"', "he said ",
        "in the city of Aleppo ", "on Monday ", "including two children, ", "between 3 and 5 ", "who ", "according to ", "-", "1,000,",
        "seven hundred thousand ", "by the army ", "the dead and the wounded ", "\n", "A.B.",
        "hospital hit ", "rebel-held ", "ceasefire rejected by ", "Mr Al-", "Nov. 3, ",
    ],
}  # fmt: skip
LONG = 100_000
MANY_CALLS = 400
"""Calls for each character of a text at most; a real report takes about ten, a text of nothing but harm a hundred."""


def calls(work: Callable[[], object]) -> int:
    """How many functions ``work`` calls."""
    count = 0

    def counting(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counting)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def sentence(lang: str, pieces: list[str], size: int) -> Report:
    """One sentence without an end, of about ``size`` characters."""
    unit = "".join(pieces)
    text = OPENING[lang] + unit * (size // len(unit) + 1)
    return Report(id="runaway", text=text[: size + 1], lang=lang, published=date(2016, 11, 22))


@pytest.mark.parametrize("lang", ["de", "en"])
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_sentence_four_times_as_long_is_about_four_times_the_work(lang: str, data: st.DataObject) -> None:
    pieces = data.draw(st.lists(st.sampled_from(PIECES[lang]), min_size=1, max_size=3))
    short, long = sentence(lang, pieces, 5_000), sentence(lang, pieces, 20_000)
    read(short)
    small, large = calls(lambda: read(short)), calls(lambda: read(long))
    assert large < 8 * small + 100_000, (pieces, small, large)


@pytest.mark.parametrize("lang", ["de", "en"])
def test_a_sentence_of_100_kilobytes_is_read_with_few_calls_a_character(lang: str) -> None:
    for piece in ("(", "*", "-", "\n", "1,000,", "3. November ", "seven hundred thousand ", "in der Stadt Aleppo "):
        of = sentence(lang, [piece], LONG)
        assert calls(lambda of=of: read(of)) < MANY_CALLS * LONG, piece


def test_no_figure_is_made_of_half_a_word_where_a_sentence_is_cut() -> None:
    text = f"{'x' * 1990} 1000000 {'y' * 3000} Menschen starben in Aleppo."
    (claim,) = read(Report(id="cut", text=text, lang="de"))
    assert claim.quote.endswith("Menschen starben")
    assert claim.as_dict()["count"]["low"] != 100
