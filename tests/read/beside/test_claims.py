"""What governs a claim beside the figures, and what a whole report gives."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from belegt.model import Claim, Report
from belegt.read.beside import beside
from belegt.read.document import Document

WORDS = (
    "rebels", "the", "army", "hospital", "in", "Idlib", "was", "hit", "by", "air", "strikes", "and", "a", "truce", "under", "control", "of",
    "rebel-held", "town", "captured", "despite", "peace", "talks", "collapsed", ",", ".", "(", '"', "💔", "مدرسة", "café", "Krankenhaus", "die", "Stadt",
    "zerstört", "wurde", "von", "Rebellen", "eroberten", "sie", "Waffenruhe", "griffen", "an", "to", "'s", "5", "2016", "which", "stronghold", "ihre", "Hochburg",
)  # fmt: skip


def read(text: str, lang: str = "en", published: date | None = None) -> list[Claim]:
    return beside(Document(Report(id="r", text=text, lang=lang, published=published)))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join), st.sampled_from(("de", "en")))
def test_any_words_give_claims_in_order_that_quote_the_report(text: str, lang: str) -> None:
    claims = read(text, lang)
    assert all(claim.quote == text[claim.passage.start : claim.passage.end] and claim.quote for claim in claims)
    assert claims == sorted(claims, key=lambda c: (c.passage.start, c.passage.end))
    assert [c.as_dict() for c in claims] == [c.as_dict() for c in read(text, lang)]
    assert len({c.id for c in claims}) == len(claims)


def test_who_says_it_and_whose_strike_it_was_are_told_with_the_claim() -> None:
    (claim,) = read("The Observatory said on Sunday that regime forces bombed a market in Douma.", published=date(2015, 8, 17))
    assert (claim.kind, claim.by, claim.source) == ("facility", ("regime forces",), "The Observatory")
    assert claim.where.place.startswith("Douma")


def test_a_denial_is_denied() -> None:
    (claim,) = read("The army denied that it had shelled the hospital in Douma.")
    assert claim.stance == "denied"


def test_what_happens_has_the_day_of_the_event_and_what_goes_on_has_none() -> None:
    text = "Warplanes bombed a school on Sunday in rebel-held Douma."
    claims = {c.kind: c for c in read(f"Fighting went on on Sunday. {text}", published=date(2015, 8, 17))}
    assert claims["facility"].when.start == date(2015, 8, 16)
    (held,) = read("Troops advanced on Sunday. Rebel-held Douma was quiet.", published=date(2015, 8, 17))
    assert held.when.start is None


def test_who_holds_an_area_counts_once_a_report_when_told_by_the_way() -> None:
    claims = read("Shells hit rebel-held Douma. Rebels said rebel-held Douma was calm. The army bombed rebel-held Homs.")
    assert [c.own_fields()["area"] for c in claims] == ["Douma", "Homs"]


def test_a_pronoun_holds_what_the_party_before_it_took() -> None:
    (claim,) = read("Inzwischen sind die Regierungstruppen vorgerückt. Am Montag eroberten sie die Stadt Homs.", "de")
    assert claim.own_fields() == {"area": "Stadt Homs", "holder": "Regierungstruppen", "from_holder": "", "change": "taken"}


def test_each_claim_says_which_rule_and_words_it_rests_on() -> None:
    (claim,) = read("Rockets hit a hospital.")
    assert (claim.why[0].rule, claim.why[0].words) == ("facility:hit:active", "hospital")


def test_a_report_without_trigger_reads_no_sentence() -> None:
    document = Document(Report(id="r", text="The council met on Monday. It approved the budget for the library.", lang="en"))
    assert beside(document) == []
    assert document._sentences == {}
