"""The last gate: no figure without a footnote that holds it, no bound lost, no date or quote changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from belegt.brief import check, write
from belegt.brief.check import problems
from belegt.errors import BelegtError
from belegt.model import Brief, Footnote, Passage, Section, Sentence, Stated
from tests.brief.accounts import account, claim, gold, report

TEXT = "Mindestens 141 Zivilisten wurden getötet, unter ihnen 18 Kinder. Hunderte wurden verletzt. Niemand floh."


def brief(lang: str = "de") -> Brief:
    of = report(TEXT, published=date(2016, 11, 22))
    days = (date(2016, 11, 15), date(2016, 11, 22))
    whole = claim(
        of,
        "Mindestens 141 Zivilisten wurden getötet",
        "Mindestens 141",
        141,
        None,
        qualifier="at_least",
        who=("civilian",),
        scope="total",
        when=days,
        where="Aleppo",
        id="c1",
    )
    part = claim(of, "unter ihnen 18 Kinder", "18", 18, 18, who=("child",), scope="total", part_of="c1", when=days)
    hurt = claim(
        of,
        "Hunderte wurden verletzt",
        "Hunderte",
        200,
        999,
        qualifier="vague",
        kind="injured",
        scope="total",
        when=days,
        where="Aleppo",
    )
    return write(account([whole, part, hurt], [of]), lang)


def code(of: Brief) -> str:
    with pytest.raises(BelegtError) as refused:
        check(of)
    assert refused.value.exit_code == 5
    return refused.value.code


def with_first(of: Brief, sentence: Sentence) -> Brief:
    first, *rest = of.sections
    return replace(of, sections=(replace(first, sentences=(sentence, *first.sentences[1:])), *rest))


def said(of: Brief, old: str, new: str) -> Brief:
    first = of.sections[0].sentences[0]
    assert old in first.text
    return with_first(of, replace(first, text=first.text.replace(old, new)))


def test_a_brief_as_it_was_written_stands() -> None:
    for lang in ("de", "en"):
        check(brief(lang))


def test_another_digit_is_refused() -> None:
    assert code(said(brief(), "141", "147")) == "B403"


def test_a_figure_of_the_same_footnotes_is_not_good_enough() -> None:
    assert code(said(brief(), "18 Kinder", "14 Kinder")) == "B403"
    assert code(said(brief(), "141 Zivilisten", "118 Zivilisten")) == "B403"


def test_a_lost_bound_is_refused() -> None:
    assert code(said(brief(), "mindestens 141", "insgesamt 141.")) == "B403"
    assert code(said(brief("en"), "at least 141", "about    141")) == "B403"


def test_another_vague_word_is_refused() -> None:
    assert code(said(brief(), "Hunderte", "Tausende")) == "B403"


def test_a_date_one_day_off_is_refused() -> None:
    assert code(said(brief(), "15. bis", "16. bis")) == "B405"
    assert code(said(brief(), "2016", "2017")) == "B405"
    assert code(said(brief("en"), "November", "December")) == "B405"


def test_a_number_word_without_a_footnote_is_refused() -> None:
    assert code(said(brief(), "; Hunderte", "; sieben, Hunderte")) in ("B401", "B403")
    extra = Sentence("Dazu kommen zwölf Tote.")
    first = brief().sections[0]
    assert (
        code(replace(brief(), sections=(replace(first, sentences=(*first.sentences, extra)), *brief().sections[1:])))
        == "B401"
    )


@pytest.mark.parametrize(
    "text",
    ["Es gab viele Tote.", "Es gab Dutzende Tote.", "Es gab 3 Tote.", "Es gab ein Dutzend Tote.", "Am 3. Mai 2016."],
)
def test_no_number_date_or_vague_word_stands_alone(text: str) -> None:
    bare = replace(brief(), sections=(*brief().sections, Section("", (Sentence(text),))))
    assert code(bare) == "B401"


def test_a_footnote_that_does_not_hold_the_figure_is_refused() -> None:
    of = report("Es waren so viele wie gestern tot.", published=date(2016, 11, 22))
    bad = claim(of, "Es waren so viele wie gestern tot", "so viele wie gestern", 12, 12)
    note = Footnote(
        n=1, passage=bad.passage, claims=(bad,), quote=bad.quote, outlet="Demo-Agentur", published=of.published
    )
    text = "Zwölf Menschen kamen ums Leben."
    sentence = Sentence(text, (1,), (Stated(0, 14, 1, bad.ref),))
    lone = Brief(
        lang="de", title="", as_of=of.published, reports=(of,), sections=(Section("", (sentence,)),), footnotes=(note,)
    )
    assert code(lone) == "B402"


def test_the_writer_quotes_the_words_where_the_number_is_not_in_them() -> None:
    of = report("Es waren so viele wie gestern tot.", published=date(2016, 11, 22))
    bad = claim(of, "Es waren so viele wie gestern tot", "so viele wie gestern", 12, 12)
    text = write(account([bad], [of]), "de").sections[0].sentences[0].text
    assert "„so viele wie gestern“" in text
    assert "zwölf" not in text.lower()


def test_changed_footnotes_are_refused() -> None:
    of = brief()
    note = of.footnotes[0]
    changes = [
        replace(note, quote=note.quote.replace("141", "143")),
        replace(note, published=date(2016, 11, 23)),
        replace(note, outlet="Demo-Agentur 2"),
        replace(note, title="Anders"),
        replace(note, url="https://example.org/1"),
        replace(note, passage=Passage(note.passage.report, note.passage.start + 1, note.passage.end)),
        replace(note, claims=()),
    ]
    for changed in changes:
        assert code(replace(of, footnotes=(changed, *of.footnotes[1:]))) in ("B401", "B403", "B404")


def test_footnotes_are_numbered_in_order_and_all_used() -> None:
    of = brief()
    assert code(replace(of, footnotes=of.footnotes[:-1])) == "B407"
    assert code(replace(of, footnotes=(of.footnotes[1], of.footnotes[0], *of.footnotes[2:]))) == "B407"
    first = of.sections[0].sentences[0]
    assert code(with_first(of, replace(first, notes=first.notes[:-1]))) in ("B401", "B407")


def test_a_changed_quote_in_a_sentence_is_refused() -> None:
    first = brief().sections[0].sentences[0]
    assert code(with_first(brief(), replace(first, text=f"{first.text} „nie gesagt“"))) == "B406"


def test_the_day_of_the_brief_is_that_of_its_last_report() -> None:
    assert code(replace(brief(), as_of=date(2016, 11, 23))) == "B407"


def test_a_number_in_a_heading_must_be_part_of_a_place() -> None:
    first = brief().sections[0]
    assert (
        code(replace(brief(), sections=(replace(first, heading="Aleppo: 900 Tote"), *brief().sections[1:]))) == "B401"
    )


def mutated_digits(text: str) -> Iterator[str]:
    """The text with each of its digits replaced by another."""
    for position, letter in enumerate(text):
        if letter.isdigit() and letter.isascii():
            yield f"{text[:position]}{(int(letter) + 1 + position % 8) % 10}{text[position + 1 :]}"


def mutants(of: Brief) -> Iterator[Brief]:
    """A brief for each digit of each of its sentences, headings and footnotes, with this one changed."""
    for s, section in enumerate(of.sections):
        for i, sentence in enumerate(section.sentences):
            for text in mutated_digits(sentence.text):
                changed = (*section.sentences[:i], replace(sentence, text=text), *section.sentences[i + 1 :])
                yield replace(
                    of, sections=(*of.sections[:s], replace(section, sentences=changed), *of.sections[s + 1 :])
                )
    for i, note in enumerate(of.footnotes):
        changes = [replace(note, quote=quote) for quote in mutated_digits(note.quote)]
        changes += [replace(note, n=int(n)) for n in mutated_digits(str(note.n))]
        changes += [replace(note, title=title) for title in mutated_digits(note.title)]
        if note.published:
            changes += [replace(note, published=day) for day in _other_days(note.published)]
        for changed in changes:
            yield replace(of, footnotes=(*of.footnotes[:i], changed, *of.footnotes[i + 1 :]))


def _other_days(day: date) -> Iterator[date]:
    for text in mutated_digits(day.isoformat()):
        try:
            yield date.fromisoformat(text)
        except ValueError:
            continue


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("name", ["seed", "dev.de", "dev.en"])
def test_every_changed_digit_of_briefs_on_gold_reports_is_refused(name: str, lang: str) -> None:
    seen = 0
    for n, (of, claims) in enumerate(gold(name)):
        if name == "seed" or n % 4 == 0:
            for mutant in mutants(write(account(claims, [of]), lang)):
                seen += 1
                assert next(problems(mutant), None) is not None, mutant
    assert seen > 50


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("name", ["seed", "dev.de", "dev.en"])
def test_briefs_on_all_gold_reports_stand(name: str, lang: str) -> None:
    for of, claims in gold(name):
        check(write(account(claims, [of]), lang))


WORDS = {
    "de": "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf mehrere viele Dutzende Hunderte Tausende".split(),
    "en": "two three four five six seven eight nine several many dozens hundreds thousands".split(),
}


def other_words(text: str, lang: str) -> Iterator[str]:
    """The text with each of its number words and vague words replaced by the next one."""
    for n, word in enumerate(WORDS[lang]):
        other = WORDS[lang][(n + 1) % len(WORDS[lang])]
        for found in re.finditer(rf"\b{word}\b", text, re.IGNORECASE):
            yield text[: found.start()] + other + text[found.end() :]


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("name", ["seed", "dev.de", "dev.en"])
def test_every_changed_number_word_is_refused(name: str, lang: str) -> None:
    seen = 0
    for of, claims in gold(name):
        made = write(account(claims, [of]), lang)
        for s, section in enumerate(made.sections):
            for i, sentence in enumerate(section.sentences):
                for text in other_words(sentence.text, lang):
                    seen += 1
                    changed = (*section.sentences[:i], _shifted(sentence, text), *section.sentences[i + 1 :])
                    sections = (*made.sections[:s], replace(section, sentences=changed), *made.sections[s + 1 :])
                    assert next(problems(replace(made, sections=sections)), None) is not None, text
    assert seen


def _shifted(sentence: Sentence, text: str) -> Sentence:
    """The sentence with another text, its spans moved as a clever forger would move them."""
    by = len(text) - len(sentence.text)
    at = next((n for n, (a, b) in enumerate(zip(sentence.text, text, strict=False)) if a != b), len(text))
    spans = [replace(s, start=s.start + by * (s.start > at), end=s.end + by * (s.end > at)) for s in sentence.stated]
    return replace(sentence, text=text, stated=tuple(spans))
