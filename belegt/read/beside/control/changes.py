"""Areas that verbs and their nouns tell of: seized, lost, divided, fallen to somebody, somebody driven or withdrawn from them.

Invariant: the verb tells a fact, and the area is what it is done to, or what it leads away from.
"""

from __future__ import annotations

from collections.abc import Iterator

from belegt.read.beside.actors import holder, is_actor, named
from belegt.read.beside.control.areas import area_of, areas_in
from belegt.read.beside.control.sides import finding, party
from belegt.read.beside.control.taking import taken
from belegt.read.beside.finding import Finding
from belegt.read.beside.lexicon import ACTOR, ADV, AUX, DET, PREP, TIME, Sense
from belegt.read.beside.order import order
from belegt.read.beside.scene import Chunk, Predicate, Scene
from belegt.read.beside.story import Story

_SHORT = 3


def changes(scene: Scene, story: Story) -> Iterator[Finding]:
    """A finding for every verb or noun of the sentence that changes or tells who holds an area."""
    for p in scene.predicates:
        if p.fact:
            for sense in p.senses:
                found = _change(scene, story, p, sense) if sense.topic == "control" else None
                if found is not None:
                    yield found
                    break
    yield from _acts(scene, story)


def _change(scene: Scene, story: Story, p: Predicate, sense: Sense) -> Finding | None:
    if sense.value == "split":
        return _split(scene, story, p)
    if sense.frame in ("object", "attribute"):
        return taken(scene, story, p, sense.value)
    if sense.frame == "drive":
        return _driven(scene, story, p)
    if sense.frame == "from":
        return _left(scene, story, p)
    return _fallen(scene, story, p) if sense.frame == "fall" else None


def _split(scene: Scene, story: Story, p: Predicate) -> Finding | None:
    """A town divided between two parties; in German also one that is simply divided."""
    if p.voice not in ("passive", "reduced"):
        return None
    german = scene.lexicon.german
    areas = areas_in(scene, [c for c in order(scene).subjects(scene, p) if c.head < p.at or not german], story)
    sides = [c for c in order(scene).phrases(scene, p, scene.lexicon.lists["control", "split", "between"]) if is_actor(scene, c)]
    if sides and not german and not scene.all(TIME | PREP | DET | ADV, p.end, sides[0].start):
        sides = []
    if not areas or not sides and not (german and areas[0][1].named):
        return None
    phrase, area = areas[0]
    if scene.lower[phrase.head] in scene.lexicon.control["control"]:
        area = next((a for c in scene.genitives(phrase)[:1] if (a := area_of(scene, c, story)) is not None), area)
    joined = [c for c in scene.coordinated(sides[0]) if c.link or c is sides[0]] if sides else []
    first = joined[0].start if joined else 0
    while joined and first > 0 and not scene.bits[first - 1] & (PREP | AUX) and joined[0].start - first < _SHORT:
        first -= 1
    own = {"area": area.text, "change": "split", "holder": scene.says(first, joined[-1].end) if joined else "", "from_holder": ""}
    end = max([p.end, area.end, *(c.end for c in joined)])
    return Finding("control", min(area.start, p.start), end, f"split:{p.voice}", area.start, own, lasting=True)


def _driven(scene: Scene, story: Story, p: Predicate) -> Finding | None:
    """X drove Y from A (taken, from Y); Y was driven from A (lost)."""
    grammar = order(scene)
    sources = areas_in(scene, grammar.phrases(scene, p, scene.lexicon.lists["control", "lost", "source"]), story)
    if not sources:
        return None
    area, beside = sources[0][1], grammar.objects(scene, p)
    if p.voice == "active" and not scene.lexicon.german:
        taker, doer = party(scene, grammar.subjects(scene, p), story, area)
        taker = taker or story.actor_before(scene, p.start)
        gone, sufferer = party(scene, beside, story, area)
        gone = story.actor_before(scene, p.start, taker) if gone == taker else gone
    else:
        gone, sufferer = party(scene, grammar.subjects(scene, p) if p.voice != "active" else beside, story, area)
        taker, doer = party(scene, grammar.phrases(scene, p, scene.lexicon.beside["agent"]), story, area)
        rivals = sorted((c for c in beside if is_actor(scene, c) and not area.start <= c.start < area.end), key=lambda c: c.start)
        if p.voice == "active" and len(rivals) > 1:
            taker, gone = named(scene, rivals[0]), named(scene, rivals[1])
    found = finding(scene, ("lost", "driven"), area, gone, p, (sufferer, doer))
    if found is not None and taker and taker != gone:
        found.own |= {"change": "taken", "holder": taker}
    return found


def _left(scene: Scene, story: Story, p: Predicate) -> Finding | None:
    """X withdrew from A."""
    sources = areas_in(scene, order(scene).phrases(scene, p, scene.lexicon.lists["control", "lost", "source"]), story)
    if not sources or p.voice != "active" and not scene.lexicon.german:
        return None
    moved = [] if scene.lexicon.german else order(scene).objects(scene, p)[:1]
    if moved and not is_actor(scene, moved[0]):
        return None
    who, phrase = party(scene, order(scene).subjects(scene, p), story, sources[0][1])
    return finding(scene, ("lost", "left"), sources[0][1], who, p, (phrase,))


def _fallen(scene: Scene, story: Story, p: Predicate) -> Finding | None:
    """A fell to X."""
    takers = [c for c in order(scene).phrases(scene, p, scene.lexicon.control["falls_to"]) if is_actor(scene, c)]
    areas = areas_in(scene, order(scene).subjects(scene, p), story)
    return finding(scene, ("taken", "fallen"), areas[0][1], named(scene, takers[0]), p, takers[:1]) if takers and areas else None


def _acts(scene: Scene, story: Story) -> Iterator[Finding]:
    """ "the capture of A by X", "die Einnahme der Stadt durch X"."""
    aims, agent = scene.lexicon.control["aims"], scene.lexicon.beside["agent"]
    for chunk in scene.chunks:
        if chunk.prep in aims or chunk.of or not any(s.topic == "control" and s.frame == "noun" for s in scene.words[chunk.head].senses):
            continue
        areas = areas_in(scene, scene.genitives(chunk)[:1], story)
        if not areas:
            continue
        agents = [c for c in scene.chunks if c.start >= areas[0][1].end and c.prep in agent and c.clause == chunk.clause and not c.inner and is_actor(scene, c)]
        found = finding(scene, ("taken", "noun"), areas[0][1], _taker(scene, chunk, agents), _as_predicate(chunk), agents[:1])
        if found is not None:
            yield found


def _taker(scene: Scene, chunk: Chunk, agents: list[Chunk]) -> str:
    if agents:
        return named(scene, agents[0])
    before = next((k for k in range(chunk.start, chunk.head) if scene.bits[k] & ACTOR), -1)
    if before < 0:
        return ""
    return holder(scene.lexicon, scene.sentence.words[before]) or holder(scene.lexicon, scene.lower[before].rstrip("s"))


def _as_predicate(chunk: Chunk) -> Predicate:
    return Predicate(chunk.head, chunk.start, chunk.end, "noun", clause=chunk.clause)
