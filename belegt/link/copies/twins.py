"""Claims of a reprint that its original makes in the same words: they follow the original's claim wherever it goes.

Invariant: a claim that someone decided about goes its own way; what a copy adds to its original is a claim of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from belegt.link.bundle import fits
from belegt.model import Family, HarmClaim


def twins(claims: Sequence[HarmClaim], families: Iterable[Family], decided: frozenset[str]) -> dict[str, list[HarmClaim]]:
    """For each original claim, by its ref, the claims of copies that follow it.

    The same words told twice in a report are matched in the order of the text.
    """
    first = {report: family.first for family in families for report in family.reports}
    originals: defaultdict[tuple[object, ...], list[HarmClaim]] = defaultdict(list)
    copies: defaultdict[tuple[object, ...], list[HarmClaim]] = defaultdict(list)
    for claim in claims:
        family = first.get(claim.report.id)
        if family == claim.report.id:
            originals[_words(claim, family)].append(claim)
        elif family and claim.ref not in decided:
            copies[claim.report.id, *_words(claim, family)].append(claim)
    found: defaultdict[str, list[HarmClaim]] = defaultdict(list)
    for (_, *words), told in copies.items():
        for original, copy in zip(originals[tuple(words)], told, strict=False):
            if fits(original, copy):
                found[original.ref].append(copy)
    return found


def with_twins(claims: Iterable[HarmClaim], following: Mapping[str, list[HarmClaim]]) -> list[HarmClaim]:
    """Claims and all that follow them."""
    return [c for claim in claims for c in (claim, *following.get(claim.ref, ()))]


def _words(claim: HarmClaim, family: str) -> tuple[object, ...]:
    return (family, claim.kind, claim.scope, claim.count.low, claim.count.high, " ".join(claim.quote.split()))
