"""Who says otherwise, and how: a rival number, an earlier one since replaced, a denial, a doubt (R11, R12).

Invariant: every claim in a figure's ``other`` has exactly one reason.
"""

from __future__ import annotations

from collections.abc import Sequence

from belegt.count.authority import authority
from belegt.model import Figure, HarmClaim

REASONS = ("denied", "disputed", "replaced", "rival")


def disagree(figure: Figure) -> tuple[tuple[HarmClaim, str], ...]:
    """Each claim that says otherwise with its reason, one of REASONS."""
    return tuple((claim, _reason(claim, figure.claims)) for claim in figure.other)


def _reason(claim: HarmClaim, resting: Sequence[HarmClaim]) -> str:
    if claim.stance != "asserted":
        return claim.stance
    later = [c for c in resting if c.report.published and claim.report.published and c.report.published > claim.report.published]
    return "replaced" if any(_voice(c) == _voice(claim) for c in later) else "rival"


def _voice(claim: HarmClaim) -> str:
    return authority(claim) or f"outlet:{claim.report.source.name or claim.report.id}"
