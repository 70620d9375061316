"""Claims beside the figures: what became of facilities, who controls what, and what was proposed (section 6 of the contract).

Invariant: sentences without a trigger are never read, and a report without one costs only the scan.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from belegt.model import UNKNOWN_TIME, Claim, ControlClaim, FacilityClaim, Passage, ProposalClaim, Why
from belegt.read.beside import control, facility, proposal, triggers
from belegt.read.beside.finding import Finding
from belegt.read.beside.lexicon import lexicon
from belegt.read.beside.scene import Scene
from belegt.read.beside.story import Story
from belegt.read.beside.triggers import CONTROL, FACILITY, QUIET, STATUS, STRONG, VIOLENCE, WAR, WEAK
from belegt.read.document import Document
from belegt.read.finders import Finders

ONCE = frozenset(("holds:held", "holds:stronghold", "lost:stronghold", "holds:reduced", "holds:attribute"))
"""Who holds an area, told by the way ("rebel-held X"), counts once for each area and report."""
_LONG = 600
"""A sentence is hardly longer, in characters."""
_DATED = frozenset(("clause", "vague"))
_KINDS: dict[str, type[Claim]] = {"facility": FacilityClaim, "control": ControlClaim, "proposal": ProposalClaim}


def beside(document: Document, finders: Finders | None = None) -> list[Claim]:
    """All facility, control and proposal claims of a report, in the order of the text; ``reader`` is left empty."""
    marks = triggers.triggers(document.lang).find(document.text)
    kinds = 0
    for _, kind in marks:
        kinds |= kind
    sentences = _sentences(document, marks, kinds)
    if not sentences:
        return []
    finders = finders or Finders.of(document)
    story = Story(document, lexicon(document.lang), finders.places)
    found: list[Claim] = []
    held: set[tuple[str, str]] = set()
    for index in sorted(sentences):
        for finding in _read(story, index, sentences[index], kinds):
            if finding.rule in ONCE:
                key = (finding.own["area"].lower(), finding.own["holder"].lower().partition(" ")[0])
                if key in held:
                    continue
                held.add(key)
            found.append(_claim(story.raw(index), finding, finders))
    return _unique(found)


def _sentences(document: Document, marks: list[tuple[int, int]], kinds: int) -> dict[int, int]:
    """The sentences to read, with the kinds of their triggers, given all kinds that the report has."""
    status = STATUS if kinds & (WAR | VIOLENCE) else QUIET
    lone = kinds & (CONTROL | STRONG | WEAK) if kinds & WAR else 0
    paired = _paired(marks, status)
    if not paired and not lone:
        return {}
    found: dict[int, int] = {}
    for offset, kind in marks:
        if kind & lone or kind & (FACILITY | status) and offset in paired:
            index = document.index_at(offset)
            found[index] = found.get(index, 0) | kind
    both = FACILITY | status
    return {index: kind for index, kind in found.items() if kind & lone or kind & both == both}


def _paired(marks: list[tuple[int, int]], status: int) -> set[int]:
    """Offsets of the facilities and of the words for their status that stand near enough for one sentence."""
    found: set[int] = set()
    last = {FACILITY: -_LONG, status: -_LONG}
    for offset, kind in marks:
        for one, other in ((FACILITY, status), (status, FACILITY)):
            if kind & one:
                last[one] = offset
                if offset - last[other] < _LONG:
                    found |= {offset, last[other]}
    return found


def _read(story: Story, index: int, own: int, kinds: int) -> list[Finding]:
    """The findings of a sentence, topic by topic, as far as its own triggers and those of the report allow."""
    found: list[Finding] = []
    if own & FACILITY and own & STATUS and facility.worth(story.raw(index)):
        found += facility.find(story.raw(index), violent=bool(kinds & (WAR | VIOLENCE)))
    if kinds & WAR and own & CONTROL and control.worth(story.raw(index)):
        found += control.find(story.raw(index), story)
    if kinds & WAR and own & (STRONG | WEAK) and proposal.worth(story.raw(index)):
        found += proposal.find(story.raw(index), story)
    return found


def _claim(scene: Scene, finding: Finding, finders: Finders) -> Claim:
    """One claim: its own fields first, then what governs them."""
    start, end = scene.span(finding.start, finding.end)
    voice = finders.voices.for_claim(start, end)
    when, when_rule = finders.times.for_claim(start, end, "incident", "")
    if finding.lasting and when_rule not in _DATED:
        when = UNKNOWN_TIME
    where, where_rule = finders.places.for_claim(start, end)
    grounds = (("source:" + voice.rule, voice.words), ("when:" + when_rule, when.text), ("where:" + where_rule, where.text))
    why = (Why(f"{finding.kind}:{finding.rule}", scene.says(finding.at, finding.at + 1)), *(Why(rule, said) for rule, said in grounds if said))
    own: Mapping[str, Any] = finding.own
    return _KINDS[finding.kind](
        passage=Passage(finders.places.document.report, start, end), when=when, where=where, by=finding.by, source=voice.source,
        authority=voice.authority, stance=voice.stance, why=why, **own,
    )  # fmt: skip


def _unique(claims: list[Claim]) -> list[Claim]:
    """In the order of the text; ids are unique within a report."""
    seen: dict[str, Claim] = {}
    for claim in sorted(claims, key=lambda c: (c.passage.start, c.passage.end, c.kind)):
        seen.setdefault(claim.id, claim)
    return list(seen.values())
