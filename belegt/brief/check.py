"""Refuse a brief that says more than its footnotes: the last gate before anything is printed.

It reads the finished words again, independent of the writer: every number, number word, vague word and date in a
sentence must lie in a ``Stated`` span, be exactly what the claim of that span has, and stand in the words that the
footnote quotes; every footnote must repeat its report to the letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from belegt.brief import days, numerals
from belegt.errors import BelegtError
from belegt.model import Brief, Claim, Footnote, HarmClaim, Quantity, Report, Section, Sentence, Stated, When, Where

QUOTES = re.compile(r"„[^„“]*“|“[^“”]*”")
MARKS = re.compile("[\"'„“”‚‘’«»‹›`´]")
HIDDEN = re.compile(r"[\ue000-\ue003\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
"""Characters that no brief prints: controls, and those the pen uses for itself. Line breaks of all kinds are blanks."""
BOUNDS = {
    "de": {"at_least": r"mindestens", "more_than": r"mehr als", "about": r"rund", "up_to": r"bis zu"},
    "en": {"at_least": r"at least", "more_than": r"more than", "about": r"about", "up_to": r"up to"},
}
BORNE = ("count", "named", "when", "where", "by", "source", "authority")
"""What a claim says in words of its report; where a reviewer filled it without any, the footnote has to say so."""
EMPTY = (When(), Where())
ONE = {"de": r"\b(?:ein|eine)\b", "en": r"\b(?:one|an?)\b"}
NONE = {"de": r"\b(?:niemand|kein|keine)\b", "en": r"\b(?:no one|no)\b"}


def check(brief: Brief) -> None:
    """Return when every figure, date and quote stands; raise the first problem (B401 to B407, exit code 5) otherwise."""
    for problem in problems(brief):
        raise problem


def problems(brief: Brief) -> Iterator[BelegtError]:
    """Everything that is wrong with a brief, footnotes first."""
    notes = {note.n: note for note in brief.footnotes}
    yield from _numbering(brief, notes)
    for note in brief.footnotes:
        yield from _footnote(note)
    for section in brief.sections:
        yield from _heading(section, notes, brief.lang)
        for sentence in section.sentences:
            yield from _sentence(sentence, notes, brief.lang)


def _numbering(brief: Brief, notes: dict[int, Footnote]) -> Iterator[BelegtError]:
    if [n.n for n in brief.footnotes] != list(range(1, len(brief.footnotes) + 1)):
        yield BelegtError("B407", detail=f"they run {[n.n for n in brief.footnotes]}")
    used = {n for s in brief.sections for sentence in s.sentences for n in sentence.notes}
    if used != set(notes):
        yield BelegtError("B407", detail=f"used are {sorted(used)}, printed are {sorted(notes)}")
    dates = [r.published for r in brief.reports if r.published]
    if brief.as_of != max(dates, default=None):
        yield BelegtError(
            "B407", detail=f"the brief is dated {brief.as_of}, its last report {max(dates, default=None)}"
        )


def _footnote(note: Footnote) -> Iterator[BelegtError]:
    """A footnote must be its report's words, outlet, date, title and address, and its claims lie in them."""
    report = note.passage.report
    said = {
        "quote": (note.quote, note.passage.quote),
        "outlet": (note.outlet, report.source.name),
        "date": (note.published, report.published),
        "title": (note.title, report.title),
        "address": (note.url, report.url),
    }
    for name, (printed, true) in said.items():
        if printed != true:
            yield BelegtError("B404", n=note.n, report=report.id, detail=f"the {name} reads {printed!r}, not {true!r}")
    for claim in note.claims:
        if claim.passage != note.passage:
            yield BelegtError("B404", n=note.n, report=report.id, detail=f"claim {claim.ref} stands elsewhere")
        silent = [c.field for c in claim.corrected if not c.words and c.field in BORNE and c.field not in note.own and getattr(claim, c.field)]
        if any(getattr(claim, name) not in EMPTY for name in silent):
            yield BelegtError("B410", n=note.n, fields=", ".join(silent))


def _heading(section: Section, notes: dict[int, Footnote], lang: str) -> Iterator[BelegtError]:
    """A number in a heading may only be part of the name of a place."""
    if not numerals.read(section.heading, lang):
        return
    used = [notes[n] for s in section.sentences for n in s.notes if n in notes]
    places = {p for note in used for c in note.claims for p in (c.where.place, c.where.text)}
    if not any(plain(section.heading).casefold() in plain(p).casefold() for p in places):
        yield BelegtError("B401", figure=section.heading, sentence=section.heading)


def _sentence(sentence: Sentence, notes: dict[int, Footnote], lang: str) -> Iterator[BelegtError]:
    missing = [n for n in (*sentence.notes, *(s.note for s in sentence.stated)) if n not in notes]
    if missing:
        yield BelegtError("B407", detail=f"there is no footnote {missing[0]}")
        return
    cited = [notes[n] for n in sentence.notes]
    text = sentence.text
    for quote in QUOTES.finditer(text):
        if not _quoted(quote[0][1:-1], cited):
            yield BelegtError("B406", figure=quote[0], sentence=sentence.text)
    text = QUOTES.sub(_blank, text)
    for found in days.read(text, lang):
        yield from _date(found, sentence, notes)
        text = text[: found.start] + "·" * (found.end - found.start) + text[found.end :]
    for number in numerals.read(text, lang):
        if not any(s.start <= number.start and number.end <= s.end for s in _of(sentence, "count")):
            yield BelegtError("B401", figure=text[number.start : number.end], sentence=sentence.text)
    for stated in _of(sentence, "count"):
        yield from _count(stated, text, sentence, notes, lang)


def _of(sentence: Sentence, *what: str) -> Iterable[Stated]:
    return (s for s in sentence.stated if s.what in what and s.note in sentence.notes)


def _date(found: days.Days, sentence: Sentence, notes: dict[int, Footnote]) -> Iterator[BelegtError]:
    """A date must lie in one span and be exactly what the claim of this span has."""
    words = sentence.text[found.start : found.end]
    around = [s for s in _of(sentence, "when", "published") if s.start <= found.start and found.end <= s.end]
    if not around:
        yield BelegtError("B401", figure=words, sentence=sentence.text)
    for stated in around:
        claim = _claim(notes[stated.note], stated.claim)
        if claim is None:
            yield BelegtError("B401", figure=words, sentence=sentence.text)
            continue
        published = claim.report.published
        true = (claim.when.start, claim.when.end) if stated.what == "when" else (published, published)
        if (found.first, found.last) != true or true == (None, None):
            when = " to ".join(str(day) for day in true)
            yield BelegtError("B405", figure=words, claim=claim.ref, when=when, sentence=sentence.text)


def _count(
    stated: Stated, text: str, sentence: Sentence, notes: dict[int, Footnote], lang: str
) -> Iterator[BelegtError]:
    """The words of a span must say the count of its claim, bounds and all, and its footnote must hold the number."""
    words, note = text[stated.start : stated.end], notes[stated.note]
    shown = sentence.text[stated.start : stated.end]
    claim = _claim(note, stated.claim)
    if not isinstance(claim, HarmClaim):
        yield BelegtError("B401", figure=shown, sentence=sentence.text)
        return
    if "·" in words and not numerals.read(words, lang):
        return
    said = _said(words, lang)
    if said != (claim.count.low, claim.count.high, _bound(claim.count)):
        count = f"{claim.count.low}..{claim.count.high} ({claim.count.qualifier})"
        yield BelegtError("B403", figure=shown, claim=claim.ref, count=count, sentence=sentence.text)
    elif not holds(note.quote, claim.report.lang, claim.count) and not _marked(claim, note):
        yield BelegtError("B402", n=note.n, figure=shown, sentence=sentence.text)


def _marked(claim: HarmClaim, note: Footnote) -> bool:
    """Whether a reviewer gave the count, and the footnote says that it is the reviewer's own."""
    return "count" in note.own and any(c.field == "count" for c in claim.corrected)


def _claim(note: Footnote, ref: str) -> Claim | None:
    return next((c for c in note.claims if c.ref == ref), None)


def _bound(count: Quantity) -> str:
    """The bound that the words have to show."""
    return "exact" if count.qualifier in ("vague", "unstated", "range") else count.qualifier


def _said(words: str, lang: str) -> tuple[int | None, int | None, str]:
    """Low, high and bound as a reader takes them from the words."""
    bound = next((name for name, pattern in BOUNDS[lang].items() if re.search(rf"\b{pattern}\b", words, re.I)), "exact")
    if re.search(NONE[lang], words, re.I):
        return 0, 0, bound
    found = numerals.read(words, lang)
    if not found and not re.search(ONE[lang], words, re.I):
        return 1, None, bound
    low, high = (found[0].low, found[-1].high) if found else (1, 1)
    if bound in ("at_least", "more_than"):
        return low, None, bound
    return (None, high, bound) if bound == "up_to" else (low, high, bound)


def holds(quote: str, lang: str, count: Quantity) -> bool:
    """Whether the quoted words contain the number of a count; a single person needs no numeral."""
    bounds = {b for b in (count.low, count.high) if b is not None}
    if not count.stated or bounds == {1}:
        return True
    if bounds == {0}:
        return numerals.says_none(quote, lang)
    return bounds <= numerals.values(quote, lang) or _vaguely(quote, lang, count)


def _vaguely(quote: str, lang: str, count: Quantity) -> bool:
    """Whether the quote has the vague word that stands for the bounds of the count."""
    found = numerals.vague(quote, lang)
    return (count.low, count.high) in found or (count.high is None and count.low in {low for low, _ in found})


def _quoted(words: str, cited: list[Footnote]) -> bool:
    """Whether quoted words stand in a cited footnote or are a name that a claim of it took from its report."""
    wanted = plain(words)
    return any(wanted in text for note in cited for text in _pool(note))


def _pool(note: Footnote) -> Iterator[str]:
    report = note.passage.report
    yield from map(plain, (note.quote, note.outlet, note.title, report.opening))
    for claim in note.claims:
        yield from (plain(name) for name in _names(claim) if written(name, report))


def _names(claim: Claim) -> Iterator[str]:
    """Everything of a claim that is written as its report has it."""
    yield from (claim.source, claim.authority, *claim.by, claim.where.text, claim.where.place, claim.when.text)
    for value in claim.own_fields().values():
        if isinstance(value, str):
            yield value
        elif isinstance(value, list):
            yield from map(str, value)


def written(name: str, report: Report) -> bool:
    """Whether a name may be repeated: a number in it must stand with it in the report."""
    return not numbered(name) or plain(name) in _whole(report.text)


def numbered(name: str) -> bool:
    """Whether a name holds a number in any language known here."""
    return any(numerals.read(plain(name), lang) for lang in numerals.LANGUAGES)


@lru_cache(maxsize=64)
def _whole(text: str) -> str:
    return plain(text)


def plain(text: str) -> str:
    """Without quotation marks and hidden characters and with single blanks, so that nesting of quotes does not count."""
    return " ".join(MARKS.sub("", HIDDEN.sub("", text)).split())


def _blank(found: re.Match[str]) -> str:
    return "·" * len(found[0])
