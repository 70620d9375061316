"""Claims of a reprint that its original makes in the same words: they follow the original's claim wherever it goes.

Invariant: a claim that someone decided about goes its own way; what a copy adds to its original is a claim of its own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from belegt.link.bundle import fits
from belegt.model import Family, HarmClaim


def twins(claims: Sequence[HarmClaim], families: Iterable[Family], decided: frozenset[str]) -> dict[str, list[HarmClaim]]:
    """For each original claim, by its ref, the claims of copies that follow it; ``claims`` are in canonical order.

    The original is the first in its family; words told twice in a report are matched in the order of the text.
    """
    family_of = {report: family.first for family in families for report in family.reports}
    told: Counter[tuple[object, ...]] = Counter()
    originals: dict[tuple[object, ...], HarmClaim] = {}
    found: defaultdict[str, list[HarmClaim]] = defaultdict(list)
    for claim in claims:
        if claim.report.id not in family_of or claim.ref in decided:
            continue
        words = (family_of[claim.report.id], *_words(claim))
        told[claim.report.id, *words] += 1
        original = originals.setdefault((*words, told[claim.report.id, *words]), claim)
        if original is not claim and fits(original, claim):
            found[original.ref].append(claim)
    return found


def with_twins(claims: Iterable[HarmClaim], following: Mapping[str, list[HarmClaim]]) -> list[HarmClaim]:
    """Claims and all that follow them."""
    return [c for claim in claims for c in (claim, *following.get(claim.ref, ()))]


def _words(claim: HarmClaim) -> tuple[object, ...]:
    return (claim.kind, claim.scope, claim.count.low, claim.count.high, " ".join(claim.quote.split()))
