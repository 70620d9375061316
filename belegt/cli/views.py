"""What ``belegt show`` prints: a thing of a record with its claims, each in the sentence it was read from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from belegt.cli import words
from belegt.cli.material import alone
from belegt.cli.screen import shown
from belegt.cli.tables import QUIET, figures_tables
from belegt.model import Account, Claim, HarmClaim, IncidentCount, Report, TotalCount
from belegt.read.document import Document
from belegt.read.silence import Silence
from belegt.terms import load

MARKED = "bold underline"


def view(thing: Report | Claim | IncidentCount | TotalCount, known: Account) -> Iterator[RenderableType]:
    """The lines of one thing."""
    if isinstance(thing, Report):
        return _report(thing, known)
    if isinstance(thing, Claim):
        return in_full(thing, ("Counted in", _counted_in(thing, known)))
    return _counted(thing, known)


def _report(report: Report, known: Account) -> Iterator[RenderableType]:
    claims = [c for c in known.claims if c.report.id == report.id]
    yield Text(words.origin(report), style="bold")
    yield _facts(
        ("Title", shown(report.title)),
        ("Address", shown(report.url)),
        ("Report", shown(report.id)),
        ("Dated by", report.dated_by),
        ("SHA-256", report.sha256),
        ("Length", f"{len(report.text):,} characters"),
    )
    yield f"{len(claims)} claim{'' if len(claims) == 1 else 's'}"
    yield from _told(claims, reported=False)


def in_full(claim: Claim, *facts: tuple[str, str]) -> Iterator[RenderableType]:
    """A claim with its sentence, every field, and what it rests on."""
    yield Text(words.figure(claim), style="bold").append(f"   {shown(claim.ref)}", style="not bold dim")
    yield Text(words.origin(claim.report), style=QUIET)
    yield _sentence(claim)
    yield _facts(*_of_claim(claim), *facts)


def unsaid(report: Report, silences: Sequence[Silence]) -> Iterator[RenderableType]:
    """The sentences with a word of harm that made no figure, the word marked, and the reason of each."""
    if silences:
        yield Text("\nA word of harm, and no figure", style="bold")
    for silence in silences:
        yield _marked(report.text, (silence.start, silence.end), (silence.word_start, silence.word_end))
        yield Padding(Text(f"· {words.SILENT[silence.reason]}", style=QUIET), (0, 0, 0, 2))


def _of_claim(claim: Claim) -> Iterator[tuple[str, str]]:
    yield "Who says", words.said_by(claim)
    yield "When", _with_words(words.time(claim.when), claim.when.text)
    yield "Where", _with_words(words.place(claim.where), claim.where.text)
    if isinstance(claim, HarmClaim):
        yield "Means", ", ".join(load("means")[m].label(words.LANG) for m in claim.means)
        yield "Scope", "running total" if claim.scope == "total" else "one incident"
        yield "Part of", shown(claim.part_of or "")
    yield "By", shown(", ".join(claim.by))
    yield "Stance", load("stance")[claim.stance].label(words.LANG)
    yield "Stands at", f"characters {claim.passage.start:,}–{claim.passage.end:,}"
    yield "Read by", shown(claim.reader)
    yield "Why", "\n".join(shown(f"{g.rule}: “{g.words}”" if g.words else g.rule) for g in claim.why)


def _with_words(meaning: str, written: str) -> str:
    """A meaning and the words that have it, once where they are the same."""
    written = shown(written)
    return meaning if not written or written in meaning else f"{meaning} (“{written}”)"


def _counted_in(claim: Claim, known: Account) -> str:
    for incident in known.incidents:
        if any(c.ref == claim.ref for c in incident.incident.claims):
            return f"incident {incident.incident.id}"
    for total in known.totals:
        if any(c.ref == claim.ref for c in total.total.claims):
            return f"running total {total.total.id}"
    return ""


def _counted(thing: IncidentCount | TotalCount, known: Account) -> Iterator[RenderableType]:
    yield from figures_tables(alone(known, thing))
    rules = dict.fromkeys(f"{load('harm')[f.kind].label(words.LANG)}: {f.rule}" for f in thing.figures if not f.group)
    yield _facts(("Counted by", "; ".join(rules)), ("House rules", known.profile))
    claims: tuple[Claim, ...] = thing.incident.claims if isinstance(thing, IncidentCount) else thing.total.claims
    yield f"Rests on {len(claims)} claim{'' if len(claims) == 1 else 's'}"
    yield from _told(claims)
    if isinstance(thing, IncidentCount):
        if thing.incident.links:
            yield "Why they are one incident"
            yield from (Padding(Text(f"· {shown(link)}"), (0, 0, 0, 2)) for link in thing.incident.links)
        if thing.incident.beside:
            yield "Said beside it"
            yield from _told(thing.incident.beside)


def _told(claims: Iterable[Claim], *, reported: bool = True) -> Iterator[RenderableType]:
    for claim in claims:
        name = claim.ref if reported else claim.id
        yield Text(f"\n{words.figure(claim)}", style="bold").append(f"   {shown(name)}", style="not bold dim")
        yield _sentence(claim)
        stance = "" if claim.stance == "asserted" else f"{load('stance')[claim.stance].label(words.LANG)} · "
        said = f"{stance}{words.said_by(claim)} · {words.time(claim.when)} · {words.place(claim.where)}"
        yield Padding(Text(f"{said} · {words.origin(claim.report)}" if reported else said, style=QUIET), (0, 0, 0, 2))


def _sentence(claim: Claim) -> RenderableType:
    """The sentence around a quote, the quote marked."""
    report, passage = claim.report, claim.passage
    document = Document(report)
    first, last = (document.index_at(offset) for offset in (passage.start, passage.end - 1))
    start, end = min(document.span(first)[0], passage.start), max(document.span(last)[1], passage.end)
    return _marked(report.text, (start, end), (passage.start, passage.end))


def _marked(text: str, whole: tuple[int, int], part: tuple[int, int]) -> RenderableType:
    """A stretch of a text with a part of it marked; without a terminal's styles the part stands in brackets."""
    before, after = shown_part(text[whole[0] : part[0]]), shown_part(text[part[1] : whole[1]])
    words_of_part = (shown(text[part[0] : part[1]]), MARKED)
    return Padding(Text.assemble(before, ("⟦", QUIET), words_of_part, ("⟧", QUIET), after), (0, 0, 0, 2))


def shown_part(text: str) -> str:
    """A piece of a sentence, with the blanks at its ends kept as one."""
    left, right = text[:1].isspace(), text[-1:].isspace()
    return f"{' ' * left}{shown(text)}{' ' * (right and bool(text.strip()))}"


def _facts(*rows: tuple[str, str]) -> RenderableType:
    """Names and what they are, a line each; what is empty is left out."""
    table = Table.grid(padding=(0, 2))
    table.add_column(style=QUIET, no_wrap=True)
    table.add_column(overflow="fold")
    for name, value in rows:
        if value:
            table.add_row(name, Text(value))
    return Padding(table, (1, 0, 1, 2))
