"""Claims beside the figures: what became of facilities, who controls what, and what was proposed (section 6 of the contract).

Invariant: sentences without a trigger are never read, and a report without one costs only the scan.
"""

from __future__ import annotations

from belegt.model import UNKNOWN_TIME, Claim, ControlClaim, FacilityClaim, Passage, ProposalClaim, Why
from belegt.read.beside import control, facility, proposal, triggers
from belegt.read.beside.finding import Finding
from belegt.read.beside.lexicon import lexicon
from belegt.read.beside.scene import Scene
from belegt.read.beside.story import Story
from belegt.read.document import Document
from belegt.read.finders import Finders

ONCE = frozenset(("holds:held", "holds:stronghold", "lost:stronghold", "holds:reduced", "holds:attribute"))
"""Who holds an area, told by the way ("rebel-held X"), counts once for each area and report."""
_KINDS: dict[str, type[Claim]] = {"facility": FacilityClaim, "control": ControlClaim, "proposal": ProposalClaim}


def beside(document: Document, finders: Finders | None = None) -> list[Claim]:
    """All facility, control and proposal claims of a report, in the order of the text; ``reader`` is left empty."""
    marks = triggers.triggers(document.lang).find(document.text)
    kinds = 0
    for _, kind in marks:
        kinds |= kind
    war = bool(kinds & triggers.WAR)
    violent = war or bool(kinds & triggers.VIOLENCE)
    wanted = _wanted(kinds, war=war)
    if not wanted:
        return []
    sentences: dict[int, int] = {}
    for offset, kind in marks:
        if kind & wanted:
            index = document.index_at(offset)
            sentences[index] = sentences.get(index, 0) | kind
    finders = finders or Finders.of(document)
    story = Story(document, lexicon(document.lang), finders.places)
    found: list[Claim] = []
    held: set[tuple[str, str]] = set()
    for index in sorted(sentences):
        for finding in _read(story, index, sentences[index], war=war, violent=violent):
            if finding.rule in ONCE:
                key = (finding.own["area"].lower(), finding.own["holder"].lower().partition(" ")[0])
                if key in held:
                    continue
                held.add(key)
            found.append(_claim(story.scene(index), finding, finders))
    return _unique(found)


def _wanted(kinds: int, *, war: bool) -> int:
    """Which triggers are worth a look, given all kinds that the report has."""
    wanted = 0
    if kinds & triggers.FACILITY and kinds & triggers.STATUS:
        wanted |= triggers.FACILITY | triggers.STATUS
    if war:
        wanted |= kinds & (triggers.CONTROL | triggers.STRONG | triggers.WEAK)
    return wanted


def _read(story: Story, index: int, kinds: int, *, war: bool, violent: bool) -> list[Finding]:
    """The findings of a sentence, topic by topic, as far as its triggers allow."""
    found: list[Finding] = []
    if kinds & triggers.FACILITY and kinds & triggers.STATUS:
        found += facility.find(story.scene(index), violent=violent)
    if war and kinds & triggers.CONTROL:
        found += control.find(story.scene(index), story)
    if war and kinds & (triggers.STRONG | triggers.WEAK):
        found += proposal.find(story.scene(index), story, war=war)
    return found


def _claim(scene: Scene, finding: Finding, finders: Finders) -> Claim:
    """One claim: its own fields first, then what governs them."""
    start, end = scene.span(finding.start, finding.end)
    voice = finders.voices.for_claim(start, end)
    when, when_rule = finders.times.for_claim(start, end, "incident", "")
    if finding.lasting and when_rule not in ("clause", "vague"):
        when = UNKNOWN_TIME
    where, where_rule = finders.places.for_claim(start, end)
    at = scene.says(finding.at, finding.at + 1)
    grounds = (("source:" + voice.rule, voice.words), ("when:" + when_rule, when.text), ("where:" + where_rule, where.text))
    why = (Why(f"{finding.kind}:{finding.rule}", at), *(Why(rule, said) for rule, said in grounds if said))
    report = finders.places.document.report
    return _KINDS[finding.kind](
        passage=Passage(report, start, end), when=when, where=where, by=finding.by, source=voice.source,
        authority=voice.authority, stance=voice.stance, why=why, **finding.own,
    )  # fmt: skip


def _unique(claims: list[Claim]) -> list[Claim]:
    """In the order of the text; ids are unique within a report."""
    seen: dict[str, Claim] = {}
    for claim in sorted(claims, key=lambda c: (c.passage.start, c.passage.end, c.kind)):
        seen.setdefault(claim.id, claim)
    return list(seen.values())
