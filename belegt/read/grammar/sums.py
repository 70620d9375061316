"""Figures that add up to another one are its parts, also over sentences, and so are persons named after those counted."""

from __future__ import annotations

from collections.abc import Container

from belegt.read.grammar.findings import Finding

MIN_TOTAL, LOOK_AHEAD, NAMED_BACK = 3, 9, 9
AROUND, NEAR, MOST = 5, 3, 1000
"""Figures before a sum that may be its parts; how near the people are to whom "his wife" belongs, and how many at most."""
LEAST_BOUND = 20
ALONG = frozenset(("along", "as-was"))
KIN = frozenset(("man", "woman", "child"))
FREE = frozenset(("person", "foreigner", "man", "woman"))
"""Groups that say nothing of a side: where numbers add up, "two men" may be two of the soldiers."""


def add_up(findings: list[Finding], summed: Container[Finding] = ()) -> None:
    """"17 rebels ... eight in Van, five in Sirnak, four in Hakkari": figures whose sum is another one are its parts.

    Where a total is told twice, the parts belong to the one told last before them; what is said to be a sum (``summed``:
    "insgesamt 20") may also follow its parts.
    """
    for number in range(len(findings) - 1, -1, -1):
        whole = findings[number]
        total = _exact(whole, lower_bound=True)
        if total is None or total < MIN_TOTAL or _spelled_out(findings, number, total) or whole.whole is not None:
            continue
        if any(f is not whole and f.sentence == whole.sentence and f.kind == whole.kind and f.whole is not whole and not _again(f, whole) for f in findings):
            continue
        later = _fit(whole, findings[number + 1 : number + 1 + LOOK_AHEAD])
        run = _run_with_sum(later, total) or _run_near(whole, later, total)
        if not run and (whole in summed or _those(whole)):
            before = _fit(whole, findings[max(0, number - AROUND) : number])
            run = _run_with_sum([*before, *later], total, more=whole in summed)
        for finding in run:
            finding.whole = whole


def _spelled_out(findings: list[Finding], number: int, total: int) -> bool:
    """"Three civilians, two women and a man": the people named right after a number, and no others, are that number."""
    whole = findings[number]
    beside = [f for f in findings[number + 1 : number + 1 + LOOK_AHEAD] if f.sentence == whole.sentence and f.kind == whole.kind and f.whole is whole.whole]
    if whole.whole is not None and any(f.mention.count is not None or not _within(f, whole) for f in beside):
        return False
    if whole.whole is None and len(_fit(whole, beside)) != len(beside) or len(_run_with_sum(beside, total)) != len(beside) or len(beside) < 2:
        return False
    for finding in beside:
        finding.whole = whole
    return True


def _fit(whole: Finding, others: list[Finding]) -> list[Finding]:
    return [f for f in others if f.kind == whole.kind and f.whole in (None, whole) and whole.whole is not f and _within(f, whole, FREE)]


def _again(finding: Finding, whole: Finding) -> bool:
    """Whether it is the same number told twice in what a text without full stops makes one sentence: headline and lead."""
    return _exact(finding, lower_bound=True) == _exact(whole, lower_bound=True)


def name_parts(findings: list[Finding], related: Container[Finding] = ()) -> None:
    """A person with name or age after the counted people of the same harm is one of them ("three killed ... Lina, 20, was killed").

    So are those ``related`` to somebody ("his wife") close by.
    """
    for number, finding in enumerate(findings):
        mention = finding.mention
        if finding.whole is None and finding.rule in ALONG and number and findings[number - 1].sentence == finding.sentence:
            finding.whole = findings[number - 1].whole if findings[number - 1].kind == finding.kind else None
        if finding.whole is not None or not mention.singular or mention.kind == "pronoun":
            continue
        named = bool(mention.names) or mention.age is not None
        if not named and (finding not in related or KIN.isdisjoint(mention.groups)):
            continue
        for whole in reversed(findings[max(0, number - (NAMED_BACK if named else NEAR)) : number]):
            if whole.kind == finding.kind and whole.whole is None and _many(whole) and whole not in related and whole.sentence < finding.sentence and _within(finding, whole):
                finding.whole = whole
                break


def set_apart(findings: list[Finding], alone: Container[Finding]) -> None:
    """"200 in the mosque alone" (``alone``): part of the higher figure of the same harm before, else of the next one."""
    for number, finding in enumerate(findings):
        size = _least(finding)
        if finding.whole is not None or finding not in alone or size < 2:
            continue
        near = [*reversed(findings[max(0, number - AROUND) : number]), *findings[number + 1 : number + 1 + NEAR]]
        higher = (f for f in near if f.kind == finding.kind and f.whole is None and _least(f) + _vague(f) > size and f.sentence != finding.sentence)
        finding.whole = next((f for f in higher if _within(finding, f)), None)


def _least(finding: Finding) -> int:
    count = finding.mention.count
    return 0 if count is None else int(count.low or count.high or 0)


def _vague(finding: Finding) -> bool:
    return finding.mention.count is not None and finding.mention.count.qualifier == "vague"


def _within(part: Finding, whole: Finding, free: Container[str] = ("person", "foreigner")) -> bool:
    """Whether the people of the part can belong to those of the whole; groups in ``free`` go with any."""
    inner, outer = {g for g in part.mention.groups if g not in free}, set(whole.mention.groups) - {"person"}
    return not inner or not outer or bool(inner & outer) or ("civilian" in outer and not inner & {"combatant", "police", "attacker"})


def _those(whole: Finding) -> bool:
    """"The three killed", after three persons by name."""
    return whole.mention.kind == "harm" and whole.mention.definite and not whole.mention.more


def _run_with_sum(later: list[Finding], total: int, *, more: bool = False) -> list[Finding]:
    """The first unbroken run of two or more exact figures that adds up to ``total``; with ``more`` it may begin with "two more"."""
    for start in range(len(later)):
        if later[start].mention.more and not more or _unstated(later[start]):
            continue
        reached = 0
        for end in range(start, len(later)):
            if _unstated(later[end]):
                continue
            size = _exact(later[end], lower_bound=True)
            if size is None or size >= total:
                break
            reached += size
            if reached == total and end > start:
                return [f for f in later[start : end + 1] if not _unstated(f)]
            if reached >= total:
                break
    return []


def _unstated(finding: Finding) -> bool:
    """Whether nothing is counted: "the wounded were taken to hospital" between figures is none of them."""
    return finding.mention.count is None and not finding.mention.singular


def _run_near(whole: Finding, later: list[Finding], total: int) -> list[Finding]:
    """ "At least 65 died ... 20 fighters ... 19 rebels ... another 25": parts that nearly reach a lower bound.

    Or such as pass one by little, told in one sentence: "more than 50 died ... 15 villagers, 27 fighters and 10 others".
    """
    count = whole.mention.count
    if count is not None and count.qualifier == "more_than" and total >= LEAST_BOUND:
        told = [f for f in later if f.sentence == later[0].sentence and (_exact(f) or 0) > 1]
        passed = sum(_exact(f) or 0 for f in told)
        return told if len(told) > 2 and total < passed <= total * 1.1 else []
    if count is None or count.qualifier != "at_least" or total < LEAST_BOUND:
        return []
    run, reached = list[Finding](), 0
    for finding in later:
        size = _exact(finding)
        if size is None or size < 2 or reached + size > total:
            break
        run, reached = [*run, finding], reached + size
    return run if len(run) > 2 and reached * 10 >= total * 9 else []


def _many(finding: Finding) -> bool:
    """Whether more than one person is counted, exactly or not."""
    mention = finding.mention
    if mention.zero or finding.zero or mention.singular or mention.count is None:
        return False
    low, high = mention.count.low, mention.count.high
    return (low is None or low > 1) and (high or low or 0) < MOST


def _exact(finding: Finding, *, lower_bound: bool = False) -> int | None:
    """The number of a figure: one person, or a count without range (a whole may be a lower bound)."""
    count = finding.mention.count
    if count is None:
        return 1 if finding.mention.singular and not finding.mention.zero else None
    if count.qualifier in ("exact", "about") or (lower_bound and count.qualifier in ("at_least", "more_than")):
        return count.low
    return None
