"""Later figures that add up to an earlier one are its parts, also over sentences."""

from __future__ import annotations

from belegt.read.grammar.findings import Finding

MIN_TOTAL, LOOK_AHEAD, NAMED_BACK = 3, 9, 6


def add_up(findings: list[Finding]) -> None:
    """"17 rebels ... eight in Van, five in Sirnak, four in Hakkari": later figures whose sum is an earlier one are its parts."""
    for number, whole in enumerate(findings):
        total = _exact(whole, lower_bound=True)
        if total is None or total < MIN_TOTAL or whole.whole is not None:
            continue
        if any(f is not whole and f.sentence == whole.sentence and f.kind == whole.kind and f.whole is not whole for f in findings):
            continue
        later = [f for f in findings[number + 1 : number + 1 + LOOK_AHEAD] if f.kind == whole.kind and f.whole is None and _within(f, whole)]
        run = _run_with_sum(later, total)
        for finding in run:
            finding.whole = whole


def name_parts(findings: list[Finding]) -> None:
    """A person with name or age after the counted people of the same harm is one of them ("three killed ... Lina, 20, was killed")."""
    for number, finding in enumerate(findings):
        mention = finding.mention
        if finding.whole is not None or not mention.singular or not (mention.names or mention.age is not None) or mention.kind == "pronoun":
            continue
        for whole in reversed(findings[max(0, number - NAMED_BACK) : number]):
            if whole.kind == finding.kind and whole.whole is None and (_exact(whole, lower_bound=True) or 0) > 1 and whole.sentence < finding.sentence and _within(finding, whole):
                finding.whole = whole
                break


def _within(part: Finding, whole: Finding) -> bool:
    """Whether the people of the part can belong to those of the whole."""
    inner, outer = set(part.mention.groups) - {"person"}, set(whole.mention.groups) - {"person"}
    return not inner or not outer or bool(inner & outer) or ("civilian" in outer and not inner & {"combatant", "police", "attacker"})


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
