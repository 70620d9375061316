"""Sentences on what stands beside the figures: facilities, control of areas, proposals, and words spoken."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from belegt.brief import numerals
from belegt.brief.words.dating import day_words
from belegt.brief.words.naming import according, fitted, name, outlet, place
from belegt.brief.words.pen import Pen
from belegt.brief.words.phrases import shows
from belegt.model import Claim, ControlClaim, FacilityClaim, ProposalClaim, Sentence, StatementClaim
from belegt.terms import load

C = TypeVar("C", bound=Claim)
MOST = 8
VOICES = 2
LONGEST_VOICE = 240


def facilities(pen: Pen, claims: Sequence[FacilityClaim]) -> Iterator[Sentence]:
    """What became of hospitals, schools and supplies, each with the words of the report."""
    ordered = sorted(claims, key=lambda c: (load("facility").rank(c.facility), load("status").rank(c.status)))
    for claim in _once(ordered)[:MOST]:
        word, several = facility_word(pen, claim)
        one, many, end = pen.phrases.get(f"status.{claim.status}")
        at = ", ".join(filter(None, [_place(pen, claim), day_words(pen, claim)]))
        text = pen.phrases(
            "beside.facility",
            name=word,
            aux=many if several else one,
            status=end,
            at=pen.phrases("beside.at", place=at) if at else "",
            according=_comma(according(pen, claim)),
            quote=pen.quote(claim.quote),
            doubt="" if claim.stance == "asserted" else pen.phrases(f"beside.{claim.stance}"),
        )
        yield pen.sentence(text, [claim])
    yield from _last_again(pen, ordered)


def facility_word(pen: Pen, claim: FacilityClaim) -> tuple[str, bool]:
    """The facility in words, in the plural where the quote shows several."""
    one, many = pen.phrases.get(f"facility.{claim.facility}")
    several = shows(f"facility.{claim.facility}", claim.quote.lower())
    if claim.name:
        return f"{many if several else one} ({name(pen, claim.name, claim.report.lang)})", several
    return (many if several else one), several


def _last_again(pen: Pen, claims: Sequence[FacilityClaim]) -> Iterator[Sentence]:
    """Where several reports or days call a facility of one kind the last, that they do."""
    called = [c for c in claims if shows("last.facility", c.quote.lower())]
    kinds: dict[str, list[FacilityClaim]] = {}
    for claim in called:
        known = kinds.setdefault(claim.facility, [])
        if all((c.when.start, c.report.id) != (claim.when.start, claim.report.id) for c in known):
            known.append(claim)
    for known in kinds.values():
        if len(known) > 1:
            items = [", ".join(filter(None, [_says(pen, c), day_words(pen, c)])) for c in known[:MOST]]
            yield pen.sentence(pen.phrases("beside.last_again", items="; ".join(items)), known[:MOST])


def control(pen: Pen, claims: Sequence[ControlClaim]) -> Iterator[Sentence]:
    """Areas taken, lost or divided; then who holds what."""
    changes = [c for c in claims if c.change != "holds"]
    for group in _groups(pen, changes, lambda c: (place(pen, c.area).lower(), c.change, c.when.start))[:MOST]:
        claim = group[0]
        text = pen.phrases(
            f"beside.{claim.change}",
            area=_area(pen, claim),
            when=_comma(day_words(pen, claim)),
            holder=_held(pen, "holder", claim.holder, claim),
            **{"from": _held(pen, "from", claim.from_holder, claim)},
            according=_semicolon(_all_say(pen, group)),
        )
        yield pen.sentence(text, group)
    holds = [c for c in claims if c.change == "holds" and c.holder]
    held = [g[0] for g in _groups(pen, holds, lambda c: (place(pen, c.area).lower(), c.holder.lower()))][:MOST]
    if held:
        items = []
        for claim in held:
            holder = name(pen, claim.holder, claim.report.lang)
            items.append(pen.phrases("beside.holds_item", area=_area(pen, claim), holder=holder))
        yield pen.sentence(pen.phrases("beside.holds", items=", ".join(items)), held)


def proposals(pen: Pen, claims: Sequence[ProposalClaim]) -> Iterator[Sentence]:
    """What was proposed and how it was answered."""
    for group in _groups(pen, claims, lambda c: (c.what, c.answer, c.when.start or c.quote))[:MOST]:
        claim = group[0]
        proposer = name(pen, claim.proposer, claim.report.lang) if claim.proposer else ""
        answerer = name(pen, claim.answered_by, claim.report.lang) if claim.answered_by else ""
        text = pen.phrases(
            "beside.proposal",
            what=pen.phrases(f"proposal.{claim.what}"),
            proposer=pen.phrases("beside.proposer", name=proposer) if proposer else "",
            answer=pen.phrases(f"answer.{claim.answer}"),
            answerer=pen.phrases("beside.answerer", name=answerer) if answerer else "",
            when=_comma(day_words(pen, claim)),
            according=_semicolon(_all_say(pen, group)),
        )
        yield pen.sentence(text, group)


def _groups(pen: Pen, claims: Iterable[C], key: Callable[[C], object]) -> list[list[C]]:
    """Claims that say the same, in the order in which each is said first; one of the brief's language leads."""
    found: dict[object, list[C]] = {}
    for claim in claims:
        found.setdefault(key(claim), []).append(claim)
    return [sorted(group, key=lambda c: c.report.lang != pen.lang) for group in found.values()]


def _all_say(pen: Pen, claims: Sequence[Claim]) -> str:
    """All who say the same: "laut Demo-Funk und der Polizei"."""
    names = []
    for claim in claims:
        if claim.source:
            names.append(fitted(pen, claim.source, claim.report.lang))
        elif pen.several:
            names.append(outlet(pen, claim.report))
    names = list(dict.fromkeys(names))
    return pen.phrases("sentence.according_to", source=pen.phrases.joined(names)) if names else ""


def voices(pen: Pen, claims: Sequence[StatementClaim]) -> Iterator[Sentence]:
    """The first few who are quoted in their own words."""
    short = [c for c in _once(claims) if c.speaker and len(c.quote) <= LONGEST_VOICE]
    by_speaker = list({c.speaker: c for c in reversed(short)}.values())[::-1]
    for claim in by_speaker[:VOICES]:
        role = f" ({name(pen, claim.role, claim.report.lang)})" if claim.role else ""
        speaker = name(pen, claim.speaker, claim.report.lang)
        yield pen.sentence(
            pen.phrases("beside.voice", speaker=speaker, role=role, quote=pen.quote(claim.quote)), [claim]
        )


def _once(claims: Iterable[C]) -> list[C]:
    """Claims without those that say the same again."""
    found: dict[object, C] = {}
    for claim in claims:
        own = tuple(sorted((k, str(v).lower()) for k, v in claim.own_fields().items()))
        found.setdefault((own, claim.where.place.lower(), claim.when.start, claim.source), claim)
    return list(found.values())


def _area(pen: Pen, claim: ControlClaim) -> str:
    words = place(pen, claim.area)
    plain = claim.report.lang == pen.lang or all(w[0].isupper() or w.startswith("(") for w in words.split())
    return words if plain and not numerals.read(words, pen.lang) else pen.quote(claim.area)


def _held(pen: Pen, form: str, holder: str, claim: ControlClaim) -> str:
    return pen.phrases(f"beside.{form}", holder=name(pen, holder, claim.report.lang)) if holder else ""


def _place(pen: Pen, claim: Claim) -> str:
    return place(pen, claim.where.place) if claim.where.place else ""


def _says(pen: Pen, claim: Claim) -> str:
    return name(pen, claim.source, claim.report.lang) if claim.source else outlet(pen, claim.report)


def _comma(words: str) -> str:
    return f", {words}" if words else ""


def _semicolon(words: str) -> str:
    return f"; {words}" if words else ""
