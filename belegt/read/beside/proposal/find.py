"""The proposal claims of a sentence: for each noun that names a proposal, every answer that the sentence gives to it."""

from __future__ import annotations

from collections.abc import Iterator

from belegt.read.beside.actors import is_actor, named
from belegt.read.beside.finding import Finding
from belegt.read.beside.order import build, order
from belegt.read.beside.proposal.around import around, in_being
from belegt.read.beside.proposal.nouns import Proposal, proposals
from belegt.read.beside.proposal.verbs import done_to
from belegt.read.beside.scene import Scene
from belegt.read.beside.story import Story

_ORDERED = 7
_TOPICS = frozenset(("strong", "weak"))


def worth(scene: Scene) -> bool:
    """Whether the words of a sentence can tell of a proposal at all."""
    return any(n.topic in _TOPICS for n in scene.nouns) or scene.holds(scene.lexicon.proposal["leave"], 0, len(scene))


def find(scene: Scene, story: Story) -> list[Finding]:
    """The proposal claims of a sentence, one for each proposal and answer."""
    build(scene)
    found: list[Finding] = []
    for proposal in proposals(scene):
        for finding in _answers(scene, story, proposal):
            known = any(_tells_same(f, finding) for f in found)
            found += [] if known else [finding]
    found += _orders(scene)
    return sorted(found, key=lambda f: (f.start, f.end))


def _tells_same(a: Finding, b: Finding) -> bool:
    same = (a.own["what"], a.own["answer"]) == (b.own["what"], b.own["answer"])
    return same and a.start < b.end and b.start < a.end


def _answers(scene: Scene, story: Story, proposal: Proposal) -> list[Finding]:
    """One finding an answer; a later one quotes what stands behind the earlier one."""
    answers: dict[str, Finding] = {}
    for finding in (*done_to(scene, story, proposal), *around(scene, proposal)):
        answers.setdefault(finding.own["answer"], finding)
    if len(answers) > 1 and "made" in answers and answers["made"].rule.endswith(("attribute", "reduced")):
        made = answers.pop("made")
        for finding in answers.values():
            finding.own["proposer"] = finding.own["proposer"] or made.own["proposer"]
    if not answers and (agreed := in_being(scene, proposal)) is not None:
        answers["accepted"] = agreed
    if proposal.ended:
        answers = {answer: finding for answer, finding in answers.items() if answer == "broken"}
    found, last = sorted(answers.values(), key=lambda f: f.end), 0
    for finding in found:
        if finding.start < last < finding.end - 1:
            finding.start = last
        last = finding.end
    return found


def _orders(scene: Scene) -> Iterator[Finding]:
    """Somebody orders people to leave: "ordered civilians to evacuate the town"."""
    leave = scene.lexicon.proposal["leave"]
    for p in scene.predicates:
        if not p.fact or p.voice != "active" or not any(s.frame == "order" for s in p.senses):
            continue
        at = next((k for k in range(p.end, min(len(scene), p.end + _ORDERED)) if scene.lower[k] in leave and scene.lower[k - 1] in ("to", "zu")), -1)
        doers = [c for c in order(scene).subjects(scene, p) if is_actor(scene, c)]
        if at > 0 and doers:
            own = {"what": "evacuation", "proposer": named(scene, doers[0]), "answer": "made", "answered_by": ""}
            yield Finding("proposal", min(p.start, doers[0].start), at + 1, "made:order", at, own, lasting=True)
