"""Statements: what is quoted, what is told indirectly, with speaker, office, addressee and source."""

from __future__ import annotations

from tests.read.voice.reports import told

MAYOR = (
    "„Das ist schlimm“, sagte Bürgermeister Karl Beispiel der Nachrichtenagentur Demo. Die Lage sei „sehr ernst“. "
    "Die Helfer fordern, die Straße zu öffnen."
)


def test_a_quotation_is_a_direct_statement_with_name_office_and_addressee() -> None:
    (claim,) = (claim for claim in told(MAYOR) if claim.quote == "„Das ist schlimm“")
    assert (claim.mode, claim.speaker, claim.role) == ("direct", "Karl Beispiel", "Bürgermeister")
    assert (claim.addressee, claim.source) == ("Nachrichtenagentur Demo", "Bürgermeister Karl Beispiel")


def test_reported_speech_is_an_indirect_statement_of_the_last_speaker() -> None:
    (claim,) = (claim for claim in told(MAYOR) if claim.quote.startswith("Die Lage"))
    assert (claim.mode, claim.speaker) == ("indirect", "Karl Beispiel")


def test_words_quoted_in_reported_speech_are_direct() -> None:
    (claim,) = (claim for claim in told(MAYOR) if claim.quote == "„sehr ernst“")
    assert (claim.mode, claim.speaker) == ("direct", "Karl Beispiel")


def test_a_demand_is_a_statement_of_those_who_make_it() -> None:
    (claim,) = (claim for claim in told(MAYOR) if claim.quote == "die Straße zu öffnen")
    assert (claim.mode, claim.speaker, claim.stance) == ("indirect", "Die Helfer", "asserted")


def test_a_pronoun_stays_as_written_and_the_source_is_whom_it_means() -> None:
    text = '"This is very bad for us all" mayor Jane Example told reporters. She said help was needed.'
    claim = told(text, "en")[-1]
    assert (claim.quote, claim.speaker, claim.source) == ("help was needed", "She", "mayor Jane Example")


def test_the_speaker_of_two_parts_of_one_speech_is_the_same() -> None:
    text = "„Wir sind alle hier in der Stadt“, sagte Karl Beispiel. „Wir bleiben alle hier in der Stadt.“"
    assert [(claim.mode, claim.speaker) for claim in told(text)] == [("direct", "Karl Beispiel")] * 2


def test_a_name_in_quotation_marks_is_no_statement() -> None:
    assert told("Die Zeitung „Der Bote“ erscheint am Montag in der Stadt.") == []


def test_a_text_that_quotes_nobody_has_no_statements() -> None:
    assert told("Am Montag kamen fünf Menschen ums Leben. Zwei Häuser brannten.") == []


def test_every_statement_says_by_which_rule_and_words() -> None:
    assert all(why.rule for claim in told(MAYOR) for why in claim.why)
    assert told(MAYOR)[0].why[0].words == "sagte Bürgermeister Karl Beispiel"
