"""Name and office of a speaker, whom a pronoun can mean, and who is told."""

from __future__ import annotations

import pytest

from belegt.read.voice.lexicon import lexicon
from belegt.read.voice.speakers import agrees, is_fuller, name_and_office, short_name
from tests.read.voice.reports import told

DE, EN = lexicon("de"), lexicon("en")


@pytest.mark.parametrize(
    ("phrase", "name", "office"),
    [
        ("Bürgermeister Karl Beispiel", "Karl Beispiel", "Bürgermeister"),
        ("der Sprecher Karl von Beispiel", "Karl von Beispiel", "der Sprecher"),
        ("Karl Beispiel, Sprecher der Feuerwehr", "Karl Beispiel", "Sprecher der Feuerwehr"),
        ("der Sprecher der Feuerwehr, Karl Beispiel", "Karl Beispiel", "der Sprecher der Feuerwehr"),
        ("die Feuerwehr", "die Feuerwehr", ""),
        ("ein Sprecher der Feuerwehr", "ein Sprecher der Feuerwehr", ""),
    ],
)
def test_name_and_office_come_apart(phrase: str, name: str, office: str) -> None:
    assert name_and_office(phrase, DE) == (name, office)


@pytest.mark.parametrize(
    ("phrase", "pronoun", "can"),
    [
        ("Jane Example", "she", True),
        ("the Demo Agency", "she", False),
        ("the Demo Agency", "it", True),
        ("Jane Example", "it", False),
        ("a monitoring group", "it", True),
    ],
)
def test_a_pronoun_means_a_person_or_a_body(phrase: str, pronoun: str, can: bool) -> None:
    assert agrees(phrase, EN.roles[pronoun], EN) is can


def test_er_is_not_die_behoerde() -> None:
    assert not agrees("Die Behörde", DE.roles["er"], DE)
    assert agrees("Der Sprecher", DE.roles["er"], DE)


@pytest.mark.parametrize(
    ("phrase", "word"),
    [("the source", "source"), ("Khalil", "khalil"), ("a source", ""), ("Omar Khalil", ""), ("residents", "")],
)
def test_a_definite_noun_or_a_lone_name_takes_up_another(phrase: str, word: str) -> None:
    assert short_name(phrase, EN) == word


@pytest.mark.parametrize(
    ("phrase", "word", "fuller"),
    [
        ("a military source in the province", "source", True),
        ("doctor Omar Khalil", "khalil", True),
        ("an aide of the source", "source", False),
        ("the Khalil Aid Fund", "khalil", False),
        ("source", "source", False),
    ],
)
def test_a_fuller_name_has_the_short_one_as_its_head(phrase: str, word: str, fuller: bool) -> None:
    assert is_fuller(phrase, word, EN) is fuller


@pytest.mark.parametrize(
    ("text", "lang", "heard"),
    [
        (
            "„Das ist schlimm für alle“, sagte Karl Beispiel der Nachrichtenagentur Demo.",
            "de",
            "Nachrichtenagentur Demo",
        ),
        ("„Das ist schlimm für alle“, sagte Karl Beispiel gegenüber dem Boten.", "de", "Boten"),
        ("„Das ist schlimm für alle“, sagte Karl Beispiel.", "de", ""),
        ('"This is very bad for us" Jane Example told reporters.', "en", "reporters"),
        ('"This is very bad for us" Jane Example said.', "en", ""),
    ],
)
def test_who_is_told_stands_close_to_the_verb(text: str, lang: str, heard: str) -> None:
    assert [claim.addressee for claim in told(text, lang)] == [heard]
