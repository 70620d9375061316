"""Findings become claims: count, people, time, place, means, actor and voice of each, and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from belegt.model import HarmClaim, Passage, Quantity, Where, When, Why
from belegt.read import actors, people
from belegt.read.document import Document
from belegt.read.figures import findings
from belegt.read.grammar.findings import Finding, Scene
from belegt.read.lang import table
from belegt.read.means import Means, means
from belegt.read.places import Places
from belegt.read.scope import scope
from belegt.read.time import Times
from belegt.read.voice import Voices

LARGE = 10**15


@dataclass(slots=True)
class _Story:
    """What the report has told so far and what passes on to its next claims."""

    means: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    paragraph: int = -1


def harm_claims(document: Document, reader: str) -> list[HarmClaim]:
    """All figures of harm in the order of the text."""
    scenes = findings(document)
    if not scenes:
        return []
    voices, times, places = Voices(document), Times(document), Places(document)
    known = means(document.lang)
    story = _Story()
    claims: dict[int, HarmClaim] = {}
    recent: list[tuple[Finding, tuple[str, ...]]] = []
    last_index = -2
    for scene, found in scenes:
        if scene.sentence.index > last_index + 1:
            recent = []
        last_index = scene.sentence.index
        told = _means_told(known, scene)
        for finding in _wholes_first(found):
            who = people.groups(scene, finding, recent)
            recent = [*recent, (finding, who)][-12:]
            claims[id(finding)] = _claim(document, scene, finding, who, told, story, (voices, times, places), claims, known, reader)
        if told:
            story.means = tuple(dict.fromkeys(m for m, _, _ in told))
    return _unique(sorted(claims.values(), key=lambda c: (c.passage.start, c.passage.end, c.id)))


def _wholes_first(found: list[Finding]) -> list[Finding]:
    return sorted(found, key=lambda f: f.whole is not None)


def _means_told(known: Means, scene: Scene) -> list[tuple[str, int, int]]:
    start = scene.sentence.start
    return [(m, s + start, e + start) for m, s, e in known.inside(scene.text[start : scene.sentence.end])]


def _claim(
    document: Document, scene: Scene, finding: Finding, who: tuple[str, ...], told: list[tuple[str, int, int]],
    story: _Story, finders: tuple[Voices, Times, Places], claims: dict[int, HarmClaim], known: Means, reader: str,
) -> HarmClaim:  # fmt: skip
    voices, times, places = finders
    sentence = scene.sentence
    start, end = sentence.starts[finding.start], sentence.ends[finding.end - 1]
    count = quantity(scene, finding)
    whole = claims.get(id(finding.whole)) if finding.whole is not None else None
    extent, scope_words = scope(sentence, document.text, finding.kind, count.low, document.lang)
    if whole is not None:
        extent, scope_words = whole.scope, "whole"
    voice = voices.for_claim(start, end)
    when, when_rule = times.for_claim(start, end, extent)
    where, where_rule = places.for_claim(start, end)
    harmed_by = actors.by(scene, finding)
    if whole is not None and not harmed_by:
        harmed_by = whole.by
    way = _means_of(scene, finding, told, story, known)
    if whole is not None and not way:
        way = whole.means
    if harmed_by:
        story.by = harmed_by
    why = _why(scene, finding, count, extent, scope_words, (voice.rule, voice.words), (when_rule, when), (where_rule, where))
    return HarmClaim(
        passage=Passage(document.report, start, end), kind=finding.kind, count=count, who=who, named=finding.mention.names,
        part_of=whole.id if whole is not None else None, scope=extent, when=when, where=where, means=way, by=harmed_by,
        source=voice.source, authority=voice.authority, stance=voice.stance, why=why, reader=reader,
    )  # fmt: skip


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


def _means_of(scene: Scene, finding: Finding, told: list[tuple[str, int, int]], story: _Story, known: Means) -> tuple[str, ...]:
    verb = ""
    if finding.predicate is not None:
        words = scene.sentence.lower[finding.predicate.start : finding.predicate.end]
        verb = known.verb(" ".join(words)) or known.verb(words[-1]) or known.verb(scene.sentence.lower[finding.predicate.at])
    here = tuple(dict.fromkeys(m for m, _, _ in told))
    if finding.kind not in known.carried:
        return tuple(m for m in (here or story.means) if m in known.always)
    if verb:
        return (verb, *(m for m in here if m in ("suicide_bomb",))) if not here or verb in here or verb != "shooting" else tuple(dict.fromkeys((verb, *here)))
    return here or story.means


def _why(
    scene: Scene, finding: Finding, count: Quantity, extent: str, scope_words: str,
    voice: tuple[str, str], when: tuple[str, When], where: tuple[str, Where],
) -> tuple[Why, ...]:  # fmt: skip
    sentence = scene.sentence
    grounds = [Why(f"count:{count.qualifier}", count.text)]
    if finding.predicate is not None:
        p = finding.predicate
        grounds.append(Why(f"harm:{p.frame}:{finding.rule}", scene.text[sentence.starts[p.start] : sentence.ends[p.end - 1]]))
    else:
        m = finding.mention
        grounds.append(Why(f"harm:{finding.rule}", scene.text[sentence.starts[m.start] : sentence.ends[m.end - 1]]))
    if scope_words:
        grounds.append(Why(f"scope:{extent}", scope_words))
    if voice[0]:
        grounds.append(Why(f"source:{voice[0]}", voice[1]))
    if when[0] and when[1].text:
        grounds.append(Why(f"when:{when[0]}", when[1].text))
    if where[0] and where[1].text:
        grounds.append(Why(f"where:{where[0]}", where[1].text))
    return tuple(grounds)


def _unique(claims: list[HarmClaim]) -> list[HarmClaim]:
    """Ids are unique within a report, and a part never names a claim that is not there."""
    seen: dict[str, HarmClaim] = {}
    for claim in claims:
        seen.setdefault(claim.id, claim)
    return [c if c.part_of is None or c.part_of in seen else replace(c, part_of=None) for c in seen.values()]
