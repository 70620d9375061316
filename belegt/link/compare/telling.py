"""Two mentions in one report: a reporter who gives two figures in the same voice mostly means two events."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from belegt.link.compare.ground import Ground
from belegt.link.compare.names import plain

if TYPE_CHECKING:
    from belegt.link.mention import Mention
    from belegt.model import HarmClaim

EVERYONE = frozenset(("person", "civilian"))
ANOTHER = re.compile(
    r"\b(another|further|others?|more(?! than)|additional|weiter(?:e[rns]?)|andere[rnsm]?|zusatzlich)\b"
)
OTHERS = re.compile(r"\b(another|further|others|more(?! than)|additional|weiter(?:e[rns]?)|zusatzlich)\b")
ELSEWHERE = re.compile(
    r"\b(separate(?:ly)?|elsewhere|meanwhile|earlier|later|also|added"
    r"|anderswo|ausserdem|zudem|unterdessen|derweil|zuvor|fruher|spater)\b"
)
OPENING = re.compile(
    r"\W*(earlier|elsewhere|separately|meanwhile|in a separate|in another|zuvor|anderswo|unterdessen|derweil|bei einem (?:weiteren|anderen)|in einem (?:weiteren|anderen)"
    r"|another (?:\w+ ){0,2}(?:air ?strike|strike|raid|attack|bombing|bombardment|shelling|explosion|blast|shell|missile)s?"
    r"|ein(?:e|em|en|er)? (?:weiter|ander)e[rnsm]? (?:\w+ ){0,2}(?:luftangriff|angriff|anschlag|explosion|beschuss|rakete))\b"
)
PLACE_APART = re.compile(
    r"\b(?:an)?other (?:\w+[ -]){0,3}(?:neighbou?rhoods?|districts?|villages?|towns?|areas?|cities|city)\b"
    r"|\b(?:weiteren?|anderen?) (?:\w+ ){0,2}(?:stadtteil|viertel|dorf|ort|stadt|bezirk)\w{0,3}\b"
)
REVISED = re.compile(
    r"\b(toll|rose|risen|rises|raised|updated|initial(?:ly)?|revised|stieg|gestiegen|erhoht\w*|zunachst|opferzahl)\b"
)
DIED_LATER = re.compile(r"\b(succumbed|hospital|wounds|injuries|erlag(?:en)?|krankenhaus|verletzungen)\b")
REACH = 16


def compare_telling(a: Mention, b: Mention) -> Ground | None:
    """Different counts of a kind are told apart when they are of the same people in one voice, or told as another.

    Not so where the text revises a toll. ``a`` is told before ``b``.
    """
    if a.report.id != b.report.id:
        return None
    rivals = [(x, y) for x in a.claims for y in b.claims if differ(x, y)]
    if _parts_of_one_sum(a, b):
        return Ground("another", "parts of one sum, told apart")
    if a.revised or b.revised or not rivals:
        return Ground("same_report", "told in one report")
    if b.another:
        return Ground("another", "told as another event in the same report")
    same = any(same_people(x, y) for x, y in rivals)
    return (
        Ground("told_apart", "told apart in the same report") if same else Ground("same_report", "told in one report")
    )


def _parts_of_one_sum(a: Mention, b: Mention) -> bool:
    """Whether each counts a part, in another place, of one whole that stands in neither: a sum has its parts in several events."""
    return set(a.paths) != set(b.paths) and bool(_wholes(a) & _wholes(b))


def _wholes(m: Mention) -> frozenset[str]:
    ids = {c.id for c in m.claims}
    return frozenset(c.part_of for c in m.claims if c.part_of and c.part_of not in ids)


def revises(sentence: str) -> bool:
    """Whether a sentence revises a toll: then its numbers are of one event."""
    return bool(REVISED.search(plain(sentence)))


def told_as_another(claim: HarmClaim) -> bool:
    """Whether its words set it off from what was told before: "another five", "earlier", "elsewhere"."""
    text, start, end = claim.report.text, claim.passage.start, claim.passage.end
    if DIED_LATER.search(plain(text[start : end + REACH])):
        return False
    before, after = text[max(0, start - 8 * REACH) : start], text[end : end + 4 * REACH]
    around = plain(before.rpartition(". ")[2] + text[start:end] + after.partition(". ")[0])
    return bool(ANOTHER.search(plain(text[max(0, start - REACH) : end])) or ELSEWHERE.search(around))


def other_people(claim: HarmClaim) -> bool:
    """Whether its own words count other people: "another five", "six others"."""
    text, start, end = claim.report.text, claim.passage.start, claim.passage.end
    return bool(OTHERS.search(plain(text[max(0, start - REACH) : end])))


def set_apart(claim: HarmClaim) -> bool:
    """Whether its sentence sets another event apart: "Earlier on Wednesday ...", "on another neighbourhood"."""
    text, start, end = claim.report.text, claim.passage.start, claim.passage.end
    before = plain(text[max(0, start - 12 * REACH) : end]).rpartition(". ")[2]
    after = plain(text[end : end + 4 * REACH]).partition(". ")[0]
    return bool(OPENING.match(before) or PLACE_APART.search(before) or PLACE_APART.search(after))


def differ(a: HarmClaim, b: HarmClaim) -> bool:
    """Whether two figures of one kind cannot be one number."""
    if a.kind != b.kind or min(a.count.point, b.count.point) < 2 or not a.stance == b.stance == "asserted":
        return False
    return a.count.stated and b.count.stated and not a.count.admits(b.count)


def same_people(a: HarmClaim, b: HarmClaim) -> bool:
    """One voice counting the same people; another group may be among the others."""
    return a.source == b.source and (set(a.who) == set(b.who) or (set(a.who) <= EVERYONE and set(b.who) <= EVERYONE))
