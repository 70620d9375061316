"""What is done to a proposal and what it does: agreed, rejected, broken; it took effect, it collapsed, it will begin.

Invariant: only facts answer a proposal; what lies ahead is at most made.
"""

from __future__ import annotations

from collections.abc import Iterator

from belegt.read.beside.actors import parties
from belegt.read.beside.finding import Finding
from belegt.read.beside.lexicon import PRON, Sense
from belegt.read.beside.order import order
from belegt.read.beside.proposal.nouns import Proposal
from belegt.read.beside.proposal.parties import answered, between, may_act
from belegt.read.beside.scene import Chunk, Predicate, Scene
from belegt.read.beside.story import Story

_EFFECT, _AHEAD, _BACK = 3, 8, 12


def done_to(scene: Scene, story: Story, proposal: Proposal) -> Iterator[Finding]:
    """A finding for every verb of the sentence that answers the proposal."""
    for p in scene.predicates:
        for sense in p.senses:
            if sense.topic == "proposal" and (p.fact or p.future):
                found = _done(scene, story, proposal, p, sense) if sense.frame == "object" else _does(scene, proposal, p, sense) if sense.frame == "subject" else None
                if found is not None:
                    yield found
    ahead = _scheduled_german(scene, proposal) if scene.lexicon.german else _scheduled(scene, proposal)
    if ahead is not None:
        yield ahead


def _done(scene: Scene, story: Story, proposal: Proposal, p: Predicate, sense: Sense) -> Finding | None:
    """Somebody does it to the proposal: agreed a truce, the plan was rejected, einen Plan abgelehnt."""
    if not p.fact:
        return None
    grammar, german = order(scene), scene.lexicon.german
    agents = grammar.phrases(scene, p, scene.lexicon.proposal["agents"])
    if p.voice == "attribute":
        inside = proposal.chunk.start <= p.at < proposal.noun.start
        return answered(scene, proposal, p, sense.value, (parties(scene, agents), agents)) if inside and agents else None
    if not german and p.voice in ("passive", "reduced"):
        suffers = proposal.owns(grammar.subjects(scene, p))
        return answered(scene, proposal, p, sense.value, (parties(scene, agents), agents)) if suffers else None
    leaves = scene.lower[p.at] in scene.lexicon.proposal["leaving"]
    into = scene.lexicon.proposal["left" if leaves else "taking_part" if sense.value == "accepted" else "aimed_at"]
    if not proposal.owns(grammar.objects(scene, p) + grammar.phrases(scene, p, into)):
        return None
    doers = _doers(scene, proposal, p, agents)
    who = parties(scene, doers)
    if not who and p.start and scene.bits[p.start - 1] & PRON:
        who = story.actor_before(scene, p.start - 1)
    return answered(scene, proposal, p, sense.value, (who, doers))


def _doers(scene: Scene, proposal: Proposal, p: Predicate, agents: list[Chunk]) -> list[Chunk]:
    doers = [c for c in order(scene).subjects(scene, p) if not proposal.owns([c]) and may_act(scene, c)]
    if not scene.lexicon.german:
        return doers
    first = agents if p.voice == "passive" and agents else doers[:1]
    return [d for c in first for d in scene.whole(c) if not d.prep or d in agents]


def _does(scene: Scene, proposal: Proposal, p: Predicate, sense: Sense) -> Finding | None:
    """The proposal does it itself: took effect, is holding, collapsed."""
    if p.voice not in ("active", "passive") or not proposal.owns(order(scene).subjects(scene, p)):
        return None
    if sense.value == "accepted" and not scene.lexicon.german:
        words = scene.lexicon.lists["proposal", "accepted", "subject_object"]
        if scene.lower[p.at] in scene.lexicon.proposal["empty"] and not scene.holds(words, p.end, p.end + _EFFECT):
            return None
        if not p.fact:
            return answered(scene, proposal, p, "made", _teller(scene, p)) if p.future else None
    return answered(scene, proposal, p, sense.value, (between(scene, proposal), ())) if p.fact else None


def _teller(scene: Scene, p: Predicate) -> tuple[str, list[Chunk]]:
    """Who says that it will begin."""
    said = next((k for k in range(p.start - 1, -1, -1) if scene.lower[k] in scene.lexicon.proposal["tells"]), -1)
    if said < 0 or scene.clauses[p.start] - scene.clauses[said] > 1:
        return "", []
    return parties(scene, order(scene).subjects(scene, Predicate(said, said, said + 1, clause=scene.clauses[said]))), []


def _scheduled(scene: Scene, proposal: Proposal) -> Finding | None:
    """Talks will kick off, a ceasefire is due to begin."""
    words, noun, chunk = scene.lexicon.proposal, proposal.noun, proposal.chunk
    future = scene.lexicon.lists["proposal", "made", "future"]
    if chunk.prep and not chunk.of and not scene.holds(words["start"], chunk.end, chunk.end + 1):
        return None
    for k in range(noun.end, min(len(scene), noun.end + _AHEAD)):
        if scene.clauses[k] != chunk.clause:
            break
        ahead = scene.lower[k] in future and scene.lower[k - 1] in words["ahead"]
        if ahead and (scene.lower[k - 1] != "to" or scene.holds(words["start"], noun.end, k)):
            teller = _teller(scene, Predicate(chunk.start, chunk.start, chunk.start + 1))
            return answered(scene, proposal, Predicate(k, k, k + 1, clause=chunk.clause), "made", teller)
    return None


def _scheduled_german(scene: Scene, proposal: Proposal) -> Finding | None:
    """Die nächste Runde beginne im Mai; sie soll, wird beginnen."""
    chunk, future = proposal.chunk, scene.lexicon.lists["proposal", "made", "future"]
    if chunk.prep and not chunk.of:
        return None
    for k, low in enumerate(scene.lower):
        if low in future and scene.clauses[k] == chunk.clause and (low.endswith("e") or scene.holds(scene.lexicon.proposal["ahead"], k - _BACK, k + 1)):
            return answered(scene, proposal, Predicate(k, k, k + 1, clause=chunk.clause), "made")
    return None
