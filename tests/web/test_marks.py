"""Marks never shift: the pieces are the text, whatever letters it is made of."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from belegt.web.marks import Span, line, pieces, shown

LETTERS = st.text(
    st.one_of(st.characters(codec="utf-8"), st.sampled_from("👩‍👩‍👧🇩🇪é́אب\u202e\u200f\u0301")), max_size=60
)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(LETTERS, st.lists(st.tuples(st.integers(0, 70), st.integers(0, 70)), max_size=6))
def test_joined_the_pieces_are_the_text_and_each_mark_its_words(text: str, borders: list[tuple[int, int]]) -> None:
    spans = [Span(min(a, b), max(a, b), str(i)) for i, (a, b) in enumerate(borders) if max(a, b) <= len(text)]
    cut = pieces(text, spans)
    assert "".join(piece.text for piece in cut) == "".join(map(shown, text))
    for span in spans:
        if span.start < span.end:
            marked = "".join(piece.text for piece in cut if span.label in piece.labels)
            assert marked == "".join(map(shown, text[span.start : span.end]))
            assert sum(span.label in piece.opens for piece in cut) == 1


def test_what_could_turn_a_line_round_is_shown_as_a_number() -> None:
    assert shown("a\u202eb\u200d\u0301\n") == "a⟨U+202E⟩b\u200d\u0301\n"


def test_claims_that_overlap_are_both_marked() -> None:
    assert [(p.text, p.labels) for p in pieces("abcdef", [Span(0, 4, "x"), Span(2, 6, "y")])] == [
        ("ab", ("x",)),
        ("cd", ("x", "y")),
        ("ef", ("y",)),
    ]


def test_in_one_line_only_isolates_that_are_closed_stay() -> None:
    assert line("a \u2068b\u2069\n c") == "a \u2068b\u2069 c"
    assert line("a\u2069b\u2068") == "a⟨U+2069⟩b⟨U+2068⟩"
    assert line("\u2068a\u202e\u2069") == "\u2068a⟨U+202E⟩\u2069"
