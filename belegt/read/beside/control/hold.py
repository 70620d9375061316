"""Control and hands: "took control of A", "A under the control of X", "in rebel hands", "unter ihre Kontrolle gebracht".

Invariant: whose control it is is said by the words themselves, or by the subject of the verb that takes it.
"""

from __future__ import annotations

from collections.abc import Iterator

from belegt.read.beside.actors import holder, is_actor, named, nominative
from belegt.read.beside.control.areas import Area, areas_in
from belegt.read.beside.control.sides import finding, party, pronoun_subject
from belegt.read.beside.finding import Finding
from belegt.read.beside.lexicon import ACTOR, ADV, AUX, LEAD, NEG, OWN, TIME
from belegt.read.beside.order import order
from belegt.read.beside.scene import Chunk, Predicate, Scene
from belegt.read.beside.story import Story

_FEW, _CLOSE, _DENIED = 5, 2, 3


def under_control(scene: Scene, story: Story) -> Iterator[Finding]:
    """A finding for every "control" or "hands" of the sentence that says of what and whose."""
    words = scene.lexicon.control
    for at, bits in enumerate(scene.bits):
        chunk = scene.chunk(at) if bits & LEAD else None
        if chunk is None:
            continue
        control = scene.lower[at] in words["control"]
        state = chunk.prep in (words["under"] | words["held_in"] if control else words["held_in"]) or _is_out_of(scene, chunk)
        found = _state(scene, story, chunk, at) if state else None
        if found is None and control:
            found = _taken(scene, story, chunk, at)
        if found is not None:
            yield found


def _is_out_of(scene: Scene, chunk: Chunk) -> bool:
    """ "out of government control"."""
    return scene.lower[max(0, chunk.start - 2) : chunk.start] == ["out", "of"]


def _taken(scene: Scene, story: Story, chunk: Chunk, at: int) -> Finding | None:
    """X took, has, lost control of A."""
    verb = _verb(scene, chunk) if at == chunk.head else None
    if verb is None:
        return None
    p, change = verb
    grammar, words, german = order(scene), scene.lexicon.control, scene.lexicon.german
    behind = scene.near(chunk, 1)
    governed = [behind] if behind is not None and (behind.of or behind.prep in words["of"]) and behind.start - chunk.end <= _CLOSE else []
    if german:
        governed += grammar.phrases(scene, p, words["of"]) or [c for c in grammar.objects(scene, p) if c is not chunk]
    areas = areas_in(scene, governed, story)
    if not areas:
        return None
    who, phrase = party(scene, [c for c in grammar.subjects(scene, p) if c is not chunk], story, areas[0][1])
    who = who or (pronoun_subject(scene, story, p) if german else story.actor_before(scene, p.start))
    return finding(scene, (change, "control"), areas[0][1], who, p, (chunk, phrase))


def _verb(scene: Scene, chunk: Chunk) -> tuple[Predicate, str] | None:
    """The verb that takes "control" as its object, and the change it tells."""
    german = scene.lexicon.german
    first = chunk.start if scene.bits[chunk.start] & TIME and chunk.start == chunk.head else chunk.start - 1
    for at in range(len(scene)) if german else range(first, max(-1, chunk.start - _FEW), -1):
        if scene.clauses[at] != chunk.clause:
            continue
        value = next((s.value for s in scene.words[at].senses if s.topic == "control" and s.frame == "control"), "")
        if value:
            known = next((p for p in scene.predicates if p.at == at and p.voice != "attribute"), None)
            if known is None and scene.lower[at] in scene.lexicon.control["verbless"]:
                return Predicate(at, at, at + 1, clause=chunk.clause), value
            return (known, value) if known is not None and known.fact else None
        if not german and scene.verbal[at]:
            return None
    return None


def _state(scene: Scene, story: Story, chunk: Chunk, at: int) -> Finding | None:
    """A is, came, fell under the control of X; A in rebel hands."""
    words = scene.lexicon.control
    who, last = _whose(scene, story, chunk, at)
    if not who or scene.any(NEG, chunk.start - _DENIED, chunk.end) or not _is_fact(scene, chunk):
        return None
    candidates = _candidates(scene, chunk, at)
    areas = areas_in(scene, [c for c in candidates if not c.prep], story) or areas_in(scene, candidates, story)
    if not areas:
        return None
    area = areas[0][1]
    change = _told(scene, chunk, area)
    if change == "holds" and (scene.bits[chunk.start] & OWN or area.plural):
        return None
    if change == "holds" and scene.holds(words["former"], area.start - 1, chunk.start) or _is_out_of(scene, chunk):
        change = "lost"
    return finding(scene, (change, "under"), area, who, Predicate(chunk.start - 1, chunk.start - 1, last, clause=chunk.clause))


def _told(scene: Scene, chunk: Chunk, area: Area) -> str:
    """Whether it was brought under control or is there."""
    brought = scene.lexicon.lists["control", "taken", "brought"]
    if scene.lexicon.german:
        inside = (low for low, clause in zip(scene.lower, scene.clauses, strict=True) if clause == chunk.clause)
        return "taken" if not brought.isdisjoint(inside) else "holds"
    return "taken" if scene.holds(brought, area.start - 1, chunk.start) else "holds"


def _candidates(scene: Scene, chunk: Chunk, at: int) -> list[Chunk]:
    """What may be under control: the subject, or what stands between the verb and the words."""
    if scene.lexicon.german:
        return [c for c in order(scene).objects(scene, Predicate(at, at, at + 1, clause=chunk.clause)) if c is not chunk]
    before = [c for c in reversed(scene.chunks) if c.end <= chunk.start and c.clause == chunk.clause and not c.of]
    verb = next((k for k in range(chunk.start - 1, -1, -1) if scene.verbal[k]), -1)
    group = verb
    while group > 0 and scene.bits[group - 1] & (AUX | ADV | NEG):
        group -= 1
    subject = order(scene).subjects(scene, Predicate(verb, group, verb + 1, clause=chunk.clause)) if verb >= 0 else []
    found = [c for c in before if c.start > verb] + subject + [c for c in before if c.start < verb]
    return found or [c for c in reversed(scene.chunks) if c.end <= chunk.start and chunk.start - c.end <= _FEW]


def _is_fact(scene: Scene, chunk: Chunk) -> bool:
    """Whether what brings it under control is told as a fact."""
    return all(p.fact for p in scene.predicates if p.clause == chunk.clause and any(s.topic == "control" for s in p.senses))


def _whose(scene: Scene, story: Story, chunk: Chunk, at: int) -> tuple[str, int]:
    """Whose control or hands it is, and where the words that say so end."""
    for k in range(chunk.start, at):
        known = scene.lexicon.holders.get(scene.lower[k])
        if scene.bits[k] & ACTOR or known or holder(scene.lexicon, scene.lower[k]):
            return known or nominative(scene, Chunk(chunk.start, at, at - 1)), at + 1
    following = scene.near(chunk, 1)
    if following is not None and (following.of or following.prep in scene.lexicon.control["owners"]) and is_actor(scene, following):
        return named(scene, following), following.end
    return (story.actor_before(scene, chunk.start) if scene.bits[chunk.start] & OWN else ""), at + 1
