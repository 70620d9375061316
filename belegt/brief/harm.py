"""Sentences on those harmed: one incident or running total in full, or as one line of a list.

A sentence has one speaker. What another speaker says, and what the text calls superseded or denied, stands in a
sentence of its own; nothing is added up and nothing is chosen silently.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from belegt.brief.beside import facility_word
from belegt.brief.plan import BODILY, Topic
from belegt.brief.telling import Telling, apart, narrower, same_names, same_speaker
from belegt.brief.words.clause import clauses, grounds, tail, variant, with_parts
from belegt.brief.words.dating import day_words, published_words, time_as_written, when_words
from belegt.brief.words.naming import according, name, outlet, place
from belegt.brief.words.pen import Pen
from belegt.brief.words.people import counted, own_words
from belegt.model import HarmClaim, Sentence
from belegt.terms import load

LASTING = {"missing", "displaced", "at_risk"}
MOST = 6
FEW = 3


def sentences(pen: Pen, topic: Topic, as_of: date | None, placed: bool = False) -> Iterator[Sentence]:
    """Everything about one incident or running total; ``placed`` names its place, where no heading does."""
    asserted = [t for t in topic.tellings if t.lead.stance == "asserted"]
    asserted.sort(key=lambda t: load("harm").rank(t.kind))
    mains, rivals, beside = _sorted_out(asserted)
    first = True
    while mains:
        together = [t for t in mains if same_speaker(t.lead, mains[0].lead) and _one_sentence(t, mains[0])]
        mains = [t for t in mains if t not in together]
        yield _sentence(pen, topic, together, as_of, placed, first)
        first = False
    yield from _agreeing(pen, asserted)
    for kind in dict.fromkeys(t.kind for t in rivals):
        yield _listed(pen, "rivals", [t for t in rivals if t.kind == kind][:MOST], whose=pen.phrases(f"whose.{kind}"))
    if beside:
        yield _listed(pen, "beside", beside[:MOST])
    yield from _unasserted(pen, topic)
    yield from _struck(pen, topic)
    yield from _within(pen, topic)


def _sorted_out(tellings: Sequence[Telling]) -> tuple[list[Telling], list[Telling], list[Telling]]:
    """Those told in full, those that give another figure for the same people, and sub-groups of unknown membership."""
    mains: list[Telling] = []
    rivals: list[Telling] = []
    beside: list[Telling] = []
    for telling in tellings:
        others = [t for t in mains if t.kind == telling.kind and not _separate(t, telling)]
        if telling.kind not in BODILY:
            others = [t for t in others if variant(t.lead) == variant(telling.lead) and t.lead.who == telling.lead.who]
        if not others:
            mains.append(telling)
        elif not telling.lead.count.stated:
            continue
        elif any(narrower(telling.lead, t.lead) or _otherwise_called(telling.lead, t.lead) for t in others):
            beside.append(telling)
        else:
            rivals.append(telling)
    mains.sort(key=lambda t: (load("harm").rank(t.kind), -t.size))
    return mains, rivals, beside


def _otherwise_called(a: HarmClaim, b: HarmClaim) -> bool:
    """Whether two reports of armed or official men use nouns without a word in common, as of two sides."""
    one, two = (set(own_words(c).lower().split()) for c in (a, b))
    return bool(one and two) and not one & two


def _separate(a: Telling, b: Telling) -> bool:
    """Whether two tellings count different people: groups apart, or persons with different names."""
    named = bool(a.lead.named and b.lead.named)
    return apart(a.lead, b.lead) or (named and not same_names(a.lead, b.lead))


def _one_sentence(a: Telling, b: Telling) -> bool:
    """Whether two figures of one speaker may share their time and those blamed."""
    same_time = not a.lead.when.start or not b.lead.when.start or a.lead.when.start == b.lead.when.start
    return same_time and {x.lower() for x in a.lead.by} == {x.lower() for x in b.lead.by}


def _sentence(
    pen: Pen, topic: Topic, tellings: list[Telling], as_of: date | None, placed: bool, first: bool
) -> Sentence:
    """One speaker's figures in one sentence, the gravest first."""
    lead = tellings[0].lead
    dated = _dated(topic, tellings)
    source = according(pen, lead, blames=any(t.lead.by for t in tellings))
    lasting = lead.kind in LASTING
    when = "" if lasting else when_words(pen, dated, as_of, again=first)
    pen.time = pen.time if when or not first else None
    after = _date_after(pen, dated) if lasting else "" if when else time_as_written(pen, lead)
    clause, *rest = clauses(pen, tellings)
    form = ("when" if source else "when_plain") if when else "according" if source else "plain"
    template = f"sentence.{form}" if pen.phrases.has(f"sentence.{form}") else "sentence.when"
    text = pen.phrases(
        template,
        **clause,
        when=when,
        according=source,
        more="".join(pen.phrases("sentence.more", clause=pen.phrases("sentence.clause", **c)) for c in rest),
        tail=tail(pen, tellings) + after,
    )
    if placed and topic.place:
        text = pen.phrases("sentence.at", place=place(pen, topic.place), rest=text)
    return pen.sentence(text, grounds(tellings))


def _date_after(pen: Pen, dated: HarmClaim) -> str:
    """The date of a plight that goes on, in brackets at the end."""
    day = day_words(pen, dated)
    return f" ({day})" if day else time_as_written(pen, dated)


def _dated(topic: Topic, tellings: Sequence[Telling]) -> HarmClaim:
    """The claim whose date is told: the leading one, or another of the same incident where that has none."""
    own = [t.lead for t in tellings] + [c for t in tellings for c in t.same]
    everyone = own if topic.total else own + [c for t in topic.tellings for c in (t.lead, *t.same)]
    return next((c for c in everyone if c.when.start or c.when.end), tellings[0].lead)


def _agreeing(pen: Pen, tellings: Sequence[Telling]) -> Iterator[Sentence]:
    """Other speakers who give the leading figure."""
    for telling in tellings[:1]:
        others: list[HarmClaim] = []
        for claim in telling.same:
            if not any(same_speaker(claim, known) for known in (telling.lead, *others)) and _apart(claim, telling.lead):
                others.append(claim)
        if others:
            names = [_who_says(pen, c) for c in others[:MOST]]
            yield pen.sentence(pen.phrases("sentence.same_figure", sources=", ".join(names)), others)


def _apart(claim: HarmClaim, lead: HarmClaim) -> bool:
    """Whether a claim speaks for another mouth: another report, or another named source."""
    return claim.report.id != lead.report.id or bool(claim.source and lead.source)


def _who_says(pen: Pen, claim: HarmClaim) -> str:
    return name(pen, claim.source, claim.report.lang) if claim.source else outlet(pen, claim.report)


def _listed(pen: Pen, form: str, tellings: Sequence[Telling], **slots: str) -> Sentence:
    items = []
    for t in tellings:
        source = according(pen, t.lead) or (pen.phrases("sentence.report") if form == "rivals" else "")
        words = pen.phrases("sentence.rival", who=with_parts(pen, t, inner=True), according=source).strip()
        items.append(words + (_reported(pen, t.lead) if form == "rivals" and pen.several else ""))
    text = pen.phrases(f"sentence.{form}", items="; ".join(items), **slots)
    return pen.sentence(text, grounds(tellings))


def _reported(pen: Pen, claim: HarmClaim) -> str:
    """The day of the report, so that a later count is told from an earlier one."""
    day = published_words(pen, claim)
    return pen.phrases("sentence.reported", day=day) if day else ""


def _unasserted(pen: Pen, topic: Topic) -> Iterator[Sentence]:
    """What the text itself sets in doubt, calls superseded, or reports as denied."""
    for stance, form in (("disputed", "doubtful"), ("denied", "denied")):
        found = [t for t in topic.tellings if t.lead.stance == stance][:MOST]
        if not found:
            continue
        items = []
        for t in found:
            source = "" if stance == "denied" else according(pen, t.lead)
            said = pen.phrases("sentence.item_according", according=source) if source else ""
            if stance == "denied" and t.lead.source:
                said = pen.phrases("sentence.denied_by", source=name(pen, t.lead.source, t.lead.report.lang))
            who = with_parts(pen, t, inner=True)
            items.append(pen.phrases("sentence.item", who=who, label=pen.phrases(f"label.{t.kind}"), according=said))
        yield pen.sentence(pen.phrases(f"sentence.{form}", items="; ".join(items)), grounds(found))


def _struck(pen: Pen, topic: Topic) -> Iterator[Sentence]:
    """The facilities that were hit in an incident."""
    if topic.facilities:
        for status in dict.fromkeys(f.status for f in topic.facilities):
            struck = [f for f in topic.facilities if f.status == status]
            words = dict.fromkeys(facility_word(pen, f) for f in struck)
            one, many, end = pen.phrases.get(f"status.{status}")
            aux = many if len(words) > 1 or any(several for _, several in words) else one
            names = pen.phrases.joined([word for word, _ in words])
            yield pen.sentence(pen.phrases("sentence.struck", facilities=names, aux=aux, end=end), struck)


def _within(pen: Pen, topic: Topic) -> Iterator[Sentence]:
    """That no text says whether an incident is part of a running total."""
    for total in topic.within:
        dead = pen.phrases(f"dead.{total.kind}")
        yield pen.sentence(pen.phrases("sentence.within", dead=dead, total=counted(pen, total.lead)), [total.lead])


def line(pen: Pen, topic: Topic, as_of: date | None) -> Sentence:
    """An incident or total in one line: place, date, figures, source."""
    asserted = [t for t in topic.tellings if t.lead.stance == "asserted"] or list(topic.tellings)
    asserted.sort(key=lambda t: load("harm").rank(t.kind))
    mains, rivals, _ = _sorted_out(asserted)
    told = mains[:MOST] + rivals[:FEW]
    where = place(pen, topic.place) if topic.place else pen.phrases("heading.no_place")
    when = day_words(pen, _dated(topic, told))
    head = pen.phrases("sentence.head", place=where, when=when) if when else where
    items = []
    for number, t in enumerate(told):
        goes_on = number + 1 < len(told) and same_speaker(t.lead, told[number + 1].lead)
        source = "" if goes_on else according(pen, t.lead)
        said = pen.phrases("sentence.item_according", according=source) if source else ""
        label = pen.phrases(f"label.{t.kind}")
        item = pen.phrases("sentence.item", who=with_parts(pen, t, inner=True), label=label, according=said)
        items.append(pen.phrases("sentence.other", item=item) if t in rivals else item)
    return pen.sentence(pen.phrases("sentence.line", head=head, items="; ".join(items)), grounds(told))
