"""Figures inside a total told before: 81 dead in a country, 27 of them in one of its provinces; one of the dead by himself.

Invariant: the parts of one total never add up to more than it, and a part lies in the time of its whole where both are known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from belegt.model import HarmClaim
from belegt.read.document import Document
from belegt.read.grammar.findings import Finding
from belegt.read.lang import table, words

FEWEST, REACH = 10, 8
"""Least number of a total that is told by places; figures between it and its part at most."""
HARM = frozenset(("killed", "injured", "missing"))
ANYBODY = frozenset(("person", "man", "woman", "child", "elderly"))
SIDES = frozenset(("combatant", "police", "attacker"))
SURE = ("exact", "about", "at_least", "more_than")


def parts_by_place(claims: dict[int, HarmClaim], found: Sequence[Finding]) -> None:
    """Name the whole of every figure that belongs to a total told before it, by place and time."""
    ordered = [f for f in found if id(f) in claims]
    taken: dict[str, int] = {}
    for number, finding in enumerate(ordered):
        claim = claims[id(finding)]
        if claim.kind not in HARM or claim.part_of is not None or not claim.where.within or claim.count.high == 0:
            continue
        for earlier in reversed(ordered[max(0, number - REACH) : number]):
            whole = claims[id(earlier)]
            if earlier.sentence < finding.sentence and _holds(whole, claim, taken.get(whole.id, 0)):
                claims[id(finding)] = replace(claim, part_of=whole.id)
                taken[whole.id] = taken.get(whole.id, 0) + (claim.count.low or 1)
                break


def _holds(whole: HarmClaim, part: HarmClaim, taken: int) -> bool:
    """Whether the count of one figure contains that of another."""
    least, size = whole.count.low, part.count.low
    if whole.kind != part.kind or whole.part_of is not None or least is None or size is None or least < FEWEST:
        return False
    if "natural" not in whole.means or not set(part.means) <= set(whole.means):
        return False
    if not whole.where.place or whole.where.place not in part.where.within or size >= least:
        return False
    if whole.count.qualifier in ("exact", "about") and taken + size > least:
        return False
    if whole.when.start is None or part.when.start is None or whole.when.end is None or part.when.end is None:
        return True
    return whole.when.start <= part.when.start and part.when.end <= whole.when.end


def parts_of_incident(claims: dict[int, HarmClaim], found: Sequence[Finding], document: Document) -> None:
    """One person told of after the toll of the same incident is of it, and so are bodies found and wounded brought to help."""
    ordered = [f for f in found if id(f) in claims]
    taken: dict[str, int] = {}
    for claim in claims.values():
        if claim.part_of is not None:
            taken[claim.part_of] = taken.get(claim.part_of, 0) + (claim.count.low or 1)
    for number, finding in enumerate(ordered):
        claim = claims[id(finding)]
        if claim.part_of is not None or claim.scope != "incident" or not _one_or_found(finding, claim, document):
            continue
        whole = next((claims[id(f)] for f in reversed(ordered[:number]) if _told(f, claims[id(f)], finding, claim, document)), None)
        if whole is None or whole.count.qualifier == "exact" and taken.get(whole.id, 0) + (claim.count.low or 1) > (whole.count.low or 0):
            continue
        claims[id(finding)] = replace(claim, part_of=whole.id)
        taken[whole.id] = taken.get(whole.id, 0) + (claim.count.low or 1)


def _one_or_found(finding: Finding, claim: HarmClaim, document: Document) -> bool:
    mention = finding.mention
    if mention.more or mention.zero or finding.zero or claim.kind not in ("killed", "injured"):
        return False
    if (claim.count.low, claim.count.high) == (1, 1):
        return mention.kind != "pronoun"
    lang = document.lang
    lists = table(lang, "scope").get("taken", {})
    sentence = document.sentence(finding.sentence)
    if claim.count.qualifier not in ("exact", "about") or claim.kind not in lists:
        return False
    heads, verbs = lists[claim.kind]["people"], lists[claim.kind]["verbs"]
    return sentence.lower[mention.head].endswith(tuple(heads)) and not sentence.vocabulary.isdisjoint(verbs)


def _told(earlier: Finding, whole: HarmClaim, finding: Finding, part: HarmClaim, document: Document) -> bool:
    """Whether the toll told before is that of the same incident, and of anybody."""
    least, size = whole.count.low, part.count.low or 1
    if whole.kind != part.kind or whole.part_of is not None or least is None or least < 2 or size >= least:
        return False
    if whole.scope != "incident" or whole.count.qualifier not in SURE or earlier.sentence >= finding.sentence or earlier.zero:
        return False
    first = document.sentence(earlier.sentence).lower[earlier.mention.start]
    if first in words(document.lang, "people", "own") or not set(part.who) <= {*whole.who, *ANYBODY}:
        return False
    if not SIDES.isdisjoint(whole.who) and SIDES.isdisjoint(part.who):
        return False
    same_day = (part.when.start, part.when.end) == (whole.when.start, whole.when.end)
    return same_day and (not part.where.place or part.where.place == whole.where.place)
