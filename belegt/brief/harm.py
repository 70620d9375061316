"""Sentences on those harmed: one incident or running total in full, or as one line of a list.

A sentence has one speaker. What another speaker says, and what the text calls superseded or denied, stands in a
sentence of its own; nothing is added up and nothing is chosen silently.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from belegt.brief.beside import facility_word
from belegt.brief.dating import day_words, published_words, time_as_written, when_words
from belegt.brief.naming import according, name, outlet, place
from belegt.brief.pen import Pen
from belegt.brief.people import alone, counted, own_words, several_named
from belegt.brief.phrases import sign
from belegt.brief.plan import BODILY, Topic
from belegt.brief.telling import Telling, apart, narrower, same_names, same_speaker
from belegt.model import Claim, HarmClaim, Sentence
from belegt.terms import load

VIOLENT = {
    "air_strike", "artillery", "rocket", "drone", "bomb", "suicide_bomb", "mine", "vehicle", "shooting", "stabbing",
    "chemical", "torture", "execution",
}  # fmt: skip
SINGLE = {"traffic", "ship", "collapse", "natural", "suicide_bomb", "vehicle"}
LASTING = {"missing", "displaced", "at_risk"}
MOST = 6
LONGEST_PART = 90


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
            others = [
                t for t in others if _variant(t.lead) == _variant(telling.lead) and t.lead.who == telling.lead.who
            ]
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
    clauses = _clauses(pen, tellings)
    clause, rest = clauses[0], clauses[1:]
    form = ("when" if source else "when_plain") if when else "according" if source else "plain"
    template = f"sentence.{form}" if pen.phrases.has(f"sentence.{form}") else "sentence.when"
    text = pen.phrases(
        template,
        **clause,
        when=when,
        according=source,
        more="".join(pen.phrases("sentence.more", clause=pen.phrases("sentence.clause", **c)) for c in rest),
        tail=_tail(pen, tellings)
        + (_date_after(pen, dated) if lasting else "" if when else time_as_written(pen, lead)),
    )
    if placed and topic.place:
        text = pen.phrases("sentence.at", place=place(pen, topic.place), rest=text)
    return pen.sentence(text, _claims(tellings))


def _date_after(pen: Pen, dated: HarmClaim) -> str:
    """The date of a plight that goes on, in brackets at the end."""
    day = day_words(pen, dated)
    return f" ({day})" if day else time_as_written(pen, dated)


def _dated(topic: Topic, tellings: Sequence[Telling]) -> HarmClaim:
    """The claim whose date is told: the leading one, or another of the same incident where that has none."""
    own = [t.lead for t in tellings] + [c for t in tellings for c in t.same]
    everyone = own if topic.total else own + [c for t in topic.tellings for c in (t.lead, *t.same)]
    return next((c for c in everyone if c.when.start or c.when.end), tellings[0].lead)


def _clauses(pen: Pen, tellings: Sequence[Telling]) -> list[dict[str, str]]:
    """A clause a kind of harm and verb: its subject, verb and means."""
    groups: dict[tuple[str, str], list[Telling]] = {}
    for telling in tellings:
        groups.setdefault((telling.kind, _variant(telling.lead)), []).append(telling)
    clauses: list[dict[str, str]] = []
    told: tuple[str, ...] = ()
    for (kind, variant), group in groups.items():
        one, many, end = pen.phrases.get(f"verb.{kind}.{variant}")
        means = _means(pen, group[0].lead) if kind in BODILY else ""
        single = len(group) == 1 and alone(group[0].lead)
        who = _subject(pen, group)
        again = told == group[0].lead.means
        clauses.append({"who": who, "aux": one if single else many, "end": end, "means": "" if again else means})
        told = group[0].lead.means
    return clauses


def _variant(claim: HarmClaim) -> str:
    found = sign(f"verb.{claim.kind}", claim.quote)
    if claim.kind != "killed":
        return found or "neutral"
    if "execution" in claim.means:
        return "executed"
    if found in ("", "suicide"):
        return "violent" if not found and set(claim.means) & VIOLENT else "neutral"
    return found


def _means(pen: Pen, claim: HarmClaim) -> str:
    """By what: singular where the quote shows one event, plural where it shows several or nothing."""
    words = []
    for mean in claim.means:
        one, several = pen.phrases.get(f"means.{mean}")
        plural = claim.scope == "total" or mean in (sign_of("several", mean, claim.quote),)
        single = not plural and (mean in SINGLE or mean == sign_of("single", mean, claim.quote))
        words.append(one if single else several)
    words = list(dict.fromkeys(w for w in words if w))
    if len(words) > 1 and all(w.startswith("durch ") for w in words):
        words = [words[0], *(w.removeprefix("durch ") for w in words[1:])]
    if len(words) > 1 and all(w.startswith("by ") for w in words):
        words = [words[0], *(w.removeprefix("by ") for w in words[1:])]
    return pen.phrases.joined(words)


def sign_of(number: str, mean: str, quote: str) -> str:
    """The mean itself where the quote shows it in this number, "" otherwise."""
    from belegt.brief.phrases import shows

    return mean if shows(f"means.{number}.{mean}", quote.lower()) else ""


def _subject(pen: Pen, tellings: Sequence[Telling]) -> str:
    """Who was harmed, sub-counts included: "mindestens 141 Zivilisten, darunter 18 Kinder,"."""
    if len(tellings) > 1:
        return _row(pen, list(tellings), tellings[0].lead.by)
    return _with_parts(pen, tellings[0], inner=False)


def _row(pen: Pen, tellings: list[Telling], blamed: tuple[str, ...] = ()) -> str:
    """Several groups side by side; persons told one by one are put together."""
    singles: dict[tuple[str, ...], list[Telling]] = {}
    for t in tellings:
        if alone(t.lead) and t.lead.count.low == 1 and not t.parts:
            singles.setdefault((t.kind, *t.lead.who), []).append(t)
    words, done = [], set()
    for t in tellings:
        group = singles.get((t.kind, *t.lead.who), [])
        if t in group and len(group) > 1:
            if id(group) not in done:
                words.append(several_named(pen, [s.lead for s in group]))
            done.add(id(group))
        else:
            words.append(_with_parts(pen, t, inner=True, blamed=blamed))
    return pen.phrases.joined(words)


def _with_parts(pen: Pen, telling: Telling, inner: bool, blamed: tuple[str, ...] = ()) -> str:
    """A figure with the groups inside it; ``inner`` sets them in brackets, for a row of several figures."""
    who = counted(pen, telling.lead)
    if inner and telling.lead.part_of and _other_blame(telling.lead.by, blamed):
        names = pen.phrases.joined([name(pen, b, telling.lead.report.lang) for b in telling.lead.by])
        who += pen.phrases("sentence.part_by", by=names)
    inside = list(_told_parts(telling))
    groups = [p for p in inside if p.kind == telling.kind and not _alike(p, telling)]
    form = "sentence.parts_inner" if inner else "sentence.parts"
    return pen.phrases(form, who=who, parts=_row(pen, groups, telling.lead.by)) if groups else who


def _other_blame(by: tuple[str, ...], blamed: tuple[str, ...]) -> bool:
    """Whether a part is blamed on others than its whole, "Marines" being no others than "US-Marines"."""
    return bool(by) and not all(any(b.lower() in known.lower() for known in blamed) for b in by)


def _in_detail(pen: Pen, tellings: Sequence[Telling]) -> str:
    """Sub-counts of the same group, by their place where they have their own, else in their own words; other kinds."""
    words = []
    for telling in tellings:
        for part in _told_parts(telling):
            there = part.lead.where.place
            if part.kind != telling.kind:
                label = pen.phrases(f"label.{part.kind}")
                words.append(pen.phrases("sentence.part_other", who=counted(pen, part.lead), label=label))
            elif not _alike(part, telling):
                continue
            elif there and there != telling.lead.where.place:
                words.append(f"{counted(pen, part.lead)} ({place(pen, there)})")
            elif len(part.lead.quote) <= LONGEST_PART:
                words.append(pen.mark(pen.quote(part.lead.quote), part.lead))
    return pen.phrases("sentence.in_detail", items=", ".join(words[:MOST])) if words else ""


def _told_parts(telling: Telling) -> Iterator[Telling]:
    """The sub-counts with a number; one without gives way to those inside it."""
    for part in telling.parts:
        if part.lead.stance != "asserted" or set(part.lead.named) & set(telling.lead.named):
            continue
        if part.lead.count.stated:
            yield part
        else:
            yield from _told_parts(part)


def _alike(part: Telling, whole: Telling) -> bool:
    """Whether a part is the same group as its whole, so that only its own words tell what sets it apart."""
    return set(part.lead.who) <= set(whole.lead.who) | {"person"} and not part.lead.named


def _tail(pen: Pen, tellings: Sequence[Telling]) -> str:
    """After the figures: that no number is given, the words of a vague plight, and who is named as responsible."""
    lead = tellings[0].lead
    words = _in_detail(pen, tellings)
    if all(not t.lead.count.stated for t in tellings):
        words += pen.phrases("sentence.how_many")
    if lead.kind == "at_risk" and _variant(lead) == "neutral":
        words += pen.phrases("sentence.words", quote=pen.quote(lead.quote))
    accused = dict.fromkeys((b, lead.report.lang) for t in tellings for b in t.lead.by if t.lead.count.high != 0)
    if accused:
        names = pen.phrases.joined([name(pen, b, lang) for b, lang in accused])
        words += pen.phrases("sentence.by", by=names)
    return words


def _claims(tellings: Iterable[Telling]) -> list[Claim]:
    """Every claim that tellings rest on."""
    found: list[Claim] = []
    for t in tellings:
        found += [t.lead, *t.same, *_claims(t.parts)]
    return found


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
        words = pen.phrases("sentence.rival", who=_with_parts(pen, t, inner=True), according=source).strip()
        items.append(words + (_reported(pen, t.lead) if form == "rivals" and pen.several else ""))
    text = pen.phrases(f"sentence.{form}", items="; ".join(items), **slots)
    return pen.sentence(text, _claims(tellings))


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
            who = _with_parts(pen, t, inner=True)
            items.append(pen.phrases("sentence.item", who=who, label=pen.phrases(f"label.{t.kind}"), according=said))
        yield pen.sentence(pen.phrases(f"sentence.{form}", items="; ".join(items)), _claims(found))


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
    told = list({t.kind: t for t in reversed(asserted)}.values())[::-1]
    where = place(pen, topic.place) if topic.place else pen.phrases("heading.no_place")
    when = day_words(pen, _dated(topic, told))
    head = pen.phrases("sentence.head", place=where, when=when) if when else where
    items = []
    for number, t in enumerate(told):
        goes_on = number + 1 < len(told) and same_speaker(t.lead, told[number + 1].lead)
        source = "" if goes_on else according(pen, t.lead)
        said = pen.phrases("sentence.item_according", according=source) if source else ""
        label = pen.phrases(f"label.{t.kind}")
        items.append(pen.phrases("sentence.item", who=_with_parts(pen, t, inner=True), label=label, according=said))
    return pen.sentence(pen.phrases("sentence.line", head=head, items="; ".join(items)), _claims(told))
