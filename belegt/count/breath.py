"""What one voice tells in one breath: different people added up, the same people counted once.

"Two soldiers and a child" are three; "three civilians, two women and a child" are three as well; "three or five" are rivals.
Invariant: where it is in doubt whether figures of one sentence are of the same people, nothing is added.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from belegt.count.authority import speaker
from belegt.count.tally import FIGHTERS, Tally, merge, total
from belegt.model import HarmClaim

SENTENCE_END = re.compile(r"[.!?…][\"'”“»)]*\s|\n")
NAMED = re.compile(r"\b[^\W\d_a-z][\w’'-]+ [^\W\d_a-z][\w’'-]+")
ALL = frozenset(("person", "civilian"))
INSIDE = re.compile(r"\b(including|among|of (?:them|whom)|them|darunter|davon|unter ihnen|einschließlich|inklusive)\b", re.I)


def breaths(told: Sequence[Tally]) -> list[Tally]:
    """What one voice tells in one sentence added up, the same number told again in the report made one."""
    breaths: list[list[Tally]] = []
    for tally in told:
        if breaths and _one_breath(breaths[-1][-1].first, tally.first):
            breaths[-1].append(tally)
        else:
            breaths.append([tally])
    return merge(t for breath in breaths for t in _add(breath))


def _one_breath(a: HarmClaim, b: HarmClaim) -> bool:
    between = a.report.text[a.passage.end : b.passage.start] if a.passage.end < b.passage.start else ""
    return not SENTENCE_END.search(between) and speaker(a) == speaker(b)


def _add(breath: Sequence[Tally]) -> list[Tally]:
    """The sum of different people; what is told twice, only bounds, or lies inside another, is no part of the sum."""
    apart: list[Tally] = []
    others: list[Tally] = []
    for tally in breath:
        inside = tally.ceiling or any(_tells_again(tally, known) for known in apart)
        (others if inside else apart).append(tally)
    if broken := next((t for t in apart if t.whole and _broken_down(t, apart)), None):
        return [broken, *(t for t in others if t.whole)]
    if len(apart) < 2:
        return [*apart, *others]
    return [total(apart, whole=True), *(t for t in others if t.whole)]


def _broken_down(whole: Tally, breath: Sequence[Tally]) -> bool:
    """"Three civilians, two women and a child": the others of the sentence add up to it."""
    others = [t for t in breath if t is not whole]
    fighters = "person" not in whole.first.who and any(FIGHTERS & set(t.first.who) for t in others)
    return len(others) > 1 and not fighters and sum(t.count.point for t in others) == whole.count.point


def _tells_again(tally: Tally, known: Tally) -> bool:
    """Whether a figure retells another of its sentence, rivals it, or counts some of the same people.

    Two numbers of the same people in one sentence ("three or five") are rivals: where in doubt nothing is added.
    """
    claim, other = tally.first, known.first
    if _one_person_again(tally, known):
        return True
    if set(claim.named) & set(other.named) or (claim.passage.overlaps(other.passage) and claim.who == other.who and claim.count == other.count):
        return True
    if claim.who == other.who or (tally.count == known.count and {*claim.who, *other.who} <= ALL and tally.count.point > 2):
        rivals = tally.whole and known.whole and min(tally.count.point, known.count.point) > 1
        return rivals or not tally.stated or tally.count.point == known.count.point > 2
    if not tally.stated or not known.stated or tally.count.point > known.count.point:
        return False
    between = claim.report.text[other.passage.start : claim.passage.end]
    marked = bool(INSIDE.search(between)) or set(other.who) == {"person"}
    return known.whole and not FIGHTERS & set(claim.who) and marked


def _one_person_again(tally: Tally, known: Tally) -> bool:
    """A single person told in the same words, or named right behind: "at least one civilian, 21-year-old Osama"."""
    claim, other = tally.first, known.first
    if tally.count.point != 1 or known.count.point != 1 or claim.report.id != other.report.id:
        return False
    between = claim.report.text[other.passage.end : claim.passage.start]
    behind = between.strip() == "," and bool(NAMED.search(claim.quote)) and not NAMED.search(other.quote)
    return claim.quote == other.quote or behind
