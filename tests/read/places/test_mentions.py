"""How far a place expression reaches, what leads to it, and the part it plays in its sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from belegt.read.places import PlaceMention
from tests.read.places.asking import mentions, places


def only(text: str, lang: str) -> PlaceMention:
    (found,) = mentions(text, lang)
    return found


PHRASES = [
    ("en", "It fell on the northern city of Manbij at noon.", "on the northern city of Manbij", "on"),
    ("en", "Five died in the southern rebel-held neighbourhood of Sheikh Said.", "in the southern rebel-held neighbourhood of Sheikh Said", "in"),
    ("en", "He was shot near Sirte yesterday.", "near Sirte", "near"),
    ("en", "A raid killed ten at a market in the rebel-held northwestern city of Idlib.", "at a market in the rebel-held northwestern city of Idlib", "at"),
    ("en", "They died north of Aleppo.", "north of Aleppo", ""),
    ("de", "Sie starben nördlich von Aleppo.", "nördlich von Aleppo", "nördlich"),
    ("de", "Auf der Insel Nias starben viele.", "Auf der Insel Nias", "auf"),
    ("de", "In einem Krankenhaus in Kundus starben zwölf.", "In einem Krankenhaus in Kundus", "in"),
    ("de", "Es geschah in der Nähe von Herat.", "in der Nähe von Herat", "in"),
    ("de", "Im Ostteil Aleppos sterben Menschen.", "Im Ostteil Aleppos", "im"),
    ("de", "Sie kamen im Südteil Bagdads ums Leben.", "im Südteil Bagdads", "im"),
    ("de", "Vor der Küste Libyens ertranken zehn.", "Vor der Küste Libyens", "vor"),
]


@pytest.mark.parametrize(("lang", "text", "expected", "preposition"), PHRASES)
def test_a_place_expression_reaches_from_its_preposition_to_its_name(lang: str, text: str, expected: str, preposition: str) -> None:
    found = only(text, lang)
    assert (found.text, found.preposition) == (expected, preposition)
    assert text[found.start : found.end] == expected


CHAINS = [
    ("en", "Ten died in the town of Abu Hamam in rural Deir Ezzor.", "Abu Hamam", ("Deir Ezzor",)),
    ("en", "A bomb exploded in Galanta, western Slovakia.", "Galanta", ("Slovakia",)),
    ("de", "Im Lager Wahmi südöstlich von Lyon wurde geräumt.", "Wahmi", ("Lyon",)),
    ("de", "Auf das Konsulat in Dschidda, Saudi-Arabien wurde geschossen.", "Dschidda", ("Saudi-Arabien",)),
]


@pytest.mark.parametrize(("lang", "text", "name", "within"), CHAINS)
def test_places_that_say_where_one_place_lies_are_one_mention(lang: str, text: str, name: str, within: tuple[str, ...]) -> None:
    found = only(text, lang)
    assert (found.name, found.within) == (name, within)


def test_joined_names_are_one_mention_and_a_new_preposition_begins_another() -> None:
    both = only("Bombs went off in Dublin and Belfast.", "en")
    assert (both.name, both.also) == ("Dublin", ("Belfast",))
    apart = mentions("Eight were killed in Van province, five in Sirnak and four in Hakkari.", "en")
    assert [m.name for m in apart] == ["Van", "Sirnak", "Hakkari"]


ROLES = [
    ("en", "Ten were killed in Homs.", "at"),
    ("en", "A missile targeted Homs at dawn.", "struck"),
    ("en", "Ten men fled to Homs.", "way"),
    ("en", "A student from Homs was killed.", "from"),
    ("en", "Police in Homs said ten were killed.", "said"),
    ("en", "The minister said in Homs that ten were killed.", "said"),
    ("en", "Ten police in Homs were killed, a doctor said.", "at"),
    ("en", "Soldiers died near Turkey.", "beside"),
    ("en", "Homs | Ten killed in shelling", "at"),
    ("de", "Sie flohen nach Homs.", "way"),
    ("de", "Er kam aus Homs.", "from"),
    ("de", "Das sagte der Minister am Freitag in Genf.", "said"),
    ("de", "Homs – Zehn Menschen starben.", "dateline"),
    ("de", "Er erschoss den Händler (9. September 2000, Nürnberg).", "bracketed"),
    ("de", "Auf dem Flug von Homs verschwand er.", "from"),
]


@pytest.mark.parametrize(("lang", "text", "role"), ROLES)
def test_the_words_round_a_place_say_what_part_it_plays(lang: str, text: str, role: str) -> None:
    assert only(text, lang).role == role


def test_a_class_noun_with_an_article_refers_back_and_there_is_opens_a_sentence_only() -> None:
    assert [(m.text, m.name) for m in mentions("Shells fell in the west of the city.", "en")] == [("in the west of the city", "")]
    assert [(m.text, m.name) for m in mentions("Dort starben zwei.", "de")] == [("Dort", "")]
    assert mentions("There were no casualties.", "en") == []


def test_an_adjective_of_a_people_names_the_country() -> None:
    coast = only("An der libyschen Küste ertranken zehn.", "de")
    assert (coast.name, coast.country, coast.role) == ("Libyen", "LY", "at")
    assert only("They died on the Turkish border.", "en").role == "beside"


@given(st.text(max_size=120), st.sampled_from(["de", "en"]))
def test_mentions_of_any_text_lie_in_their_sentence_in_order(text: str, lang: str) -> None:
    found = places(text, lang)
    for index in range(len(found.document)):
        start, end = found.document.span(index)
        at = start
        for m in found.mentions(index):
            assert start <= m.start < m.end <= end
            assert m.start >= at
            assert m.text == " ".join(text[m.start : m.end].split())
            at = m.start


@pytest.mark.parametrize("words", ["Aleppo, Wahm, ", "in Aleppo ", "Aleppo and ", "the city ", "( Aleppo ) "])
def test_an_endless_sentence_is_read_in_bounded_expressions(words: str) -> None:
    text = words * 5000
    found = places(text, "en")
    assert max(len(m.within) + len(m.also) for m in found.mentions(0)) <= 12
    where, _ = found.for_claim(0, 10)
    assert len(where.text) < 400
