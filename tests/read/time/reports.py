"""Small reports in our own words, and what is told of them: the times that a sentence says and the time of a claim."""

from __future__ import annotations

from datetime import date

from belegt.model import Report
from belegt.read.document import Document
from belegt.read.time import TimeMention, Times

TUESDAY = date(2016, 11, 22)


def document(text: str, lang: str, published: date | None = TUESDAY) -> Document:
    """A report of that text."""
    return Document(Report(id="r", text=text, lang=lang, published=published))


def said(text: str, lang: str, published: date | None = TUESDAY) -> list[tuple[str, str]]:
    """The expressions of time of a text, each with its interval as "from..to"."""
    return [(text[m.start : m.end], span(*m.span)) for m in mentions(text, lang, published)]


def means(words: str, lang: str, published: date | None = TUESDAY) -> str:
    """The interval of the first expression of time in the words."""
    return span(*mentions(words, lang, published)[0].span)


def kinds(text: str, lang: str) -> list[tuple[str, str]]:
    """The expressions of a text with their kind."""
    return [(text[m.start : m.end], m.kind) for m in mentions(text, lang, TUESDAY)]


def mentions(text: str, lang: str, published: date | None) -> list[TimeMention]:
    """The expressions of all sentences."""
    report = document(text, lang, published)
    times = Times(report)
    return [m for index in range(len(report)) for m in times.mentions(index)]


def time_of(
    text: str, quote: str, lang: str, scope: str = "incident", published: date | None = TUESDAY, kind: str = "killed"
) -> tuple[str, str]:
    """The interval of the claim with this quote, and the rule that gave it."""
    start = text.index(quote)
    when, rule = Times(document(text, lang, published)).for_claim(start, start + len(quote), scope, kind)
    return span(when.start, when.end), rule


def words_of(text: str, quote: str, lang: str, scope: str = "incident") -> str:
    """The words that tell the time of the claim with this quote."""
    start = text.index(quote)
    return Times(document(text, lang)).for_claim(start, start + len(quote), scope, "killed")[0].text


def span(start: date | None, end: date | None) -> str:
    """ "2016-11-20" for a day, "2016-11-15..2016-11-22" for more, "?" where nothing is known."""
    if start is None and end is None:
        return "?"
    return str(start) if start == end else f"{start or ''}..{end or ''}"
