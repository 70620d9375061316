"""How many independent sources stand behind a set of claims (R21): reprints are one, and so are all who cite one authority.

Invariant: adding a copy of a report, or one more report that cites the same authority, changes no number.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from belegt.count.authority import authority
from belegt.model import Family, HarmClaim


def first_reports(families: Iterable[Family]) -> dict[str, str]:
    """For each report that is a copy, or has copies, the one that had the text first."""
    return {report: family.first for family in families for report in family.reports}


def voices(claims: Iterable[HarmClaim], first: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """For each claim, by its ref, the voices it rests on: its authority, or the family of its report where it names none.

    What a report says in its own words is its own voice only where it cites nobody: a headline over an attributed figure
    retells it.
    """
    told = list(claims)
    cited: defaultdict[str, set[str]] = defaultdict(set)
    for claim in told:
        if key := authority(claim):
            cited[_family(claim, first)].add(key)
    found = {}
    for claim in told:
        family = _family(claim, first)
        own = {authority(claim)} - {""}
        found[claim.ref] = frozenset(own or cited[family] or {f"report:{family}"})
    return found


def independent_sources(claims: Iterable[HarmClaim], first: Mapping[str, str]) -> int:
    """The number of different voices."""
    return len(frozenset[str]().union(*voices(claims, first).values()))


def originals(claims: Iterable[HarmClaim], first: Mapping[str, str]) -> list[HarmClaim]:
    """The claims, first published first, without those that a copy only repeats: a copy adds nothing, however late.

    A copy that gives another number was brought up to date, and keeps it.
    """
    made: dict[tuple[object, ...], str] = {}
    return [c for c in claims if made.setdefault((_family(c, first), *_figure(c)), c.report.id) == c.report.id]


def _figure(claim: HarmClaim) -> tuple[object, ...]:
    return (claim.kind, claim.count.low, claim.count.high, claim.count.qualifier, claim.who)


def _family(claim: HarmClaim, first: Mapping[str, str]) -> str:
    return first.get(claim.report.id, claim.report.id)
