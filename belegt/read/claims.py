"""Findings become claims: count, people, time, place, means, actor and voice of each, and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from belegt.model import HarmClaim, Passage, Quantity, When, Why
from belegt.read import inside, people
from belegt.read.actors import Actors
from belegt.read.document import Document
from belegt.read.figures import findings
from belegt.read.finders import Finders
from belegt.read.grammar.findings import Finding, Scene
from belegt.read.lang import table
from belegt.read.means import Means
from belegt.read.persons import Persons
from belegt.read.places.origin import with_origin
from belegt.read.scope import near, other_side, scope
from belegt.read.voice import Voice

WAR = 1000
"""A toll of so many is one of a war: what one attack was done with does not apply to it."""
TELLING = 10
"""So large a figure is rarely that of another harm in the same report."""
MANY = 20
"""A figure so large that is told twice is one toll told twice."""
FLED = frozenset(("displaced", "at_risk"))
"""Harm that a flood or an earthquake does to so many as well."""
MANY = 100
"""So many since a day are those of a war, wherever its latest news is from."""
YEAR = 364
"""So many days are a year: a toll of a war over a year or more is that of the country."""


@dataclass(slots=True)
class _Story:
    """What was claimed last: the scope and voice that may go on, and the day of the event."""

    scope: str = "incident"
    source: str = ""
    index: int = -2
    day: date | None = None

    def remember(self, scope: str, source: str, index: int, when: When) -> None:
        """Take note of a claim just made."""
        self.scope, self.source, self.index = scope, source, index
        if scope == "incident" and when.start is not None:
            self.day = when.start


@dataclass(frozen=True, slots=True)
class _Finders:
    """Who finds what governs a figure: what all claims share, and what harm alone has."""

    shared: Finders
    means: Means
    actors: Actors


@dataclass(frozen=True, slots=True)
class Claimed:
    """The report that is read, and by which reader."""

    document: Document
    reader: str


def harm_claims(document: Document, reader: str, shared: Finders | None = None) -> list[HarmClaim]:
    """All figures of harm in the order of the text."""
    scenes = findings(document)
    if not scenes:
        return []
    finders = _Finders(shared or Finders.of(document), Means(document, {scene.sentence.index for scene, _ in scenes}), Actors(document))
    harmed = any(f.kind in ("killed", "injured", "casualties") and not f.zero for _, found in scenes for f in found)
    story, persons = _Story(), Persons(document, harmed=harmed)
    claims: dict[int, HarmClaim] = {}
    recent: list[tuple[Finding, tuple[str, ...]]] = []
    last_index = -2
    for scene, found in scenes:
        if scene.sentence.index > last_index + 1:
            recent = []
        last_index = scene.sentence.index
        for finding in _in_order(found):
            who = people.groups(scene, finding, recent, persons)
            recent = [*recent, (finding, who)][-12:]
            whole = claims.get(id(finding.whole)) if finding.whole is not None else None
            claims[id(finding)] = _claim(scene, finding, (who, whole), story, finders, Claimed(document, reader))
    every = [f for _, found in scenes for f in found]
    _late_wholes(claims, every)
    _one_day(claims, document.lang)
    _same_tolls(claims)
    _told_again(claims)
    inside.parts_by_place(claims, every)
    if document.lang == "de":
        inside.parts_of_incident(claims, every, document)
    return _unique(sorted(claims.values(), key=lambda c: (c.passage.start, c.passage.end, c.id)))


def _late_wholes(claims: dict[int, HarmClaim], found: list[Finding]) -> None:
    """Parts that stand in sentences before their whole name it now that it is a claim."""
    for finding in found:
        if finding.whole is not None and (whole := claims.get(id(finding.whole))) is not None and claims[id(finding)].part_of is None:
            claims[id(finding)] = replace(claims[id(finding)], part_of=whole.id)


def _same_tolls(claims: dict[int, HarmClaim]) -> None:
    """The same large figure of the same people told again ("Kills 125 Militants") is the same total, if no day says otherwise."""
    tolls = {(c.kind, c.count.low, c.who) for c in claims.values() if c.scope == "total" and (c.count.low or 0) >= MANY}
    for key, claim in claims.items():
        if claim.scope == "incident" and (claim.kind, claim.count.low, claim.who) in tolls and not any(w.rule == "scope:incident" for w in claim.why):
            claims[key] = replace(claim, scope="total", why=(*claim.why, Why("scope:total", claim.count.text)))


def _one_day(claims: dict[int, HarmClaim], lang: str) -> None:
    """"25 have been killed", and again with its day: "air strikes overnight killed 25": one incident, no running total."""
    perfect = table(lang, "scope")["perfect"]
    days = {(c.kind, c.count.low) for c in claims.values() if any(w.rule == "scope:incident" and w.words != "whole" for w in c.why)}
    for key, claim in claims.items():
        weak = any(w.rule == "scope:total" and w.words in perfect for w in claim.why)
        if weak and (claim.count.low or 0) >= TELLING and (claim.kind, claim.count.low) in days:
            claims[key] = replace(claim, scope="incident", why=tuple(w for w in claim.why if w.rule != "scope:total"))


def _told_again(claims: dict[int, HarmClaim]) -> None:
    """The same figure of the same harm told again ("At least 11 dead in market strike") was done by whom the fuller telling names."""
    done: dict[tuple[str, int | None], HarmClaim] = {}
    for claim in claims.values():
        if claim.by and (claim.count.low or 0) >= TELLING:
            done.setdefault((claim.kind, claim.count.low), claim)
    for key, claim in claims.items():
        fuller = done.get((claim.kind, claim.count.low))
        if fuller is not None and not claim.by and claim.count.qualifier != "unstated" and claim.scope == fuller.scope:
            claims[key] = replace(claim, by=fuller.by)
            for other, part in claims.items():
                if part.part_of == claim.id and not part.by:
                    claims[other] = replace(part, by=fuller.by)


def _in_order(found: list[Finding]) -> list[Finding]:
    """The findings of a sentence as they stand, but every whole before its parts."""
    done: dict[int, Finding] = {}
    for finding in found:
        whole = finding.whole
        if whole is not None and id(whole) not in done and any(f is whole for f in found):
            done[id(whole)] = whole
        done[id(finding)] = finding
    return list(done.values())


def _claim(
    scene: Scene, finding: Finding, people_of: tuple[tuple[str, ...], HarmClaim | None], story: _Story, finders: _Finders, claimed: Claimed
) -> HarmClaim:
    """One claim: its words first, then what governs them."""
    who, whole = people_of
    sentence = scene.sentence
    start, end = sentence.starts[finding.start], sentence.ends[finding.end - 1]
    count = quantity(scene, finding)
    voice = finders.shared.voices.for_claim(start, end)
    extent, scope_words = _scope(scene, finding, count, finders, story, voice)
    alone_of_many = finding.mention.singular and scene.lexicon.lang == "de"
    if whole is not None and not alone_of_many and not _apart(finding) and not (extent == "total" and scope_words == count.text):
        extent, scope_words = whole.scope, "whole"
    when, when_rule = finders.shared.times.for_claim(start, end, extent, finding.kind)
    another = _another_day(when, when_rule, story)
    alone = another or (extent == "total" and (count.low or 0) >= WAR)
    own_day = extent == "incident" and story.scope == "total" and when_rule == "clause" and when.start is not None
    fled = finding.kind in FLED
    way = finders.means.of(scene, finding, alone=another if fled else alone) or (whole.means if whole is not None else ())
    harmed_by = finders.actors.of(scene, finding, alone=alone or own_day, told=bool(voice.source)) or (whole.by if whole is not None else ())
    where, where_rule = finders.shared.places.for_claim(start, end, finding.kind, lasting=extent == "total" and _lasts(when, when_rule, count))
    who = with_origin(scene, finding.mention, who, finding.kind, where)
    story.remember(extent, voice.source, sentence.index, when)
    grounds = (("scope:" + extent, scope_words), ("source:" + voice.rule, voice.words), ("when:" + when_rule, when.text), ("where:" + where_rule, where.text))
    return HarmClaim(
        passage=Passage(claimed.document.report, start, end), kind=finding.kind, count=count, who=who, named=finding.mention.names,
        part_of=whole.id if whole is not None else None, scope=extent, when=when, where=where, means=way, by=harmed_by,
        source=voice.source, authority=voice.authority, stance=voice.stance, why=_why(scene, finding, count, grounds), reader=claimed.reader,
    )  # fmt: skip


def _apart(finding: Finding) -> bool:
    """Whether a part is told by itself in another sentence: one attack of the three that a sum is of."""
    whole = finding.whole
    return whole is not None and whole.sentence != finding.sentence and finding.rule not in ("part", "among", "rest", "broken-down")


def _another_day(when: When, rule: str, story: _Story) -> bool:
    """Whether the claim names a day of its own that is not the day of the story so far."""
    return rule == "clause" and when.start is not None and story.day is not None and when.start != story.day


def _scope(
    scene: Scene, finding: Finding, count: Quantity, finders: _Finders, story: _Story, voice: Voice
) -> tuple[str, str]:
    """The scope by the words and the time of the claim; a reported total goes on while the same voice adds to it."""
    sentence, times = scene.sentence, finders.shared.times
    start, end = sentence.starts[finding.start], sentence.ends[finding.end - 1]
    way = finders.means.of(scene, finding, alone=True)
    own = times.governing(start, end)
    decided = scope(sentence, near(sentence, scene.text, start, end), count, finding.kind, way, own, scene.lexicon.lang)
    if decided == ("total", count.text) and finding.kind not in FLED and "natural" in finders.means.of(scene, finding, alone=False):
        return "incident", ""
    same = voice.source and voice.source == story.source or other_side(sentence, scene.lexicon.lang)
    goes_on = story.scope == "total" and same and 0 <= sentence.index - story.index <= 2
    if decided == ("incident", "") and goes_on and own is None and (count.low, count.high) != (1, 1):
        return "total", "goes on"
    return decided


def quantity(scene: Scene, finding: Finding) -> Quantity:
    """The count of a finding with its words (R5)."""
    mention, sentence = finding.mention, scene.sentence
    words = scene.text[sentence.starts[mention.start] : sentence.ends[mention.end - 1]]
    if mention.zero or finding.zero:
        return Quantity(words, 0, 0, "exact")
    if mention.count is not None:
        return mention.count.quantity(scene.text, sentence)
    victims, head = table(scene.lexicon.lang, "victims"), sentence.lower[mention.head]
    if head in victims["pairs"]["words"]:
        return Quantity(words, 2, 2, "exact")
    if mention.singular and head not in victims["collectives"]["words"]:
        return Quantity(scene.text[sentence.starts[mention.start] : sentence.ends[mention.end - 1]], 1, 1, "exact")
    return Quantity(words, 1, None, "unstated")


def _why(scene: Scene, finding: Finding, count: Quantity, grounds: tuple[tuple[str, str], ...]) -> tuple[Why, ...]:
    """What the claim rests on: its count, its harm word, and the grounds that have words."""
    sentence, part = scene.sentence, finding.predicate or finding.mention
    words = scene.text[sentence.starts[part.start] : sentence.ends[part.end - 1]]
    frame = f"{finding.predicate.frame}:" if finding.predicate is not None else ""
    found = [Why(f"count:{count.qualifier}", count.text), Why(f"harm:{frame}{finding.rule}", words)]
    if finding.whole is not None:
        found.append(Why("part", finding.rule))
    return tuple(found + [Why(rule, said) for rule, said in grounds if said])


def _unique(claims: list[HarmClaim]) -> list[HarmClaim]:
    """Ids are unique within a report, and a part never names a claim that is not there, or smaller."""
    seen: dict[str, HarmClaim] = {}
    for claim in claims:
        seen.setdefault(claim.id, claim)
    return [c if c.part_of is None or _can_hold(seen.get(c.part_of), c) else replace(c, part_of=None) for c in seen.values()]


def _can_hold(whole: HarmClaim | None, part: HarmClaim) -> bool:
    """Whether the whole is there: nobody is a part of none."""
    return whole is not None and (whole.count.high != 0 or part.count.high == 0)


def _lasts(when: When, rule: str, count: Quantity) -> bool:
    """Whether it is the toll of a war whose own words give it a year or more."""
    if rule == "clause" and when.text.lower().startswith("seit ") and (count.low or 0) >= MANY:
        return True
    if rule != "clause" or (count.low or 0) < WAR or when.start is None or when.end is None:
        return False
    return (when.end - when.start).days >= YEAR
