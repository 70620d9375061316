"""Figures read as running totals that tell one incident: a battle of a day, a raid told again without its day (R10).

Invariant: nothing that names a period of more than a day, several attacks or several settlements is taken for one incident.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from belegt.link.compare.names import plain
from belegt.link.mention import sentence
from belegt.model import HarmClaim

ONE_DAY = 1
BATTLE = re.compile(
    r"\b(?:battles?|clash(?:es)?|fighting|assault|counter-?(?:attack|offensive|assault)|offensive|firefight|gunbattle|execut(?:es?|ed|ing|ions?)|massacred?|behead(?:ed|ing|s)"
    r"|gefechten?|kampfen?|schlacht|gegenangriff|offensive|schusswechsel|massaker|hinrichtung(?:en)?|hingerichtet|enthauptet(?:en)?)\b"
)
ATTACKS = re.compile(
    r"\b(?:(?:air ?)?strikes|airstrikes|raids|attacks|bombings|bombardments?|shelling|explosions|blasts|missiles"
    r"|villages|towns|cities|provinces|governorates|areas|fronts|across"
    r"|(?:luft)?angriffen?|anschlagen?|explosionen|beschuss|dorfern?|orten?|ortschaften|stadten?|provinzen)\b"
)


def battles(claims: Iterable[HarmClaim]) -> frozenset[str]:
    """Refs of the claims that tell of one battle of a day ("30 soldiers fell in battles at the dam since Wednesday"), and of their parts."""
    told = [c for c in claims if c.scope == "total"]
    return with_parts(told, {c.ref for c in told if _of_a_day(c) and _fought(c)})


def with_parts(claims: Sequence[HarmClaim], refs: Iterable[str]) -> frozenset[str]:
    """The refs, and those of the claims that are part of them."""
    parts: defaultdict[str, list[HarmClaim]] = defaultdict(list)
    for claim in claims:
        if claim.part_of:
            parts[f"{claim.report.id}#{claim.part_of}"].append(claim)
    found = set(refs)
    return frozenset(found | {p.ref for ref in found for p in parts[ref]})


def _of_a_day(claim: HarmClaim) -> bool:
    start, end = claim.when.start, claim.when.end
    return bool(start and end and (end - start).days <= ONE_DAY)


def _fought(claim: HarmClaim) -> bool:
    words = plain(sentence(claim))
    return bool(BATTLE.search(words)) and not ATTACKS.search(words)
