"""Whether a claim is asserted, denied or disputed."""

from __future__ import annotations

import pytest

from tests.read.voice.reports import voice


@pytest.mark.parametrize(
    ("text", "claim", "lang", "stance"),
    [
        ("Die Armee bestritt, dass zwölf Zivilisten getötet wurden.", "zwölf Zivilisten", "de", "denied"),
        ("Die Armee dementierte, zwölf Zivilisten getötet zu haben.", "zwölf Zivilisten", "de", "denied"),
        ("Die Armee bestritt nicht, dass zwölf Zivilisten starben.", "zwölf Zivilisten", "de", "asserted"),
        ("Die Armee sagte, dass zwölf Zivilisten getötet wurden.", "zwölf Zivilisten", "de", "asserted"),
        ("Es gebe keine Hinweise, dass Zivilisten starben, sagte ein Offizier.", "Zivilisten", "de", "denied"),
        ("Helfer berichteten von drei Toten. Das wurde von der Polizei bestritten.", "drei Toten", "de", "denied"),
        ("Helfer berichteten von drei Toten. Das wurde nicht bestritten.", "drei Toten", "de", "asserted"),
        ("The army denied that its planes killed five civilians.", "five civilians", "en", "denied"),
        ("The army did not deny that its planes killed five civilians.", "five civilians", "en", "asserted"),
        ("There is no evidence that anyone was killed.", "anyone", "en", "denied"),
        ("There is evidence that five people were killed.", "five people", "en", "asserted"),
        ("The ministry initially said 34 died but 40 bodies were found.", "34 died", "en", "disputed"),
        ("The ministry initially said 34 died but 40 bodies were found.", "40 bodies", "en", "asserted"),
    ],
)
def test_the_stance_of_a_claim(text: str, claim: str, lang: str, stance: str) -> None:
    assert voice(text, claim, lang).stance == stance


def test_a_denial_keeps_its_source() -> None:
    assert voice("The army denied that it killed five civilians.", "five civilians", "en").source == "The army"


def test_a_claim_denied_in_the_next_sentence_keeps_the_source_that_made_it() -> None:
    found = voice("Augenzeugen berichteten von drei Toten. Das wurde von der Polizei bestritten.", "drei Toten")
    assert (found.source, found.stance) == ("Augenzeugen", "denied")
