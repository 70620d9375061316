"""Words beside a proposal that answer it: despite a truce, a breach of it, under a deal, in force, brokered by somebody.

Invariant: each finding quotes the noun with the word that answers it.
"""

from __future__ import annotations

from collections.abc import Iterator

from belegt.read.beside.finding import Finding
from belegt.read.beside.lexicon import NEG
from belegt.read.beside.proposal.nouns import Proposal, tells
from belegt.read.beside.proposal.parties import beside, proposer, violator
from belegt.read.beside.scene import Scene

_AFTER = 7
_BREAKABLE = frozenset(("ceasefire", "deal"))


def around(scene: Scene, proposal: Proposal) -> Iterator[Finding]:
    """A finding for every word beside the noun that answers it."""
    words, noun = scene.lexicon.proposal, proposal.noun
    for chunk in proposal.phrases:
        despite = chunk.prep in words["despite"] or scene.holds(words["despite"], chunk.start - 1, chunk.start)
        if noun.kind in _BREAKABLE and despite and chunk.start:
            yield beside(scene, proposal, "broken", (chunk.start - 1, noun.end), violator(scene, chunk.start))
        for answer in ("broken", "accepted", "rejected", "made"):
            if tells(scene, chunk, answer) and not scene.any(NEG, chunk.start, chunk.end):
                yield beside(scene, proposal, answer, (chunk.start, max(noun.end, chunk.end)))
    chunk = proposal.chunk
    before = scene.near(chunk, -1)
    if chunk.prep in words["breach_of"] and before is not None and tells(scene, before, "broken"):
        yield beside(scene, proposal, "broken", (before.start, noun.end))
    if chunk.prep in words["under"] and not chunk.of and noun.kind != "talks":
        yield beside(scene, proposal, "accepted", (chunk.start - 1, noun.end))
    yield from _in_force(scene, proposal)


def _in_force(scene: Scene, proposal: Proposal) -> Iterator[Finding]:
    """ "the ceasefire in place since Monday"."""
    noun = proposal.noun
    for phrase in scene.nouns:
        near = noun.end <= phrase.start < noun.end + _AFTER and scene.clauses[phrase.start] == scene.clauses[noun.head]
        if phrase.topic == "proposal:place" and near and not scene.bits[phrase.start - 1] & NEG:
            yield beside(scene, proposal, "accepted", (proposal.chunk.start, phrase.end))
            return


def in_being(scene: Scene, proposal: Proposal) -> Finding | None:
    """One that somebody brokered, that two sides have, or after which things happen: it was agreed."""
    chunk, words, noun = proposal.chunk, scene.lexicon.proposal, proposal.noun
    if noun.topic != "strong" or chunk.of or scene.any(NEG, chunk.start - 2, chunk.end):
        return None
    found = beside(scene, proposal, "accepted", (chunk.start, noun.end))
    settled = chunk.prep in words["settled"]
    if settled and (noun.kind == "ceasefire" or found.own["answered_by"]):
        return found
    plain = settled or not chunk.prep or chunk.prep in words["under"]
    return found if plain and proposer(scene, proposal) else None
