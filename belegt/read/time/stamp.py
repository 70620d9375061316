"""The day from which a report counts its days: that of its publication, or the next where its own words were said then.

A report that is stamped on Monday, somewhere, and tells what an office "said on Tuesday" was written on that Tuesday. Of
115 English reports whose lead tells of a weekday on which something was said, that day is the day of publication in 96, one
or two days before in 15, three to five days before in none, and six days before, which is the day after, in 4.
"""

from __future__ import annotations

from datetime import date
from functools import cache

from belegt.read.document import Document
from belegt.read.lang import table
from belegt.read.time import calendar
from belegt.read.time.expressions import find
from belegt.read.time.reading import Setting
from belegt.read.time.telling import tells

LEAD = 2
"""So many sentences pass for the lead."""


def counted_from(document: Document) -> date | None:
    """The day of publication, or the day after it when the lead was said on that weekday; None where nothing is known."""
    published, lang = document.published, document.lang
    if published is None or not table(lang, "times")["governing"]["told_at_once"]:
        return published
    names, then = _weekday(lang, (published.weekday() + 1) % 7), calendar.on(calendar.plus(published, -6))
    for index in range(min(LEAD, len(document))):
        sentence = document.sentence(index)
        if names.isdisjoint(sentence.vocabulary):
            continue
        for m in find(sentence, lang, Setting(published)):
            said = sentence.lower[m.first : m.last]
            if m.span == then and any(w in names for w in said) and _is_plain(said, lang) and tells(sentence, m, lang):
                return calendar.plus(published, 1)
    return published


@cache
def _weekday(lang: str, number: int) -> frozenset[str]:
    return frozenset(table(lang, "times")["weekdays"][str(number)])


def _is_plain(said: list[str], lang: str) -> bool:
    """Whether the expression is the weekday itself, with no date in it and no word like "last"."""
    past = table(lang, "times")["words"]["last"]
    return not any(word in past or word[0].isdigit() for word in said)
