"""Clauses on those harmed: the verb that fits, by what means, who was among them and who is blamed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from belegt.brief.plan import BODILY
from belegt.brief.telling import Telling
from belegt.brief.words.naming import name, place
from belegt.brief.words.pen import Pen
from belegt.brief.words.people import alone, counted, several_named
from belegt.brief.words.phrases import shows, sign
from belegt.model import Claim, HarmClaim

VIOLENT = {
    "air_strike", "artillery", "rocket", "drone", "bomb", "suicide_bomb", "mine", "vehicle", "shooting", "stabbing",
    "chemical", "torture", "execution",
}  # fmt: skip
SINGLE = {"traffic", "ship", "collapse", "natural", "suicide_bomb", "vehicle"}
MOST = 6
LONGEST_PART = 90


def clauses(pen: Pen, tellings: Sequence[Telling]) -> list[dict[str, str]]:
    """A clause a kind of harm and verb: its subject, verb and means."""
    groups: dict[tuple[str, str], list[Telling]] = {}
    for telling in tellings:
        groups.setdefault((telling.kind, variant(telling.lead)), []).append(telling)
    found: list[dict[str, str]] = []
    told: tuple[str, ...] = ()
    for (kind, verb), group in groups.items():
        one, many, end = pen.phrases.get(f"verb.{kind}.{verb}")
        means = _means(pen, group[0].lead) if kind in BODILY else ""
        single = len(group) == 1 and alone(group[0].lead)
        who = _subject(pen, group)
        again = told == group[0].lead.means
        found.append({"who": who, "aux": one if single else many, "end": end, "means": "" if again else means})
        told = group[0].lead.means
    return found


def variant(claim: HarmClaim) -> str:
    """Which verb of its kind the words of a claim call for: "executed", "found", "violent", "neutral"."""
    found = sign(f"verb.{claim.kind}", claim.quote)
    if claim.kind != "killed":
        return found or "neutral"
    if "execution" in claim.means:
        return "executed"
    if set(claim.means) & {"illness", "starvation"} and not found:
        return "died"
    if found in ("", "suicide"):
        return "violent" if not found and set(claim.means) & VIOLENT else "neutral"
    return found


def _means(pen: Pen, claim: HarmClaim) -> str:
    """By what: singular where the quote shows one event, plural where it shows several or nothing."""
    words = []
    for mean in claim.means:
        one, several = pen.phrases.get(f"means.{mean}")
        plural = claim.scope == "total" or shows(f"means.several.{mean}", claim.quote.lower())
        single = not plural and (mean in SINGLE or shows(f"means.single.{mean}", claim.quote.lower()))
        words.append(one if single else several)
    words = list(dict.fromkeys(w for w in words if w))
    if len(words) > 1 and all(w.startswith("durch ") for w in words):
        words = [words[0], *(w.removeprefix("durch ") for w in words[1:])]
    if len(words) > 1 and all(w.startswith("by ") for w in words):
        words = [words[0], *(w.removeprefix("by ") for w in words[1:])]
    return pen.phrases.joined(words)


def _subject(pen: Pen, tellings: Sequence[Telling]) -> str:
    """Who was harmed, sub-counts included: "mindestens 141 Zivilisten, darunter 18 Kinder,"."""
    if len(tellings) > 1:
        return _row(pen, list(tellings), tellings[0].lead.by)
    return with_parts(pen, tellings[0], inner=False)


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
            words.append(with_parts(pen, t, inner=True, blamed=blamed))
    return pen.phrases.joined(words)


def with_parts(pen: Pen, telling: Telling, inner: bool, blamed: tuple[str, ...] = ()) -> str:
    """A figure with the groups inside it; ``inner`` sets them in brackets, for a row of several figures."""
    who = counted(pen, telling.lead)
    if inner and telling.lead.part_of and _other_blame(telling.lead.by, blamed):
        names = pen.phrases.joined([name(pen, b, telling.lead.report.lang) for b in telling.lead.by])
        who += pen.phrases("sentence.part_by", by=names)
    groups = _groups(telling)
    form = "sentence.parts_inner" if inner else "sentence.parts"
    return pen.phrases(form, who=who, parts=_row(pen, groups, telling.lead.by)) if groups else who


def _other_blame(by: tuple[str, ...], blamed: tuple[str, ...]) -> bool:
    """Whether a part is blamed on others than its whole, "Marines" being no others than "US-Marines"."""
    return bool(by) and not all(any(b.lower() in known.lower() for known in blamed) for b in by)


def _in_detail(pen: Pen, tellings: Sequence[Telling]) -> str:
    """Sub-counts of the same group, by their place where they have their own, else in their own words; other kinds."""
    words = []
    for telling in tellings:
        groups = _groups(telling)
        for part in _told_parts(telling):
            there = part.lead.where.place
            if part.kind != telling.kind:
                label = pen.phrases(f"label.{part.kind}")
                words.append(pen.phrases("sentence.part_other", who=counted(pen, part.lead), label=label))
            elif part in groups:
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


def _groups(telling: Telling) -> list[Telling]:
    """The sub-counts of groups of their own, each group once; persons with names each."""
    found: dict[object, Telling] = {}
    for part in _told_parts(telling):
        if part.kind == telling.kind and not _alike(part, telling):
            found.setdefault((*part.lead.who, *part.lead.named, alone(part.lead)), part)
    return list(found.values())


def _alike(part: Telling, whole: Telling) -> bool:
    """Whether a part is the same group as its whole, so that only its own words tell what sets it apart."""
    return set(part.lead.who) <= set(whole.lead.who) | {"person"} and not part.lead.named


def tail(pen: Pen, tellings: Sequence[Telling]) -> str:
    """After the figures: that no number is given, the words of a vague plight, and who is named as responsible."""
    lead = tellings[0].lead
    words = _in_detail(pen, tellings)
    if all(not t.lead.count.stated for t in tellings):
        words += pen.phrases("sentence.how_many")
    if lead.kind == "at_risk" and variant(lead) == "neutral":
        words += pen.phrases("sentence.words", quote=pen.quote(lead.quote))
    accused = dict.fromkeys((b, lead.report.lang) for t in tellings for b in t.lead.by if t.lead.count.high != 0)
    if accused:
        names = pen.phrases.joined([name(pen, b, lang) for b, lang in accused])
        words += pen.phrases("sentence.by", by=names)
    return words


def grounds(tellings: Iterable[Telling]) -> list[Claim]:
    """Every claim that tellings rest on."""
    found: list[Claim] = []
    for t in tellings:
        found += [t.lead, *t.same, *grounds(t.parts)]
    return found
