"""Footnotes: one number a passage, in the order of first use; runs of numbers are written [1-3]."""

from __future__ import annotations

from collections.abc import Iterable

from belegt.brief.check import holds
from belegt.model import Claim, Footnote, HarmClaim
from belegt.model.correction import own


class Notes:
    """Gives out the numbers of a brief."""

    def __init__(self) -> None:
        self._claims: dict[tuple[str, int, int], list[Claim]] = {}
        self._numbers: dict[tuple[str, int, int], int] = {}

    def number(self, claim: Claim) -> int:
        """The number of the passage of a claim, a new one when it is used for the first time."""
        key = (claim.report.id, claim.passage.start, claim.passage.end)
        claims = self._claims.setdefault(key, [])
        if all(c.ref != claim.ref for c in claims):
            claims.append(claim)
        return self._numbers.setdefault(key, len(self._numbers) + 1)

    def footnotes(self) -> tuple[Footnote, ...]:
        """All footnotes, in order."""
        return tuple(_footnote(n, claims) for n, claims in enumerate(self._claims.values(), 1))


def _footnote(n: int, claims: list[Claim]) -> Footnote:
    passage = claims[0].passage
    report = passage.report
    return Footnote(
        n=n,
        passage=passage,
        claims=tuple(claims),
        quote=passage.quote,
        outlet=report.source.name,
        published=report.published,
        title=report.title,
        url=report.url,
        own=tuple(dict.fromkeys(name for claim in claims for name in _own(claim))),
    )


def _own(claim: Claim) -> Iterable[str]:
    """The fields of a claim that are its reviewer's own: filled without words, or a number that the quote does not hold."""
    yield from own(claim)
    numbered = isinstance(claim, HarmClaim) and any(c.field == "count" and c.words for c in claim.corrected)
    if numbered and isinstance(claim, HarmClaim) and not holds(claim.quote, claim.report.lang, claim.count):
        yield "count"


def grouped(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Runs of consecutive numbers as (first, last)."""
    runs: list[tuple[int, int]] = []
    for n in sorted(set(numbers)):
        if runs and n == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], n)
        else:
            runs.append((n, n))
    return runs


def bracketed(numbers: Iterable[int]) -> str:
    """Numbers as "[1-3, 7]", nothing where there are none."""
    runs = [str(a) if a == b else f"{a}-{b}" for a, b in grouped(numbers)]
    return f"[{', '.join(runs)}]" if runs else ""
