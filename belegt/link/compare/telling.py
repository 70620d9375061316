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
    r"\b(another|others?|further|separate(?:ly)?|elsewhere|meanwhile|earlier|later|also"
    r"|weiter(?:e[rns]?)|andere[rnsm]?|anderswo|ausserdem|zudem|unterdessen|derweil|fruher|spater)\b"
)
REVISED = re.compile(r"\b(toll|rose|risen|rises|raised|updated|initial(?:ly)?|revised|stieg|gestiegen|erhoht\w*|zunachst)\b")


def compare_telling(a: Mention, b: Mention, spoken: tuple[str, str]) -> Ground | None:
    """``spoken`` are their sentences. Different counts of a kind, in one voice and none a revision, are told apart."""
    if a.report.id != b.report.id:
        return None
    if not _rivals(a, b) or any(REVISED.search(plain(s)) for s in spoken):
        return Ground("same_report", "told in one report")
    if ANOTHER.search(plain(spoken[1])):
        return Ground("another", "told as another event in the same report")
    return Ground("told_apart", "told apart in the same report")


def _rivals(a: Mention, b: Mention) -> bool:
    return any(_rival(x, y) for x in a.claims for y in b.claims)


def _rival(a: HarmClaim, b: HarmClaim) -> bool:
    """Different numbers of the same people in one voice; one person, or another group, may be among the others."""
    same_voice = a.source == b.source and a.stance == b.stance == "asserted"
    same_people = set(a.who) == set(b.who) or (set(a.who) <= EVERYONE and set(b.who) <= EVERYONE)
    if not same_voice or not same_people or a.kind != b.kind or min(a.count.point, b.count.point) < 2:
        return False
    return a.count.stated and b.count.stated and not a.count.admits(b.count)
