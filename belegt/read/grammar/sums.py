"""Later figures that add up to an earlier one are its parts, also over sentences."""

from __future__ import annotations

from belegt.read.grammar.findings import Finding

MIN_TOTAL, LOOK_AHEAD = 3, 9


def add_up(findings: list[Finding]) -> None:
    """"17 rebels ... eight in Van, five in Sirnak, four in Hakkari": later figures whose sum is an earlier one are its parts."""
    for number, whole in enumerate(findings):
        total = _exact(whole, lower_bound=True)
        if total is None or total < MIN_TOTAL or whole.whole is not None:
            continue
        if any(f is not whole and f.sentence == whole.sentence and f.kind == whole.kind and f.whole is not whole for f in findings):
            continue
        later = [f for f in findings[number + 1 : number + 1 + LOOK_AHEAD] if f.kind == whole.kind and f.whole is None]
        run = _run_with_sum(later, total)
        for finding in run:
            finding.whole = whole


def _run_with_sum(later: list[Finding], total: int) -> list[Finding]:
    """The first unbroken run of two or more exact figures that adds up to ``total``."""
    for start in range(len(later)):
        reached = 0
        for end in range(start, len(later)):
            size = _exact(later[end])
            if size is None or size >= total:
                break
            reached += size
            if reached == total and end > start:
                return later[start : end + 1]
            if reached >= total:
                break
    return []


def _exact(finding: Finding, *, lower_bound: bool = False) -> int | None:
    """The number of a figure: one person, or a count without range (a whole may be a lower bound)."""
    count = finding.mention.count
    if count is None:
        return 1 if finding.mention.singular and not finding.mention.zero else None
    if count.qualifier in ("exact", "about") or (lower_bound and count.qualifier in ("at_least",)):
        return count.low
    return None
