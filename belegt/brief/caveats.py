"""What is not established: roundings, copies, single sources, dates and sides that are missing (R22, R33, R35)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from belegt.brief.plan import BODILY, Plan, Topic
from belegt.brief.telling import speaker
from belegt.brief.words.dating import day_words, published_words
from belegt.brief.words.naming import name, outlet, place
from belegt.brief.words.pen import Pen
from belegt.brief.words.people import counted
from belegt.brief.words.phrases import shows
from belegt.model import Account, Claim, HarmClaim, Sentence

MOST = 6
FEW = 20


def caveats(pen: Pen, plan: Plan, account: Account) -> Iterator[Sentence]:
    """The last section of a brief, most needed first."""
    told = [t for topic in plan.told() for t in topic.tellings if t.kind in BODILY and t.lead.stance == "asserted"]
    harm = [c for t in told for c in (t.lead, *t.same)]
    yield from _sources(pen, plan, harm)
    yield from _accused(pen, plan)
    yield from _rounded(pen, plan)
    if any(t.total and t.bodily for t in plan.told()):
        yield pen.sentence(pen.phrases("open.minimum"))
    yield from _undated(pen, plan)
    yield from _copies(pen, plan, account)


def _sources(pen: Pen, plan: Plan, harm: list[HarmClaim]) -> Iterator[Sentence]:
    """On how few sources it all rests."""
    if not harm:
        return
    named = [c for c in harm if c.source]
    mouths = {speaker(c) for c in named}
    alone = _one_mouth(mouths)
    if not pen.several:
        yield pen.sentence(pen.phrases("open.single_report"))
        if not named:
            yield pen.sentence(pen.phrases("open.no_source"))
        elif alone:
            form = "single_named" if len(named) == len(harm) else "single_named_mixed"
            yield _said_of(pen, form, named[0])
    elif named and alone and len(named) == len(harm):
        yield _said_of(pen, "single_over", named[0])
    else:
        yield from _single(pen, plan)


def _one_mouth(mouths: set[frozenset[str]]) -> bool:
    """Whether all names can be those of one source, one a shorter form of another."""
    longest = max(mouths, key=len, default=frozenset())
    return bool(mouths) and all(m <= longest for m in mouths)


def _said_of(pen: Pen, form: str, claim: HarmClaim) -> Sentence:
    source = name(pen, claim.source, claim.report.lang)
    return pen.sentence(pen.phrases(f"open.{form}", source=source), [claim])


def _single(pen: Pen, plan: Plan) -> Iterator[Sentence]:
    """The incidents told in full that one source alone reports."""
    told = [t for group in plan.places for t in group]
    found = [t for t in told if t.independent == 1 and t.place][:MOST]
    if found:
        labels = []
        for topic in found:
            day = pen.phrases("open.total") if topic.total else day_words(pen, topic.tellings[0].lead)
            where = place(pen, topic.place)
            labels.append(pen.phrases("open.report_label", outlet=where, day=day) if day else where)
        words = pen.phrases("open.single_at", places=pen.phrases.joined(labels))
        yield pen.sentence(words, [t.tellings[0].lead for t in found])


def _accused(pen: Pen, plan: Plan) -> Iterator[Sentence]:
    """Those named as responsible who are not heard with a figure of their own."""
    told = [t.lead for topic in plan.told() for t in topic.tellings if t.kind in BODILY]
    claims = told + [rounder for rounder, _ in plan.roundings]
    heard = [speaker(c) for c in claims if c.source]
    accused: dict[str, HarmClaim] = {}
    for claim in claims:
        for actor in claim.by:
            words = {w for w in actor.lower().split() if len(w) > 2}
            if shows("party.of_conflict", actor) and not any(words & mouth for mouth in heard):
                accused.setdefault(actor.lower(), claim)
    if accused:
        names = [name(pen, b, c.report.lang) for c in _once(accused.values()) for b in c.by if b.lower() in accused]
        shown = list(dict.fromkeys(names))[:MOST]
        yield pen.sentence(pen.phrases("open.accused", names=", ".join(shown)), _once(accused.values())[:MOST])


def _once(claims: Iterable[HarmClaim]) -> list[HarmClaim]:
    return list({c.ref: c for c in claims}.values())


def _rounded(pen: Pen, plan: Plan) -> Iterator[Sentence]:
    """Rounded retellings, each named beside the figure that it rounds."""
    figures: dict[str, tuple[HarmClaim, list[HarmClaim]]] = {}
    for rounder, figure in plan.roundings:
        if rounder.count.qualifier == "vague" and (rounder.count.low or 0) < FEW:
            continue
        figures.setdefault(figure.ref, (figure, []))[1].append(rounder)
    for figure, rounders in list(figures.values())[:MOST]:
        told = list({(_rounded_words(c).lower(), c.report.source.name, c.source): c for c in rounders}.values())[:MOST]
        labels = [
            pen.phrases("open.rounded_label", quote=pen.quote(_rounded_words(c)), source=_fitted_name(pen, c))
            for c in told
        ]
        form = "open.rounded" if len(labels) == 1 else "open.rounded_many"
        text = pen.phrases(form, rounder=pen.phrases.joined(labels), figure=counted(pen, figure))
        yield pen.sentence(text, [figure, *told])


def _rounded_words(claim: HarmClaim) -> str:
    """The count with the noun after it, as written; the quote where the count's words are not found in it."""
    text = claim.count.text
    if not text or text not in claim.quote:
        return claim.quote
    after = claim.quote[claim.quote.index(text) + len(text) :].split()[:2]
    noun = " ".join(after[:2] if after[:1] == ["of"] else after[:1]).rstrip(".,;")
    with_noun = f"{text} {noun}" if noun else text
    return with_noun if with_noun in claim.quote else text


def _fitted_name(pen: Pen, claim: HarmClaim) -> str:
    """The source of a claim as a label, its outlet where it has none."""
    return name(pen, claim.source, claim.report.lang) if claim.source else outlet(pen, claim.report)


def _undated(pen: Pen, plan: Plan) -> Iterator[Sentence]:
    """Incidents told in full for which no day is known."""
    found = [t for group in plan.places for t in group if not t.total and _no_day(t) and t.place][:MOST]
    if found:
        places = pen.phrases.joined(list(dict.fromkeys(place(pen, t.place) for t in found)))
        yield pen.sentence(pen.phrases("open.undated", places=places), [t.tellings[0].lead for t in found])


def _no_day(topic: Topic) -> bool:
    return all(not (c.when.start or c.when.end) for t in topic.tellings for c in (t.lead, *t.same))


def _copies(pen: Pen, plan: Plan, account: Account) -> Iterator[Sentence]:
    """Reprints, which count as one source with the report that had the text first."""
    first_claim: dict[str, Claim] = {}
    for told in account.claims:
        first_claim.setdefault(told.report.id, told)
    for copy, first in plan.copies:
        grounds = [first_claim[r.id] for r in (copy, first) if r.id in first_claim]
        if grounds:
            labels = []
            for report in (copy, first):
                claim = first_claim.get(report.id)
                label, day = outlet(pen, report), published_words(pen, claim) if claim else ""
                labels.append(pen.phrases("open.report_label", outlet=label, day=day) if day else label)
            yield pen.sentence(pen.phrases("open.copy", copy=labels[0], first=labels[1]), grounds)
