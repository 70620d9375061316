"""Who says a claim where more than one sentence has a part in it."""

from __future__ import annotations

from belegt.read.voice import Voice, Voices
from tests.read.voice.reports import document, source, voice

OBSERVERS = (
    "Die Beobachtungsstelle berichtet unter Berufung auf Augenzeugen, dass mindestens 7 Menschen getötet wurden. "
    "Dutzende seien verletzt worden. Am Sonntag starben drei Kinder."
)
MONITOR = (
    "A monitoring group said on Friday that 12 people were killed. It said 30 were wounded. "
    "Two houses burned killing one man."
)


def test_what_nobody_is_said_to_say_is_the_voice_of_the_text() -> None:
    assert voice("Am Montag kamen fünf Menschen ums Leben.", "fünf Menschen") == Voice()


def test_reported_mood_carries_source_and_authority_into_the_next_sentence() -> None:
    carried = voice(OBSERVERS, "Dutzende")
    assert (carried.source, carried.authority) == ("Die Beobachtungsstelle", "Augenzeugen")
    assert (carried.rule, carried.words) == ("reported speech goes on", "Die Beobachtungsstelle berichtet")


def test_the_indicative_returns_to_the_voice_of_the_text() -> None:
    assert source(OBSERVERS, "drei Kinder") == ""


def test_a_pronoun_means_the_last_speaker() -> None:
    assert source(MONITOR, "30 were wounded", "en") == "A monitoring group"


def test_an_english_sentence_without_marker_returns_to_the_voice_of_the_text() -> None:
    assert source(MONITOR, "one man", "en") == ""


def test_she_means_the_person_and_not_the_agency_named_after_her() -> None:
    text = (
        "Mayor Jane Example said two people died. The state news agency said four died. "
        "She said ten people were missing."
    )
    assert source(text, "ten people", "en") == "Mayor Jane Example"


def test_demnach_goes_back_to_the_last_speaker() -> None:
    assert source("Der Helfer sagte, fünf Menschen seien tot. Demnach wurden zehn verletzt.", "zehn") == "Der Helfer"


def test_das_teilte_x_mit_names_the_source_of_the_sentence_before() -> None:
    found = voice("Fünf Menschen starben. Das teilte die Polizei mit.", "Fünf Menschen")
    assert (found.source, found.words) == ("die Polizei", "teilte die Polizei")


def test_a_claim_in_a_quotation_over_two_sentences_is_its_speakers() -> None:
    text = "Ein Sprecher sagte: „Wir bargen fünf Tote. Drei Menschen werden vermisst.“ Zwei Häuser brannten."
    assert source(text, "fünf Tote") == "Ein Sprecher"
    assert source(text, "Drei Menschen") == "Ein Sprecher"
    assert source(text, "Zwei Häuser") == ""


def test_a_quotation_that_goes_on_without_attribution_belongs_to_the_last_speaker() -> None:
    text = (
        "„Wir haben fünf Tote geborgen“, sagte Bürgermeister Karl Beispiel.\n\n"
        "„Drei Menschen werden noch immer unter den Trümmern vermisst.“"
    )
    found = voice(text, "Drei Menschen")
    assert (found.source, found.rule) == ("Bürgermeister Karl Beispiel", "quotation goes on")


def test_a_source_inside_a_quotation_is_on_whose_word_the_speaker_speaks() -> None:
    text = "The mayor said: “Witnesses said five people died in the market.” Nothing moved."
    found = voice(text, "five people", "en")
    assert (found.source, found.authority) == ("The mayor", "Witnesses")


def test_a_source_named_short_is_given_with_the_fuller_name_it_was_introduced_by() -> None:
    text = "Two people died, said a military source in the province. The source said nine were wounded."
    assert source(text, "nine", "en") == "a military source in the province"


def test_a_sentence_that_hears_nobody_is_not_carried_by_a_count_in_another_paragraph() -> None:
    text = "Police said four people died. Another 11 were wounded.\n\nAnother 3 fled."
    assert source(text, "11", "en") == "Police"
    assert source(text, "3 fled", "en") == ""


def test_a_speaker_who_relies_on_reports_says_it_on_their_word() -> None:
    found = voice("The army said hospital reports indicated five people died.", "five people", "en")
    assert (found.source, found.authority) == ("The army", "hospital reports")


def test_a_claim_is_asked_once_or_often_with_the_same_answer() -> None:
    voices = Voices(document(OBSERVERS))
    start = OBSERVERS.index("Dutzende")
    assert voices.for_claim(start, start + 8) == voices.for_claim(start, start + 8)


def test_asking_backwards_gives_the_same_as_asking_forwards() -> None:
    text, places = MONITOR, [MONITOR.index(claim) for claim in ("12 people", "30 were", "one man")]
    forwards, backwards = Voices(document(text, "en")), Voices(document(text, "en"))
    ahead = [forwards.for_claim(place, place + 6) for place in places]
    assert ahead == [backwards.for_claim(place, place + 6) for place in reversed(places)][::-1]


def test_only_sentences_near_the_claim_are_read() -> None:
    text = "Am Montag brannte ein Haus. " * 200 + "Die Polizei sagte, fünf Menschen seien tot."
    asked = document(text)
    voices = Voices(asked)
    read: list[int] = []
    tagged = voices.sentences.tagged
    voices.sentences.tagged = lambda index: read.append(index) or tagged(index)  # type: ignore[func-returns-value,method-assign]
    assert voices.for_claim(text.index("fünf"), len(text) - 1).source == "Die Polizei"
    assert min(read) > len(asked) - 10
