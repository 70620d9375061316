"""Who proposed and who answered: brokers, the two sides "between" which it is, who broke it; and the claim that comes of it."""

from __future__ import annotations

from collections.abc import Sequence

from belegt.read.beside.actors import is_actor, named, parties
from belegt.read.beside.finding import Finding
from belegt.read.beside.lexicon import ACTOR, DET, PRON, TIME
from belegt.read.beside.proposal.nouns import Proposal
from belegt.read.beside.scene import Chunk, Predicate, Scene

_BEFORE, _BEHIND, _BRACKET, _SIDES = 14, 3, 4, 8


def answered(scene: Scene, proposal: Proposal, p: Predicate, answer: str, told: tuple[str, Sequence[Chunk]] = ("", ())) -> Finding:
    """The claim that a verb makes; ``told`` is who did it with the phrases that say so."""
    who, chunks = told
    noun, chunk = proposal.noun, proposal.chunk
    near = [c for c in chunks if c.end <= chunk.start and chunk.start - c.end < _BEFORE or c.start >= chunk.end and c.start - p.end < _BEHIND]
    near += [c for c in chunks if near and c.link and 0 <= c.start - p.end < _BEFORE]
    start = min([p.start, chunk.start, *(c.start for c in near)])
    end = max([p.end, p.tail, noun.end, *(c.end for c in near)])
    brokered = answer == "made" or scene.lower[p.at] in scene.lexicon.proposal["brokers"]
    own = {"what": proposal.what, "proposer": "", "answer": answer, "answered_by": ""} | {"proposer" if brokered else "answered_by": who}
    own["proposer"] = own["proposer"] or proposer(scene, proposal)
    if answer in ("accepted", "broken"):
        own["answered_by"] = own["answered_by"] or between(scene, proposal)
    return Finding("proposal", start, end, f"{answer}:{p.voice}", noun.head, own, lasting=True)


def beside(scene: Scene, proposal: Proposal, answer: str, span: tuple[int, int], by: str = "") -> Finding:
    """The claim that words beside the noun make."""
    sides = by or (between(scene, proposal) if answer == "accepted" else "")
    own = {"what": proposal.what, "proposer": proposer(scene, proposal), "answer": answer, "answered_by": sides}
    return Finding("proposal", *span, f"{answer}:beside", proposal.noun.head, own, lasting=True)


def may_act(scene: Scene, chunk: Chunk) -> bool:
    """Whether a phrase can be a party: one of the war, or somebody with a name."""
    if scene.bits[chunk.head] & (TIME | PRON):
        return False
    capitals = sum(w.capital for w in scene.words[max(chunk.start, not scene.lexicon.german) : chunk.end])
    return is_actor(scene, chunk) or capitals > scene.lexicon.german


def proposer(scene: Scene, proposal: Proposal) -> str:
    """Who proposed it, by its attribute: "UN-brokered", "Russian brokered", "von der Uno vorgelegten"."""
    start, brokered = proposal.chunk.start, scene.lexicon.proposal["brokered"]
    for k in range(start, proposal.noun.start):
        low = scene.lower[k]
        first, dash, last = low.rpartition("-")
        if dash and last in brokered:
            return scene.sentence.words[k][: len(first)]
        if low not in brokered:
            continue
        if not scene.lexicon.german:
            return scene.says(start + bool(scene.bits[start] & DET), k) if k > start else ""
        agents = [c for c in scene.chunks if c.end <= k and c.prep in scene.lexicon.beside["agent"] and k - c.end < _BRACKET]
        return parties(scene, agents)
    return ""


def between(scene: Scene, proposal: Proposal) -> str:
    """ "between Russia and Turkey", "zwischen Regierung und Rebellen"."""
    noun, words = proposal.noun, scene.lexicon.proposal["between"]
    for chunk in scene.chunks:
        if chunk.prep in words and noun.end <= chunk.start <= noun.end + _SIDES and chunk.clause == scene.clauses[noun.head]:
            return parties(scene, scene.coordinated(chunk))
    return ""


def violator(scene: Scene, at: int) -> str:
    """Who struck despite it: "killed in Syrian regime shelling despite a truce"."""
    for chunk in reversed(scene.chunks):
        if chunk.end > at or not any(s.topic == "facility" and s.frame == "noun" for s in scene.words[chunk.head].senses):
            continue
        last = next((k for k in range(chunk.head - 1, chunk.start - 1, -1) if scene.bits[k] & ACTOR), -1)
        if last >= 0:
            return scene.says(chunk.start, last + 1)
        following = scene.near(chunk, 1)
        if following is not None and following.prep in scene.lexicon.beside["agent"] and is_actor(scene, following):
            return named(scene, following)
    return ""
