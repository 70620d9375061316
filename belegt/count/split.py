"""Casualties told without a split ("deaths and injuries", "dozens killed and wounded") where nobody counts the dead or the injured.

What names both tells of at least some of each: a bare plural of the killed and one of the injured, which a house reads as it
reads any plural. Invariant: a stated number of casualties is never taken for a number of killed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from belegt.model import Figure, HarmClaim, Quantity

NAMED = {
    "killed": re.compile(r"\b(?:killed|dead|death\w*|died|martyr\w*|fatalit\w+|getötet\w*|tot|tote[nr]?|todesopfer\w*)\b"),
    "injured": re.compile(r"\b(?:injur\w+|wound\w+|hurt|verletzt\w*|verwundet\w*)\b"),
}


def split(claims: Sequence[HarmClaim]) -> list[HarmClaim]:
    """The casualties as plurals of the kinds that they name and that no other claim is of; these stand for no claim of their own."""
    told = {c.kind for c in claims if c.stance == "asserted"}
    mixed = [c for c in claims if c.kind == "casualties" and c.stance == "asserted" and not c.part_of and _unsplit(c)]
    return [
        replace(c, kind=kind, count=Quantity(c.count.text, 1, None, "unstated"))
        for kind, words in NAMED.items()
        if kind not in told
        for c in mixed
        if words.search(c.quote.casefold())
    ]


def restored(figure: Figure, claims: Sequence[HarmClaim]) -> Figure:
    """The figure with the claims as they were told, not as they were split."""
    own = {c.ref: c for c in claims}
    return replace(figure, claims=tuple(own[c.ref] for c in figure.claims), other=tuple(own[c.ref] for c in figure.other))


def _unsplit(claim: HarmClaim) -> bool:
    """Whether it names both kinds and counts neither."""
    words = claim.quote.casefold()
    return claim.count.qualifier in ("vague", "unstated") and all(pattern.search(words) for pattern in NAMED.values())
