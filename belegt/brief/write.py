"""Write the brief of an account: plan, word, footnote, and let the check refuse what does not stand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from belegt.brief import beside
from belegt.brief.caveats import caveats
from belegt.brief.check import check
from belegt.brief.harm import line, sentences
from belegt.brief.plan import Plan, Topic, plan
from belegt.brief.words.naming import place_name
from belegt.brief.words.pen import Pen
from belegt.brief.words.phrases import LANGUAGES
from belegt.errors import BelegtError
from belegt.model import Account, Brief, Section, Sentence
from belegt.terms import load


def write(account: Account, lang: str) -> Brief:
    """The brief of an account in ``de`` or ``en``.

    Raises B401 to B407 (exit code 5) rather than give back a sentence that its footnotes do not bear out.
    """
    if lang not in LANGUAGES:
        raise BelegtError("B408", lang=lang, known=", ".join(LANGUAGES))
    pen = Pen(lang, account.reports)
    order = plan(account, lang)
    sections = tuple(_sections(pen, order, account))
    brief = Brief(
        lang=lang,
        title=pen.phrases("title"),
        as_of=order.as_of,
        reports=account.reports,
        sections=sections,
        footnotes=pen.notes.footnotes(),
    )
    check(brief)
    return brief


def _sections(pen: Pen, order: Plan, account: Account) -> Iterator[Section]:
    if not any(order.told()):
        words = pen.phrases("nothing" if account.reports else "no_report")
        yield Section("", (pen.sentence(words),))
    for group in order.places:
        heading = place_name(pen, group[0].place) if group[0].place else pen.phrases("heading.no_place")
        heading = heading[:1].upper() + heading[1:]
        yield Section(heading, tuple(s for topic in group for s in sentences(pen, topic, order.as_of)))
    if order.need:
        plight = tuple(s for topic in order.need for s in sentences(pen, topic, order.as_of, placed=True))
        yield Section(_need(pen, order.need), plight)
    yield from _lists(pen, order, order.as_of)
    last: tuple[tuple[str, Iterator[Sentence]], ...] = (
        ("facilities", beside.facilities(pen, order.facilities)),
        ("control", beside.control(pen, order.control)),
        ("proposals", beside.proposals(pen, order.proposals)),
        ("voices", beside.voices(pen, order.voices)),
        ("open", caveats(pen, order, account)),
    )
    for name, said in last:
        yield from _section(pen.phrases(f"heading.{name}"), tuple(said), name != "open")


def _lists(pen: Pen, order: Plan, as_of: date | None) -> Iterator[Section]:
    for name, topics in (("listed", order.listed), ("earlier", order.earlier)):
        yield from _section(pen.phrases(f"heading.{name}"), tuple(line(pen, t, as_of) for t in topics), True)


def _section(heading: str, words: tuple[Sentence, ...], listed: bool) -> Iterator[Section]:
    if words:
        yield Section(heading, words, listed)


def _need(pen: Pen, topics: tuple[Topic, ...]) -> str:
    """The heading for those harmed otherwise than in body: "Vermisst und in Not"."""
    kinds = sorted({t.tellings[0].kind for t in topics}, key=load("harm").rank)
    first, *rest = [pen.phrases(f"heading.{kind}") for kind in kinds]
    return pen.phrases.joined([first, *(h[0].lower() + h[1:] for h in rest)])
